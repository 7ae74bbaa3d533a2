"""Who was given which dwelling, and when they moved in."""

from django.db import models

from taizhang.ledgers.fields import IdNumberField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.lines.housing.models.draws import Draw
from taizhang.lines.housing.models.households import by
from taizhang.lines.housing.models.sites import Unit


class Allocation(Record):
    """A dwelling given to a household (分房) and, on a later day of its own, moved into (入住)."""

    topic = "分房"

    class Method(models.TextChoices):
        DRAW = "draw", "抽签"
        AGREEMENT = "agreement", "协商"
        POINTS = "points", "积分排序"

    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="套房", related_name="allocations")
    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号", db_index=True)
    household_size = models.PositiveSmallIntegerField("家庭人口", validators=AT_LEAST_ONE)
    method = models.CharField("分房方式", max_length=10, choices=Method)
    draw = models.ForeignKey(
        Draw,
        models.PROTECT,
        verbose_name="分房抽签",
        related_name="allocations",
        null=True,
        blank=True,
        editable=False,
    )
    basis = models.CharField(
        "分房依据", max_length=120, blank=True, help_text="协商的填协议编号，积分的填积分办法。"
    )
    allocated_on = models.DateField("分房日期")
    moved_in_on = models.DateField("入住日期", null=True, blank=True)
    moved_out_on = models.DateField("搬出日期", null=True, blank=True)
    withdrawn_on = models.DateField(
        "收回日期", null=True, blank=True, help_text="退房、抽签作废等原因收回套房之日。"
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "分房入住"
        indexes = [by("id_number", "allocation_person"), by("unit", "allocation_unit")]
