"""Dwellings given out by draw (分房抽签): the draw, who is entitled, what is drawn for.

What a draw has promised the database itself keeps: once a secret is committed to, the list, the rule and the
commitment cannot change, and once it is drawn, neither can the result (see migrations). The fields that only
conducting a draw may fill are not editable: no form and no workbook has them.
"""

from django.db import models

from taizhang.ledgers.fields import IdNumberField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE
from taizhang.lines.housing.models.sites import Site, Unit


class Draw(Record):
    """A draw, from its rule to the day its result is taken down. A secret and a public number decide it.

    Repeating one makes another draw that names it and says why; the first stays on record.
    """

    topic = "分房"

    listed = ("title", "site", "meeting_on")

    site = models.ForeignKey(Site, models.PROTECT, verbose_name="集中建房点", related_name="draws")
    title = models.CharField("名称", max_length=80)
    rule_text = models.TextField("抽签规则", help_text="会公布，不写个人信息。")
    rule_published_on = models.DateField("规则公布日期", null=True, blank=True)
    meeting_on = models.DateField("抽签会日期", null=True, blank=True)
    meeting_place = models.CharField("抽签会地点", max_length=80, blank=True)
    list_published_on = models.DateField("名单公布日期", null=True, blank=True, editable=False)
    list_digest = models.CharField("名单摘要", max_length=64, blank=True, editable=False)
    committed_on = models.DateField("承诺日期", null=True, blank=True, editable=False)
    commitment = models.CharField("承诺摘要", max_length=64, blank=True, editable=False)
    announced_number = models.CharField("公开数", max_length=10, blank=True, editable=False)
    announced_by = models.CharField(
        "公开数由谁报出", max_length=120, blank=True, help_text="到会的哪几位。"
    )
    announced_how = models.CharField(
        "公开数怎样产生", max_length=120, blank=True, help_text="会公布，不写姓名。"
    )
    supervised_by = models.CharField(
        "监督人", max_length=120, blank=True, help_text="村务监督委员会、公证、群众代表等。"
    )
    drawn_on = models.DateField("抽签日期", null=True, blank=True, editable=False)
    secret = models.CharField("密数", max_length=28, blank=True, editable=False)
    result_digest = models.CharField("结果摘要", max_length=64, blank=True, editable=False)
    signed_on = models.DateField("签字日期", null=True, blank=True)
    result_posted_on = models.DateField("结果公示日期", null=True, blank=True)
    result_notice_until = models.DateField("公示截止日期", null=True, blank=True)
    result_taken_down_on = models.DateField("公示撤下日期", null=True, blank=True)
    repeats = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="重抽的是哪一次",
        related_name="repeated_by",
        null=True,
        blank=True,
        editable=False,
    )
    repeat_reason = models.CharField("重抽原因", max_length=200, blank=True, editable=False)
    voided_on = models.DateField("作废日期", null=True, blank=True, editable=False)
    void_reason = models.CharField("作废原因", max_length=200, blank=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "分房抽签"


class Entitlement(Record):
    """A household that may have a dwelling of a site (分房资格): by draw where one is named, else in order of points.

    Its number is what public lists show of it. Nothing is deleted: who is found not to be entitled is struck off.
    """

    topic = "分房"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="entitlements"
    )
    draw = models.ForeignKey(
        Draw,
        models.PROTECT,
        verbose_name="分房抽签",
        related_name="entitlements",
        null=True,
        blank=True,
        help_text="不抽签的空着。",
    )
    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号", db_index=True)
    household_size = models.PositiveSmallIntegerField("家庭人口", validators=AT_LEAST_ONE)
    category = models.CharField(
        "类别", max_length=40, blank=True, help_text="按人口、户型分开抽的才填，会公布。"
    )
    basis = models.CharField("认定依据", max_length=120)
    qualified_on = models.DateField("认定日期")
    points = QuantityField("积分", unit="分", null=True, blank=True, validators=POSITIVE)
    choice_order = models.PositiveSmallIntegerField(
        "选房顺序", null=True, blank=True, validators=AT_LEAST_ONE
    )
    tie_note = models.CharField(
        "同分先后理由", max_length=120, blank=True, help_text="积分相同的，写明凭什么排先后。"
    )
    struck_on = models.DateField("取消资格日期", null=True, blank=True)
    struck_reason = models.CharField("取消资格原因", max_length=120, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "分房资格"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["draw", "id_number"],
                name="housing_entitlement_once_a_draw",
                violation_error_message="这次抽签的名单里已有同一身份证号，请核对是不是重复登记。",
            ),
            models.UniqueConstraint(
                fields=["site", "id_number"],
                condition=models.Q(draw__isnull=True),
                name="housing_entitlement_once_a_site",
                violation_error_message="这个建房点已登记过同一身份证号的资格，请核对是不是重复登记。",
            ),
        ]


class DrawUnit(Record):
    """A dwelling that a draw is held for (抽签套房)."""

    topic = "分房"

    draw = models.ForeignKey(Draw, models.PROTECT, verbose_name="分房抽签", related_name="units")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="套房", related_name="draw_units")
    category = models.CharField(
        "类别", max_length=40, blank=True, help_text="和分房资格的类别写得一样，会公布。"
    )
    struck_on = models.DateField("撤出日期", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "抽签套房"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["draw", "unit"],
                name="housing_drawunit_once_a_draw",
                violation_error_message="这次抽签已有这套房，请核对是不是重复登记。",
            ),
        ]
