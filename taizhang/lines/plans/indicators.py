"""What is counted of plans, and how an item's aim is read off the figures of its own period."""

from django.db.models import F, Q

from taizhang.indicators.aims import Aim
from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.plans.models import Item

item_aim = Aim(Item, tolerance="tolerance", period="plan__period")
NOT_DROPPED = Q(dropped_on__isnull=True) | Q(dropped_on__gt=F("deadline"))

planned = Indicator(
    "列入计划事项",
    "项",
    counts=[each(Item, on="listed_on")],
    definition="本期列入工作计划的事项，按列入日期计，多半是为下一期列的；后来取消的也在内。",
)
due = Indicator(
    "到期计划事项",
    "项",
    counts=[each(Item, on="deadline", where=NOT_DROPPED)],
    definition="完成期限在本期的计划事项，按完成期限计，提前完成的也在内；期限以前取消的和统计截止日以后到期的不计。",
)
done = Indicator(
    "完成计划事项",
    "项",
    counts=[each(Item, on="done_on")],
    definition="本期完成的计划事项，按完成日期计，不管期限在哪一期；取消的不计。",
)
in_time = Indicator(
    "按期完成事项",
    "项",
    counts=[each(Item, on="deadline", where=Q(done_on__lt=F("late_from")))],
    definition="到期计划事项里在期限以内完成的，按完成期限计，期限遇休息日顺延；逾期才完成的和没有完成的不计。",
)
in_time_rate = Ratio(
    "计划按期完成率",
    "%",
    of=in_time,
    to=due,
    definition="按期完成事项 ÷ 到期计划事项；没有完成的留在分母里。",
)
dropped = Indicator(
    "取消计划事项",
    "项",
    counts=[each(Item, on="dropped_on")],
    definition="本期取消的计划事项，按取消日期计；改列到下期的另算列入，不算取消。",
)
open_items = Indicator(
    "未完成计划事项",
    "项",
    counts=[each(Item, on="listed_on")],
    less=[each(Item, on="done_on"), each(Item, on="dropped_on")],
    show="stock",
    definition="列入计划、还没有完成也没有取消的事项，统计截止日的数，为下期列的在内；逾期的仍然在内，不会自动消失。",
)
