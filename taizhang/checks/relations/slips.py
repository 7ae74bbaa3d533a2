"""Slips of the pen: whether one digit written otherwise would make two amounts agree.

A list that may be incomplete is no error when it falls short of its total; it is worth a question when it falls short by
exactly one digit. The fewer digits there are, the less that means, so short numbers count only at their first digit.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Interval, meet, middle, span_of
from taizhang.checks.units import measured

MANY = 3  # parts of a list that seldom leaves one out
LEAST_COVERED = Fraction(45, 100)
LONG = 4  # digits
SWAPPED = 3  # digits, so many that two of them may change places
ROUGHER = 10  # times the step of the finest
ROOM = 10  # a digit's place is at least so many times the leeway of rounding


def places(claims: list[Claim]) -> tuple[int, Fraction]:
    """How many telling digits the first number has, in the finest step of all, and the size of that step."""
    step = min(Fraction(one.amount.step) * measured(one.unit)[1] for one in claims)
    values = [middle(one) / step for one in claims]
    while all(value and value.denominator == 1 and value % 10 == 0 for value in values):
        step, values = step * 10, [value / 10 for value in values]
    return len(str(int(abs(values[0])))), step


def alike_in_precision(claims: list[Claim]) -> bool:
    """Written to the same step or nearly so; rougher numbers fit too much by chance."""
    steps = [measured(one.unit)[1] * Fraction(one.amount.step) for one in claims]
    return max(steps) <= min(steps) * ROUGHER


def one_digit_short(total: Claim, parts: list[Claim], whole: Interval) -> bool:
    """The parts would make the total if one digit of it were smaller."""
    worth = span_of(total)
    if worth[1] <= 0 or whole[1] < worth[0] * LEAST_COVERED or whole[0] >= worth[1]:
        return False
    if not alike_in_precision([total, *parts]):
        return False
    digits, step = places([total, *parts])
    many = len(parts) >= MANY
    lowest = {1: 1, 2: 1 if many else 2, 3: 1 if many else 2}.get(digits, 0)
    return off_by_a_digit((digits, step, lowest), worth, whole)


def one_digit_off(total: Claim, parts: list[Claim], whole: Interval, least: int = LONG) -> bool:
    """One digit larger or smaller, of a number long enough to make that no chance."""
    worth = span_of(total)
    if not alike_in_precision([total, *parts]):
        return False
    digits, step = places([total, *parts])
    if digits < least or worth[0] <= 0 or whole[0] > worth[1] * 3 or worth[0] > whole[1] * 3:
        return False
    return off_by_a_digit((digits, step, 0 if digits >= LONG else digits - 1), worth, whole)


def transposed(total: Claim, parts: list[Claim], whole: Interval) -> bool:
    """Two neighbouring digits of one number the other way round would make the parts the total."""
    if not alike_in_precision([total, *parts]):
        return False
    digits, step = places([total, *parts])
    worth = span_of(total)
    if digits < SWAPPED:
        return False
    changes = [-off for off in swaps(middle(total) / step)]
    for part in parts:
        changes += swaps(middle(part) / step)
    leeway = whole[1] - whole[0] + worth[1] - worth[0]
    return any(
        abs(by) * step >= leeway * ROOM
        and meet((whole[0] + by * step, whole[1] + by * step), worth)
        for by in changes
    )


def swaps(value: Fraction) -> list[int]:
    """By how much a number changes when two neighbouring digits change places."""
    shown = str(int(value))
    return [
        int(shown[:n] + shown[n + 1] + shown[n] + shown[n + 2 :]) - int(shown)
        for n in range(len(shown) - 1)
        if shown[n] != shown[n + 1]
    ]


def changed(value: Fraction) -> set[int]:
    """By how much a number changes when one of its digits is written otherwise, or two neighbours change places."""
    if value.denominator != 1:
        return set()
    shown = str(int(value))
    found = set(swaps(value))
    for at, digit in enumerate(shown):
        size = 10 ** (len(shown) - at - 1)
        found.update((other - int(digit)) * size for other in range(10))
    return found - {0}


def mended(total: Claim, parts: list[Claim]) -> bool:
    """One digit of one of them written otherwise, or two neighbours the other way round, makes the sum exact."""
    _, step = places([total, *parts])
    values, worth = [middle(one) / step for one in parts], middle(total) / step
    changes = (*(by for one in values for by in changed(one)), *(-by for by in changed(worth)))
    return worth - sum(values, Fraction(0)) in changes


def copied(total: Claim, parts: list[Claim], whole: Interval) -> bool:
    """Two long parts alike of many, and the list not far from its total: one may be its neighbour's number."""
    values = [middle(one) for one in parts]
    worth = span_of(total)
    twice = len(parts) >= MANY and any(a == b for a, b in pairwise(values))
    near = whole[0] * 2 <= worth[1] * 3 and worth[0] * 2 <= whole[1] * 3
    return twice and near and places([total, *parts])[0] >= SWAPPED


def counted_twice(total: Claim, parts: list[Claim]) -> bool:
    """The total is that of the parts with one of them, no small one, counted twice."""
    over = middle(total) - sum(map(middle, parts), Fraction(0))
    _, step = places([total, *parts])
    return len(parts) >= MANY and over >= step * ROOM and any(middle(one) == over for one in parts)


def off_by_a_digit(scale: tuple[int, Fraction, int], worth: Interval, whole: Interval) -> bool:
    """Whether the amounts meet when one is moved by a digit at some place; worth and whole are intervals."""
    digits, step, lowest = scale
    leeway = whole[1] - whole[0] + worth[1] - worth[0]
    for place in range(lowest, digits):
        size = step * 10**place
        if size < leeway * ROOM:
            continue
        for digit in range(1, 10):
            off = size * digit
            if any(meet(whole, (worth[0] + by, worth[1] + by)) for by in (off, -off)):
                return True
    return False


def misread(claim: Claim) -> tuple[Fraction, ...]:
    """How many times larger or smaller the number would be with one of its first two digits written otherwise."""
    return misread_values(abs(claim.amount.low))


@lru_cache(maxsize=4096)
def misread_values(value: Decimal) -> tuple[Fraction, ...]:
    shown = format(value, "f")
    bare = shown.replace(".", "").lstrip("0")[:2]
    rest = Fraction(value)
    if not bare or not rest:
        return ()
    scale = Fraction(10) ** (len(str(int(value))) - 1) if value >= 1 else Fraction(1, 10)
    found = []
    for place, digit in enumerate(bare):
        size = scale / 10**place
        found += [(rest + size * (other - int(digit))) / rest for other in range(10)]
    long = shown.replace(".", "").lstrip("0")[:4]
    for place, (a, b) in enumerate(pairwise(long)):  # two neighbours the other way round
        found.append((rest + scale / 10**place * Fraction(9, 10) * (int(b) - int(a))) / rest)
    return tuple(one for one in found if one > 0 and one != 1)
