"""Hollow houses (空心房): empty, dangerous or surplus rural houses, surveyed, agreed on, and taken down.

What a house is grows from file to file: surveyed (surveys.py), found on the map (positions.py), agreed on
(agreements.py), and here gone: its plot measured again, used again, accepted.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import SimpleLazyObject

from taizhang.ledgers.fields import QuantityField
from taizhang.lines.hollow_houses.models.agreements import AgreedHouse
from taizhang.lines.hollow_houses.models.surveys import in_hundredths_of_mu


class HollowHouse(AgreedHouse):
    """One house with its land, from the survey to what became of the plot."""

    class Reclaim(models.TextChoices):
        FARMLAND = "farmland", "复垦耕地"
        GREEN = "green", "复绿"
        BUILDING = "building", "建设"
        PUBLIC = "public", "公共空间"

    class LandClass(models.TextChoices):
        PADDY = "paddy", "水田"
        IRRIGATED = "irrigated", "水浇地"
        DRY = "dry", "旱地"
        FOREST = "forest", "林地"
        OTHER = "other", "其他"

    demolished_on = models.DateField("拆除日期", null=True, blank=True)
    resurveyed_on = models.DateField("复测日期", null=True, blank=True)
    resurveyed_area = QuantityField(
        "复测面积", unit="㎡", null=True, blank=True, help_text="拆除后实测的腾退土地。"
    )
    reclaim_type = models.CharField("土地去向", max_length=10, choices=Reclaim, blank=True)
    reclaim_started_on = models.DateField("复垦开工日期", null=True, blank=True)
    reclaimed_on = models.DateField(
        "恢复利用日期",
        null=True,
        blank=True,
        help_text="复垦完工能种、绿化成活、开工建设或投入使用之日。",
    )
    farmed_by = models.CharField(
        "后续经营人", max_length=60, blank=True, help_text="复垦后谁来种、谁来管。"
    )
    accepted_on = models.DateField("验收日期", null=True, blank=True)
    accepted_area = QuantityField("验收面积", unit="㎡", null=True, blank=True)
    accepted_class = models.CharField("验收地类", max_length=10, choices=LandClass, blank=True)
    project_number = models.CharField(
        "增减挂钩项目编号",
        max_length=40,
        blank=True,
        help_text="《增减挂钩项目》里的编号；没有列入项目的空着。",
    )

    class Meta(AgreedHouse.Meta):
        verbose_name = verbose_name_plural = "空心房"
        # With the place, which row-level security adds: a new table whose rows PostgreSQL has not counted yet
        # would otherwise be read whole for every record.
        indexes = [
            models.Index(
                fields=["id_number", "floor_area", "plot_area", "place"],
                name="hollow_houses_same_house",
            )
        ]

    def values(self) -> dict[str, Any]:
        """With the 亩 that a wrong factor turned into ㎡, and the co-owners who have not signed in time."""
        return super().values() | {
            "plot_mu": in_hundredths_of_mu(self.plot_area),
            "resurveyed_mu": in_hundredths_of_mu(self.resurveyed_area),
            "not_consenting": SimpleLazyObject(self.not_consenting),
        }

    def not_consenting(self) -> str:
        """The co-owners who had not signed when the house was taken down."""
        late = Q(consent_on__isnull=True) | Q(consent_on__gt=self.demolished_on)
        return "、".join(self.co_owners.filter(late).values_list("name", flat=True))
