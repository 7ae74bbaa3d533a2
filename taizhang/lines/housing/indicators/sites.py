"""What is counted of sites. A plan is not in use: each has its own figure."""

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.housing.models.sites import Building, Phase, Site, Unit

sites = Indicator(
    "集中建房点",
    "个",
    counts=[each(Site, on="planned_on")],
    show="stock",
    definition="截至统计截止日规划已批准的集中建房点，按规划日期计；分期建设的只计一个。",
)
planned_land = Indicator(
    "集中建房点规划用地",
    "亩",
    counts=[each(Site, on="planned_on", amount="planned_area", item="land_source")],
    show="stock",
    definition="集中建房点批准的规划用地面积，按规划日期计；是规划数，不等于已用地。",
)
phase_land = Indicator(
    "集中建房点已用地",
    "亩",
    counts=[each(Phase, on="started_on", amount="area")],
    show="stock",
    definition="已开工各期的用地面积，按开工日期计；未开工的后期用地不计。",
)
phase_share = Ratio(
    "规划用地使用率",
    "%",
    of=phase_land,
    to=planned_land,
    definition="已开工各期用地 ÷ 规划用地，均为截至统计截止日的累计数。",
)
buildings = Indicator(
    "集中建房",
    "栋",
    counts=[each(Building, on="completed_on", item="kind")],
    show="stock",
    definition="集中建房点内已竣工的楼栋，按竣工日期计；一栋可有几套房，不等于户数。",
)
units = Indicator(
    "集中建房套数",
    "套",
    counts=[each(Unit, on="building__completed_on")],
    show="stock",
    definition="已竣工楼栋内的套房，按所在楼栋的竣工日期计；不论是否已分配。",
)
