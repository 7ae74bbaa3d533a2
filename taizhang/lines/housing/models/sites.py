"""Sites where villagers build together (集中建房点), their phases, the buildings on them and the dwellings in these.

栋 (a building), 套 (a dwelling in it) and 户 (a household) are three things: none stands in for another.
"""

from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE


class Site(Record):
    """A concentrated building site (集中建房点) of the town plan; its place is the place below the village."""

    topic = "集中建房点"

    class LandSource(models.TextChoices):
        LINKED = "linked", "增减挂钩指标"
        NEW = "new", "新增建设用地指标"
        EXISTING = "existing", "存量建设用地"

    name = models.CharField("名称", max_length=60)
    planned_area = QuantityField("规划用地", unit="亩", validators=POSITIVE)
    planned_on = models.DateField("规划日期", help_text="规划批准之日。")
    land_source = models.CharField("用地来源", max_length=10, choices=LandSource)
    plan = models.CharField(
        "规划依据", max_length=120, blank=True, help_text="规划名称或批准文号。"
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "集中建房点"


class Phase(Record):
    """The part of a site that is built in one go; only its land is in use, the rest is still a plan."""

    topic = "集中建房点"

    site = models.ForeignKey(Site, models.PROTECT, verbose_name="集中建房点", related_name="phases")
    ordinal = models.PositiveSmallIntegerField("期次", validators=AT_LEAST_ONE)
    area = QuantityField("用地面积", unit="亩", validators=POSITIVE)
    planned_start_on = models.DateField("计划开工日期", null=True, blank=True)
    planned_end_on = models.DateField("计划竣工日期", null=True, blank=True)
    started_on = models.DateField("开工日期", null=True, blank=True, help_text="还没有开工的空着。")
    completed_on = models.DateField("竣工日期", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房期次"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["site", "ordinal"],
                name="housing_phase_once_a_site",
                violation_error_message="这个建房点已有同一期次，请核对期次。",
            ),
        ]


class Building(Record):
    """A building (栋), which may hold several dwellings."""

    topic = "集中建房点"

    class Kind(models.TextChoices):
        DETACHED = "detached", "独栋"
        TERRACED = "terraced", "联排"
        STOREYED = "storeyed", "多层"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="buildings"
    )
    phase = models.ForeignKey(
        Phase, models.PROTECT, verbose_name="建房期次", related_name="buildings"
    )
    building_no = models.CharField(
        "楼号", max_length=20, blank=True, help_text="门牌上的，如 3 栋。"
    )
    kind = models.CharField("类型", max_length=10, choices=Kind)
    storeys = models.PositiveSmallIntegerField("层数", validators=AT_LEAST_ONE)
    completed_on = models.DateField("竣工日期", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "楼栋"


class Unit(Record):
    """A dwelling (套) for one household."""

    topic = "集中建房点"

    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name="楼栋", related_name="units"
    )
    room_no = models.CharField("房号", max_length=20, blank=True, help_text="门牌上的，如 301。")
    layout = models.CharField("户型", max_length=40, blank=True, help_text="如三室两厅。")
    floor_area = QuantityField("建筑面积", unit="㎡", validators=POSITIVE)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "套房"
