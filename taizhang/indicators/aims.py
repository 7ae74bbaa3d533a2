"""Records that aim at a figure: a target of the year, an item of a plan; how far each has come is worked out, never typed."""

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Any

from django.db import models

from taizhang.core.period import Period
from taizhang.core.wording import plain
from taizhang.indicators.definition import Definition
from taizhang.indicators.figures import Figure
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations

ZERO = Decimal(0)


class Comparison(models.TextChoices):
    """How a figure is held against the value aimed at."""

    AT_LEAST = "at_least", "不低于"
    AT_MOST = "at_most", "不高于"
    EXACTLY = "exactly", "等于"


@dataclass(frozen=True, eq=False)
class Aim:
    """Which fields of a ledger say what its records aim at, declared in the line's indicators.py.

    `period` is the field with the span in which it is to be reached; it may stand in another ledger (plan__period).
    """

    model: type[Record]
    indicator: str = "indicator"
    value: str = "target"
    comparison: str = "comparison"
    tolerance: str = ""
    period: str = "period"

    def of(self, record: Any) -> "Goal | None":
        """What one record aims at; None where it is not held against a figure."""
        name, value = getattr(record, self.indicator), getattr(record, self.value)
        if not name or value is None:
            return None
        allowed = getattr(record, self.tolerance) if self.tolerance else None
        span = reduce(getattr, self.period.split("__"), record)
        comparison = Comparison(getattr(record, self.comparison))
        return Goal(name, Decimal(value), comparison, allowed or ZERO, Period.parse(span))


@dataclass(frozen=True)
class Goal:
    """A value that an indicator is to have by the end of a span, give or take `tolerance`."""

    indicator: str
    value: Decimal
    comparison: Comparison
    tolerance: Decimal
    span: Period

    def asked_in(self, reported: Period) -> Period | None:
        """The part of the span that a report on a period can speak of: from its first day to the report's last."""
        if reported.last < self.span.first:
            return None
        if reported.last >= self.span.last:
            return self.span
        if reported.first == self.span.first:
            return reported
        return Period.parse(f"{self.span.first}..{reported.last}")

    def wording(self, definition: Definition) -> str:
        """The aim in words: 拆除空心房不低于300栋."""
        said = f"{definition.title}{self.comparison.label}{plain(self.value)}{definition.unit}"
        return said + (f"（允许相差{plain(self.tolerance)}）" if self.tolerance else "")

    def verdict(self, figure: Figure, *, is_over: bool) -> str:
        """Whether it is reached, as a report says it; `is_over` when no more is to come."""
        if figure.value is None:
            return "缺报，无法比较"
        if self.holds(figure.value):
            return REACHED[self.comparison]
        if self.holds(figure.value, self.tolerance):
            return "在允许的误差以内"
        if self.comparison == Comparison.AT_LEAST and not is_over:
            return "尚未达到目标"
        return MISSED[self.comparison]

    def holds(self, value: Decimal, tolerance: Decimal = ZERO) -> bool:
        """The comparison itself."""
        if self.comparison == Comparison.AT_LEAST:
            return value >= self.value - tolerance
        if self.comparison == Comparison.AT_MOST:
            return value <= self.value + tolerance
        return abs(value - self.value) <= tolerance


REACHED = {
    Comparison.AT_LEAST: "已达到目标",
    Comparison.AT_MOST: "没有超过目标",
    Comparison.EXACTLY: "与目标一致",
}
MISSED = {
    Comparison.AT_LEAST: "未达到目标",
    Comparison.AT_MOST: "已超过目标",
    Comparison.EXACTLY: "与目标不一致",
}


def aim_of(model: type[Record]) -> Aim | None:
    """How the records of a ledger aim at figures, if they do."""
    found = declarations("indicators", Aim).values()
    return next((one for one in found if one.model is model), None)
