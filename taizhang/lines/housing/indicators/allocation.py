"""What is counted of dwellings given out. Given is not yet lived in."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import during, each
from taizhang.lines.housing.indicators.sites import buildings
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.sites import Unit

households_allocated = Indicator(
    "分房",
    "户",
    counts=[during(Allocation, since="allocated_on", until="withdrawn_on", item="method")],
    show="stock",
    definition="分得集中建房点套房的户，按分房日期计，退房或抽签作废的自收回日期起减去；分房不等于入住。",
)


def allocated_by(title: str, method: str, definition: str) -> Indicator:
    """Households given a dwelling by one of the three methods."""
    given = during(Allocation, since="allocated_on", until="withdrawn_on", where=Q(method=method))
    return Indicator(title, "户", counts=[given], show="stock", definition=definition)


allocated_by_draw = allocated_by(
    "抽签分房",
    Allocation.Method.DRAW,
    "以抽签方式分得套房的户，按分房日期计，收回的减去；协商和积分排序的不计。",
)
allocated_by_agreement = allocated_by(
    "协商分房",
    Allocation.Method.AGREEMENT,
    "以协商方式分得套房的户，按分房日期计，收回的减去；抽签和积分排序的不计。",
)
allocated_by_points = allocated_by(
    "积分排序分房",
    Allocation.Method.POINTS,
    "以积分排序方式分得套房的户，按分房日期计，收回的减去；抽签和协商的不计。",
)
households_moved_in = Indicator(
    "入住",
    "户",
    counts=[each(Allocation, on="moved_in_on", item="method")],
    show="stock",
    definition="已分房并实际入住的户，按入住日期计；已分未住的不计。",
)
households_living = Indicator(
    "现住户",
    "户",
    counts=[during(Allocation, since="moved_in_on", until="moved_out_on")],
    show="stock",
    definition="住在集中建房点的户，按入住日期计入，按搬出日期减去；已分未住的不计。",
)
units_to_allocate = Indicator(
    "待分套房",
    "套",
    counts=[each(Unit, on="building__completed_on")],
    less=[during(Allocation, since="allocated_on", until="withdrawn_on")],
    show="stock",
    definition="已竣工楼栋内还没有分出的套房，按楼栋竣工日期计入，按分房日期减去，收回的重新计入；竣工前就分出的也减。",
)
vacant_units = Indicator(
    "空置套房",
    "套",
    counts=[each(Unit, on="building__completed_on")],
    less=[during(Allocation, since="moved_in_on", until="moved_out_on")],
    show="stock",
    definition="已竣工楼栋内没有人住的套房，按楼栋竣工日期计入，按入住日期减去，搬出的重新计入；已分未住的也是空置。",
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
