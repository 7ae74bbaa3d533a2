"""What is worked out here: a task's deadline as extended and how far it has come, and who is to pass a meeting on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from taizhang.core import calendar
from taizhang.ledgers.derived import Derived
from taizhang.lines.directives.models import Extension, Meeting, Progress, Task, Unit
from taizhang.people.models import TOWN

Values = tuple[Any, ...]
DAY = timedelta(days=1)
# Days from one report of progress to the next.
INTERVALS = {"day": 1, "week": 7, "ten_days": 10, "month": 31, "quarter": 92}


def key(row: Any) -> tuple[str, str]:
    """What a task is known by before it is written: its town and its number."""
    return row.place_id[:TOWN], row.number


def by_task(rows: Iterable[Any]) -> dict[tuple[str, str], list[Any]]:
    """Records that hang on tasks, by the key of their task."""
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        found[row.task__place[:TOWN], row.task__number].append(row)
    return found


def hanging(model: type[Any], tasks: Sequence[Any], *fields: str, **chosen: Any) -> Any:
    """Rows of another ledger that hang on these tasks."""
    found = model.objects.filter(task__number__in=[task.number for task in tasks], **chosen)
    return found.values_list("task__place", "task__number", *fields, named=True)


def standing(tasks: Sequence[Any]) -> list[Values]:
    """Each task's deadline as extended, what follows from it, and its last progress."""
    granted = by_task(hanging(Extension, tasks, "until", approved_on__isnull=False))
    told = by_task(
        hanging(Progress, tasks, "progress_on", "percent").order_by("progress_on", "pk"),
    )
    return [stands(task, granted[key(task)], told[key(task)]) for task in tasks]


def stands(task: Any, granted: Sequence[Any], told: Sequence[Any]) -> Values:
    due_on = max([task.deadline, *(one.until for one in granted)])
    progress_on = told[-1].progress_on if told else None
    return (
        due_on,
        calendar.due(due_on, 0, working=False).on + DAY,
        feedback_due_on(task, progress_on),
        progress_on,
        told[-1].percent if told else None,
        task.reported_again_on or task.reported_on,
        task.closed_on or task.withdrawn_on,
    )


def feedback_due_on(task: Any, progress_on: date | None) -> date | None:
    """When the next progress is due; nothing where only the result is asked for."""
    last = progress_on or task.accepted_on or task.noticed_on or task.registered_on
    days = INTERVALS.get(task.every)
    return calendar.due(last, days, working=False).on if days else None


tasks = Derived(
    Task,
    fields=(
        "due_on",
        "late_from",
        "feedback_due_on",
        "progress_on",
        "percent",
        "last_report_on",
        "ended_on",
    ),
    needs=(
        "number",
        "deadline",
        "every",
        "registered_on",
        "noticed_on",
        "accepted_on",
        "reported_on",
        "reported_again_on",
        "closed_on",
        "withdrawn_on",
    ),
    work=standing,
    also_after=(Extension, Progress),
)


def relaying(meetings: Sequence[Any]) -> list[Values]:
    """How many units are to pass a meeting on, and from when one that passes another on is to be reported."""
    passing_on = Unit.objects.filter(kind__in=Unit.PASS_ON)
    units = list(passing_on.values_list("place_id", "since", "until", named=True))
    return [(asked(meeting, units), report_from(meeting)) for meeting in meetings]


def asked(meeting: Any, units: Sequence[Any]) -> int | None:
    """The units of the town in force on the day of the meeting; nothing where it need not be passed on."""
    if not meeting.must_relay:
        return None
    town, day = meeting.place_id[:TOWN], meeting.held_on
    return sum(
        one.place_id[:TOWN] == town and one.since <= day and (one.until is None or day < one.until)
        for one in units
    )


def report_from(meeting: Any) -> date | None:
    below = meeting.level in Meeting.BELOW
    day: date | None = meeting.held_on if below and meeting.relayed_from_id else None
    return day


meetings = Derived(
    Meeting,
    fields=("units_asked", "report_from"),
    needs=("level", "held_on", "must_relay", "relayed_from"),
    work=relaying,
    also_after=(Unit,),
)
