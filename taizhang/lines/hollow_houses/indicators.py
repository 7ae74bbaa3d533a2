"""What is counted of hollow houses. Floor area is of houses, plot area of the land they leave: never one for the other."""

from django.db.models import Exists, OuterRef, Q

from taizhang.indicators.indicator import Indicator, Level, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.hollow_houses.models import CoOwner, HollowHouse


class Earlier(Exists):
    """Another house of the same owner in the same village, that came to the same step before this one."""

    def __init__(self, on: str) -> None:
        self.step = on
        same = HollowHouse.objects.filter(
            id_number=OuterRef("id_number"), place=OuterRef("place"), **{f"{on}__isnull": False}
        )
        before = Q(**{f"{on}__lt": OuterRef(on)}) | Q(
            **{on: OuterRef(on), "pk__lt": OuterRef("pk")}
        )
        super().__init__(same.filter(before))

    def __repr__(self) -> str:  # stands in the definition's digest, which must not change by itself
        return f"earlier house by {self.step}"


def first_of_its_owner(on: str) -> Q:
    """One house stands for the household that owns several."""
    return ~Q(id_number="") & ~Q(Earlier(on))


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

# Households, papers, money

surveyed_households = Indicator(
    "摸底空心房涉及户数",
    "户",
    counts=[each(HollowHouse, on="surveyed_on", where=first_of_its_owner("surveyed_on"))],
    show="stock",
    definition="摸底登记的空心房的户主，按身份证号一户一计，按这户第一栋的摸底日期计；在两个村都有的各村各计一次，户主不明的不计。",
)
demolished_households = Indicator(
    "拆除空心房涉及户数",
    "户",
    counts=[each(HollowHouse, on="demolished_on", where=first_of_its_owner("demolished_on"))],
    definition="拆除了空心房的户主，按身份证号一户一计，按这户第一栋的拆除日期计；以后再拆的不重复计，在两个村都有的各村各计一次，户主不明的不计。",
)
posted = Indicator(
    "公示摸底结果的空心房",
    "栋",
    counts=[each(HollowHouse, on="notice_from", item="category")],
    show="stock",
    definition="摸底结果已公示的空心房，按公示起始日期计；登记了没有公示的不计。",
)
co_owners_consented = Indicator(
    "空心房共有人签字同意",
    "人",
    counts=[each(CoOwner, on="consent_on")],
    show="stock",
    definition="户主以外的共有人签字同意拆除的，按签字日期计，一栋一人计一次；没有签字的、户主本人的不计。",
)
compensation_due = Indicator(
    "空心房应付补偿",
    "元",
    counts=[each(HollowHouse, on="agreement_on", amount="compensation_amount", item="category")],
    show="stock",
    definition="已签协议的空心房按补偿标准算的金额，按协议日期计；没有填补偿金额的不计，不论是否已付。",
)
compensation_paid = Indicator(
    "空心房已付补偿",
    "元",
    counts=[each(HollowHouse, on="paid_on", amount="paid_amount", item="category")],
    show="stock",
    definition="已付清的补偿，按付清日期计；只付了一部分、没有付清日期的不计。",
)
compensation_paid_share = Ratio(
    "空心房补偿兑付率",
    "%",
    of=compensation_paid,
    to=compensation_due,
    definition="已付补偿 ÷ 应付补偿，都是截至期末的累计数。",
)
paid_houses = Indicator(
    "付清补偿的空心房",
    "栋",
    counts=[each(HollowHouse, on="paid_on", item="category")],
    show="stock",
    definition="补偿已经付清的空心房，按付清日期计；不论是否已拆。",
)
handed_over = Indicator(
    "腾空交房",
    "栋",
    counts=[each(HollowHouse, on="handed_over_on", item="category")],
    definition="户主腾空、交出钥匙的空心房，按腾空交房日期计；拆除时没有单独记交房日期的不计。",
)

# The dyke, and what stays

demolished_in_strip = Indicator(
    "大堤整治带内拆除空心房",
    "栋",
    counts=[each(HollowHouse, on="demolished_on", where=Q(in_strip=True), item="category")],
    definition="拆除的空心房中离大堤不超过整治带宽度的，按拆除日期计；距离由坐标算出，没有坐标的用填报的距离，距离也没有的不计。",
)
surveyed_in_strip = Indicator(
    "大堤整治带内空心房",
    "栋",
    counts=[each(HollowHouse, on="surveyed_on", where=Q(in_strip=True), item="category")],
    show="stock",
    definition="摸底登记的空心房中离大堤不超过整治带宽度的，按摸底日期计；不论是否已拆，没有坐标也没有距离的不计。",
)
heritage_kept = Indicator(
    "有保护价值的老屋",
    "栋",
    counts=[each(HollowHouse, on="surveyed_on", where=Q(heritage=True))],
    show="stock",
    definition="摸底时认定有保护价值、应当保留修缮的房屋，按摸底日期计；不计入拆除。",
)

# The land

reclaimed = Indicator(
    "空心房用地恢复利用",
    "栋",
    counts=[each(HollowHouse, on="reclaimed_on", item="reclaim_type")],
    definition="拆除后土地已复垦、复绿、建设或投入公共使用的空心房，按恢复利用日期计；只平整没有完工的不计。",
)
reclaimed_area = Indicator(
    "空心房用地恢复利用面积",
    "㎡",
    counts=[each(HollowHouse, on="reclaimed_on", amount="resurveyed_area", item="reclaim_type")],
    definition="已恢复利用的空心房用地，用复测面积，按恢复利用日期计；没有复测的不计。",
)
accepted_area = Indicator(
    "空心房用地验收面积",
    "㎡",
    counts=[each(HollowHouse, on="accepted_on", amount="accepted_area", item="accepted_class")],
    show="stock",
    definition="经验收认可的空心房用地，按验收日期计；只上报或只复测、没有验收的不计。",
)
accepted_paddy = Indicator(
    "空心房用地验收水田面积",
    "㎡",
    counts=[
        each(
            HollowHouse,
            on="accepted_on",
            amount="accepted_area",
            where=Q(accepted_class=HollowHouse.LandClass.PADDY),
        )
    ],
    show="stock",
    definition="验收认可的空心房用地中地类为水田的，按验收日期计；水浇地、旱地不计。",
)
