"""What must hold of visits to the plot, and of approvals by what the visits found."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import GreaterThanOrEqual, In

from taizhang.ledgers.models import Attachment
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.visits import SiteVisit
from taizhang.lines.housing.rules.alike import stands_with

THREE_VISITS_2004 = "国土资发〔2004〕234号：选址、放线、验收三次到场"
THREE_VISITS_2019 = "农经发〔2019〕6号：申请审查到场、批准后丈量批放到场、竣工后核查到场"
TWO_OFFICERS = "行政许可法第34条：核实申请材料的实质内容，应当指派两名以上工作人员"
TOWNSHIPS_VISIT = date(2020, 1, 1)
COLLECTIVE = Q(land_owner=Approval.LandOwner.COLLECTIVE)
UNTIL_2019 = {"until": TOWNSHIPS_VISIT, "ask": True, "basis": THREE_VISITS_2004}
SINCE_2020 = {"since": TOWNSHIPS_VISIT, "at_closing": True, "basis": THREE_VISITS_2019}
IN_ORDER = list(SiteVisit.Kind)
NOT_SOUND = [result for result in SiteVisit.Result if result != SiteVisit.Result.SOUND]


def owed(kind: SiteVisit.Kind, on: str) -> Q:
    """Whether the list of visits in force on a day has this kind: its standard says 1 or 0."""
    return Q(GreaterThanOrEqual(standard(f"housing.visit_{kind}", on=on), 1))


def visits_until(kind: SiteVisit.Kind, day: str) -> "QuerySet[SiteVisit]":
    """The visits of one kind made for an application up to one of its days."""
    return SiteVisit.objects.filter(approval=OuterRef("pk"), kind=kind, on__lte=OuterRef(day))


def visited(kind: SiteVisit.Kind, day: str, event: str, **force: Any) -> Rule:
    """Nothing happens to a house before the visit that is owed for it: no approval, no start, no acceptance."""
    return Rule(
        f"{event}前要到场：{kind.label}",
        Approval,
        COLLECTIVE
        & Q(**{f"{day}__isnull": False})
        & owed(kind, day)
        & ~Exists(visits_until(kind, day)),
        f"到{event}日期 {{{day}}} 为止，没有“{kind.label}”的到场记录；请先登记到场记录，没有到场的不能{event}。",
        dated_by=day,
        **force,
    )


siting_until_2019 = visited(SiteVisit.Kind.SITING, "approved_on", "批准", **UNTIL_2019)
siting_since_2020 = visited(SiteVisit.Kind.SITING, "approved_on", "批准", **SINCE_2020)

LAST_SITING = visits_until(SiteVisit.Kind.SITING, "approved_on").order_by("-on", "-pk")
unsound_is_not_approved = Rule(
    "到场不符合的不批准",
    Approval,
    Q(In(Subquery(LAST_SITING.values("result")[:1]), NOT_SOUND)),
    "批准以前最后一次选址（申请审查）到场，结论不是“符合”，却填了批准日期 {approved_on}；"
    "请先整改，复查符合后再批准。",
    basis=THREE_VISITS_2019,
)

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
        kind__in=[SiteVisit.Kind.SETTING_OUT, SiteVisit.Kind.COMPLETION],
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
set_out_after_approval = Rule(
    "批准后放线",
    SiteVisit,
    Q(kind=SiteVisit.Kind.SETTING_OUT)
    & (Q(approval__approved_on__isnull=True) | Q(approval__approved_on__gt=F("on"))),
    "放线（丈量批放）日期 {on} 时这件审批还没有批准；请核对日期，没有批准的不得放线。",
    basis=THREE_VISITS_2019,
)


def later(kinds: list[SiteVisit.Kind]) -> Exists:
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
