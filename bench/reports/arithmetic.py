"""Whether numbers that hang together can all be right: worked out from their written digits alone, without the checker."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from bench.reports.gold import Link, Number

Span = tuple[Fraction, Fraction]
SIZES = {
    "公顷": Fraction(10000),
    "亩": Fraction(2000, 3),
    "平方公里": Fraction(10**6),
    "吨": Fraction(1000),
    "斤": Fraction(1, 2),
    "公里": Fraction(1000),
}


def span(number: Number) -> Span:
    """What a number may stand for, in the base unit of what it measures."""
    size = SIZES.get(number.unit, Fraction(1))
    low, high = number.span()
    return low * size, high * size


def added(spans: Sequence[Span]) -> Span:
    return sum((low for low, _ in spans), Fraction(0)), sum(
        (high for _, high in spans), Fraction(0)
    )


def meet(a: Span, b: Span) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def total(link: Link, numbers: Sequence[Number]) -> bool:
    """A total and its parts."""
    return meet(span(numbers[0]), added([span(part) for part in numbers[1:]]))


def part(link: Link, numbers: Sequence[Number]) -> bool:
    """A part and its whole."""
    return span(numbers[0])[0] <= span(numbers[1])[1]


def difference(link: Link, numbers: Sequence[Number]) -> bool:
    """Two numbers and what lies between them; between two shares that is points, and a per cent of them is growth."""
    if numbers[0].unit == numbers[2].unit == "%":
        return growth(link, numbers)
    (a, b), (c, d), result = span(numbers[0]), span(numbers[1]), span(numbers[2])
    return meet((a - d, b - c), result) or meet((c - b, d - a), result)


def growth(link: Link, numbers: Sequence[Number]) -> bool:
    """Before, now, and the rate."""
    before, now = span(numbers[0]), span(numbers[1])
    return before[0] > 0 and grown(link, before, now, numbers[2])


def growth_by(link: Link, numbers: Sequence[Number]) -> bool:
    """Now, the change, and the rate."""
    now, change = span(numbers[0]), span(numbers[1])
    if link.sign < 0:
        before = now[0] + change[0], now[1] + change[1]
    else:
        before = now[0] - change[1], now[1] - change[0]
    return before[0] > 0 and grown(link, before, now, numbers[2])


def grown(link: Link, before: Span, now: Span, rate: Number) -> bool:
    ends = sorted((n / b - 1) * 100 * link.sign for n, b in zip(now, before[::-1], strict=True))
    return meet((ends[0], ends[1]), rate.span())


def ratio(link: Link, numbers: Sequence[Number]) -> bool:
    """The rate, its part, its whole."""
    factor = 1000 if numbers[0].unit == "‰" else 100
    of, whole = span(numbers[1]), span(numbers[2])
    if whole[0] <= 0:
        return False
    return meet((of[0] / whole[1] * factor, of[1] / whole[0] * factor), numbers[0].span())


def product(link: Link, numbers: Sequence[Number]) -> bool:
    """How many, what each has, and all together, which is `size` times the product as written."""
    (a, b), (c, d) = numbers[0].span(), numbers[1].span()
    return meet((a * c * link.size, b * d * link.size), numbers[2].span())


def repeat(link: Link, numbers: Sequence[Number]) -> bool:
    return meet(span(numbers[0]), span(numbers[1]))


def shares(link: Link, numbers: Sequence[Number]) -> bool:
    return meet(added([number.span() for number in numbers]), (Fraction(100), Fraction(100)))


def count_list(link: Link, numbers: Sequence[Number]) -> bool:
    return Fraction(numbers[0].value) == link.size


def not_before(link: Link, numbers: Sequence[Number]) -> bool:
    """The report's day, and the day before which it cannot say what it says."""
    return numbers[0].value >= numbers[1].value


def not_after(link: Link, numbers: Sequence[Number]) -> bool:
    return numbers[0].value <= numbers[1].value


BY_KIND: dict[str, Callable[[Link, Sequence[Number]], bool]] = {
    "sum": total,
    "part_whole": part,
    "difference": difference,
    "growth": growth,
    "growth_by": growth_by,
    "ratio": ratio,
    "product": product,
    "repeat": repeat,
    "shares": shares,
    "count_list": count_list,
    "not_before": not_before,
    "not_after": not_after,
}


def holds(link: Link, numbers: Sequence[Number]) -> bool:
    """Whether a link's numbers, of all numbers of its passage, can all be right."""
    return BY_KIND[link.kind](link, [numbers[at] for at in link.members])
