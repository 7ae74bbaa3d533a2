"""What is counted of houses and sites. A plan is not in use, a house given is not yet lived in: each has its own figure."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.housing.models import Allocation, Approval, Building, Phase, Site, Unit

CONCENTRATED = Q(kind=Approval.Kind.CONCENTRATED)
SCATTERED = Q(kind=Approval.Kind.SCATTERED)

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
applications_accepted = Indicator(
    "受理建房申请",
    "户",
    counts=[each(Approval, on="accepted_on", item="kind")],
    definition="本期受理的建房申请，一件一户，按受理日期计；只申请未受理的不计。",
)
approvals = Indicator(
    "批准建房",
    "户",
    counts=[each(Approval, on="approved_on", item="kind")],
    definition="本期批准的建房申请，一件一户，按批准日期计；集中和分散都计，不予批准的不计。",
)
concentrated_approvals = Indicator(
    "批准集中建房",
    "户",
    counts=[each(Approval, on="approved_on", where=CONCENTRATED)],
    definition="本期批准在集中建房点建房的申请，一件一户，按批准日期计。",
)
scattered_approvals = Indicator(
    "批准分散建房",
    "户",
    counts=[each(Approval, on="approved_on", where=SCATTERED)],
    definition="本期批准在集中建房点以外建房的申请，一件一户，按批准日期计；原址翻建也计。",
)
refusals = Indicator(
    "不予批准建房",
    "户",
    counts=[each(Approval, on="refused_on", item="kind")],
    definition="本期决定不予批准的建房申请，一件一户，按决定日期计。",
)
