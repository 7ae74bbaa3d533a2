"""The days of a period that a record names, worked out so that rules and figures can compare them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

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
