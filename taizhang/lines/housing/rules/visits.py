"""What must hold of visits to the plot, and of approvals by what the visits found."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual, In

from taizhang.ledgers.days import calendar_days_between, working_days_between
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.visits import SiteVisit
from taizhang.lines.housing.rules.alike import COLLECTIVE, TOWNSHIPS_DECIDE, stands_with

THREE_VISITS_2004 = "国土资发〔2004〕234号：选址、放线、验收三次到场"
THREE_VISITS_2019 = "农经发〔2019〕6号：申请审查到场、批准后丈量批放到场、竣工后核查到场"
TWO_OFFICERS = "行政许可法第34条：核实申请材料的实质内容，应当指派两名以上工作人员"
Kind = SiteVisit.Kind
UNTIL_2019 = {"until": TOWNSHIPS_DECIDE, "ask": True, "basis": THREE_VISITS_2004}
SINCE_2020 = {
    "since": TOWNSHIPS_DECIDE,
    "at_closing": True,
    "at_steps": True,
    "basis": THREE_VISITS_2019,
}
LOCAL = {"ask": True, "basis": "当地规定的到场环节，文号见标准"}
ALWAYS = Q()
IN_ORDER = list(Kind)
NOT_SOUND = [result for result in SiteVisit.Result if result != SiteVisit.Result.SOUND]


def owed(kind: Kind, on: str) -> Q:
    """Whether the list of visits in force on a day has this kind: its standard says 1 or 0."""
    return Q(GreaterThanOrEqual(standard(f"housing.visit_{kind}", on=on), 1))


def visits_until(kind: Kind, day: str, case: str = "pk") -> "QuerySet[SiteVisit]":
    """The visits of one kind made for an application (its key in `case`) up to a day."""
    return SiteVisit.objects.filter(approval=OuterRef(case), kind=kind, on__lte=OuterRef(day))


class FirstVisit(Subquery):
    """The day of the first visit that was registered: sheets of the years before have none to show."""

    def __init__(self) -> None:
        super().__init__(SiteVisit.objects.order_by("on").values("on")[:1])

    def __repr__(self) -> str:
        """The same in every process, for the digest of an indicator's definition."""
        return "FirstVisit()"


@dataclass(frozen=True)
class Event:
    """What must not happen before a visit: a day of an application, or of what belongs to it."""

    title: str
    model: type[Record]
    day: str
    case: str = "pk"
    land: Q = COLLECTIVE

    def since_first(self) -> Q:
        """Not before visits were registered at all."""
        return Q(**{f"{self.day}__gte": FirstVisit()})

    def visited(self, kind: Kind, when: Q = ALWAYS, **force: Any) -> Rule:
        """The visit that is owed before it was made."""
        return Rule(
            f"{self.title}前要到场：{kind.label}",
            self.model,
            self.land
            & Q(**{f"{self.day}__isnull": False})
            & when
            & owed(kind, self.day)
            & ~Exists(visits_until(kind, self.day, self.case)),
            f"到{self.title}日期 {{{self.day}}} 为止，没有“{kind.label}”的到场记录；请先登记到场记录，没有到场的不能{self.title}。",
            dated_by=self.day,
            **force,
        )

    def sound(self, kind: Kind) -> Rule:
        """What the last visit before it found was in order."""
        ever = SiteVisit.objects.filter(kind=kind, result__in=NOT_SOUND).values("approval")
        last = visits_until(kind, self.day, self.case).order_by("-on", "-pk")
        return Rule(
            f"到场不符合的不得{self.title}：{kind.label}",
            self.model,
            Q(**{f"{self.case}__in": ever}) & Q(In(Subquery(last.values("result")[:1]), NOT_SOUND)),
            f"{self.title}以前最后一次“{kind.label}”到场，结论不是“符合”，却填了{self.title}日期 {{{self.day}}}；"
            f"请先整改，复查符合后再{self.title}。",
            basis=THREE_VISITS_2019,
        )


APPROVING = Event("批准", Approval, "approved_on")
STARTING = Event("开工", Approval, "started_on")
COMPLETING = Event("竣工", Approval, "completed_on")
PASSING = Event(
    "验收合格",
    Acceptance,
    "passed_on",
    case="approval",
    land=Q(approval__land_owner=Approval.LandOwner.COLLECTIVE),
)

