"""Quota by double entry: a movement takes area from one account of its project and puts it on another.

The database refuses a movement that would leave an account below zero on any day (see migrations).
"""

from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.land.models.projects import EMPTY, LATER, Project
from taizhang.people.models import TOWN


class Account(models.TextChoices):
    """Where quota can stand. What comes from outside is the only thing that may go below zero."""

    SOURCE = "source", "上级"
    OUTSIDE = "outside", "转让方"
    AVAILABLE = "available", "可用"
    PLANNED = "planned", "已规划"
    RESERVED = "reserved", "已预留"
    USED = "used", "已使用"
    EXPIRED = "expired", "已失效"
    TRANSFERRED = "transferred", "已流转"


OURS = tuple(one for one in Account if one not in (Account.SOURCE, Account.OUTSIDE))


class QuotaMovement(Record):
    """Quota moved from one account of a project to another, on a day, by a document."""

    kept_at = TOWN
    listed = ("project", "kind", "area", "moved_on", "site_number", "document_no")

    class Kind(models.TextChoices):
        GRANT = "grant", "下达"
        PLAN = "plan", "规划"
        RESERVE = "reserve", "预留"
        USE = "use", "使用"
        RELEASE = "release", "释放"
        RECALL = "recall", "调回"
        EXPIRE = "expire", "到期"
        SELL = "sell", "转出"
        BUY = "buy", "转入"

    # The same table stands in land_quota_moves(), which guards the balances; a test compares the two.
    MOVES = {
        Kind.GRANT: (Account.SOURCE, Account.AVAILABLE),
        Kind.PLAN: (Account.AVAILABLE, Account.PLANNED),
        Kind.RESERVE: (Account.PLANNED, Account.RESERVED),
        Kind.USE: (Account.RESERVED, Account.USED),
        Kind.RELEASE: (Account.RESERVED, Account.PLANNED),
        Kind.RECALL: (Account.PLANNED, Account.AVAILABLE),
        Kind.EXPIRE: (Account.AVAILABLE, Account.EXPIRED),
        Kind.SELL: (Account.AVAILABLE, Account.TRANSFERRED),
        Kind.BUY: (Account.OUTSIDE, Account.AVAILABLE),
    }

    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name="增减挂钩项目", related_name="movements"
    )
    kind = models.CharField(
        "变动",
        max_length=10,
        choices=Kind,
        help_text="下达：上级→可用；规划：可用→已规划；预留：已规划→已预留；使用：已预留→已使用；"
        "释放：已预留→已规划；调回：已规划→可用；到期：可用→已失效；转出：可用→已流转；转入：转让方→可用。",
    )
    area = QuantityField("面积", unit="亩", validators=POSITIVE)
    moved_on = models.DateField("变动日期")
    reserved_until = models.DateField("预留有效期至", **LATER, help_text="只有预留才填。")
    cultivated_area = QuantityField(
        "其中占用耕地", unit="亩", **LATER, help_text="只有使用才填；空着的按全部占用耕地计。"
    )
    site_number = models.CharField(
        "建房点编号",
        max_length=40,
        blank=True,
        help_text="用在哪个建房点；下达、到期和流转时空着。",
    )
    counterparty = models.CharField(
        "流转对方", max_length=80, **EMPTY, help_text="转出给谁、从谁转入。"
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


def into(*accounts: Account) -> tuple[str, ...]:
    """The kinds of movement that put area on these accounts."""
    return tuple(kind for kind, (_, target) in QuotaMovement.MOVES.items() if target in accounts)


def out_of(*accounts: Account) -> tuple[str, ...]:
    """The kinds of movement that take area from these accounts."""
    return tuple(kind for kind, (source, _) in QuotaMovement.MOVES.items() if source in accounts)
