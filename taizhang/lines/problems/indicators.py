"""What is counted of problems: how many come, go and stay, and how many are late."""

from django.db.models import F, Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import during, each
from taizhang.lines.problems.models import Problem

LATE = Q(closed_on__isnull=True) | Q(closed_on__gt=F("late_from"))

raised = Indicator(
    "新列入问题",
    "个",
    counts=[each(Problem, on="raised_on")],
    definition="本期列入问题清单的问题，按列入日期计；上期结转的不计。",
)
closed = Indicator(
    "销号问题",
    "个",
    counts=[each(Problem, on="closed_on")],
    definition="本期核实以后销号的问题，按销号日期计；只报请、没有核实销号的不计。",
)
open_problems = Indicator(
    "未销号问题",
    "个",
    counts=[during(Problem, since="raised_on", until="closed_on")],
    show="stock",
    definition="列入清单还没有销号的问题，统计截止日的数，上期结转的在内；报请销号、等待核实的也算没有销号。",
)
overdue = Indicator(
    "逾期问题",
    "个",
    counts=[during(Problem, since="late_from", until="closed_on", where=LATE)],
    show="stock",
    definition="过了整改期限（批准延期的按延期后的日期）还没有销号的问题，自期限（遇休息日顺延）的次日起计，统计截止日的数。",
)
due = Indicator(
    "到期问题",
    "个",
    counts=[each(Problem, on="due_on")],
    definition="整改期限（批准延期的按延期后的日期）在本期的问题，按期限计，提前销号的也在内；统计截止日以后到期的不计。",
)
closed_in_time = Indicator(
    "按期销号问题",
    "个",
    counts=[each(Problem, on="due_on", where=Q(closed_on__lt=F("late_from")))],
    definition="到期问题里在期限以内销号的，按期限计，期限遇休息日顺延；过期才销号的和没有销号的不计。",
)
in_time_rate = Ratio(
    "问题按期销号率",
    "%",
    of=closed_in_time,
    to=due,
    definition="按期销号问题 ÷ 到期问题；逾期没有销号的留在分母里，不会因为没办而显得率高。",
)
