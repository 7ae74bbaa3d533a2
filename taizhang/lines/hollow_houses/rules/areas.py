"""What must hold of a house's areas: each is the area of what it says, in square metres, and no other's."""

from decimal import Decimal

from django.db.models import F, Q
from django.db.models.functions import Mod, Round
from django.db.models.lookups import Exact

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.hollow_houses.models import HollowHouse

MEASURED_IN_SQUARE_METRES = "法定计量单位：面积用㎡；1 亩＝2000/3 ㎡（约 666.67 ㎡）"
LEAST = standard("hollow_houses.floor_area_least", on="surveyed_on")
LOW = standard("hollow_houses.floor_area_low", on="surveyed_on")
HIGH = standard("hollow_houses.floor_area_high", on="surveyed_on")

floor_area_in_square_metres = Rule(
    "建筑面积按㎡填",
    HollowHouse,
    Q(floor_area__lt=LEAST),
    "建筑面积 {floor_area} ㎡ 不像一栋房：如果量的是 {floor_area} 亩，应填 {floor_area_from_mu} ㎡；"
    "如果是 {floor_area} 万㎡，就是 {floor_area_from_myriads} ㎡。请换算成㎡再填。",
    basis=MEASURED_IN_SQUARE_METRES,
)
floor_area_plausible = Rule(
    "建筑面积在常见范围内",
    HollowHouse,
    Q(floor_area__gte=LEAST) & (Q(floor_area__lt=LOW) | Q(floor_area__gt=HIGH)),
    "一栋房建筑面积 {floor_area} ㎡ 少见，请核实是不是把宅基地面积填进来了，或者几栋合成了一条。",
    ask=True,
)


def multiple(field: str, divisor: str) -> Exact:
    """The area is a whole multiple of some square metres."""
    return Exact(Mod(F(field), Decimal(divisor)), Decimal(0))


def hundredths_of_mu(factor: Decimal) -> Exact:
    """The floor area is some hundredths of a 亩 times a factor of more digits, rounded to the square centimetre."""
    hundredth = factor / 100
    return Exact(
        Round(Round(F("floor_area") / hundredth) * hundredth, precision=2), F("floor_area")
    )


# Round figures such as 120 ㎡ are multiples too, and innocent: people do estimate whole square metres.
floor_area_is_no_land_area = Rule(
    "建筑面积不是由亩折算的",
    HollowHouse,
    Q(floor_area__gte=LEAST)
    & ~Q(multiple("floor_area", "1"))
    & (
        Q(multiple("floor_area", "6.66"))
        | Q(multiple("floor_area", "6.67"))
        | Q(hundredths_of_mu(Decimal("666.67")))
    ),
    "建筑面积 {floor_area} ㎡ 正好是亩数乘 666、666.67 或 667 得来的，请核实是不是把土地面积填成了建筑面积。",
    basis=MEASURED_IN_SQUARE_METRES,
    ask=True,
)
floor_area_is_not_the_plot = Rule(
    "建筑面积与宅基地面积不同",
    HollowHouse,
    Q(floor_area=F("plot_area")),
    "建筑面积和宅基地面积都是 {floor_area} ㎡，请核实是不是同一个数填了两遍。",
    ask=True,
)
base_within_plot = Rule(
    "房基不大于宅基地",
    HollowHouse,
    Q(base_area__gt=F("plot_area")),
    "房基占地面积 {base_area} ㎡ 大于宅基地面积 {plot_area} ㎡，请核对两个面积是不是填反了。",
)
base_within_floors = Rule(
    "房基不大于建筑面积",
    HollowHouse,
    Q(base_area__gt=F("floor_area"), floor_area__gte=LEAST),
    "房基占地面积 {base_area} ㎡ 大于建筑面积 {floor_area} ㎡，请核实有没有填反。",
    ask=True,
)


def by_a_wrong_factor(field: str) -> Q:
    """Land of some hundredths of a 亩 by 666 or 667; land measured in whole square metres is so only in whole 亩."""
    measured = Q(multiple(field, "1"))
    fine = Q(multiple(field, "6.66")) | Q(multiple(field, "6.67"))
    coarse = Q(multiple(field, "666")) | Q(multiple(field, "667"))
    return Q(**{f"{field}__gt": 0}) & (coarse | (~measured & fine))


plot_by_the_right_factor = Rule(
    "宅基地面积按1亩2000/3㎡折算",
    HollowHouse,
    by_a_wrong_factor("plot_area"),
    "宅基地面积 {plot_area} ㎡ 像是 {plot_mu}，请核对。",
    basis=MEASURED_IN_SQUARE_METRES,
    ask=True,
)
resurvey_by_the_right_factor = Rule(
    "复测面积按1亩2000/3㎡折算",
    HollowHouse,
    by_a_wrong_factor("resurveyed_area"),
    "复测面积 {resurveyed_area} ㎡ 像是 {resurveyed_mu}，请核对。",
    basis=MEASURED_IN_SQUARE_METRES,
    ask=True,
)
remeasured_with_its_day = Rule(
    "复测面积与日期一同填",
    HollowHouse,
    Q(resurveyed_on__isnull=True, resurveyed_area__isnull=False)
    | Q(resurveyed_on__isnull=False, resurveyed_area__isnull=True),
    "复测日期 {resurveyed_on} 和复测面积 {resurveyed_area} 要么都填，要么都空着。",
)
accepted_with_its_day = Rule(
    "验收面积、地类与日期一同填",
    HollowHouse,
    ~(
        Q(accepted_on__isnull=True, accepted_area__isnull=True, accepted_class="")
        | (Q(accepted_on__isnull=False, accepted_area__isnull=False) & ~Q(accepted_class=""))
    ),
    "验收日期 {accepted_on}、验收面积 {accepted_area}、验收地类 {accepted_class} 要么都填，要么都空着。",
)
accepted_within_the_resurvey = Rule(
    "验收面积不大于复测面积",
    HollowHouse,
    Q(accepted_area__gt=F("resurveyed_area")),
    "验收面积 {accepted_area} ㎡ 大于复测面积 {resurveyed_area} ㎡，请对照验收意见和复测表核对。",
    basis="土地复垦条例第28条：验收核实复垦后的土地",
)
