"""Applications to build and what became of them."""

from django.db import models

from taizhang.ledgers.fields import IdNumberField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE
from taizhang.lines.housing.models.planning import Drawing, Plan


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
    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        verbose_name="依据的规划",
        related_name="approvals",
        null=True,
        blank=True,
    )
    drawing = models.ForeignKey(
        Drawing,
        models.PROTECT,
        verbose_name="图样",
        related_name="approvals",
        null=True,
        blank=True,
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房审批"