siting_until_2019 = APPROVING.visited(Kind.SITING, APPROVING.since_first(), **UNTIL_2019)
siting_since_2020 = APPROVING.visited(Kind.SITING, **SINCE_2020)
setting_out_until_2019 = STARTING.visited(Kind.SETTING_OUT, STARTING.since_first(), **UNTIL_2019)
setting_out_since_2020 = STARTING.visited(Kind.SETTING_OUT, **SINCE_2020)
completion_until_2019 = PASSING.visited(Kind.COMPLETION, PASSING.since_first(), **UNTIL_2019)
completion_since_2020 = PASSING.visited(Kind.COMPLETION, **SINCE_2020)
trench_visited = COMPLETING.visited(Kind.TRENCH, **LOCAL)
key_nodes_visited = COMPLETING.visited(Kind.KEY_NODES, **LOCAL)
structure_visited = COMPLETING.visited(Kind.STRUCTURE, **LOCAL)
siting_sound = APPROVING.sound(Kind.SITING)
setting_out_sound = STARTING.sound(Kind.SETTING_OUT)
completion_sound = PASSING.sound(Kind.COMPLETION)

visit_stands_with_approval = stands_with(SiteVisit, "approval", "建房审批")
two_people_visit = Rule(
    "到场至少两人",
    SiteVisit,
    ~Q(people__contains="；"),
    "{on} 到场只写了{people}一个人；请补上其他到场的人，确实只去了一人的请说明。",
    basis=TWO_OFFICERS,
    ask=True,
)
visit_has_a_photo = Rule(
    "到场要有照片",
    SiteVisit,
    ~Exists(
        Attachment.objects.filter(
            ledger=SiteVisit.ledger_name(), record=OuterRef("pk"), kind=Attachment.Kind.PHOTO
        )
    ),
    "{on} 的到场记录还没有照片；请在记录页面附上至少一张现场照片。",
    ask=True,
)
both_coordinates = Rule(
    "经度纬度一同填",
    SiteVisit,
    Q(longitude__isnull=True, latitude__isnull=False)
    | Q(longitude__isnull=False, latitude__isnull=True),
    "经度 {longitude} 和纬度 {latitude} 要么都填，要么都空着。",
)
visit_measures = Rule(
    "放线和竣工要有实测面积",
    SiteVisit,
    Q(
        kind__in=[Kind.SETTING_OUT, Kind.COMPLETION],
        area__isnull=True,
    ),
    "{kind}到场没有填实测用地面积；请照现场丈量补上。",
    basis=THREE_VISITS_2019,
    ask=True,
)
area_within_its_sides = Rule(
    "实测面积不大于长乘宽",
    SiteVisit,
    Q(area__gt=F("length") * F("width")),
    "实测面积 {area} ㎡ 大于长 {length} 米乘宽 {width} 米；请核对长、宽和面积。",
    ask=True,
)
sound_is_within_approval = Rule(
    "结论符合的不超批准面积",
    SiteVisit,
    Q(result=SiteVisit.Result.SOUND, area__gt=F("approval__homestead_area")),
    "实测面积 {area} ㎡ 大于这件审批的宅基地面积，结论却是“符合”；请核对面积，超了的改填“不符合（超占）”。",
    basis="土地管理法第78条：超过批准的数量占用的土地，以非法占用土地论处",
)
too_large_is_beyond_approval = Rule(
    "结论超占的要有超出的面积",
    SiteVisit,
    Q(result=SiteVisit.Result.TOO_LARGE)
    & (Q(area__isnull=True) | Q(area__lte=F("approval__homestead_area"))),
    "结论是“不符合（超占）”，实测面积 {area} ㎡ 却没有超过批准的宅基地面积；请核对面积和结论。",
    ask=True,
)
unsound_has_its_next_step = Rule(
    "不符合的要写下一步",
    SiteVisit,
    Q(result__in=NOT_SOUND, next_step=""),
    "到场结论是“{result}”，没有写下一步处理；请写明怎么整改、谁来复查。",
    ask=True,
)
visited_after_application = Rule(
    "到场不早于申请",
    SiteVisit,
    Q(on__lt=F("approval__applied_on")),
    "到场日期 {on} 早于这件审批的申请日期，请核对这两个日期。",
)
SITING_DAYS = standard("housing.siting_visit_days", on="on")
LATE = GreaterThan(working_days_between("approval__accepted_on", "on"), SITING_DAYS)
siting_in_time = Rule(
    "申请审查按期到场",
    SiteVisit,
    Q(kind=Kind.SITING, is_repeat=False, on__gt=F("approval__accepted_on"))
    & Q(GreaterThan(calendar_days_between("approval__accepted_on", "on"), SITING_DAYS))
    & Q(LATE),
    "受理后 {limit} 个工作日内要到场审查，这次到场是 {on}；请核对日期，确实晚了的写明原因。",
    basis="邻近地市村民建房办法：乡镇受理后5个工作日内实地审查；以本地规定为准",
    ask=True,
    limit=SITING_DAYS,
)
HERE = [standard(f"housing.{side}", on="on") for side in ("west", "east", "south", "north")]
visited_here = Rule(
    "到场坐标在本地范围内",
    SiteVisit,
    Q(longitude__lt=HERE[0])
    | Q(longitude__gt=HERE[1])
    | Q(latitude__lt=HERE[2])
    | Q(latitude__gt=HERE[3]),
    "经度 {longitude}、纬度 {latitude} 不在本地范围内；请看看是不是抄错了数字，确实在那里的不用改。",
    ask=True,
)
set_out_after_approval = Rule(
    "批准后放线",
    SiteVisit,
    Q(kind=Kind.SETTING_OUT)
    & (Q(approval__approved_on__isnull=True) | Q(approval__approved_on__gt=F("on"))),
    "放线（丈量批放）日期 {on} 时这件审批还没有批准；请核对日期，没有批准的不得放线。",
    basis=THREE_VISITS_2019,
)


