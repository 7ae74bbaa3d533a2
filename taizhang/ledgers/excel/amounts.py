"""Reading numbers exactly: the shortest decimal that Excel's binary number stands for, never rounded in silence."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.quantity import AREA, Quantity, round_half_up
from taizhang.core.wording import plain, read_number
from taizhang.ledgers.excel.cells import NULL, CellError, Check, Reader, shown

NOISE = Decimal("1e-9")  # relative: what is left over when a formula adds 0.1 and 0.2
NOISE_OF_LAST_PLACE = Decimal("1e-3")
UNITS = {
    "平方米": "㎡",
    "平米": "㎡",
    "m2": "㎡",
    "平方": "㎡",
    "亩": "亩",
    "公顷": "公顷",
    "平方公里": "平方公里",
}
WITH_UNIT = re.compile(r"([-+]?[\d.,]+[万亿]?)\s*([^\d.,万亿]\S{0,5})")


def unit_named(text: str) -> str:
    """A unit as written in heads and cells (㎡, m², 平方米), in our spelling."""
    normal = unicodedata.normalize("NFKC", text).strip()
    return UNITS.get(normal, normal)


class NumberReader(Reader):
    """A decimal number with at most `places` decimals and `digits` digits in all."""

    def __init__(
        self,
        places: int,
        digits: int,
        unit: str = "",
        blank: str | None = NULL,
        checks: Iterable[Check] = (),
    ) -> None:
        super().__init__(blank, checks)
        self.places, self.unit = places, unit
        self.limit = Decimal(10) ** (digits - places)

    def read_value(self, value: Any) -> str:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.not_a_number(value)
        number = self.exact(value)
        if abs(number) >= self.limit:
            raise CellError(f"数字 {shown(value)} 太大了，请核对单位和小数点。", "数字太大")
        if self.checks:
            self.check(number)
        return format(number, "f")

    def exact(self, value: float) -> Decimal:
        """The number as typed; more decimals than the column keeps are refused, unless they are a formula's noise."""
        number = Decimal(repr(value))
        if not number.is_finite():
            raise CellError("不是有效的数字，请重新录入。", "不是数字")
        if -number.as_tuple().exponent <= self.places:  # type: ignore[operator]
            return number
        kept = round_half_up(number, self.places)
        noise = abs(number - kept)
        if noise > abs(number) * NOISE or noise > NOISE_OF_LAST_PLACE.scaleb(-self.places):
            allowed = f"最多 {self.places} 位小数" if self.places else "只填整数"
            raise CellError(
                f"数字 {shown(value)} 的小数太多，这一栏{allowed}，请改好再导入。", "小数位数太多"
            )
        return kept

    def not_a_number(self, value: Any) -> CellError:
        if not isinstance(value, str):
            return CellError(f"是 {shown(value)}，不是数字，请改成数字。", "不是数字")
        text = value.strip()
        for explain in (self.full_width, self.other_unit, self.written_out, self.text_number):
            if message := explain(text):
                return CellError(message, "数字写成了文字")
        return CellError(f"“{text}”不是数字，请只填数字。", "不是数字")

    def full_width(self, text: str) -> str:
        normal = unicodedata.normalize("NFKC", text)
        return (
            f"“{text}”是全角数字，请改成半角的 {normal}。"
            if normal != text and as_number(normal) is not None
            else ""
        )

    def other_unit(self, text: str) -> str:
        found = WITH_UNIT.fullmatch(unicodedata.normalize("NFKC", text))
        number = as_number(found[1]) if found else None
        if found is None or number is None:
            return ""
        unit = unit_named(found[2])
        if unit == self.unit or not self.unit:
            return f"“{text}”带了单位，请只填数字 {plain(number)}。"
        if unit in AREA and self.unit in AREA:
            converted = Quantity(number, unit).to(self.unit, self.places)
            return f"“{text}”的单位是{unit}，这一栏的单位是{self.unit}，请核对后填 {plain(converted.value)}。"
        return f"“{text}”的单位是{unit}，这一栏的单位是{self.unit}，请核对后只填数字。"

    def written_out(self, text: str) -> str:
        number = as_number(text)
        tidy = text.replace(",", "").isascii() and "," not in text
        return "" if number is None or tidy else f"“{text}”是文字，请改成数字 {plain(number)}。"

    def text_number(self, text: str) -> str:
        known = as_number(text) is not None
        return (
            f"“{text}”是文字不是数字，Excel 求和会漏掉它；请把单元格改成数字格式重新录入。"
            if known
            else ""
        )


def as_number(text: str) -> Decimal | None:
    """The number a text states, None where it states none."""
    try:
        return read_number(text)
    except Refusal:
        return None
