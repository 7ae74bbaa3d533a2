"""Numbers as reports write them, in Arabic or Chinese digits, read exactly: 25万6千, 二十万亿, 三四十, 一点五, 三分之一.

A number is an interval: 三四十 is 30 to 40, 几十 is 20 to 90; what is exact has both ends alike.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
VAGUE = {"几", "数"}
CHINESE = "零〇一二两三四五六七八九十百千万亿点几数"
CHUNK = re.compile(r"[^万亿]*[万亿]+|[^万亿]+")


@dataclass(frozen=True)
class Reading:
    """What a numeral says: from `low` to `high`, written to the unit `step` (10 for 三四十, 0.1 for 4.7)."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    def scaled(self, factor: int | Decimal) -> "Reading":
        """So many times the number, its ends and its step."""
        by = Decimal(factor)
        low, high = sorted((self.low * by, self.high * by))
        return Reading(low, high, abs(self.step * by))


def exactly(value: Decimal | int, step: Decimal | int = 1) -> Reading:
    return Reading(Decimal(value), Decimal(value), Decimal(step))


def scale(word: str) -> int:
    """What 万, 亿, 千万, 万亿 multiply by."""
    factor = 1
    for letter in word:
        factor *= MYRIADS.get(letter) or PLACES.get(letter) or 1
    return factor


def arabic(digits: str) -> Reading:
    """199,800 or 27.26; the step is that of the last digit written: trailing zeros after the point count."""
    clean = re.sub(r"[,，\s]", "", digits)
    value = Decimal(clean)
    return exactly(value, Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))))


def mixed(text: str) -> Reading:
    """Arabic digits with scales between: 25万6千, 3亿5000万."""
    total, step = Decimal(0), Decimal(1)
    for digits, word in re.findall(r"(\d[\d,]*(?:\.\d+)?)([万亿千百]*)", text):
        read = arabic(digits).scaled(scale(word))
        total, step = total + read.low, read.step
    return exactly(total, step)


def chinese(text: str) -> Reading | None:
    """A numeral in Chinese digits; None where the letters are no number (十百, 万一)."""
    whole, point, rest = text.partition("点")
    if point:
        return with_decimals(whole, rest)
    if all(letter in DIGITS for letter in text) and len(text) > 1:
        return digit_by_digit(text)
    total = Reading(Decimal(0), Decimal(0), Decimal(1))
    for chunk in CHUNK.findall(text):
        myriads = chunk.lstrip("".join(set(chunk) - {"万", "亿"})) if chunk[-1] in MYRIADS else ""
        below = below_myriad(chunk[: len(chunk) - len(myriads)] or "一")
        if below is None:
            return None
        read = below.scaled(scale(myriads))
        total = Reading(total.low + read.low, total.high + read.high, read.step)
    return total


def with_decimals(whole: str, rest: str) -> Reading | None:
    """一点五, 一点五亿, 三十五点二."""
    match = re.fullmatch(r"([零〇一二三四五六七八九]+)([万亿]*)", rest)
    head = below_myriad(whole) if whole else None
    if match is None or head is None or head.is_range:
        return None
    decimals = "".join(str(DIGITS[letter]) for letter in match[1])
    value = head.low + Decimal(f"0.{decimals}")
    return exactly(value, Decimal(1).scaleb(-len(decimals))).scaled(scale(match[2]))


def digit_by_digit(text: str) -> Reading | None:
    """二〇一八 is 2018; two neighbouring digits such as 三四 are an approximation."""
    digits = [DIGITS[letter] for letter in text]
    if len(digits) == 2 and digits[1] - digits[0] == 1 and digits[0] > 0:
        return Reading(Decimal(digits[0]), Decimal(digits[1]), Decimal(1))
    return exactly(int("".join(map(str, digits))))


def below_myriad(text: str) -> Reading | None:
    """一百三十, 十五, 三百五, 三四十, 几百."""
    low = high = 0
    held: tuple[int, int] | None = None
    place = 0
    for letter in text:
        if letter in PLACES:
            below, above = held or (1, 1)
            place = PLACES[letter]
            low, high, held = low + below * place, high + above * place, None
        elif letter in VAGUE:
            held = (2, 9)
        elif letter in DIGITS:
            digit = DIGITS[letter]
            if held is not None and held[0] > 0 and digit - held[0] == 1:
                held = (held[0], digit)  # 三四十
            elif held is not None and held[0] > 0:
                return None
            else:
                held = (digit, digit)
        else:
            return None
    if held is not None:
        unit = place // 10 if place > 10 and text[-2] in PLACES else 1  # 三百五 is 350
        low, high = low + held[0] * unit, high + held[1] * unit
    return Reading(Decimal(low), Decimal(high), Decimal(1))


def fraction(text: str) -> Fraction | None:
    """三分之一, 百分之二十三点五, 千分之三 as an exact fraction of one."""
    below, _, above = text.partition("分之")
    bottom = {"百": 100, "千": 1000, "万": 10000}.get(below)
    if bottom is None:
        read = chinese(below)
        bottom = int(read.low) if read else None
    top = arabic(above) if above[:1].isdigit() else chinese(above)
    if not bottom or top is None:
        return None
    return Fraction(top.low) / bottom
