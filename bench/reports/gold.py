"""What is known of a text: its numbers with value, unit and written precision, and how they hang together."""

from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from bench.reports.drawing import choose, draw, some

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
# What an amount of these may be rounded from, though it is written as a whole number; things that are counted are not.
MEASURED = {
    "亩",
    "公顷",
    "平方米",
    "平方公里",
    "公里",
    "米",
    "吨",
    "公斤",
    "斤",
    "元",
    "立方米",
    "千瓦时",
}
MARK = 0xE000  # the private letters that stand for the numbers of a passage until it is written out
DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Number:
    """A number as it is written. `value` has 万 and 亿 applied; `step` is one of its last written digit, 0 where exact."""

    value: Decimal
    unit: str
    text: str
    kind: str
    step: Decimal = Decimal(0)
    high: Decimal | None = None  # the other end of a range

    def span(self) -> tuple[Fraction, Fraction]:
        """What may have been rounded to this number."""
        half = Fraction(self.step) / 2
        return Fraction(self.value) - half, Fraction(self.value) + half


def kind_of(unit: str) -> str:
    if unit in {"%", "‰", "百分点"}:
        return "percent"
    return "money" if unit.startswith("元") else "quantity"


def amount(value: Decimal | Fraction | int, unit: str, places: int = 0, scale: str = "") -> Number:
    """A number in Arabic digits, rounded half up to so many places of its scale: 4.7万亩."""
    one = Decimal(1).scaleb(-places)
    exact = Fraction(value) / SCALES[scale]
    shown = (Decimal(exact.numerator) / exact.denominator).quantize(one, ROUND_HALF_UP)
    rounded = bool(scale or places or unit in MEASURED or kind_of(unit) == "percent")
    step = one * SCALES[scale] if rounded else Decimal(0)
    said = "个百分点" if unit == "百分点" else unit
    return Number(shown * SCALES[scale], unit, f"{shown}{scale}{said}", kind_of(unit), step)


def parted(value: int, unit: str) -> Number:
    """A number whose thousands are parted by commas: 1,768亩."""
    return replace(amount(value, unit), text=f"{value:,}{unit}")


def spelled(value: int, unit: str) -> Number:
    """A number from 2 to 99 in Chinese digits: 三十二户."""
    tens, ones = divmod(value, 10)
    words = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    words += DIGITS[ones] if ones else ""
    return Number(Decimal(value), unit, ("两" if value == 2 else words) + unit, kind_of(unit))


def over(value: int, unit: str, word: str = "余", scale: str = "") -> Number:
    """A number that says itself that there is a little more: 300余万元."""
    text = f"{value}{word}{scale}{unit}"
    real = value * SCALES[scale]
    return Number(Decimal(real), unit, text, kind_of(unit), Decimal(real) / 5)


@dataclass(frozen=True)
class Slot:
    """A number in its place of a passage; in the text it is a mark."""

    at: int
    number: Number

    def __str__(self) -> str:
        return chr(MARK + self.at)

    @property
    def value(self) -> Decimal:
        return self.number.value


@dataclass(frozen=True)
class Link:
    """Numbers that hang together, in the order that bench/reports/arithmetic.py expects of the kind.

    `tag` says in which way of putting it, for mistakes to be seeded; `sign` is -1 where the text says that something fell;
    `size` is the length of a list or the factor of a product; `told` is False of what is no relation between claims.
    """

    kind: str
    members: tuple[int, ...]
    tag: str
    sign: int = 1
    size: Fraction = Fraction(1)
    told: bool = True


@dataclass(frozen=True)
class Passage:
    """One paragraph or more with the marks of its numbers, and what holds between them."""

    text: str
    numbers: tuple[Number, ...]
    links: tuple[Link, ...]

    def changed(self, at: int, number: Number) -> "Passage":
        numbers = (*self.numbers[:at], number, *self.numbers[at + 1 :])
        return replace(self, numbers=numbers)


@dataclass
class Sheet:
    """What a maker of passages writes on: it draws, puts numbers down, and notes how they hang together."""

    key: tuple[object, ...]
    numbers: list[Number] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def draw(self, low: int, high: int, name: str) -> int:
        return draw(low, high, *self.key, name)

    def choose(self, options, name: str):
        return choose(options, *self.key, name)

    def some(self, options, count: int, name: str) -> list:
        return some(options, count, *self.key, name)

    def put(self, number: Number) -> Slot:
        self.numbers.append(number)
        return Slot(len(self.numbers) - 1, number)

    def amount(self, value, unit: str, places: int = 0, scale: str = "") -> Slot:
        return self.put(amount(value, unit, places, scale))

    def rate(self, part, whole, places: int = 1, unit: str = "%") -> Slot:
        """A share in per cent (or per mille) of two values, rounded."""
        factor = 1000 if unit == "‰" else 100
        return self.amount(Fraction(part) / Fraction(whole) * factor, unit, places)

    def link(self, kind: str, *slots: Slot, tag: str = "", **more) -> None:
        members = tuple(slot.at for slot in slots)
        self.links.append(Link(kind, members, tag or kind, **more))

    def counted(self, slot: Slot, size: int, tag: str) -> None:
        """A number that says how many names stand in a list."""
        self.link("count_list", slot, tag=tag, size=Fraction(size))

    def passage(self, text: str) -> Passage:
        return Passage(text, tuple(self.numbers), tuple(self.links))
