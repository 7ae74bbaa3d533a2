"""Claims: the numbers of a text that say how much there is of something, apart from dates, ordinals and set phrases."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from taizhang.checks.numerals import Reading
from taizhang.checks.units import groups

STATED = {"quantity", "money", "percent", "ratio"}


@dataclass
class Claim:
    """One number in its place. `start` and `end` are offsets into the text, hedges before and after left out.

    `approx`: exact, about (约), over (多, 余), at_least (以上), at_most (以内), under (不足, 近), range. `kind` is
    quantity, money, percent or ratio for a claim; date, ordinal, code or idiom for what is none.
    """

    start: int
    end: int
    text: str
    kind: str
    reading: Reading | None = None
    unit: str = ""
    approx: str = "exact"
    said: str = ""  # a date or phrase as it stands
    subject: str = ""  # what is counted, as the words before and after say it
    sentence: int = 0
    index: int = 0
    lead: str = ""  # the words of its clause that lead to it
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def is_stated(self) -> bool:
        return self.kind in STATED

    @property
    def value(self) -> Decimal | None:
        return None if self.reading is None else self.reading.low

    @property
    def amount(self) -> Reading:
        """The number of a claim; what states no number has none to ask for."""
        if self.reading is None:
            raise ValueError(f"{self.text} is no claim")
        return self.reading

    def interval(self) -> tuple[Decimal, Decimal]:
        """What the number may stand for: half a unit of its last digit either way, wider where it is hedged."""
        low, high, step = self.amount.low, self.amount.high, self.amount.step
        half = step / 2
        if self.approx == "exact":
            whole = step == 1 and self.kind == "quantity" and self.unit not in groups()
            return (low, high) if whole else (low - half, high + half)
        return HEDGES[self.approx](low, high, max(half, rounding(low)))


def rounding(value: Decimal) -> Decimal:
    """How far an approximate number may be off: one unit of its last significant digit, at least a tenth of it."""
    exponent = value.normalize().as_tuple().exponent
    return max(Decimal(1).scaleb(int(exponent)), abs(value) / 20)


INFINITY = Decimal("Infinity")
HEDGES: dict[str, Callable[[Decimal, Decimal, Decimal], tuple[Decimal, Decimal]]] = {
    "about": lambda low, high, off: (low - off, high + off),
    "over": lambda low, high, off: (low, high + off * 2),
    "at_least": lambda low, high, off: (low, INFINITY),
    "at_most": lambda low, high, off: (Decimal(0), high),
    "under": lambda low, high, off: (low - off * 2, high),
    "range": lambda low, high, off: (low, high),
}
