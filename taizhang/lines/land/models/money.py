"""Money raised and paid for taking down, reclaiming and building."""

from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.land.models.projects import EMPTY, Project
from taizhang.people.models import TOWN


class ProjectMoney(Record):
    """Money that came in for a linkage project, or went out of it, on a day."""

    class Kind(models.TextChoices):
        RAISED = "raised", "筹集"
        PAID = "paid", "支付"

    kept_at = TOWN

    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name="增减挂钩项目", related_name="money"
    )
    kind = models.CharField("收支", max_length=10, choices=Kind)
    amount = QuantityField("金额", unit="万元", decimal_places=6, validators=POSITIVE)
    moved_on = models.DateField("收支日期")
    counterparty = models.CharField("来源或收款方", max_length=80)
    purpose = models.CharField("用途", max_length=120, **EMPTY)
    published_on = models.DateField("公示日期", null=True, blank=True)
    document_no = models.CharField("凭证号", max_length=60, **EMPTY)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "增减挂钩资金"
