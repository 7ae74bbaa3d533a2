"""What is counted of targets, and how their progress is read off the figures."""

from django.db.models import Q

from taizhang.indicators.aims import Aim
from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import during, each
from taizhang.lines.targets.models import Judgement, Target

target_aim = Aim(Target, tolerance="tolerance", period="board__period")

targets = Indicator(
    "目标事项",
    "项",
    counts=[during(Target, since="set_on", until="withdrawn_on")],
    show="stock",
    definition="各目标板上的目标，自确定之日起计，撤销的从撤销之日起减去，统计截止日的数；不管达到没有。",
)
measured = Indicator(
    "量化目标",
    "项",
    counts=[during(Target, since="set_on", until="withdrawn_on", where=~Q(indicator=""))],
    show="stock",
    definition="挂了指标、有目标值的目标，自确定之日起计，撤销的减去，统计截止日的数；只写定性标准的不计。",
)
measured_share = Ratio(
    "目标量化率",
    "%",
    of=measured,
    to=targets,
    definition="量化目标 ÷ 目标事项，均为统计截止日的数。",
)
judged = Indicator(
    "目标评议",
    "次",
    counts=[each(Judgement, on="judged_on", item="verdict")],
    definition="本期对定性目标作出的评议，按评议日期计，每个目标每期一次；挂钩指标自动算出的进度不计。",
)
