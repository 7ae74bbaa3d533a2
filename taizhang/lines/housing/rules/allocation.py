"""What must hold of dwellings given out."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.draws import Entitlement
from taizhang.lines.housing.rules.alike import ONE_HOMESTEAD, stands_with

STANDING = Q(withdrawn_on__isnull=True)  # what was taken back is on record, and given to nobody
OTHERS = Allocation.objects.filter(STANDING).exclude(pk=OuterRef("pk"))

allocation_stands_with_unit = stands_with(Allocation, "unit", "套房")
move_in_after_allocation = Rule(
    "先分房后入住",
    Allocation,
    Q(moved_in_on__lt=F("allocated_on")),
    "入住日期 {moved_in_on} 早于分房日期 {allocated_on}，请核对这两个日期。",
)
move_out_after_move_in = Rule(
    "先入住后搬出",
    Allocation,
    Q(moved_out_on__isnull=False, moved_in_on__isnull=True) | Q(moved_out_on__lt=F("moved_in_on")),
    "搬出日期 {moved_out_on} 之前要有入住日期（现在是 {moved_in_on}），请核对这两个日期。",
)
withdrawn_after_allocation = Rule(
    "先分房后收回",
    Allocation,
    Q(withdrawn_on__lt=F("allocated_on")),
    "收回日期 {withdrawn_on} 早于分房日期 {allocated_on}，请核对这两个日期。",
)
empty_when_withdrawn = Rule(
    "搬出以后收回",
    Allocation,
    Q(withdrawn_on__isnull=False, moved_in_on__isnull=False)
    & (Q(moved_out_on__isnull=True) | Q(moved_out_on__gt=F("withdrawn_on"))),
    "收回日期 {withdrawn_on} 时这一户还没有搬出（入住 {moved_in_on}）；请先登记搬出日期。",
)
unit_given_once = Rule(
    "一套房只分给一户",
    Allocation,
    STANDING & Exists(OTHERS.filter(unit=OuterRef("unit"))),
    "“{unit}”已经分给别的户，请核对套房编号。",
)
house_ready_when_allocated = Rule(
    "竣工后分房",
    Allocation,
    Q(unit__building__completed_on__isnull=True)
    | Q(unit__building__completed_on__gt=F("allocated_on")),
    "分房日期 {allocated_on} 时“{unit}”所在的楼栋还没有竣工，请核对分房日期和竣工日期。",
    ask=True,
)
household_given_once = Rule(
    "一户只分一套",
    Allocation,
    STANDING & Exists(OTHERS.filter(id_number=OuterRef("id_number"))),
    "户主{householder}（同一身份证号）已分有一套房，请核实是不是重复登记。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
agreement_in_writing = Rule(
    "协商分房要有协议",
    Allocation,
    Q(method=Allocation.Method.AGREEMENT, basis=""),
    "协商分房没有填分房依据；请填协议编号，并把协议扫描件附上。",
    ask=True,
)
points_on_record = Rule(
    "积分分房要有积分",
    Allocation,
    Q(method=Allocation.Method.POINTS)
    & ~Exists(
        Entitlement.objects.filter(
            id_number=OuterRef("id_number"),
            site=OuterRef("unit__building__site"),
            points__isnull=False,
            struck_on__isnull=True,
        )
    ),
    "户主{householder}按积分分房，分房资格里却没有这一户的积分；请先登记积分和选房顺序。",
    ask=True,
)
