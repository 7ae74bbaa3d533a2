"""What must hold of dwellings given out."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.rules.alike import ONE_HOMESTEAD, stands_with

allocation_stands_with_unit = stands_with(Allocation, "unit", "套房")
move_in_after_allocation = Rule(
    "先分房后入住",
    Allocation,
    Q(moved_in_on__lt=F("allocated_on")),
    "入住日期 {moved_in_on} 早于分房日期 {allocated_on}，请核对这两个日期。",
)
unit_given_once = Rule(
    "一套房只分给一户",
    Allocation,
    Exists(Allocation.objects.filter(unit=OuterRef("unit")).exclude(pk=OuterRef("pk"))),
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
    Exists(Allocation.objects.filter(id_number=OuterRef("id_number")).exclude(pk=OuterRef("pk"))),
    "户主{householder}（同一身份证号）已分有一套房，请核实是不是重复登记。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
