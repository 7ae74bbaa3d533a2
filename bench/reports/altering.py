"""How a number goes wrong: each function gives what could stand in a number's place, the likeliest first.

They get the numbers of the link, the place of the one to change among them, and a number to draw by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bench.reports.filler import SESSIONS_END, dated
from bench.reports.gold import SCALES, Number, amount, spelled

PARTS = re.compile(r"([\d,]+(?:\.\d+)?)((?:万亿|[百千万亿])?)(.*)", re.S)
DAYS_EARLY = 6


def parts_of(number: Number) -> tuple[str, str, str]:
    """Digits without commas, scale, unit as written."""
    match = PARTS.fullmatch(number.text)
    if match is None:
        raise ValueError(number.text)
    return match[1].replace(",", ""), match[2], match[3]


def rewritten(number: Number, digits: str, scale: str | None = None) -> Number:
    """The number with other digits, or of another scale."""
    _, old, said = parts_of(number)
    scale = old if scale is None else scale
    head = (
        number.value / SCALES[old] / Decimal(parts_of(number)[0])
    )  # what the head of a table multiplies by
    decimals = len(digits.partition(".")[2])
    factor = SCALES[scale] * head
    step = Decimal(1).scaleb(-decimals) * factor if number.step else Decimal(0)
    return replace(number, value=Decimal(digits) * factor, text=f"{digits}{scale}{said}", step=step)


def like(number: Number, value: Decimal) -> Number:
    """Another value with as many decimals, in the same scale and unit."""
    digits, scale, _ = parts_of(number)
    places = len(digits.partition(".")[2])
    return rewritten(number, f"{value / SCALES[scale]:.{places}f}")


def usable(digits: str) -> bool:
    """Not 0 or 05.2: what nobody would write."""
    return bool(re.match(r"0\.|[1-9]", digits)) and Decimal(digits) > 0


def digit(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """Another digit struck: 7458亩 for 7478亩."""
    digits = parts_of(numbers[at])[0]
    places = [n for n, letter in enumerate(digits) if letter.isdigit()]
    for n in range(len(places) * 3):
        place = places[(turn + n) % len(places)]
        other = (int(digits[place]) + 2 + (turn + n) % 5) % 10
        new = digits[:place] + str(other) + digits[place + 1 :]
        if usable(new):
            yield rewritten(numbers[at], new)


def first_digit(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """The first digit is another."""
    digits = parts_of(numbers[at])[0]
    for n in range(1, 9):
        other = (int(digits[0]) + turn + n) % 10
        if other:
            yield rewritten(numbers[at], str(other) + digits[1:])


def transposed(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """Two neighbouring digits change places."""
    digits = parts_of(numbers[at])[0]
    for n in range(len(digits) - 1):
        place = (turn + n) % (len(digits) - 1)
        new = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if digits[place : place + 2].isdigit() and new != digits and usable(new):
            yield rewritten(numbers[at], new)


def dropped(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A digit is left out."""
    digits = parts_of(numbers[at])[0]
    for n in range(len(digits)):
        place = (turn + n) % len(digits)
        new = digits[:place] + digits[place + 1 :]
        if digits[place] != "." and new.strip(".") and not new.endswith(".") and usable(new):
            yield rewritten(numbers[at], new)


def doubled(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A digit stands twice."""
    digits = parts_of(numbers[at])[0]
    for n in range(len(digits)):
        place = (turn + n) % len(digits)
        if digits[place] != ".":
            yield rewritten(numbers[at], digits[: place + 1] + digits[place:])


def point(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """The decimal point is left out: 4823亿元 for 48.23亿元."""
    digits = parts_of(numbers[at])[0]
    if "." in digits:
        yield rewritten(numbers[at], digits.replace(".", "").lstrip("0"))


def scale_up(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """亿 for 万, 万 for none."""
    digits, scale, _ = parts_of(numbers[at])
    yield rewritten(numbers[at], digits, {"": "万", "万": "亿", "亿": "万亿"}[scale])


def scale_down(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """万 for 亿, none for 万."""
    digits, scale, _ = parts_of(numbers[at])
    if scale:
        yield rewritten(numbers[at], digits, {"万": "", "亿": "万"}[scale])


def other_unit(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """公顷 for 亩, 斤 for 公斤, % for 个百分点, and the other way round."""
    number = numbers[at]
    unit = {
        "亩": "公顷",
        "公顷": "亩",
        "公斤": "斤",
        "百分点": "%",
        "%": "百分点",
        "平方公里": "公顷",
    }[number.unit]
    said = parts_of(number)[2]
    yield replace(
        number,
        unit=unit,
        text=number.text.removesuffix(said) + ("个百分点" if unit == "百分点" else unit),
    )


def copied(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """The number beside it is written twice."""
    for other in (*numbers[at + 1 :], *numbers[:at][::-1]):
        if other.unit == numbers[at].unit:
            yield replace(numbers[at], value=other.value, text=other.text, step=other.step)


def left_out(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A total that forgot its last part."""
    yield like(numbers[at], numbers[at].value - numbers[-1].value)


def counted_twice(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A total that has one part twice."""
    yield like(numbers[at], numbers[at].value + numbers[1].value)


def above_whole(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A part larger than its whole."""
    digits = parts_of(numbers[at])[0]
    for first in range(1, 10):
        yield rewritten(numbers[at], f"{first}{digits}")


def on_new_base(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """Growth divided by the new value."""
    before, now = numbers[0].value, numbers[1].value
    yield like(numbers[at], abs(now - before) / now * 100)


def on_its_level(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """The change divided by the level it led to, not by the one before."""
    yield like(numbers[at], numbers[1].value / numbers[0].value * 100)


def against_the_rest(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A share of the rest, not of the whole."""
    rest = numbers[2].value - numbers[1].value
    if rest > 0:
        yield like(numbers[at], numbers[1].value / rest * 100)


def the_rest(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """What is missing to a hundred, in the place of the share."""
    if 1 < numbers[at].value < 99:
        yield like(numbers[at], 100 - numbers[at].value)


def added_up(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """The sum of two numbers where their difference belongs."""
    yield like(numbers[at], numbers[0].value + numbers[1].value)


def by_ten(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """A hectare taken for 10 亩."""
    mu = {"公顷": 10, "平方公里": 1000}
    other = numbers[1 - at]
    if other.unit in mu:
        yield like(numbers[at], other.value * mu[other.unit])


def twice(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """斤 written as 公斤."""
    yield like(numbers[at], numbers[at].value * 2)


def one_off(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """One more or one less than there are."""
    number = numbers[at]
    value = int(number.value) + (1 if turn % 2 or number.value <= 2 else -1)
    yield amount(value, number.unit) if number.text[0].isdigit() else spelled(value, number.unit)


def one_less(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """Fewer than are named, which not even 等 can mean."""
    yield from one_off(numbers, at, 0) if numbers[at].value > 2 else ()


def too_early(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """Dated before the period is over."""
    yield dated(date.fromordinal(int(numbers[1].value) - DAYS_EARLY - turn % 5))


def too_late(numbers: Sequence[Number], at: int, turn: int) -> Iterator[Number]:
    """Sent weeks after what it calls present."""
    yield dated(date.fromordinal(SESSIONS_END.toordinal() + 20 + turn % 60))
