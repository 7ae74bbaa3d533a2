"""A record's days as a calendar: a table a month, Monday first, with the days that offices work."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from taizhang.core.calendar import SATURDAY, CalendarUnknown, is_working_day
from taizhang.desk.record_actions import page_of
from taizhang.ledgers.marked_days import MarkedDay, MarkedDays
from taizhang.ledgers.record import Record

MOST = 12  # months that a page shows
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Cell:
    """One square: its day, whether it is worked against the weekday's custom, and what stands on it."""

    on: date
    remark: str
    is_rest: bool
    marks: list[tuple[str, str, str]]  # words, tone, address


@dataclass(frozen=True)
class Month:
    """One month: its weeks of seven squares, None for those of its neighbours."""

    title: str
    weeks: list[list[Cell | None]]


@dataclass(frozen=True)
class Shown:
    """What the template puts on the page."""

    title: str
    months: list[Month]
    tones: list[tuple[str, str, int]]
    left_out: int


def shown_days(record: Record) -> Shown | None:
    """The record's days; None for a ledger without any, or with nothing to show."""
    marked: MarkedDays | None = record.marked_days() if hasattr(record, "marked_days") else None
    if marked is None or not marked.days:
        return None
    by_month: dict[tuple[int, int], list[MarkedDay]] = defaultdict(list)
    for one in marked.days:
        by_month[one.on.year, one.on.month].append(one)
    months = [month(*key, by_month[key]) for key in sorted(by_month)]
    counts = {tone: sum(one.tone is tone for one in marked.days) for tone in marked.tones}
    tones = [(tone.value, told, counts[tone]) for tone, told in marked.tones.items()]
    return Shown(marked.title, months[:MOST], tones, max(len(months) - MOST, 0))


def month(year: int, number: int, days: list[MarkedDay]) -> Month:
    """A month's table."""
    marks: dict[date, list[tuple[str, str, str]]] = defaultdict(list)
    for one in days:
        address = page_of(one.record.ledger_name(), one.record.pk)
        marks[one.on].append((one.told, one.tone.value, address))
    weeks = Calendar().monthdatescalendar(year, number)
    return Month(
        f"{year}年{number}月",
        [
            [cell(day, marks[day]) if day.month == number else None for day in week]
            for week in weeks
        ],
    )


def cell(day: date, marks: list[tuple[str, str, str]]) -> Cell:
    usual = day.weekday() < SATURDAY
    worked = is_worked(day)
    remark = "" if worked == usual else "班" if worked else "休"
    return Cell(day, remark, not worked, marks)


def is_worked(day: date) -> bool:
    """By the official calendar, or by the weekday where the year's is not out yet."""
    try:
        return is_working_day(day)
    except CalendarUnknown:
        return day.weekday() < SATURDAY


def calendar_context(record: Record) -> dict[str, Any]:
    return {"days": shown_days(record), "weekdays": WEEKDAYS}
