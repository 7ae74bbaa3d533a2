"""What is worked out of a problem: the day by which it is to be mended, an extension included, and the first day on which it is late."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from taizhang.ledgers.derived import Derived
from taizhang.ledgers.periods import late_from
from taizhang.lines.problems.models import Problem


def days(rows: Sequence[Any]) -> list[tuple[date, date]]:
    """The last day in time, and the first on which it is late."""
    due = [row.extended_to or row.deadline for row in rows]
    return [(day, late_from(day)) for day in due]


problem_days = Derived(
    Problem, fields=("due_on", "late_from"), needs=("deadline", "extended_to"), work=days
)
