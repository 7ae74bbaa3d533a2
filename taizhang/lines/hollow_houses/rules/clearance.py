"""What must hold when a house has gone: it was the right one, there are pictures of it, its land went somewhere."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.models import Attachment
from taizhang.ledgers.rules import Rule
from taizhang.lines.hollow_houses.models import HollowHouse

FILES_BEGIN = date(2021, 9, 1)  # older demolitions have their pictures in the paper file


def photo(**taken: object) -> Exists:
    """A photograph of the house, taken before or after."""
    photos = Attachment.objects.filter(
        ledger=HollowHouse.ledger_name(), record=OuterRef("pk"), kind=Attachment.Kind.PHOTO
    )
    return Exists(photos.filter(**taken))


photos_before_and_after = Rule(
    "拆前拆后都有照片",
    HollowHouse,
    Q(demolished_on__isnull=False)
    & ~(
        photo(taken_on__lte=OuterRef("demolished_on"))
        & photo(taken_on__gte=OuterRef("demolished_on"))
    ),
    "{demolished_on} 拆除，附件里却没有拆前或拆后的照片；请上传，并填上拍摄日期。",
    basis="一户一档：面积、补偿有争议时要凭照片",
    ask=True,
    since=FILES_BEGIN,
    dated_by="demolished_on",
)
heritage_stands = Rule(
    "有保护价值的房屋不拆",
    HollowHouse,
    Q(heritage=True, demolished_on__isnull=False),
    "登记为有保护价值的房屋在 {demolished_on} 拆除了，请核实登记，并附上处理依据。",
    ask=True,
)
surplus_owner_has_another = Rule(
    "一户多宅的户主另有住房",
    HollowHouse,
    Q(category=HollowHouse.Category.SURPLUS, other_house=False),
    "类别是一户多宅，却登记户主没有另外的住房；请核对类别和“户主另有住房”。",
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
plot_goes_somewhere = Rule(
    "恢复利用要写明去向",
    HollowHouse,
    Q(reclaimed_on__isnull=False, reclaim_type=""),
    "{reclaimed_on} 恢复利用，却没有填土地去向；请选复垦耕地、复绿、建设或公共空间。",
    ask=True,
)
begun_before_done = Rule(
    "恢复利用不早于复垦开工",
    HollowHouse,
    Q(reclaimed_on__lt=F("reclaim_started_on")) | Q(reclaim_started_on__lt=F("demolished_on")),
    "拆除 {demolished_on}、复垦开工 {reclaim_started_on}、恢复利用 {reclaimed_on} 要依次，后一个不早于前一个。",
)
accepted_after_done = Rule(
    "验收不早于恢复利用",
    HollowHouse,
    Q(accepted_on__lt=F("reclaimed_on")),
    "验收日期 {accepted_on} 早于恢复利用日期 {reclaimed_on}，请核对这两个日期。",
    basis="土地复垦条例第28条：完成复垦后申请验收",
)