completion_visit_after_completion = Rule(
    "竣工后到场验收",
    SiteVisit,
    Q(kind=Kind.COMPLETION)
    & (Q(approval__completed_on__isnull=True) | Q(approval__completed_on__gt=F("on"))),
    "竣工（验收）到场日期 {on} 时这件审批还没有填竣工日期，或者竣工在后；请先填竣工日期，或核对到场环节。",
    basis=THREE_VISITS_2019,
)
set_out_on_the_day = Rule(
    "放线到场与放线日期一致",
    SiteVisit,
    Q(kind=Kind.SETTING_OUT, is_repeat=False) & ~Q(approval__set_out_on=F("on")),
    "放线（丈量批放）到场日期 {on} 与这件审批的放线日期不同，或审批里没有填放线日期；请核对，两处填成一致。",
    ask=True,
)


def later(kinds: list[Kind]) -> Exists:
    """First visits of these kinds that were made for the same application on a later day."""
    same = SiteVisit.objects.filter(approval=OuterRef("approval"), on__gt=OuterRef("on"))
    return Exists(same.filter(kind__in=kinds, is_repeat=False))


visits_in_order = Rule(
    "到场按环节先后",
    SiteVisit,
    reduce(
        or_, (Q(kind=kind) & later(IN_ORDER[:turn]) for turn, kind in enumerate(IN_ORDER) if turn)
    ),
    "{kind}到场日期 {on} 早于前面环节的到场日期；请核对日期和环节。",
    ask=True,
)
SAME_KIND = SiteVisit.objects.filter(
    approval=OuterRef("approval"), kind=OuterRef("kind"), is_repeat=False
).exclude(pk=OuterRef("pk"))
visited_once = Rule(
    "再次到场填复查",
    SiteVisit,
    Q(is_repeat=False) & Exists(SAME_KIND),
    "这件审批的“{kind}”已有一次到场记录；再次到场的，请把“是否复查”填“是”。",
)
repeat_of_a_visit = Rule(
    "复查之前要有到场",
    SiteVisit,
    Q(is_repeat=True) & ~Exists(SAME_KIND.filter(on__lte=OuterRef("on"))),
    "{on} 填的是复查，以前却没有“{kind}”的到场记录；请补登记第一次，或把“是否复查”改成“否”。",
    ask=True,
)
