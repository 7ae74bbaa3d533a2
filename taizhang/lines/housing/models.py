"""Sites where villagers build together, the houses on them, who was given which, and approvals to build.

栋 (a building), 套 (a dwelling in it) and 户 (a household) are three things: none stands in for another.
"""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models

from taizhang.ledgers.fields import IdNumberField, QuantityField
from taizhang.ledgers.record import Record

POSITIVE = [MinValueValidator(Decimal("0.01"), "要大于 0。")]
AT_LEAST_ONE = [MinValueValidator(1, "至少是 1。")]


class Site(Record):
    """A concentrated building site (集中建房点) of the town plan; its place is the place below the village."""

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

    site = models.ForeignKey(Site, models.PROTECT, verbose_name="集中建房点", related_name="phases")
    ordinal = models.PositiveSmallIntegerField("期次", validators=AT_LEAST_ONE)
    area = QuantityField("用地面积", unit="亩", validators=POSITIVE)
    started_on = models.DateField("开工日期")
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
    kind = models.CharField("类型", max_length=10, choices=Kind)
    storeys = models.PositiveSmallIntegerField("层数", validators=AT_LEAST_ONE)
    completed_on = models.DateField("竣工日期", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "楼栋"


class Unit(Record):
    """A dwelling (套) for one household."""

    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name="楼栋", related_name="units"
    )
    floor_area = QuantityField("建筑面积", unit="㎡", validators=POSITIVE)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "套房"


class Allocation(Record):
    """A dwelling given to a household (分房) and, on a later day of its own, moved into (入住)."""

    class Method(models.TextChoices):
        DRAW = "draw", "抽签"
        AGREEMENT = "agreement", "协商"
        POINTS = "points", "积分排序"

    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="套房", related_name="allocations")
    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号", db_index=True)
    household_size = models.PositiveSmallIntegerField("家庭人口", validators=AT_LEAST_ONE)
    method = models.CharField("分房方式", max_length=10, choices=Method)
    allocated_on = models.DateField("分房日期")
    moved_in_on = models.DateField("入住日期", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "分房入住"


class Approval(Record):
    """An application to build a house and what became of it.

    The applicant is the household. Who owns the land chooses the rules: homestead law is for collective land,
    a former state farm also has state land.
    """

    class Kind(models.TextChoices):
        CONCENTRATED = "concentrated", "集中"
        SCATTERED = "scattered", "分散"

    class LandOwner(models.TextChoices):
        COLLECTIVE = "collective", "集体"
        STATE = "state", "国有"

    class LandClass(models.TextChoices):
        CULTIVATED = "cultivated", "农用地（耕地）"
        FOREST = "forest", "农用地（林地）"
        GRASS = "grass", "农用地（草地）"
        OTHER_FARM = "other_farm", "农用地（其他）"
        BASIC_FARMLAND = "basic_farmland", "永久基本农田"
        CONSTRUCTION = "construction", "建设用地"
        VILLAGE_IDLE = "village_idle", "建设用地（村内空闲地或原宅基地）"
        BARREN = "barren", "未利用地（荒山荒地）"
        OTHER_UNUSED = "other_unused", "未利用地（其他）"

    class Authority(models.TextChoices):
        COUNTY = "county", "县级"
        TOWN = "town", "乡镇"

    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号", db_index=True)
    kind = models.CharField("建房方式", max_length=12, choices=Kind)
    land_owner = models.CharField("土地权属", max_length=10, choices=LandOwner)
    land_class = models.CharField("地类", max_length=20, choices=LandClass)
    homestead_area = QuantityField("宅基地面积", unit="㎡", validators=POSITIVE)
    footprint = QuantityField("房基占地面积", unit="㎡", validators=POSITIVE)
    floor_area = QuantityField("建筑面积", unit="㎡", validators=POSITIVE)
    storeys = models.PositiveSmallIntegerField("层数", validators=AT_LEAST_ONE)
    applied_on = models.DateField("申请日期")
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    refused_on = models.DateField("不予批准日期", null=True, blank=True)
    authority = models.CharField("审批机关", max_length=10, choices=Authority, blank=True)
    document_no = models.CharField("批准文号", max_length=60, blank=True)
    conversion_no = models.CharField("农用地转用批准文号", max_length=60, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房审批"
