"""What is counted of dwellings given out. Given is not yet lived in."""

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.housing.indicators.sites import buildings
from taizhang.lines.housing.models.allocation import Allocation

households_allocated = Indicator(
    "分房",
    "户",
    counts=[each(Allocation, on="allocated_on", item="method")],
    show="stock",
    definition="分得集中建房点套房的户，按分房日期计；分房不等于入住。",
)
households_moved_in = Indicator(
    "入住",
    "户",
    counts=[each(Allocation, on="moved_in_on", item="method")],
    show="stock",
    definition="已分房并实际入住的户，按入住日期计；已分未住的不计。",
)
move_in_rate = Ratio(
    "入住率",
    "%",
    of=households_moved_in,
    to=households_allocated,
    definition="入住户数 ÷ 分房户数，均为截至统计截止日的累计数。",
)
households_per_building = Ratio(
    "每栋户数",
    "户/栋",
    of=households_allocated,
    to=buildings,
    definition="分房户数 ÷ 已竣工楼栋数，均为截至统计截止日的累计数。",
)
