"""What must hold of plans and drawings, and of approvals against them."""

from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Substr

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.planning import Drawing, Plan
from taizhang.lines.housing.rules.alike import APPROVED, in_square_metres
from taizhang.people.models import TOWN

BY_PLAN = "土地管理法第62条：农村村民建住宅应当符合乡（镇）土地利用总体规划、村庄规划"
PLANNING_LAW = "城乡规划法第41条：在乡、村庄规划区内建设，应当先取得乡村建设规划许可证"
COMPARED = ("footprint", "floor_area", "storeys", "height")
TO_DRAWING = "批准占地 {footprint} ㎡、建筑面积 {floor_area} ㎡、{storeys} 层、高 {height} 米"

plan_ends_after_it_begins = Rule(
    "规划停用晚于起用",
    Plan,
    Q(until__lte=F("since")),
    "停用日期 {until} 不晚于起用日期 {since}，请核对这两个日期。",
)
plan_begins_after_approval = Rule(
    "规划批准后起用",
    Plan,
    Q(since__lt=F("approved_on")),
    "起用日期 {since} 早于批准日期 {approved_on}，请对照批准文件核对。",
    basis="城乡规划法第22条：乡规划、村庄规划报上一级人民政府审批",
)
plan_years_in_order = Rule(
    "规划期止不早于起",
    Plan,
    Q(to_year__lt=F("from_year")),
    "规划期写成 {from_year} 至 {to_year} 年，请核对是不是填反了。",
)
plan_has_its_document = Rule(
    "规划要有批准文号",
    Plan,
    Q(document_no=""),
    "“{name}”没有填批准文号；请对照批复补上，查不到的先放着。",
    ask=True,
)
drawing_in_square_metres = in_square_metres(Drawing, "since")
drawing_floors_fit = Rule(
    "图样建筑面积不超过各层之和",
    Drawing,
    Q(floor_area__gt=F("footprint") * F("storeys")),
    "图样建筑面积 {floor_area} ㎡ 大于占地 {footprint} ㎡ 乘 {storeys} 层；有挑出的阳台才会这样，请核对。",
    ask=True,
)
PLANS_THEN = Plan.objects.filter(
    Q(until__isnull=True) | Q(until__gt=OuterRef("approved_on")),
    since__lte=OuterRef("approved_on"),
    place__code__startswith=Substr(OuterRef("place"), 1, TOWN),
)
approval_names_its_plan = Rule(
    "批准要写明依据的规划",
    Approval,
    APPROVED & Q(plan__isnull=True) & Exists(PLANS_THEN),
    "{approved_on} 已批准，没有填依据的规划，而那天有规划在用；请填上“规划”里那个版本的编号。",
    basis=BY_PLAN,
    ask=True,
)
plan_in_force_when_approved = Rule(
    "批准之日规划在用",
    Approval,
    Q(plan__since__gt=F("approved_on")) | Q(plan__until__lte=F("approved_on")),
    "批准日期 {approved_on} 那天，“{plan}”还没有起用或者已经停用；请改填当时在用的版本。",
    basis=BY_PLAN,
)
plan_of_this_place = Rule(
    "规划管得到这个地方",
    Approval,
    Q(plan__isnull=False) & ~Q(place__code__startswith=F("plan__place__code")),
    "“{plan}”不是{place}的规划；请核对是不是填了别的村的规划。",
    basis=BY_PLAN,
)
concentrated_to_a_drawing = Rule(
    "集中建房按图",
    Approval,
    APPROVED
    & Q(kind=Approval.Kind.CONCENTRATED, drawing__isnull=True)
    & Exists(
        Drawing.objects.filter(
            since__lte=OuterRef("approved_on"),
            place__code__startswith=Substr(OuterRef("place"), 1, TOWN),
        )
    ),
    "集中建房 {approved_on} 已批准，没有填按哪个图样建；请填图集图样的编号。",
    ask=True,
)


def any_of(comparison: str, path: str) -> Q:
    """One of the measures of a house compares so with that of its drawing."""
    return reduce(or_, (Q(**{f"{path}__{name}__{comparison}": F(name)}) for name in COMPARED))


drawing_within_approval = Rule(
    "照图建不超过批准",
    Approval,
    APPROVED & any_of("gt", "drawing"),
    f"{TO_DRAWING}；“{{drawing}}”有一项比批准的大，照图建起来就超批了。请换图样，或核对批准的数。",
    basis=PLANNING_LAW,
)
approval_keeps_to_drawing = Rule(
    "批准与图样一致",
    Approval,
    APPROVED & any_of("lt", "drawing"),
    f"{TO_DRAWING}；有一项比“{{drawing}}”大，不是按图批的。请核实是批准时调整过，还是填错了图样。",
    basis=PLANNING_LAW,
    ask=True,
)
built_to_the_drawing = Rule(
    "建成与图样一致",
    Acceptance,
    any_of("lt", "approval__drawing") | Q(approval__drawing__storeys__gt=F("storeys")),
    "实测占地 {footprint} ㎡、建筑面积 {floor_area} ㎡、{storeys} 层、高 {height} 米，与审批所用的图样不一致，"
    "没有按图建；请核对实测的数，属实的在验收意见里写明怎么处理。",
    basis=PLANNING_LAW,
    ask=True,
)
