"""Tasks assigned, due, closed and overdue. What is due is counted with those still open, so that none can hide."""

from django.db.models import F, Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import during, each
from taizhang.lines.directives.models import Extension, Task, Urging

KEPT = Q(withdrawn_on__isnull=True)
LATE = Q(ended_on__isnull=True) | Q(ended_on__gte=F("late_from"))

tasks_assigned = Indicator(
    "督办立项",
    "项",
    counts=[each(Task, on="registered_on", item="source")],
    definition="本期立项的督办事项，一事一项，按立项日期计；后来撤销（并案）的也计。",
)
tasks_due = Indicator(
    "到期督办事项",
    "项",
    counts=[each(Task, on="due_on", where=KEPT)],
    definition="现定期限（含已批准的延期）落在本期的督办事项，按现定期限计，不论是否办结；撤销（并案）的不计。",
)
tasks_closed = Indicator(
    "督办销号",
    "项",
    counts=[each(Task, on="closed_on", item="source")],
    definition="经承办人以外的人核实、凭依据销号的督办事项，按销号日期计；只报结未销号的、撤销（并案）的不计。",
)
tasks_closed_in_time = Indicator(
    "按期销号",
    "项",
    counts=[each(Task, on="due_on", where=KEPT & Q(closed_on__lt=F("late_from")))],
    definition="到期督办事项中在现定期限以前销号的，按现定期限计；期限遇休息日的，顺延到的工作日销号也算按期。",
)
tasks_in_time = Ratio(
    "督办按期办结率",
    "%",
    of=tasks_closed_in_time,
    to=tasks_due,
    definition="按期销号除以到期督办事项，都按现定期限计；到期没有销号的在分母里，还没有到期的两边都不计。",
)
tasks_open = Indicator(
    "在办督办事项",
    "项",
    counts=[during(Task, since="registered_on", until="ended_on")],
    show="stock",
    definition="已立项、还没有销号或撤销（并案）的督办事项，从立项日期起计，到销号或撤销日期止；已报结未销号的也计。",
)
tasks_overdue = Indicator(
    "逾期督办事项",
    "项",
    counts=[during(Task, since="late_from", until="ended_on", where=LATE)],
    show="stock",
    definition="过了现定期限（遇休息日顺延）还没有销号的督办事项，从逾期第一天起计，到销号或撤销日期止；在办督办事项里的一部分。",
)
urgings = Indicator(
    "催办",
    "次",
    counts=[each(Urging, on="urged_on", item="how")],
    definition="对督办事项的催办，一次一计，按催办日期计；不论是否答复。",
)
extensions_granted = Indicator(
    "批准延期",
    "次",
    counts=[each(Extension, on="approved_on")],
    definition="督办事项在期限以前申请、经批准的延期，按批准日期计；不予延期的、还没有答复的不计。",
)
