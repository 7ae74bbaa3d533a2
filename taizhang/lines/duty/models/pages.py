"""Lines of printed pages: worked out when a page is printed, kept nowhere."""

from django.db import models

from taizhang.lines.duty.models.rosters import Shift


class DayLine(models.Model):
    """A shift on the reconciliation sheet: who was to sit in, who signed, who came, and what does not agree."""

    on = models.DateField("日期")
    shift = models.CharField("班次", max_length=8, choices=Shift)
    leader = models.CharField("应坐班", max_length=80)
    signed_by = models.CharField("签字", max_length=40)
    signed_on = models.DateField("签字日期", null=True)
    batches = models.CharField("日志批次", max_length=10)
    registered = models.PositiveSmallIntegerField("登记批次")
    petitions = models.PositiveSmallIntegerField("转信访件")
    remarks = models.CharField("对账结果", max_length=200)

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "坐班对账的一行"

    def __str__(self) -> str:
        return f"{self.on}{self.shift}"


class OpenCaseLine(models.Model):
    """A case that is not closed: which, who leads it, what is next and until when. No name of whoever brought it."""

    leader = models.CharField("负责领导", max_length=80)
    ledger = models.CharField("台账", max_length=40)
    number = models.CharField("编号", max_length=40)
    step = models.CharField("下一步", max_length=120)
    due_on = models.DateField("到期日", null=True)
    left = models.CharField("还剩", max_length=20)

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "未办结事项的一行"

    def __str__(self) -> str:
        return self.number
