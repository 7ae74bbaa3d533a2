"""What must hold of a hollow house: its areas are areas of what they say, and nobody's house goes twice."""

from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q
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


def remainder(divisor: str) -> Mod:
    return Mod(F("floor_area"), Decimal(divisor))


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
    & ~Q(Exact(remainder("1"), Decimal(0)))
    & (
        Q(Exact(remainder("6.66"), Decimal(0)))
        | Q(Exact(remainder("6.67"), Decimal(0)))
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
remeasured_with_its_day = Rule(
    "复测面积与日期一同填",
    HollowHouse,
    Q(resurveyed_on__isnull=True, resurveyed_area__isnull=False)
    | Q(resurveyed_on__isnull=False, resurveyed_area__isnull=True),
    "复测日期 {resurveyed_on} 和复测面积 {resurveyed_area} 要么都填，要么都空着。",
)
agreement_in_writing = Rule(
    "协议要有编号",
    HollowHouse,
    Q(agreement_on__isnull=False, agreement_no=""),
    "{agreement_on} 签了协议，却没有协议编号；请对照书面协议补上。",
    basis="土地管理法实施条例第36条：退出宅基地应当自愿",
    ask=True,
)
heritage_stands = Rule(
    "有保护价值的房屋不拆",
    HollowHouse,
    Q(heritage=True, demolished_on__isnull=False),
    "登记为有保护价值的房屋在 {demolished_on} 拆除了，请核实登记，并附上处理依据。",
    ask=True,
)


def same_house() -> Exists:
    """Another record of the same owner with the same floor and plot, to the square centimetre."""
    twin = HollowHouse.objects.filter(
        id_number=OuterRef("id_number"),
        floor_area=OuterRef("floor_area"),
        plot_area=OuterRef("plot_area"),
    )
    return Exists(twin.exclude(pk=OuterRef("pk")))


registered_once = Rule(
    "同一栋房只登记一次",
    HollowHouse,
    ~Q(id_number="") & same_house(),
    "户主{owner_name}的编号 {twins} 也是建筑面积 {floor_area} ㎡、宅基地面积 {plot_area} ㎡，"
    "同一栋房登记了两次；请只留一条，确是两栋的请核对面积。",
)
