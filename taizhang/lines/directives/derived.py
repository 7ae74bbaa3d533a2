"""What is worked out here: a task's deadline as extended and how far it has come, and who is to pass a meeting on."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Max, QuerySet

from taizhang.core import calendar
from taizhang.ledgers.derived import Derived
from taizhang.ledgers.record import Record
from taizhang.lines.directives.models import Extension, Meeting, Progress, Task, Unit
from taizhang.people.models import TOWN

Values = tuple[Any, ...]
Key = tuple[str, str]
TASK = ("task__place", "task__number")
DAY = timedelta(days=1)
# Days from one report of progress to the next.
INTERVALS = {"day": 1, "week": 7, "ten_days": 10, "month": 31, "quarter": 92}


REMEMBERED = 2**12  # days: a town's deadlines fall on few
FEW = 1000  # tasks whose numbers are looked up; of more, all of their town is read


@lru_cache(REMEMBERED)
def rolled(day: date) -> date:
    """The day itself, or the next working day where it is a rest day."""
    return calendar.due(day, 0, working=False).on


def key(row: Any) -> Key:
    """What a task is known by before it is written: its town and its number."""
    return row.place_id[:TOWN], row.number


def hanging(model: type[Record], tasks: Sequence[Any], **chosen: Any) -> "QuerySet[Record]":
    """Rows of another ledger that hang on these tasks, and on others where there are many."""
    found = model._default_manager.filter(**chosen).order_by()
    if len(tasks) <= FEW:
        found = found.filter(task__number__in=[task.number for task in tasks])
    return found


def granted(tasks: Sequence[Any]) -> dict[Key, date]:
    """The latest day that an approved extension gives, of the tasks that have one."""
    approved = hanging(Extension, tasks, approved_on__isnull=False)
    latest = approved.values_list(*TASK).annotate(latest=Max("until"))
    return {(place[:TOWN], number): until for place, number, until in latest}


def told(tasks: Sequence[Any]) -> dict[Key, tuple[date, int]]:
    """The last progress reported, of the tasks that have any."""
    newest = hanging(Progress, tasks).order_by("task_id", "-progress_on", "-pk").distinct("task_id")
    rows = newest.values_list(*TASK, "progress_on", "percent")
    return {(place[:TOWN], number): (on, percent) for place, number, on, percent in rows}


def standing(tasks: Sequence[Any]) -> list[Values]:
    """Each task's deadline as extended, what follows from it, and its last progress."""
    until, progress = granted(tasks), told(tasks)
    return [stands(task, until.get(key(task)), progress.get(key(task))) for task in tasks]


def stands(task: Any, until: date | None, progress: tuple[date, int] | None) -> Values:
    due_on = max(task.deadline, until or task.deadline)
    progress_on, percent = progress or (None, None)
    return (
        due_on,
        rolled(due_on) + DAY,
        feedback_due_on(task, progress_on),
        progress_on,
        percent,
        task.reported_again_on or task.reported_on,
        task.closed_on or task.withdrawn_on,
    )


def feedback_due_on(task: Any, progress_on: date | None) -> date | None:
    """When the next progress is due; nothing where only the result is asked for."""
    last = progress_on or task.accepted_on or task.noticed_on or task.registered_on
    days = INTERVALS.get(task.every)
    return rolled(last + days * DAY) if days else None


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
