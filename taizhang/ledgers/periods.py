"""Days that are worked out of what a record says, so that rules and figures can compare them: of a period, of a deadline."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from taizhang.core import calendar
from taizhang.core.finding import Refusal
from taizhang.core.period import Period


def days_of_period(rows: Sequence[Any]) -> list[tuple[date | None, date | None]]:
    """First and last day of each row's `period`; nothing where it cannot be read, which its field refuses anyway."""
    return [days(row.period) for row in rows]


def days(name: str) -> tuple[date | None, date | None]:
    try:
        period = Period.parse(name)
    except Refusal:
        return None, None
    return period.first, period.last


def late_from(last: date | str) -> date:
    """The first day that is too late for a written deadline: one on a day of rest gives way, as the clocks have it."""
    day = date.fromisoformat(last) if isinstance(last, str) else last
    return calendar.due(day, 0, working=False).on + timedelta(days=1)
