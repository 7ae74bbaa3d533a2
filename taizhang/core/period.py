"""The spans an office reports on: a year, a half, a quarter, a month, or from one day to another."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from taizhang.core.finding import Refusal

NAMED = re.compile(
    r"(?P<year>(?:19|20|21)\d\d)(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|-(?P<month>0[1-9]|1[0-2]))?",
    re.ASCII,
)
SPAN = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", re.ASCII)
QUARTERS = "一二三四"
HALVES = "上下"
MONTHS_A_YEAR = 12


@total_ordering
@dataclass(frozen=True)
class Period:
    """A name and its first and last day, both included; ordered by days."""

    name: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read 2018, 2018H1, 2018Q1, 2018-03 or 2018-01-01..2018-03-26; refuse anything else."""
        name = unicodedata.normalize("NFKC", text).strip().upper()
        if named := NAMED.fullmatch(name):
            month, length = _months(named)
            year = int(named["year"])
            last = month + length - 1
            end = date(year, last, monthrange(year, last)[1])
            return cls(name, date(year, month, 1), end)
        if span := SPAN.fullmatch(name):
            return cls._between(text, _day(span[1], text), _day(span[2], text))
        raise _refused(text)

    @classmethod
    def _between(cls, text: str, first: date, last: date) -> "Period":
        if last < first:
            raise Refusal(f"期间{text.strip()}的结束日早于开始日，请把两个日期对调。")
        return cls(f"{first}..{last}", first, last)

    @property
    def label(self) -> str:
        """The period as an office writes it, such as 2018年一季度."""
        named = NAMED.fullmatch(self.name)
        return _named_label(named) if named else self._span_label()

    def previous(self) -> "Period":
        """The period of the same kind just before: what 环比 compares with."""
        named = NAMED.fullmatch(self.name)
        if not named and not self._whole_months():
            last = self.first - timedelta(days=1)
            return Period._between(self.name, last - (self.last - self.first), last)
        return self._moved(len(self.months()))

    def year_ago(self) -> "Period":
        """The same period one year earlier: what 同比 compares with."""
        if NAMED.fullmatch(self.name) or self._whole_months():
            return self._moved(MONTHS_A_YEAR)
        return Period._between(self.name, _a_year_before(self.first), _a_year_before(self.last))

    def months(self) -> list["Period"]:
        """The calendar months that the period touches, each whole, in order."""
        first, last = _ordinal(self.first), _ordinal(self.last)
        return [_month(number) for number in range(first, last + 1)]

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __lt__(self, other: "Period") -> bool:
        return (self.first, self.last, self.name) < (other.first, other.last, other.name)

    def __str__(self) -> str:
        return self.name

    def _moved(self, months: int) -> "Period":
        first = _month(_ordinal(self.first) - months).first
        last = _month(_ordinal(self.last) - months).last
        named = NAMED.fullmatch(self.name)
        if not named:
            return Period._between(self.name, first, last)
        return Period.parse(_name(named, first))

    def _whole_months(self) -> bool:
        months = self.months()
        return months[0].first == self.first and months[-1].last == self.last

    def _span_label(self) -> str:
        start = f"{self.first.year}年{self.first.month}月{self.first.day}日"
        if self.first == self.last:
            return start
        year = "" if self.first.year == self.last.year else f"{self.last.year}年"
        return f"{start}至{year}{self.last.month}月{self.last.day}日"


def _months(named: re.Match[str]) -> tuple[int, int]:
    if named["quarter"]:
        return int(named["quarter"]) * 3 - 2, 3
    if named["half"]:
        return int(named["half"]) * 6 - 5, 6
    if named["month"]:
        return int(named["month"]), 1
    return 1, MONTHS_A_YEAR


def _named_label(named: re.Match[str]) -> str:
    year = f"{named['year']}年"
    if named["quarter"]:
        return f"{year}{QUARTERS[int(named['quarter']) - 1]}季度"
    if named["half"]:
        return f"{year}{HALVES[int(named['half']) - 1]}半年"
    return f"{year}{int(named['month'])}月" if named["month"] else year


def _name(named: re.Match[str], first: date) -> str:
    if named["quarter"]:
        return f"{first.year}Q{first.month // 3 + 1}"
    if named["half"]:
        return f"{first.year}H{first.month // 6 + 1}"
    return f"{first:%Y-%m}" if named["month"] else f"{first:%Y}"


def _ordinal(day: date) -> int:
    return day.year * MONTHS_A_YEAR + day.month - 1


def _month(ordinal: int) -> Period:
    year, month = divmod(ordinal, MONTHS_A_YEAR)
    return Period.parse(f"{year:04d}-{month + 1:02d}")


def _a_year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _day(text: str, whole: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"期间{whole.strip()}里的{text}不是日历上的日子，请改正。") from None
    if not NAMED.fullmatch(f"{day.year:04d}"):
        raise _refused(whole)
    return day


def _refused(text: str) -> Refusal:
    return Refusal(
        f"看不懂期间“{text.strip()}”，请写成2018、2018H1、2018Q1、2018-03或2018-01-01..2018-03-26。"
    )
