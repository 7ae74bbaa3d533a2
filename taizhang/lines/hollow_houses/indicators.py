"""What is counted of hollow houses. Floor area is of houses, plot area of the land they leave: never one for the other."""

from taizhang.indicators.indicator import Indicator, Level, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.hollow_houses.models import HollowHouse

surveyed = Indicator(
    "摸底空心房",
    "栋",
    counts=[each(HollowHouse, on="surveyed_on", item="category")],
    show="stock",
    definition="已入户摸底登记的空心房，按摸底日期计；不论后来是否签协议、是否拆除。",
)
agreements = Indicator(
    "签订拆除协议",
    "栋",
    counts=[each(HollowHouse, on="agreement_on", item="category")],
    show="stock",
    definition="户主已签拆除退出协议的空心房，一栋一计，按协议日期计；已签未拆的也计。",
)
demolished = Indicator(
    "拆除空心房",
    "栋",
    counts=[each(HollowHouse, on="demolished_on", item="category")],
    definition="本期签协议后拆除的空心房，按拆除日期计；已签协议未拆的、只修缮的不计。",
)
plot_area = Indicator(
    "拆除腾退土地",
    "㎡",
    counts=[each(HollowHouse, on="demolished_on", amount="plot_area", item="category")],
    definition="本期拆除的空心房连同院坝腾退的宅基地面积，按拆除日期计，摸底时量的数；是土地面积，不是房屋建筑面积。",
)
floor_area = Indicator(
    "拆除建筑面积",
    "㎡",
    counts=[each(HollowHouse, on="demolished_on", amount="floor_area", item="category")],
    definition="本期拆除的空心房各层建筑面积之和，按拆除日期计；不含院坝、禾场等土地。",
)
resurveyed_area = Indicator(
    "复测腾退土地",
    "㎡",
    counts=[each(HollowHouse, on="resurveyed_on", amount="resurveyed_area", item="reclaim_type")],
    definition="拆除后实地复测的腾退土地面积，按复测日期计；拆除了还没有复测的不计。",
)
resurveyed = Indicator(
    "完成复测",
    "栋",
    counts=[each(HollowHouse, on="resurveyed_on", item="reclaim_type")],
    definition="拆除后已实地复测腾退土地的空心房，按复测日期计。",
)
floor_area_per_house = Ratio(
    "栋均建筑面积",
    "㎡/栋",
    of=floor_area,
    to=demolished,
    definition="拆除建筑面积 ÷ 拆除栋数，均为本期数；常见范围40至300㎡，超出时先核对是否填成了土地面积。",
)
plot_area_per_house = Ratio(
    "栋均腾退土地",
    "㎡/栋",
    of=plot_area,
    to=demolished,
    definition="拆除腾退土地 ÷ 拆除栋数，均为本期数。",
)
largest_floor_area = Level(
    "最大单栋建筑面积",
    "㎡",
    reads=[each(HollowHouse, on="demolished_on", amount="floor_area")],
    pick="highest",
    definition="本期拆除的空心房中建筑面积最大的一栋，按拆除日期计；用来发现填错单位的记录。",
)
