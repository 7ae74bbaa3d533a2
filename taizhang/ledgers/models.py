"""What stands beside every ledger: history, attachments, dated standards, and reports of nothing."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers, title
from taizhang.people.models import TOWN

NAMED_PERIOD = RegexValidator(
    r"^\d{4}(Q[1-4]|H[12]|-\d{2})?$", "期间写成 2018Q1、2018-03 或 2018。"
)


class History(models.Model):
    """One change of one row, written by the database itself, so that imports and raw SQL leave it too.

    `row` is the row after the change. The application may read history and can neither write nor change it.
    """

    class Action(models.TextChoices):
        INSERT = "I", "新增"
        UPDATE = "U", "修改"
        DELETE = "D", "删除"

    ledger = models.CharField("台账", max_length=80)
    record = models.BigIntegerField("记录")
    place = models.CharField("地区代码", max_length=20, db_collation="C")
    action = models.CharField("动作", max_length=1, choices=Action)
    at = models.DateTimeField("时间")
    actor = models.CharField("谁改的", max_length=200)
    reason = models.CharField("原因", max_length=500)
    row = models.JSONField("改后内容")

    class Meta:
        verbose_name = verbose_name_plural = "修改记录"
        ordering = ["pk"]
        indexes = [models.Index(fields=["ledger", "record"], name="history_of_a_record")]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.ledger} {self.record}"


class Attachment(models.Model):
    """A photo or scan that belongs to a record; the file is found by its SHA-256 and checked when opened.

    The database itself says where it belongs, who added it and when; it moves with its record.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", "照片"
        SCAN = "scan", "扫描件"
        OTHER = "other", "其他"

    ledger = models.CharField("台账", max_length=80)
    record = models.BigIntegerField("记录")
    place = models.CharField("地区代码", max_length=20, db_collation="C")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    name = models.CharField("文件名", max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.BigIntegerField("字节数")
    taken_on = models.DateField("拍摄（签署）日期", null=True, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    paper = models.CharField(
        "是哪份文书",
        max_length=60,
        blank=True,
        help_text="签字盖章后的文书扫描件，选它的名称；不是文书的空着。",
    )
    added_by = models.CharField("谁附的", max_length=200, blank=True, editable=False)
    added_at = models.DateTimeField("附上的时间", null=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering = ["pk"]
        indexes = [models.Index(fields=["ledger", "record"], name="attachments_of_a_record")]
        constraints = [
            models.UniqueConstraint(
                fields=["ledger", "record", "sha256", "paper"],
                name="attachment_once_to_a_record",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Standard(models.Model):
    """A number set by notice, with its document and the days it is in force."""

    name = models.CharField("代号", max_length=80)
    title = models.CharField("名称", max_length=80)
    value = models.DecimalField("数值", max_digits=18, decimal_places=4)
    unit = models.CharField("单位", max_length=10, blank=True)
    since = models.DateField("起用日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="这一天起不再适用。")
    document = models.CharField("依据文件及文号", max_length=200)
    sure = models.BooleanField(
        "已核实", default=True, help_text="没有查到原文的，先标为未核实，核对后再改。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "标准"
        ordering = ["name", "since"]
        constraints = [
            models.UniqueConstraint(fields=["name", "since"], name="standard_once_a_day"),
            models.CheckConstraint(
                name="standard_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message="停用日期要晚于起用日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.since} 起）"


def ledger_choices() -> list[tuple[str, str]]:
    """Every ledger that a place can report as empty."""
    return [(model.ledger_name(), title(model)) for model in ledgers() if model is not ZeroReturn]


class ZeroReturn(Record):
    """A place's word that a ledger has nothing for a period. Nothing reported is not zero: it is a gap."""

    ledger = models.CharField("台账", max_length=80, choices=ledger_choices)
    period = models.CharField(
        "期间",
        max_length=21,
        validators=[NAMED_PERIOD],
    )
    reported_on = models.DateField("上报日期")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "零报告"

    def values(self) -> dict[str, Any]:
        return super().values() | {"ledger": self.get_ledger_display()}


class FormSent(Record):
    """One form of the upper level that left the office: what the catalogue of forms asked for, and when it went."""

    kept_at = TOWN

    form = models.CharField("报表名称", max_length=80, help_text="和报表目录里的名称一字不差。")
    period = models.CharField("期间", max_length=21, validators=[NAMED_PERIOD])
    sent_on = models.DateField("报出日期")
    sent_to = models.CharField("报给谁", max_length=60, blank=True)
    snapshot = models.CharField("封存号", max_length=9, blank=True, help_text="填表用的那次封存。")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "报表报送登记"
