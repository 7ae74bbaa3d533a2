"""What is worked out here: the first and last day of the period a plan is for."""

from taizhang.ledgers.derived import Derived
from taizhang.ledgers.periods import days_of_period
from taizhang.lines.plans.models import Plan

plan_days = Derived(Plan, fields=("begins_on", "ends_on"), needs=("period",), work=days_of_period)
