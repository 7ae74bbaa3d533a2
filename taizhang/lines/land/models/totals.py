"""What a project's lots and movements add up to, as expressions for conditions and statements.

`project` and `until` name fields of the row that asks; an empty sum is zero.
"""

from collections.abc import Sequence
from decimal import Decimal

from django.db.models import (
    Case,
    DecimalField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from taizhang.lines.land.models.lots import ReclaimedLot
from taizhang.lines.land.models.quota import Account, QuotaMovement, into, out_of

AREA = DecimalField(max_digits=18, decimal_places=2)
NOTHING = Value(Decimal(0), AREA)

# Where an acceptance is told by land class; a lot of one class is wholly of that class.
MIXED = (
    Q(accepted_paddy__isnull=False)
    | Q(accepted_irrigated__isnull=False)
    | Q(accepted_dry__isnull=False)
)
CULTIVATED = Q(land_class__in=ReclaimedLot.CULTIVATED)
CULTIVATED_PARTS = ExpressionWrapper(
    Coalesce("accepted_paddy", NOTHING)
    + Coalesce("accepted_irrigated", NOTHING)
    + Coalesce("accepted_dry", NOTHING),
    AREA,
)
ACCEPTED_CULTIVATED = Case(
    When(MIXED, then=CULTIVATED_PARTS),
    When(CULTIVATED, then=F("accepted_area")),
    default=NOTHING,
    output_field=AREA,
)
ACCEPTED_PADDY = Case(
    When(MIXED, then=Coalesce("accepted_paddy", NOTHING)),
    When(land_class=ReclaimedLot.LandClass.PADDY, then=F("accepted_area")),
    default=NOTHING,
    output_field=AREA,
)
# Use that does not say how much of it was cultivated counts as if all of it had been.
USED_CULTIVATED = Coalesce("cultivated_area", "area", output_field=AREA)


def of_lots(project: str, amount: object) -> Coalesce:
    """What a project's lots add up to, accepted or not."""
    return total(ReclaimedLot.objects.filter(project=OuterRef(project)), summed(amount))


def accepted(project: str, amount: object = "accepted_area", until: str = "") -> Coalesce:
    """Area accepted of a project's lots; R_total, or with ACCEPTED_CULTIVATED R_cult."""
    lots = ReclaimedLot.objects.filter(project=OuterRef(project), accepted_on__isnull=False)
    lots = lots.filter(accepted_on__lte=OuterRef(until)) if until else lots
    return total(lots, summed(amount))


def moved(
    project: str,
    added: Sequence[str],
    taken: Sequence[str] = (),
    until: str = "",
    amount: object = "area",
) -> Coalesce:
    """Area moved by some kinds of movement of a project, less that moved by others."""
    moves = QuotaMovement.objects.filter(project=OuterRef(project))
    moves = moves.filter(moved_on__lte=OuterRef(until)) if until else moves
    return total(moves, summed(amount, Q(kind__in=added)) - summed(amount, Q(kind__in=taken)))


def balance(project: str, *accounts: Account, until: str = "") -> Coalesce:
    """What stands on these accounts of a project at the end of a day."""
    return moved(project, into(*accounts), out_of(*accounts), until)


def summed(amount: object, where: Q | None = None) -> Coalesce:
    """A sum that is zero where there is nothing."""
    return Coalesce(Sum(amount, filter=where), NOTHING, output_field=AREA)


def total(rows: QuerySet, sums: Combinable) -> Coalesce:
    """A sum over rows that are all of one project."""
    grouped = rows.order_by().values("project").annotate(total=sums).values("total")
    return Coalesce(Subquery(grouped, output_field=AREA), NOTHING)
