"""A relation between claims: which, of what kind, whether it holds, and the arithmetic as a sentence."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from taizhang.checks.claims import Claim
from taizhang.checks.numerals import Reading
from taizhang.checks.units import in_base, measured
from taizhang.core.finding import Severity
from taizhang.core.wording import plain

Interval = tuple[Fraction, Fraction]
NO_LIMIT = Fraction(10) ** 30


@dataclass(frozen=True)
class Relation:
    """`claims` are indexes into the passage's claims. `severity` of a relation that does not hold: error where no
    reading can make it true, ask where one could.
    """

    kind: str
    claims: tuple[int, ...]
    holds: bool
    message: str
    severity: Severity = "error"


def span_of(claim: Claim) -> Interval:
    """What a claim may stand for, in the base unit of what it measures."""
    return span_as_written(claim.amount, claim.approx, claim.kind, claim.unit)


@lru_cache(maxsize=8192)
def span_as_written(amount: Reading, approx: str, kind: str, unit: str) -> Interval:
    low, high = Claim(0, 0, "", kind, amount, unit, approx).interval()
    factor = measured(unit)[1]
    return bounded(low) * factor, bounded(high) * factor


def bounded(value: Decimal) -> Fraction:
    return NO_LIMIT if value.is_infinite() else Fraction(value)


def added(spans: list[Interval]) -> Interval:
    return sum((low for low, _ in spans), Fraction(0)), sum(
        (high for _, high in spans), Fraction(0)
    )


def meet(a: Interval, b: Interval) -> bool:
    """Whether two intervals have a value in common."""
    return a[0] <= b[1] and b[0] <= a[1]


def middle(claim: Claim) -> Fraction:
    """The value as written, in the base unit."""
    return middle_as_written(claim.amount, claim.unit)


@lru_cache(maxsize=8192)
def middle_as_written(amount: Reading, unit: str) -> Fraction:
    return in_base((amount.low + amount.high) / 2, unit)


def said(claim: Claim) -> str:
    return claim.text.replace("\n", "")


def number(value: Fraction | Decimal, places: int = 2) -> str:
    """A worked-out number for a sentence: at most two decimals, no trailing zeros."""
    exact = Fraction(value)
    shown = Decimal(round(exact * 10**places)) / 10**places
    return plain(shown)


def as_written(value: Fraction, like: Claim) -> str:
    """A worked-out amount in the words of a claim: 139.46亿元 beside 138.46亿元."""
    match = re.match(r"[\d,.\s]+", like.text)
    digits = re.sub(r"[,\s]", "", match[0]) if match else ""
    own = Fraction(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else Fraction(0)
    if not own or not middle(like):
        return f"{number(value / measured(like.unit)[1])}{like.unit}"
    suffix = re.sub(r"[多余几来]", "", like.text[match.end() :]) if match else ""
    return f"{number(value * own / middle(like), 4)}{suffix}".replace("\n", "")
