"""The clocks of 100,000 open petitions: worked out again from their days, and asked what is due."""

import sys
import time
from datetime import date
from pathlib import Path

from bench.sides import Work, in_own_process, peak_mb, report

RUNS, TARGET, PETITIONS = 3, 2.0, 100_000
CODE, ACCOUNT = "430699103", "bench_clocks"
ROWS = Path(__file__).with_suffix(".sql")
TODAY = date(2020, 3, 26)
WORKS = {
    "recompute": f"the clocks of {PETITIONS:,} open petitions worked out again",
    "due": f"what is due of {PETITIONS:,} open petitions",
}


def run(home: Path) -> list[Work]:
    """Both as the application role under row-level security; the first run works out what the rows came without."""
    in_own_process(home, __file__, "prepare")
    return [middle(home, side) for side in WORKS]


def middle(home: Path, side: str) -> Work:
    runs = [in_own_process(home, __file__, side) for _ in range(RUNS)]
    found = sorted(runs, key=lambda one: one["seconds"])[RUNS // 2]
    bare = {"yardstick_seconds": None, "ratio": None, "target": TARGET}
    return {**found, "work": WORKS[side], **bare}


def prepare() -> None:
    """The rows, once, with the days that saving them one by one would have worked out."""
    from django.db import connections

    from bench.town import enter_office
    from taizhang.people.loading import OWNER
    from taizhang.people.models import Place

    if not Place.objects.using(OWNER).filter(code=CODE).exists():
        with connections[OWNER].cursor() as cursor:
            cursor.execute(ROWS.read_text(encoding="utf-8"))
            enter_office(CODE, ACCOUNT)
            work_out_past_the_triggers(cursor)
            cursor.execute("ANALYZE petitions_petition")
    report(0, 0)


def work_out_past_the_triggers(cursor: object) -> None:
    from taizhang.lines.petitions.derived import petition_deadlines as one
    from taizhang.lines.petitions.models import Petition

    owned = Petition.objects.using("owner").order_by("pk")
    rows = list(owned.values_list("pk", *one.read, named=True))
    values = [(row.pk, *told) for row, told in zip(rows, one.work(rows), strict=True)]
    changes = ", ".join(f"{name} = %s" for name in one.fields)
    cursor.executemany(  # type: ignore[attr-defined]
        f"UPDATE petitions_petition SET {changes} WHERE id = %s",
        [(*told, key) for key, *told in values],
    )


def recompute() -> None:
    from django.db import transaction

    from taizhang.ledgers.derived import refresh
    from taizhang.lines.petitions.derived import petition_deadlines

    at_work()
    start = time.perf_counter()
    with transaction.atomic():
        refresh(petition_deadlines)
    report(time.perf_counter() - start, peak_mb())


def due() -> None:
    from taizhang.ledgers.standards import standards_read_once
    from taizhang.ledgers.waiting import Asked
    from taizhang.ledgers.waiting import due as due_of
    from taizhang.lines.petitions.models import Petition
    from taizhang.people.duties import duties_on

    user = at_work()
    start = time.perf_counter()
    with standards_read_once():  # as the desk does for every page
        told = due_of(Asked((Petition,), user, TODAY, duties_on(TODAY), place=CODE))
    seconds = time.perf_counter() - start
    assert told.all > PETITIONS // 5, told.all
    report(seconds, peak_mb())


def at_work() -> object:
    from django.utils import timezone

    from taizhang.lines.petitions.models import Petition
    from taizhang.people.acting import act, appointment_of

    held = appointment_of(ACCOUNT, timezone.localdate())
    act(held)
    assert Petition.objects.count() == PETITIONS
    return held.user


if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "recompute": recompute, "due": due}[sys.argv[1]]()
