"""Visits: batches and persons are two counts, and neither is a mark for a village or an officer."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.duty.models import Visit


def answered(step: str) -> list[each]:
    return [each(Visit, on="on", where=Q(next_step=step))]


visits = Indicator(
    "坐班接访",
    "批次",
    counts=[each(Visit, on="on", item="next_step")],
    definition="坐班时接待的来访，一批来访人一计，按接访日期计；同一人另一天再来的另计，电话和来信不计。",
)
visitors = Indicator(
    "坐班接访人数",
    "人次",
    counts=[each(Visit, on="on", amount="people", item="next_step")],
    definition="坐班时接待的来访人数，按接访日期计，是人次不是人数：同一人来两次计两次。",
)
visits_answered = Indicator(
    "当场答复的来访",
    "批次",
    counts=answered(Visit.NextStep.ANSWERED),
    definition="接访登记里下一步是当场答复的来访，按接访日期计；登记为信访件、转调解的不计。",
)
visits_registered = Indicator(
    "转为信访件的来访",
    "批次",
    counts=[each(Visit, on="on", where=~Q(petition_no=""))],
    definition="接访登记里已填信访编号的来访，按接访日期计，不按信访件登记的日期；要登记而还没有编号的不计。",
)
visits_to_mediation = Indicator(
    "转人民调解的来访",
    "批次",
    counts=answered(Visit.NextStep.MEDIATION),
    definition="接访登记里下一步是转人民调解的来访，按接访日期计；后来没有调成的不减。",
)
