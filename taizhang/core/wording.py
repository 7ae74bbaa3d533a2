"""Numbers as official papers write them (GB/T 15835-2011), and how to read them back."""

import re
import unicodedata
from decimal import Decimal

from taizhang.core.finding import Refusal
from taizhang.core.quantity import round_half_up

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
WRITTEN = re.compile(
    r"(?P<sign>[-+]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?(?P<scale>[万亿]?)",
    re.ASCII,
)
SCALES = {"": 0, "万": 4, "亿": 8}
ONE_DIGIT_BELOW = 100


def plain(value: Decimal, places: int | None = None) -> str:
    """A number without exponent or thousands comma; without places, trailing zeros are dropped."""
    if places is not None:
        return format(round_half_up(value, places), "f")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def approximate(value: Decimal) -> str:
    """A number as 80多 says it: two leading digits from 100 on, one below, exact when nothing is cut."""
    if value < 10:
        return plain(value)
    kept = 1 if value < ONE_DIGIT_BELOW else 2
    cut = value.adjusted() + 1 - kept
    rounded = Decimal(int(value) // 10**cut * 10**cut)
    return plain(rounded) if rounded == value else f"{plain(rounded)}多"


def chinese_number(n: int) -> str:
    """A whole number from 0 to 9999 in Chinese digits, as headings count: 1 is 一, 11 is 十一."""
    if not 0 <= n <= 9999:
        raise ValueError(f"headings do not count to {n}")
    if n < 10:
        return DIGITS[n]
    digits = str(n)
    spoken = "".join(
        DIGITS[int(digit)] + (PLACES[len(digits) - 1 - place] if digit != "0" else "")
        for place, digit in enumerate(digits)
    )
    spoken = re.sub("零+", "零", spoken).rstrip("零")
    return spoken.removeprefix("一") if spoken.startswith("一十") else spoken


def ordinal_clause(n: int) -> str:
    """The opening of the n-th clause in a paragraph: 一是, 二是."""
    return f"{chinese_number(n)}是"


def read_number(text: str) -> Decimal:
    """The number that a text such as 310, 199,800 or 1.2万 states; refuses what is no number."""
    written = WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not written:
        raise Refusal(f"“{text.strip()}”不是数字，请用阿拉伯数字填写。")
    digits = written["sign"] + written["digits"].replace(",", "") + (written["rest"] or "")
    sign, figures, exponent = Decimal(digits).as_tuple()
    scaled = Decimal((sign, figures, int(exponent) + SCALES[written["scale"]]))
    return Decimal(format(scaled, "f"))
