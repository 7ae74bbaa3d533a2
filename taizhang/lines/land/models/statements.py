"""What the county says stands on an account, to be held against the ledger before a period is closed."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Case, When
from django.utils.functional import SimpleLazyObject

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.lines.land.models.projects import Project
from taizhang.lines.land.models.quota import OURS, Account, out_of
from taizhang.lines.land.models.totals import AREA, accepted, balance, moved
from taizhang.people.models import TOWN

AT = {"project": "project", "until": "stated_on"}


class CountyStatement(Record):
    """The county bureau's figure for one account of a project at the end of a day (对账).

    Of what comes from outside it states how much has come; of an account of ours what stands on it.
    """

    class Subject(models.TextChoices):
        GRANTED = "granted", "累计下达"
        BOUGHT = "bought", "累计转入"
        AVAILABLE = Account.AVAILABLE.value, "可用"
        PLANNED = Account.PLANNED.value, "已规划"
        RESERVED = Account.RESERVED.value, "已预留"
        USED = Account.USED.value, "已使用"
        EXPIRED = Account.EXPIRED.value, "已失效"
        TRANSFERRED = Account.TRANSFERRED.value, "已流转"
        ACCEPTED = "accepted", "验收复垦面积"

    kept_at = TOWN
    listed = ("project", "subject", "stated_on", "stated_area")

    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name="增减挂钩项目", related_name="statements"
    )
    subject = models.CharField("对账科目", max_length=12, choices=Subject)
    stated_on = models.DateField("对账日期", help_text="县局的数截至这一天，当天计入。")
    stated_area = QuantityField("县局数", unit="亩")
    document_no = models.CharField("对账单文号", max_length=60, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "县局对账"

    @staticmethod
    def in_ledger() -> Case:
        """The same figure from our own ledgers, up to and with the day."""
        subject = CountyStatement.Subject
        return Case(
            When(subject=subject.GRANTED, then=moved(added=out_of(Account.SOURCE), **AT)),
            When(subject=subject.BOUGHT, then=moved(added=out_of(Account.OUTSIDE), **AT)),
            When(subject=subject.ACCEPTED, then=accepted(**AT)),
            *(When(subject=one, then=balance("project", one, until="stated_on")) for one in OURS),
            output_field=AREA,
        )

    def ledger_area(self) -> Decimal:
        row = CountyStatement.objects.filter(pk=self.pk).values_list(self.in_ledger())
        return Decimal(row.get()[0])

    def values(self) -> dict[str, Any]:
        """With our own figure, and how much more or less it is."""
        return super().values() | {
            "ledger_area": SimpleLazyObject(self.ledger_area),
            "difference": SimpleLazyObject(self.difference),
        }

    def difference(self) -> str:
        """In words, for the message: 多 5.00 亩."""
        more = self.ledger_area() - self.stated_area
        return f"{'多' if more > 0 else '少'} {abs(more)} 亩"
