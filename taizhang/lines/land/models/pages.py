"""Lines of printed pages: worked out when a page is printed, kept nowhere."""

from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.lines.land.models.quota import QuotaMovement
from taizhang.lines.land.models.statements import CountyStatement


class QuotaLine(models.Model):
    """A movement on a project's quota page, and what stands on each account after it."""

    moved_on = models.DateField("日期")
    number = models.CharField("编号", max_length=40)
    kind = models.CharField("变动", max_length=10, choices=QuotaMovement.Kind)
    area = QuantityField("面积", unit="亩")
    site_number = models.CharField("建房点编号", max_length=40)
    document_no = models.CharField("依据文号", max_length=60)
    available = QuantityField("可用余额", unit="亩")
    planned = QuantityField("已规划余额", unit="亩")
    reserved = QuantityField("已预留余额", unit="亩")
    used = QuantityField("已使用累计", unit="亩")
    expired = QuantityField("已失效累计", unit="亩")
    transferred = QuantityField("已流转累计", unit="亩")

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "指标台账页的一行"

    def __str__(self) -> str:
        return self.number


class StatementLine(models.Model):
    """A figure of the county beside our own."""

    stated_on = models.DateField("对账日期")
    subject = models.CharField("对账科目", max_length=12, choices=CountyStatement.Subject)
    stated_area = QuantityField("县局数", unit="亩")
    ledger_area = QuantityField("台账数", unit="亩")
    difference = QuantityField("差额", unit="亩")
    agrees = models.BooleanField("相符")
    document_no = models.CharField("对账单文号", max_length=60)

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "对账表的一行"

    def __str__(self) -> str:
        return f"{self.stated_on} {self.subject}"


class AcceptedLine(models.Model):
    """A lot as it was accepted, with what of it is farmland and what is paddy."""

    number = models.CharField("编号", max_length=40)
    name = models.CharField("地块名称", max_length=60)
    village = models.CharField("所在村", max_length=60)
    land_class = models.CharField("复垦地类", max_length=10)
    old_area = QuantityField("拆旧面积", unit="亩")
    surveyed_area = QuantityField("测量面积", unit="亩")
    accepted_area = QuantityField("验收面积", unit="亩")
    cultivated = QuantityField("其中耕地", unit="亩")
    paddy = QuantityField("其中水田", unit="亩")

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "验收数据表的一行"

    def __str__(self) -> str:
        return self.name
