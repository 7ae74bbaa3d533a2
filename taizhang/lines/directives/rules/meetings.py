"""What must hold of meetings: who was to come and came, what was passed on within which time, what may be written down."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import DateField, Exists, F, Func, OuterRef, Q, Subquery, Value
from django.db.models.lookups import GreaterThan

from taizhang.ledgers.days import working_days_between
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.directives.models import Attendee, Meeting, Unit
from taizhang.lines.directives.models.relays import owing

TODAY = Func(function="taizhang_today", output_field=DateField())
RELAY_DAYS = standard("directives.relay_days", on="held_on")
RELAYING = "上级会议要及时传达，各单位传达后把学习贯彻情况报党政办（本镇会议制度）"
SECRECY = "保守国家秘密法：涉密信息不得在非涉密的信息系统里存储、处理"

# Units in force on the day of a meeting that have not yet passed it on.
OWING = owing(OuterRef("pk"), OuterRef("place"), OuterRef("held_on"))
OWING_NAMES = Subquery(
    OWING.order_by()
    .annotate(one=Value(1))
    .values("one")
    .annotate(names=StringAgg("name", delimiter="、", order_by="number"))
    .values("names")
)

present_within_expected = Rule(
    "实到不多于应到",
    Meeting,
    Q(present__gt=F("expected")),
    "实到 {present} 人，多于应到 {expected} 人；请核对签到册。",
)
absent_is_the_rest = Rule(
    "应到等于实到加缺席",
    Meeting,
    Q(expected__isnull=False, present__isnull=False, absent__isnull=False)
    & ~Q(expected=F("present") + F("absent")),
    "应到 {expected} 人，实到 {present} 人加缺席 {absent} 人对不上；请核对签到册。",
    ask=True,
)
absence_explained = Rule(
    "缺席要写原因",
    Meeting,
    Q(absent__gt=0, absence_reason=""),
    "缺席 {absent} 人，缺席原因还空着；请写明各人的原因。",
    ask=True,
)
host_of_upper_meetings = Rule(
    "上级会议写明主办单位",
    Meeting,
    Q(level__in=Meeting.UPPER) & Q(host=""),
    "{level}一级的会议，主办单位还空着；请写明由谁召开。",
    ask=True,
)
unit_of_our_meetings = Rule(
    "本镇会议写明召开单位",
    Meeting,
    Q(relayed_from__isnull=False, level__in=Meeting.BELOW, unit__isnull=True),
    "传达会议没有写召开单位，分不清是哪个单位传达的；请从单位名册里选。",
)
unit_at_its_place = Rule(
    "召开单位与村（社区）一致",
    Meeting,
    Q(level=Meeting.Level.VILLAGE, unit__kind=Unit.Kind.VILLAGE) & ~Q(unit__name=F("place__name")),
    "召开单位是{unit}，村（社区）却是{place}；请核对填错了哪一个。",
    ask=True,
)
relayed_after = Rule(
    "传达不早于原会议",
    Meeting,
    Q(held_on__lt=F("relayed_from__held_on")),
    "召开日期 {held_on} 早于所传达会议的日期 {above_on}，请核对这两个日期。",
    basis=RELAYING,
)
not_of_itself = Rule(
    "不传达自己",
    Meeting,
    Q(relayed_from=F("pk")),
    "“传达的会议”填的是这次会议自己，请改成上一级会议的编号。",
)
relayed_in_time = Rule(
    "会议传达期限",
    Meeting,
    Q(relayed_from__isnull=False)
    & Q(GreaterThan(working_days_between("relayed_from__held_on", "held_on"), RELAY_DAYS)),
    "原会议 {above_on} 召开，{held_on} 才传达，超过 {limit} 个工作日；请核对日期，确是迟了的写明原因。",
    basis=RELAYING,
    ask=True,
    limit=RELAY_DAYS,
)
relayed_by_everybody = Rule(
    "还有单位没有传达",
    Meeting,
    Q(must_relay=True, held_on__lt=TODAY) & Exists(OWING),
    "{held_on} 的会议要求传达，还没有传达会议记录的单位：{owing}；请催各单位开会并登记。",
    basis=RELAYING,
    ask=True,
    tells={"owing": OWING_NAMES},
)
reported_with_words = Rule(
    "上报要有贯彻情况",
    Meeting,
    Q(reported_on__isnull=False, report=""),
    "填了上报贯彻情况日期 {reported_on}，学习贯彻情况还空着；请写明怎样学习、怎样落实。",
    ask=True,
)
nothing_secret = Rule(
    "涉密会议不录内容",
    Meeting,
    Q(secrecy__in=(Meeting.Secrecy.SECRET, Meeting.Secrecy.CONFIDENTIAL, Meeting.Secrecy.TOP))
    & ~Q(agenda="", minutes="", decisions="", report=""),
    "会议密级是{secrecy}，议程、内容、议定事项和贯彻情况都不能录入本系统；请清空，按保密规定另存。",
    basis=SECRECY,
)
little_internal = Rule(
    "内部会议少录内容",
    Meeting,
    Q(secrecy=Meeting.Secrecy.INTERNAL) & ~Q(minutes="", decisions=""),
    "这是内部会议，镇里登记的会议各村都看得见；会议内容和议定事项不宜让村里看的，请清空，另存纸质记录。",
    ask=True,
)

SIGNED_IN = Attendee.objects.filter(meeting=OuterRef("pk"))


def counted(meeting: str) -> Subquery:
    """How many of a meeting's sign-in sheet came."""
    came = Attendee.objects.filter(meeting=OuterRef(meeting), state__in=Attendee.CAME)
    counts = came.order_by().values("meeting").annotate(n=Func("pk", function="count"))
    return Subquery(counts.values("n"))


signed_in_as_counted = Rule(
    "签到与实到人数一致",
    Meeting,
    Exists(SIGNED_IN) & ~Q(present=counted("pk")),
    "实到 {present} 人，签到里到会的是 {signed} 人；请核对签到册。",
    ask=True,
    tells={"signed": counted("pk")},
)
once_on_the_sheet = Rule(
    "一人一次会议只签到一次",
    Attendee,
    Q(
        Exists(
            Attendee.objects.filter(
                meeting=OuterRef("meeting"), name=OuterRef("name"), unit_name=OuterRef("unit_name")
            ).exclude(pk=OuterRef("pk"))
        )
    ),
    "{name}（{unit_name}）在这次会议的签到里不止一条；请删去重复的，或写清是两个人。",
    ask=True,
)
missing_explained = Rule(
    "未到要写原因",
    Attendee,
    Q(state__in=(Attendee.State.EXCUSED, Attendee.State.ABSENT), reason=""),
    "{name}{state}，未到原因还空着；请写明。",
    ask=True,
)
deputy_named = Rule(
    "代会写明代会人",
    Attendee,
    Q(state=Attendee.State.DEPUTY, deputy=""),
    "{name}由他人代会，代会人还空着；请写明是谁。",
)
