"""What is worked out here: the first and last day of the period a plan is for, and from when an item is late."""

from taizhang.ledgers.derived import Derived
from taizhang.ledgers.periods import days_of_period, late_from
from taizhang.lines.plans.models import Item, Plan

plan_days = Derived(Plan, fields=("begins_on", "ends_on"), needs=("period",), work=days_of_period)
item_days = Derived(
    Item,
    fields=("late_from",),
    needs=("deadline",),
    work=lambda rows: [(late_from(row.deadline),) for row in rows],
)
