"""One figure, and the little arithmetic it needs: exact decimals from an engine's sums, and division."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from taizhang.core.quantity import round_half_up
from taizhang.indicators.definition import Definition
from taizhang.indicators.queries import BEFORE, UP

ZERO = Decimal(0)


@dataclass(frozen=True)
class Figure:
    """One number and where it comes from. `value` None is a gap, never a zero; `records` counts its journal rows.

    opening + inflow + outflow = closing for everything additive (outflow is negative). `key` is the place, month
    (201803) or item a breakdown is by; `gaps` are the codes of the places that did not report.
    """

    indicator: str
    title: str
    unit: str
    value: Decimal | None
    records: int
    place: str
    definition: str
    show: str
    key: str = ""
    opening: Decimal = ZERO
    inflow: Decimal = ZERO
    outflow: Decimal = ZERO
    closing: Decimal = ZERO
    gaps: tuple[str, ...] = ()
    inputs: tuple["Figure", ...] = ()


@dataclass
class Sums:
    """What an engine says of one indicator and key: up to three rows of queries.totals()."""

    opening: Decimal = ZERO
    inflow: Decimal = ZERO
    outflow: Decimal = ZERO
    stock_records: int = 0
    flow_records: int = 0
    highest: Decimal | None = None
    highest_in_period: Decimal | None = None

    def add(self, row: tuple[Any, ...]) -> None:
        """One row: before the period, up or down in it; its sum, count and highest."""
        side, amount, records, highest = row
        amount, records, highest = exact(amount), int(records), exact(highest)
        self.stock_records += records
        self.highest = higher(self.highest, highest)
        if side == BEFORE:
            self.opening += amount
            return
        self.flow_records += records
        self.highest_in_period = higher(self.highest_in_period, highest)
        if side == UP:
            self.inflow += amount
        else:
            self.outflow += amount

    @property
    def flow(self) -> Decimal:
        return self.inflow + self.outflow

    @property
    def stock(self) -> Decimal:
        return self.opening + self.flow


def higher(one: Decimal | None, other: Decimal) -> Decimal:
    return other if one is None else max(one, other)


def divided(of: Decimal | None, to: Decimal | None, definition: Definition) -> Decimal | None:
    """A ratio, rounded once half up; nothing where an input is missing or the denominator is zero."""
    if of is None or to is None or to == 0:
        return None
    scale = 100 if definition.unit == "%" else 1
    return round_half_up(Fraction(of) / Fraction(to) * scale, definition.places or 0)


def exact(value: Any) -> Decimal:
    """An engine's sum as a Decimal without trailing zeros: the same text on every engine."""
    if value is None:
        return ZERO
    number = Decimal(value).normalize()
    return number.quantize(Decimal(1)) if number.as_tuple().exponent > 0 else number  # type: ignore[operator]


def key_text(value: Any) -> str:
    """A key as text: engines give a month as an integer, a long or a decimal."""
    return value if isinstance(value, str) else str(int(value))
