"""What is worked out of a problem: the day by which it is to be mended, an extension included, and the day after."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from taizhang.ledgers.derived import Derived
from taizhang.lines.problems.models import Problem

DAY = timedelta(days=1)


def days(rows: Sequence[Any]) -> list[tuple[date, date]]:
    """The last day in time, and the first on which it is late."""
    due = [row.extended_to or row.deadline for row in rows]
    return [(day, day + DAY) for day in due]


problem_days = Derived(
    Problem, fields=("due_on", "late_from"), needs=("deadline", "extended_to"), work=days
)
