"""Target boards (目标板) such as 六个突出、六个确保: what is to be reached, who answers for it, and by which figure it is told."""

from django.db import models

from taizhang.indicators.aims import Comparison
from taizhang.indicators.fields import IndicatorField
from taizhang.ledgers.fields import PeriodField, QuantityField
from taizhang.ledgers.lawful import lawful
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.people.models import TOWN


class Board(Record):
    """A set of targets that were set together for a span, by a meeting or a document."""

    kept_at = TOWN
    read_below = True

    title = models.CharField("目标板名称", max_length=60)
    focus = models.CharField(
        "工作重心",
        max_length=200,
        blank=True,
        validators=[lawful],
        help_text="写进总结的一句话，如：保稳定，转作风，办实事。",
    )
    period = PeriodField("目标期间")
    basis = models.CharField("依据", max_length=120, help_text="会议名称，或文件名称和文号。")
    set_on = models.DateField("确定日期", db_index=True)
    ended_on = models.DateField("停用日期", null=True, blank=True)
    begins_on = models.DateField("期间起", null=True, editable=False)
    ends_on = models.DateField("期间止", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "目标板"

    def __str__(self) -> str:
        return self.title


class Target(Record):
    """One target of a board: held against a figure, or judged in words period by period."""

    kept_at = TOWN
    read_below = True
    listed = ("board", "turn", "theme", "leader", "indicator", "target")

    board = models.ForeignKey(Board, models.PROTECT, verbose_name="目标板", related_name="targets")
    turn = models.PositiveSmallIntegerField("序号", validators=AT_LEAST_ONE)
    theme = models.CharField(
        "突出抓好", max_length=60, validators=[lawful], help_text="如：环境整治工作。"
    )
    guarantee = models.CharField(
        "确保", max_length=120, validators=[lawful], help_text="如：城镇品位大提升。"
    )
    leader = models.CharField("责任领导", max_length=30, help_text="只填一人。")
    post = models.CharField("责任岗位", max_length=60)
    units = models.CharField("责任单位", max_length=120, blank=True)
    indicator = IndicatorField("挂钩指标", blank=True)
    comparison = models.CharField("怎样算达到", max_length=10, choices=Comparison, blank=True)
    target = QuantityField("目标值", null=True, blank=True, help_text="单位就是指标的单位。")
    tolerance = QuantityField("允许误差", null=True, blank=True)
    baseline = QuantityField("基数", null=True, blank=True, help_text="定目标时是多少。")
    standard = models.CharField(
        "定性标准",
        max_length=300,
        blank=True,
        validators=[lawful],
        help_text="没有挂钩指标的，写明做到什么样算达到。",
    )
    set_on = models.DateField("确定日期", db_index=True)
    withdrawn_on = models.DateField("撤销日期", null=True, blank=True)
    withdrawn_because = models.CharField("撤销原因", max_length=200, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "目标"

    def __str__(self) -> str:
        return f"{self.number}{self.theme}"


class Judgement(Record):
    """What was found of a target in words, for one period."""

    kept_at = TOWN
    read_below = True

    class Verdict(models.TextChoices):
        MET = "met", "达到"
        PARTLY = "partly", "部分达到"
        NOT_MET = "not_met", "没有达到"

    target = models.ForeignKey(
        Target, models.PROTECT, verbose_name="目标", related_name="judgements"
    )
    period = PeriodField("评议期间")
    judged_on = models.DateField("评议日期", db_index=True)
    judge = models.CharField("评议人", max_length=30)
    verdict = models.CharField("评议结论", max_length=10, choices=Verdict)
    text = models.CharField(
        "评议意见", max_length=300, validators=[lawful], help_text="写做了什么、到什么程度。"
    )
    evidence = models.CharField("依据材料", max_length=200, blank=True)
    begins_on = models.DateField("期间起", null=True, editable=False)
    ends_on = models.DateField("期间止", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "目标评议"


class BoardLine(models.Model):
    """A target on the printed board, with how far it has come."""

    turn = models.PositiveSmallIntegerField("序号")
    theme = models.CharField("突出抓好", max_length=60)
    guarantee = models.CharField("确保", max_length=120)
    leader = models.CharField("责任领导", max_length=30)
    post = models.CharField("责任岗位", max_length=60)
    units = models.CharField("责任单位", max_length=120)
    aim = models.CharField("目标", max_length=300)
    progress = models.CharField("进度", max_length=300)

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "目标责任分解表的一行"

    def __str__(self) -> str:
        return self.theme
