"""All rules over 100,000 applications, their households, members, homesteads, visits and acceptances, as an office asks them."""

import sys
import time
from collections import Counter
from pathlib import Path

from bench.sides import Work, in_own_process, peak_mb, report

RUNS, TARGET, APPLICATIONS = 3, 10.0, 100_000
CODE, ACCOUNT = "430699102", "bench_rules"
ROWS = Path(__file__).with_suffix(".sql")


def run(home: Path) -> list[Work]:
    """Asked as the application role under row-level security, the way a closing and a sheet of an import ask."""
    in_own_process(home, __file__, "prepare")
    sides = sorted(
        (in_own_process(home, __file__, "ask") for _ in range(RUNS)),
        key=lambda side: side["seconds"],
    )
    work = f"all rules over {APPLICATIONS:,} applications and what hangs on them"
    bare = {"yardstick_seconds": None, "ratio": None, "target": TARGET}
    return [{**sides[RUNS // 2], "work": work, **bare}]


def prepare() -> None:
    """The rows, once; written past the triggers, as those of the other town."""
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
    from django.utils import timezone

    from taizhang.ledgers.rules import broken_rules
    from taizhang.lines.housing.models import (
        Acceptance,
        Approval,
        Homestead,
        Household,
        Member,
        SiteVisit,
    )
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(ACCOUNT, timezone.localdate()))
    assert Approval.objects.count() == APPLICATIONS
    start = time.perf_counter()
    found = Counter(
        finding.rule
        for model in (Household, Member, Homestead, Approval, Acceptance, SiteVisit)
        for record, finding in broken_rules(model._default_manager.all())
    )
    seconds = time.perf_counter() - start
    assert found == FAULTS, found
    report(seconds, peak_mb())


FAULTS = {"宅基地面积不超过上限": APPLICATIONS // 20_000}

if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "ask": ask}[sys.argv[1]]()
