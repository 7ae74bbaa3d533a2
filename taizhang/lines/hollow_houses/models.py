"""Hollow houses (空心房): empty, dangerous or surplus rural houses, surveyed, agreed on, and taken down.

Floor area is of the house, plot area is of the land it gives back. A report that calls the second the first
overstates demolition four to five times, so they are two fields and neither is worked out from the other.
"""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.functional import SimpleLazyObject

from taizhang.core.quantity import Quantity
from taizhang.ledgers.fields import IdNumberField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE


class HollowHouse(Record):
    """One house with its land, from the survey to the measuring of the cleared plot."""

    class Category(models.TextChoices):
        SURPLUS = "surplus", "一户多宅"
        IDLE = "idle", "闲置"
        DANGEROUS = "dangerous", "危旧"
        SCATTERED = "scattered", "零散"
        COLLAPSED = "collapsed", "坍塌宅基"
        WORKSHOP = "workshop", "废弃生产用房"

    class Structure(models.TextChoices):
        BRICK_CONCRETE = "brick_concrete", "砖混"
        BRICK_WOOD = "brick_wood", "砖木"
        EARTH = "earth", "土木（土坯）"
        OTHER = "other", "其他"

    class Reclaim(models.TextChoices):
        FARMLAND = "farmland", "复垦耕地"
        GREEN = "green", "复绿"
        BUILDING = "building", "建设"
        PUBLIC = "public", "公共空间"

    owner_name = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField(
        "户主身份证号", blank=True, db_index=True, help_text="集体房屋或户主不明的可以空着。"
    )
    group = models.CharField("村民小组", max_length=20, blank=True)
    address = models.CharField("坐落", max_length=120, blank=True)
    category = models.CharField("类别", max_length=12, choices=Category)
    structure = models.CharField("结构", max_length=16, choices=Structure)
    storeys = models.PositiveSmallIntegerField(
        "层数", validators=[MinValueValidator(1, "至少是 1。")]
    )
    floor_area = QuantityField(
        "建筑面积",
        unit="㎡",
        validators=POSITIVE,
        help_text="房屋各层面积之和。不是地：腾出的地填“宅基地面积”。",
    )
    base_area = QuantityField(
        "房基占地面积", unit="㎡", validators=POSITIVE, help_text="房屋一层所占的地。"
    )
    plot_area = QuantityField(
        "宅基地面积",
        unit="㎡",
        validators=POSITIVE,
        help_text="连同院坝、禾场的整块地，拆除后腾退。比建筑面积大是常事，两者不能互填；按亩量的先换算成㎡。",
    )
    built_year = models.PositiveSmallIntegerField("建成年份", null=True, blank=True)
    heritage = models.BooleanField("有保护价值", default=False, help_text="应当保留修缮的老屋。")
    distance_to_dyke = QuantityField(
        "距大堤距离", unit="m", decimal_places=1, null=True, blank=True
    )
    surveyed_on = models.DateField("摸底日期")
    agreement_no = models.CharField("协议编号", max_length=40, blank=True)
    agreement_on = models.DateField("协议日期", null=True, blank=True)
    demolished_on = models.DateField("拆除日期", null=True, blank=True)
    resurveyed_on = models.DateField("复测日期", null=True, blank=True)
    resurveyed_area = QuantityField(
        "复测面积", unit="㎡", null=True, blank=True, help_text="拆除后实测的腾退土地。"
    )
    reclaim_type = models.CharField("土地去向", max_length=10, choices=Reclaim, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "空心房"

    def values(self) -> dict[str, Any]:
        """With what the floor area would be had it been written in 亩 or 万㎡, and the numbers of its likes."""
        return super().values() | {
            "floor_area_from_mu": Quantity(self.floor_area, "亩").to("㎡", 2).value,
            "floor_area_from_myriads": self.floor_area * 10_000,
            "twins": SimpleLazyObject(self.twins),
        }

    def twins(self) -> str:
        """The numbers of other records with the same owner and the same areas."""
        same = {
            "id_number": self.id_number,
            "floor_area": self.floor_area,
            "plot_area": self.plot_area,
        }
        others = HollowHouse.objects.filter(**same).exclude(pk=self.pk)
        return "、".join(others.values_list("number", flat=True))
