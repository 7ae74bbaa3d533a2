"""The clocks of 100,000 open tasks recomputed: colours, what is due, what is overdue, beside a plain loop over them.

Asked as the application role under row-level security, the way the desk and the to-do list ask. The yardstick is what
one would write by hand: read the open rows as the owner, roll each deadline with the bare calendar, tell its colour.
"""

import sys
import time
from pathlib import Path

from bench.sides import Work, in_own_process, medians, peak_mb, report

RUNS, TARGET, CASES = 3, 2.0, 100_000
CODE, ACCOUNT = "430699104", "bench_tasks"
ROWS = Path(__file__).with_suffix(".sql")


def run(home: Path) -> list[Work]:
    in_own_process(home, __file__, "prepare")
    ours, bare, derived = (
        [in_own_process(home, __file__, name) for _ in range(RUNS)]
        for name in ("ask", "naive", "work_out")
    )
    asked = medians(f"colours and deadlines of {CASES:,} open tasks", ours, bare, TARGET)
    worked = medians(f"deadlines of {CASES:,} open tasks worked out anew", derived, bare, TARGET)
    return [asked, worked]


def prepare() -> None:
    """The rows, once; written past the triggers, as those of the other towns."""
    from django.db import connections

    from bench.town import enter_office
    from taizhang.people.loading import OWNER
    from taizhang.people.models import Place

    if not Place.objects.using(OWNER).filter(code=CODE).exists():
        with connections[OWNER].cursor() as cursor:
            cursor.execute(ROWS.read_text(encoding="utf-8"))
        enter_office(CODE, ACCOUNT)
    report(0, 0)


def ask() -> None:
    """What the to-do list and the list of tasks ask: each colour counted, what is due, and the first of it."""
    from datetime import date

    from django.db.models import Count

    from taizhang.ledgers.colours import TITLES
    from taizhang.ledgers.waiting import Asked, due
    from taizhang.ledgers.workflow import workflow
    from taizhang.lines.directives.models import Task
    from taizhang.people.acting import act, appointment_of
    from taizhang.people.duties import duties_on

    day = date(2018, 3, 26)
    appointment = appointment_of(ACCOUNT, day)
    act(appointment)
    colours = workflow(Task).colours
    user, duties = appointment.user, duties_on(day)
    start = time.perf_counter()
    counts = {colour: Count("pk", filter=colours.when(colour, day)) for colour in TITLES}
    found = Task.objects.aggregate(**counts)
    told = due(Asked((Task,), user, day, duties, place=CODE))
    seconds = time.perf_counter() - start
    assert sum(found.values()) > CASES // 2, found
    assert told.all > CASES // 4, told.all
    assert found["red"] > CASES // 10, found
    report(seconds, peak_mb())


def work_out() -> None:
    """The deadlines themselves, from tasks, extensions and the official calendar, as after a change of the calendar."""
    from datetime import date

    from taizhang.lines.directives.derived import tasks
    from taizhang.lines.directives.models import Task
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(ACCOUNT, date(2018, 3, 26)))
    rows = list(Task.objects.order_by("pk").values_list("pk", *tasks.read, named=True))
    assert len(rows) == CASES
    start = time.perf_counter()
    values = tasks.work(rows)
    seconds = time.perf_counter() - start
    assert len(values) == CASES
    report(seconds, peak_mb())


def naive() -> None:
    """The yardstick: the same rows read, each deadline rolled and each colour told by itself, with the bare calendar."""
    from datetime import date, timedelta

    import chinese_calendar
    from django.db import connections

    from taizhang.people.loading import OWNER

    today, one, near = date(2018, 3, 26), timedelta(days=1), timedelta(days=7)
    found = {"red": 0, "yellow": 0, "blue": 0, "": 0}
    with connections[OWNER].cursor() as cursor:
        start = time.perf_counter()
        cursor.execute(
            "SELECT deadline, feedback_due_on FROM directives_task "
            "WHERE place_id >= %s AND place_id < %s AND closed_on IS NULL AND withdrawn_on IS NULL",
            [CODE, CODE + ":"],
        )
        for deadline, feedback in cursor.fetchall():
            last = deadline
            while not chinese_calendar.is_workday(last):
                last += one
            late, behind = last < today, feedback is not None and feedback < today
            soon = deadline <= today + near
            found["red" if late else "yellow" if behind else "blue" if soon else ""] += 1
        seconds = time.perf_counter() - start
    assert sum(found.values()) == CASES
    report(seconds, peak_mb())


if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "ask": ask, "work_out": work_out, "naive": naive}[sys.argv[1]]()
