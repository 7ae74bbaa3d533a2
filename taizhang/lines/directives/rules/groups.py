"""What must hold of leading groups and their seats."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.directives.models import GroupMember, LeadingGroup
from taizhang.lines.directives.rules.meetings import TODAY

ALWAYS_A_HEAD = "领导小组任何时候都要有组长；组长调整的，同时明确接任的人"
HEADS = GroupMember.objects.filter(seat=GroupMember.Seat.HEAD)


def holding(members: object, day: OuterRef) -> object:
    """Of these seats, those held on a day."""
    return members.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))


FIRST_HEADS = holding(HEADS.filter(group=OuterRef("pk")), OuterRef("founded_on"))
FOLLOWING = holding(HEADS.filter(group=OuterRef("group")), OuterRef("until"))
LEFT_EMPTY = (
    HEADS.filter(group=OuterRef("pk"), until__lte=TODAY)
    .filter(Q(group__dissolved_on__isnull=True) | Q(group__dissolved_on__gt=F("until")))
    .filter(~Exists(FOLLOWING))
)
always_a_head = Rule(
    "领导小组任何时候都有组长",
    LeadingGroup,
    ~Q(Exists(FIRST_HEADS)) | Q(Exists(LEFT_EMPTY)),
    "领导小组“{name}”从 {founded_on} 成立起，有一段时间没有组长；请在领导小组成员里补上接任的组长和任免日期。",
    basis=ALWAYS_A_HEAD,
    at_closing=True,
)
dissolved_after_founding = Rule(
    "撤销晚于成立",
    LeadingGroup,
    Q(dissolved_on__lte=F("founded_on")),
    "撤销日期 {dissolved_on} 不晚于成立日期 {founded_on}，请核对。",
)
seat_ends_after_it_began = Rule(
    "免职晚于任职",
    GroupMember,
    Q(until__lte=F("since")),
    "{name}的免职日期 {until} 不晚于任职日期 {since}，请核对。",
)
seat_within_the_group = Rule(
    "任职不早于小组成立",
    GroupMember,
    Q(since__lt=F("group__founded_on")),
    "{name}的任职日期 {since} 早于领导小组成立日期，请核对。",
)
one_seat_once = Rule(
    "同一职务不重复任职",
    GroupMember,
    Q(
        Exists(
            GroupMember.objects.filter(
                group=OuterRef("group"), seat=OuterRef("seat"), name=OuterRef("name")
            )
            .filter(Q(until__isnull=True) | Q(until__gt=OuterRef("since")))
            .filter(Q(since__lte=OuterRef("since")))
            .exclude(pk=OuterRef("pk"))
        )
    ),
    "{name}在同一个领导小组里担任{seat}的时间有重叠；请把前一条的免职日期填上，或改正重复的一条。",
)
change_by_document = Rule(
    "组成人员变动要有文号",
    GroupMember,
    Q(since__gt=F("group__founded_on"), basis_no="") | Q(until__isnull=False, basis_no=""),
    "{name}的任职（{since}）或免职（{until}）是小组成立以后的变动，任免文号还空着；请照文件补上。",
    ask=True,
)
