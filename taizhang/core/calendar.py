"""Counting days as offices do: working days by the official calendar, or calendar days with roll-over."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar

from taizhang.core.finding import Refusal

DAY = timedelta(days=1)
SATURDAY = 5
REMEMBERED = 2**15  # days; the calendar looks through all its holidays whenever it is asked


class CalendarUnknown(Refusal):
    """The official calendar of a year is not at hand, so nobody can say which days are worked."""


@dataclass(frozen=True)
class Deadline:
    """The last day on which something is in time; provisional when it leans on a guessed calendar."""

    on: date
    provisional: bool = False

    def __str__(self) -> str:
        return f"{self.on}（暂定）" if self.provisional else f"{self.on}"


def is_working_day(day: date) -> bool:
    """Whether offices work that day, made-up weekends and statutory holidays included."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        raise CalendarUnknown(
            f"没有{day.year}年的放假安排，无法确定{day}是不是工作日，请升级日历数据后再办。"
        ) from None


def working_days(start: date, n: int) -> Deadline:
    """The n-th working day after start, whose own day does not count (civil code, article 201)."""
    _not_negative(n)
    if n == 0:
        return _rolled(start)
    day, left, provisional = start, n, False
    while left:
        day += DAY
        worked, guessed = _worked(day)
        provisional = provisional or guessed
        left -= worked
    return Deadline(day, provisional)


def calendar_days(start: date, n: int, roll: bool = True) -> Deadline:
    """The n-th day after start; a last day that is a rest day gives way to the next working day (203)."""
    _not_negative(n)
    last = start + n * DAY
    return _rolled(last) if roll else Deadline(last)


def due(start: date, n: int, working: bool) -> Deadline:
    """The end of a clock of n days, in working days or in calendar days with roll-over."""
    return working_days(start, n) if working else calendar_days(start, n)


def latest_start(last: date, n: int, working: bool) -> date:
    """The other way round: the latest day on which a clock of n days may start and still end by `last`.

    A clock that starts later ends later, so whatever started by then is due by `last`, and nothing else is.
    """
    _not_negative(n)
    day = last
    if not working or n == 0:
        while not _worked(day)[0]:
            day -= DAY
        return day - n * DAY
    left = n
    while left:
        left -= _worked(day)[0]
        day -= DAY
    return day


def extend(deadline: Deadline, n: int, working: bool) -> Deadline:
    """A deadline put off by n days, counted from the day after the old one."""
    later = due(deadline.on, n, working)
    return Deadline(later.on, deadline.provisional or later.provisional)


def put_off_to(deadline: Deadline, last: date) -> Deadline:
    """A deadline put off to a day that somebody has set; provisional where that day's year is not known."""
    return Deadline(last, deadline.provisional or _worked(last)[1])


def working_days_between(a: date, b: date) -> int:
    """Working days after a up to and with b, negative if b is earlier; refuses an unknown year."""
    if b < a:
        return -working_days_between(b, a)
    return sum(is_working_day(a + n * DAY) for n in range(1, (b - a).days + 1))


def _rolled(day: date) -> Deadline:
    worked, provisional = _worked(day)
    while not worked:
        day += DAY
        worked, guessed = _worked(day)
        provisional = provisional or guessed
    return Deadline(day, provisional)


@lru_cache(REMEMBERED)
def _worked(day: date) -> tuple[bool, bool]:
    """Whether the day is worked, and whether that is only a guess by weekday."""
    try:
        return is_working_day(day), False
    except CalendarUnknown:
        return day.weekday() < SATURDAY, True


def _not_negative(n: int) -> None:
    if n < 0:
        raise ValueError(f"a clock cannot run backwards: {n} days")
