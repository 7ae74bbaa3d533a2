"""The 'four ones': who answers for a case, with whom, and what was done."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.petitions.models import CaseLeader, FollowUp, Petition, TeamMember

EARLIER = CaseLeader.objects.filter(petition=OuterRef("petition"), since__lt=OuterRef("since"))

accepted_has_a_leader = Rule(
    "受理的案件有负责领导",
    Petition,
    Q(accepted_on__isnull=False, leader_name=""),
    "{accepted_on} 受理，《负责领导》里还没有人；一件事一名负责领导，请登记。",
    ask=True,
)
succession_has_a_reason = Rule(
    "换负责领导写明原因",
    CaseLeader,
    Q(reason="") & Exists(EARLIER),
    "这件信访已有负责领导，{since} 起又登记了 {leader}；一件事同一时间只有一名负责领导，"
    "是交接的请写明交接原因，是协助的登记到《工作专班成员》。",
)
not_the_same_again = Rule(
    "交接给另一个人",
    CaseLeader,
    Exists(EARLIER.filter(leader=OuterRef("leader"), until=OuterRef("since"))),
    "{since} 交接前后都是 {leader}，责任没有变，不用再登记；职务变了的请改原来那条。",
    ask=True,
)
leads_after_it_came = Rule(
    "收到之后确定负责领导",
    CaseLeader,
    Q(since__lt=F("petition__received_on")),
    "{leader} 的起始日期 {since} 早于这件信访的收到日期，请核对。",
)
member_in_order = Rule(
    "参加在先退出在后",
    TeamMember,
    Q(until__lt=F("since")) | Q(since__lt=F("petition__received_on")),
    "{name} 的参加日期 {since}、退出日期 {until} 不对：参加不早于收到信访，退出不早于参加；请核对。",
)
followed_after_it_came = Rule(
    "收到之后跟进",
    FollowUp,
    Q(followed_on__lt=F("petition__received_on")) | Q(next_on__lt=F("followed_on")),
    "跟进日期 {followed_on} 早于这件信访的收到日期，或者下一步日期 {next_on} 早于跟进日期；请核对。",
)
