"""Reading dates: real dates only. A date as text says nothing reliable, so the right one is written out instead."""

import datetime
import re
import unicodedata
from typing import Any

from taizhang.ledgers.excel.cells import CellError, Reader, shown

YEAR_MONTH_DAY = re.compile(
    r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:\s+0?0:00(?::00)?)?"
)
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
YEAR_MONTH = re.compile(r"\d{4}\s*[-./年]\s*\d{1,2}\s*月?")
FIRST_DAY = datetime.date(
    1899, 12, 30
)  # what Excel counts days from, for dates after February 1900
SERIALS = range(20_000, 80_000)  # days that a bare number may stand for: 1954 to 2119
YEARS_AS_DAYS = range(1905, 1906)  # 1949 to 2099 typed into a date cell are days of 1905


class DateReader(Reader):
    """A day, given as a real date cell without a time of day."""

    def read_value(self, value: Any) -> str:
        if isinstance(value, datetime.datetime):
            if value.time() != datetime.time():
                raise CellError(
                    f"带了时刻（{value:%Y-%m-%d %H:%M}），请只填日期 {value:%Y-%m-%d}。",
                    "日期带了时刻",
                )
            value = value.date()
        if not isinstance(value, datetime.date):
            raise not_a_date(value)
        if value.year in YEARS_AS_DAYS:
            year = (value - FIRST_DAY).days
            raise CellError(
                f"是 {value}，多半是只填了年份 {year}；请填完整的年月日。", "日期不完整"
            )
        if self.checks:
            self.check(value)
        return value.isoformat()


def not_a_date(value: Any) -> CellError:
    if isinstance(value, str):
        return text_date(unicodedata.normalize("NFKC", value).strip(), value.strip())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return bare_number(value)
    return CellError(f"是 {shown(value)}，不是日期，请填年月日并设为日期格式。", "不是日期")


def text_date(text: str, written: str) -> CellError:
    """A text that means a day, or names one that does not exist."""
    found = YEAR_MONTH_DAY.fullmatch(text) or COMPACT.fullmatch(text)
    if found is None:
        unfinished = "只有年月，" if YEAR_MONTH.fullmatch(text) else "不是日期，"
        return CellError(f"“{written}”{unfinished}请填完整的年月日，并设为日期格式。", "不是日期")
    year, month, day = map(int, found.groups())
    try:
        meant = datetime.date(year, month, day)
    except ValueError:
        return CellError(
            f"“{written}”没有这一天，请核对后填实际日期，并设为日期格式。", "没有这一天"
        )
    return CellError(f"“{written}”是文字，请改成日期 {meant} 并设为日期格式。", "日期写成了文字")


def bare_number(value: float) -> CellError:
    text = shown(value)
    if COMPACT.fullmatch(text):
        return CellError(
            text_date(text, text).message.replace("是文字", "是数字"), "日期写成了数字"
        )
    meant = ""
    if value in SERIALS:
        meant = f"，也许是 {FIRST_DAY + datetime.timedelta(days=int(value))}"
    return CellError(
        f"是数字 {text}，不是日期{meant}；请核对后把单元格设为日期格式。", "日期写成了数字"
    )
