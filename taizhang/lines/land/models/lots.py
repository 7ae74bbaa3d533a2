"""Lots made arable again. What was reported, measured, checked and accepted are areas of their own days, side by side."""

from decimal import Decimal
from typing import Any

from django.db import models

from taizhang.core.quantity import Quantity
from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.land.models.projects import EMPTY, LATER, Project

DISGUISES = {666: "像是按 1 亩＝666 ㎡ 换算的", 667: "像是按 1 亩＝667 ㎡ 换算的"}


class ReclaimedLot(Record):
    """A lot made arable again.

    An area stands once it has its day: the database takes another one only as a correction that says why
    (see migrations). A lot measured anew has a second measurement, which counts from its own day on.
    """

    class LandClass(models.TextChoices):
        PADDY = "paddy", "水田"
        IRRIGATED = "irrigated", "水浇地"
        DRY = "dry", "旱地"
        FOREST = "forest", "林地"
        OTHER = "other", "其他"

    listed = (
        "project",
        "name",
        "land_class",
        "reported_area",
        "surveyed_area",
        "accepted_area",
    )
    CULTIVATED = (LandClass.PADDY, LandClass.IRRIGATED, LandClass.DRY)

    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name="增减挂钩项目", related_name="lots"
    )
    name = models.CharField("地块名称", max_length=60)
    plot_no = models.CharField(
        "地块编号",
        max_length=40,
        **EMPTY,
        db_index=True,
        help_text="图斑号；一个地块只能进一个项目。",
    )
    hollow_houses = models.CharField(
        "空心房编号",
        max_length=500,
        **EMPTY,
        help_text="这块地是拆了哪些空心房腾出来的，用顿号隔开。",
    )
    land_class = models.CharField("复垦地类", max_length=10, choices=LandClass)
    old_area = QuantityField(
        "拆旧面积",
        unit="亩",
        validators=POSITIVE,
        **LATER,
        help_text="复垦以前旧宅基地的实测面积。",
    )
    slope = QuantityField("坡度", unit="°", decimal_places=1, **LATER)
    in_red_line = models.BooleanField("在生态保护红线内", default=False, db_default=False)
    in_built_up_area = models.BooleanField("在连片建设用地内", default=False, db_default=False)

    levelled_on = models.DateField("平整日期", **LATER)
    levelled_area = QuantityField("平整面积", unit="亩", **LATER)
    reclaimed_on = models.DateField("复垦完成日期")
    reported_area = QuantityField("上报面积", unit="亩", validators=POSITIVE)
    surveyed_on = models.DateField("测量日期", **LATER)
    surveyed_area = QuantityField("测量面积", unit="亩", **LATER)
    surveyed_square_metres = QuantityField(
        "测绘面积", unit="㎡", **LATER, help_text="测绘报告上的平方米数；1 亩＝2000/3 ㎡。"
    )
    resurveyed_on = models.DateField("复测日期", **LATER, help_text="整改以后重新测量的填。")
    resurveyed_area = QuantityField("复测面积", unit="亩", **LATER)

    applied_on = models.DateField("申请验收日期", **LATER)
    correction_on = models.DateField("整改通知日期", **LATER)
    first_checked_on = models.DateField("初验日期", **LATER)
    first_checked_area = QuantityField("初验面积", unit="亩", **LATER)
    first_check_no = models.CharField("初验文号", max_length=60, **EMPTY)
    published_on = models.DateField("初验结果公告日期", **LATER)
    accepted_on = models.DateField("验收日期", **LATER)
    accepted_area = QuantityField("验收面积", unit="亩", **LATER)
    accepted_paddy = QuantityField("验收水田", unit="亩", **LATER, help_text="混合地块才分开填。")
    accepted_irrigated = QuantityField("验收水浇地", unit="亩", **LATER)
    accepted_dry = QuantityField("验收旱地", unit="亩", **LATER)
    acceptance_no = models.CharField("验收文号", max_length=60, blank=True)
    filed_on = models.DateField("备案日期", **LATER)
    confirmed_on = models.DateField("确认日期", **LATER)

    kept_by = models.CharField("管护主体", max_length=60, **EMPTY, help_text="谁来种、谁来管。")
    kept_until = models.DateField("管护到期日期", **LATER)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "复垦地块"

    def values(self) -> dict[str, Any]:
        """With the 亩 that the surveyor's square metres make, and the factor that somebody seems to have used."""
        return super().values() | {"converted": self.converted(), "disguise": self.disguise()}

    def converted(self) -> Decimal | None:
        metres = self.surveyed_square_metres
        return None if metres is None else Quantity(metres, "㎡").to("亩", 2).value

    def disguise(self) -> str:
        """Which wrong factor makes the square metres of the area in 亩, or the other way round."""
        metres, area = self.surveyed_square_metres, self.surveyed_area
        if metres is None or area is None:
            return ""
        found = (
            told
            for factor, told in DISGUISES.items()
            if area * factor == metres or (metres / factor).quantize(area) == area
        )
        return next((f"，{told}" for told in found), "")
