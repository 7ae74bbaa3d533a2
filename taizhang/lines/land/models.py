"""Linkage of rural building land (增减挂钩): plots given back to the plough, and the quota of building land they carry.

Quota is kept by double entry: a movement takes area from one account of its project and puts it on another.
The database refuses a movement that would leave an account below zero on any day (see migrations).
"""

from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.people.models import TOWN


class Project(Record):
    """A linkage project: old plots to be reclaimed and new plots to be built on, approved together."""

    kept_at = TOWN
    read_below = True

    name = models.CharField("项目名称", max_length=80)
    document_no = models.CharField("批准文号", max_length=60)
    approved_area = QuantityField("批准规模", unit="亩", validators=POSITIVE)
    approved_on = models.DateField("批准日期")
    ends_on = models.DateField("到期日期", help_text="指标应在此日之前归还。")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "增减挂钩项目"


class ReclaimedLot(Record):
    """A lot made arable again. What was reported, measured and accepted are three areas of three days."""

    class LandClass(models.TextChoices):
        PADDY = "paddy", "水田"
        IRRIGATED = "irrigated", "水浇地"
        DRY = "dry", "旱地"
        FOREST = "forest", "林地"
        OTHER = "other", "其他"

    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name="增减挂钩项目", related_name="lots"
    )
    name = models.CharField("地块名称", max_length=60)
    land_class = models.CharField("复垦地类", max_length=10, choices=LandClass)
    reclaimed_on = models.DateField("复垦完成日期")
    reported_area = QuantityField("上报面积", unit="亩", validators=POSITIVE)
    surveyed_on = models.DateField("测量日期", null=True, blank=True)
    surveyed_area = QuantityField("测量面积", unit="亩", null=True, blank=True)
    accepted_on = models.DateField("验收日期", null=True, blank=True)
    accepted_area = QuantityField("验收面积", unit="亩", null=True, blank=True)
    acceptance_no = models.CharField("验收文号", max_length=60, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "复垦地块"


class Account(models.TextChoices):
    """Where quota can stand. The source is the county's, the only one that may go below zero."""

    SOURCE = "source", "上级"
    AVAILABLE = "available", "可用"
    PLANNED = "planned", "已规划"
    RESERVED = "reserved", "已预留"
    USED = "used", "已使用"


class QuotaMovement(Record):
    """Quota moved from one account of a project to another, on a day, by a document."""

    kept_at = TOWN

    class Kind(models.TextChoices):
        GRANT = "grant", "下达"
        PLAN = "plan", "规划"
        RESERVE = "reserve", "预留"
        USE = "use", "使用"
        RELEASE = "release", "释放"
        RECALL = "recall", "调回"

    # The same table stands in land_quota_move(), which guards the balances; a test compares the two.
    MOVES = {
        Kind.GRANT: (Account.SOURCE, Account.AVAILABLE),
        Kind.PLAN: (Account.AVAILABLE, Account.PLANNED),
        Kind.RESERVE: (Account.PLANNED, Account.RESERVED),
        Kind.USE: (Account.RESERVED, Account.USED),
        Kind.RELEASE: (Account.RESERVED, Account.PLANNED),
        Kind.RECALL: (Account.PLANNED, Account.AVAILABLE),
    }

    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name="增减挂钩项目", related_name="movements"
    )
    kind = models.CharField(
        "变动",
        max_length=10,
        choices=Kind,
        help_text="下达：上级→可用；规划：可用→已规划；预留：已规划→已预留；使用：已预留→已使用；"
        "释放：已预留→已规划；调回：已规划→可用。",
    )
    area = QuantityField("面积", unit="亩", validators=POSITIVE)
    moved_on = models.DateField("变动日期")
    site_number = models.CharField(
        "建房点编号", max_length=40, blank=True, help_text="用在哪个建房点；下达时空着。"
    )
    document_no = models.CharField("依据文号", max_length=60, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "用地指标变动"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="land_quotamovement_area_positive",
                condition=models.Q(area__gt=0),
                violation_error_message="面积要大于 0；退回请用“释放”或“调回”。",
            ),
        ]
