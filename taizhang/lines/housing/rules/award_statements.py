"""Statements that must agree with the payments and lists to the cent before a period is closed."""

from decimal import Decimal

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.award_payments import AwardPayment, AwardStatement
from taizhang.lines.housing.models.awards import Award, AwardBatch
from taizhang.lines.housing.rules.award_batches import APPROVED, TO_THE_CENT


class Told:
    """What the ledger comes to beside a stated number: an expression, asked again for one record."""

    def __init__(self, told: Coalesce) -> None:
        self.told = told

    def of(self, record: Record) -> Decimal:
        """The number for one record."""
        rows = type(record)._default_manager.filter(pk=record.pk)
        return Decimal(rows.annotate(told=self.told).values_list("told", flat=True).get())

    def differs_from(self, field: str) -> Q:
        """Whether the record states something else."""
        return Q(**{f"{field}__lt": self.told}) | Q(**{f"{field}__gt": self.told})


def granted(value: Count | Sum) -> Subquery:
    """What the list of a batch came to on the day it was approved."""
    on_the_list = Award.objects.filter(batch=OuterRef("pk")).filter(
        Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=F("batch__approved_on"))
    )
    return Subquery(on_the_list.order_by().values("batch").annotate(total=value).values("total"))


LISTED = Told(Coalesce(granted(Count("pk")), 0))
LISTED_MONEY = Told(Coalesce(granted(Sum("payable")), Decimal(0)))

households_as_listed = Rule(
    "审定户数等于名单户数",
    AwardBatch,
    APPROVED & LISTED.differs_from("households"),
    "审定 {households} 户，“奖补对象”里这一批却是 {limit} 户；请对照签字的名单核对，漏登的补登，重登的核减。",
    at_closing=True,
    limit=LISTED,
)
amount_as_listed = Rule(
    "审定金额等于名单合计",
    AwardBatch,
    APPROVED & LISTED_MONEY.differs_from("amount"),
    "审定 {amount} 元，“奖补对象”里这一批合计却是 {limit} 元；请对照签字的名单逐户核对，一分也要对上。",
    basis=TO_THE_CENT,
    at_closing=True,
    limit=LISTED_MONEY,
)


def paid_by_then() -> Subquery:
    """What has reached the households of a statement's batch up to its day, as the payments tell."""
    on_that_day = AwardPayment.objects.filter(
        award__batch=OuterRef("batch"), paid_on__lte=OuterRef("stated_on")
    ).filter(Q(returned_on__isnull=True) | Q(returned_on__gt=OuterRef("stated_on")))
    return on_that_day.order_by().values("award__batch")


PAID = Told(
    Coalesce(Subquery(paid_by_then().annotate(total=Sum("amount")).values("total")), Decimal(0))
)
PAYMENTS = Told(Coalesce(Subquery(paid_by_then().annotate(total=Count("pk")).values("total")), 0))

paid_as_stated = Rule(
    "到账金额与对账单相符",
    AwardStatement,
    PAID.differs_from("paid"),
    "对账单截至 {stated_on} 累计到账 {paid} 元，“奖补发放”里却是 {limit} 元；请逐笔核对，一分也要对上。",
    basis=TO_THE_CENT,
    at_closing=True,
    limit=PAID,
)
payments_as_stated = Rule(
    "到账笔数与对账单相符",
    AwardStatement,
    PAYMENTS.differs_from("payments"),
    "对账单截至 {stated_on} 累计到账 {payments} 笔，“奖补发放”里却是 {limit} 笔；请逐笔核对。",
    basis=TO_THE_CENT,
    at_closing=True,
    limit=PAYMENTS,
)
