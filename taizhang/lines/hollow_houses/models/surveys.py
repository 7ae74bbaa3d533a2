"""A hollow house as the survey of its household finds it: whose it is, what it is, how large."""

from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.functional import SimpleLazyObject

from taizhang.core.quantity import Quantity
from taizhang.ledgers.fields import IdNumberField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE


class SurveyedHouse(Record):
    """Floor area is of the house, plot area is of the land it gives back; neither is worked out from the other."""

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
    other_house = models.BooleanField(
        "户主另有住房", null=True, blank=True, help_text="拆了这栋还有没有地方住。"
    )
    occupied = models.BooleanField("有人居住", null=True, blank=True)
    heritage = models.BooleanField("有保护价值", default=False, help_text="应当保留修缮的老屋。")
    repair = models.CharField(
        "修缮情况", max_length=120, blank=True, help_text="保留的老屋谁来修、修到什么程度。"
    )
    surveyed_on = models.DateField("摸底日期")

    class Meta(Record.Meta):
        abstract = True

    def values(self) -> dict[str, Any]:
        """With what the areas would be by other units and factors, and the numbers of its likes."""
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
        others = type(self)._default_manager.filter(**same).exclude(pk=self.pk)
        return "、".join(others.values_list("number", flat=True))


def in_hundredths_of_mu(area: Decimal | None) -> str:
    """The 亩, to two decimals, that a wrong factor turned into these ㎡, and what they really are."""
    if area is None:
        return ""
    for factor in ("666", "667"):
        mu = area / Decimal(factor)
        if mu == round(mu, 2):
            right = Quantity(mu, "亩").to("㎡", 2).value
            return f"{mu.normalize():f} 亩按 {factor} 折算的；1 亩是 2000/3 ㎡，应是 {right} ㎡"
    return ""
