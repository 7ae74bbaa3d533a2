"""What must hold of standing meetings: for the town as a whole, each turn once, held as the ledger of meetings says."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.directives.models import Cadence, Publicity, Session

NO_RANKING = "整治形式主义为基层减负：不以开没开会评价村和个人，例会只统计全镇开了几次"
OF_THE_TOWN = Q(place__kind="town")

cadence_of_the_town = Rule(
    "例会制度只登记到镇",
    Cadence,
    ~OF_THE_TOWN,
    "例会制度填在了{place}；例会只按全镇统计，不分村、不排名，请改填本镇。",
    basis=NO_RANKING,
)
session_of_the_town = Rule(
    "例会期次只登记到镇",
    Session,
    ~OF_THE_TOWN,
    "例会期次填在了{place}；例会只按全镇统计，不分村、不排名，请改填本镇。",
    basis=NO_RANKING,
)
cadence_ends_after_it_begins = Rule(
    "例会停用晚于起用",
    Cadence,
    Q(until__lte=F("since")),
    "停用日期 {until} 不晚于起用日期 {since}，请核对。",
)
session_ends_after_it_begins = Rule(
    "应开不早于期次起",
    Session,
    Q(due_on__lt=F("begins_on")),
    "应开日期 {due_on} 早于期次起 {begins_on}，请核对。",
)
session_within_the_cadence = Rule(
    "期次在例会制度起止之内",
    Session,
    Q(due_on__lt=F("cadence__since")) | Q(begins_on__gte=F("cadence__until")),
    "期次 {begins_on} 至 {due_on} 不在例会制度起用、停用日期之间，请核对。",
)
each_turn_once = Rule(
    "一期只登记一次",
    Session,
    Q(
        Exists(
            Session.objects.filter(
                cadence=OuterRef("cadence"), begins_on=OuterRef("begins_on")
            ).exclude(pk=OuterRef("pk"))
        )
    ),
    "从 {begins_on} 起的这一期已经登记过，请改正重复的一条。",
)
held_as_the_meeting = Rule(
    "例会实开与会议一致",
    Session,
    Q(meeting__isnull=False) & (Q(held_on__isnull=True) | ~Q(held_on=F("meeting__held_on"))),
    "实开日期 {held_on} 与所填会议的召开日期不一致，请核对。",
)
held_with_its_record = Rule(
    "开了的例会要有会议记录",
    Session,
    Q(held_on__isnull=False, meeting__isnull=True),
    "填了实开日期 {held_on}，没有填会议编号；请先在“会议”里登记这次会，再填它的编号。",
    ask=True,
)
skipped_or_held = Rule(
    "不开的写原因",
    Session,
    Q(skipped_on__isnull=False) & (Q(skipped_why="") | Q(held_on__isnull=False)),
    "确定不开日期 {skipped_on} 要同时写未开原因，也不能再有实开日期 {held_on}；请核对。",
)
taken_down_after_put_up = Rule(
    "撤除不早于设置",
    Publicity,
    Q(taken_down_on__lt=F("put_up_on")),
    "撤除日期 {taken_down_on} 早于设置日期 {put_up_on}，请核对。",
)
