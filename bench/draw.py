"""A draw over 10,000 households: worked out and published, verified by anybody, and conducted with all that is written."""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.sides import Work, in_own_process, peak_mb, report

RUNS, HOUSEHOLDS = 3, 10_000
DRAW_TARGET, VERIFY_TARGET, CONDUCT_TARGET = 1.0, 1.0, 3.0
SECRET, ANNOUNCED = "ABCD2345EFGH6789JKLMNPQRSTUV", "305162"
LISTED, COMMITTED, DRAWN = date(2018, 2, 22), date(2018, 3, 2), date(2018, 3, 9)


def run(home: Path) -> list[Work]:
    works = [
        (f"draw over {HOUSEHOLDS:,} households, and its file", "work_out", DRAW_TARGET),
        (f"verify the file of {HOUSEHOLDS:,} households", "verify", VERIFY_TARGET),
        (f"conduct a draw over {HOUSEHOLDS:,} households", "conduct", CONDUCT_TARGET),
    ]
    return [
        {
            **in_own_process(home, __file__, side),
            "work": work,
            "yardstick_seconds": None,
            "ratio": None,
            "target": target,
        }
        for work, side, target in works
    ]


def whole() -> dict[str, Any]:
    """The list, the draw and what is published of it."""
    from taizhang.core.draw import DrawList, Household, Unit, commitment
    from taizhang.core.draw_file import Meeting, Promise, content

    listed = DrawList(
        "CQ1",
        "一万户的抽签",
        "每户一套",
        tuple(Household(f"ZG-{n:05d}", "赵*子", f"{n % 3}") for n in range(HOUSEHOLDS)),
        tuple(Unit(f"GP-{n:05d}", f"{n % 3}") for n in range(HOUSEHOLDS)),
    )
    promise = Promise(commitment(SECRET), COMMITTED, DRAWN)
    return content(listed, LISTED, promise, Meeting(ANNOUNCED, "掷骰子", DRAWN, SECRET))


def work_out() -> None:
    from taizhang.core.draw_file import to_bytes

    report(typical(lambda: to_bytes(whole())), peak_mb())


def verify() -> None:
    from taizhang.core.draw_file import to_bytes, verify

    data = to_bytes(whole())
    assert verify(data) == []
    report(typical(lambda: verify(data)), peak_mb())


def conduct() -> None:
    """One draw in the database: the lock, the list read, the allocations with their history, the rules, the file."""
    from taizhang.lines.housing.models import drawing
    from taizhang.people.models import Role

    draw, role = prepared(), Role.OFFICE
    secrets: list[str] = []
    drawing.publish_list(draw, LISTED, role)
    drawing.commit(draw, COMMITTED, role, lambda held, secret: secrets.append(secret))
    opened = drawing.Opened(secrets[0], ANNOUNCED, "掷骰子", "户主代表", "村务监督委员会")
    start = time.perf_counter()
    drawing.run(draw, opened, DRAWN, role)
    draw.refresh_from_db()
    drawing.publication(draw)
    report(time.perf_counter() - start, peak_mb())


def prepared() -> Any:
    """A draw with enough dwellings and entitled households; nothing of it is measured."""
    from bench import town
    from taizhang.people.acting import act, appointment_of

    beyond_the_town()
    act(appointment_of(town.ACCOUNT, town.CUTOFF))
    at = {"place_id": town.CODE}
    draw, block = a_site(at)
    entitle(draw, block, at)
    return draw


def a_site(at: dict[str, str]) -> tuple[Any, Any]:
    """A draw to be, and the building it is held for."""
    from taizhang.lines.housing.models import Building, Draw, Phase, Site

    own = {"number": "BENCH", **at}
    site = Site.objects.create(
        name="示例", planned_area=900, planned_on=LISTED, land_source="linked", **own
    )
    phase = Phase.objects.create(site=site, ordinal=1, area=900, started_on=LISTED, **own)
    block = Building.objects.create(
        site=site, phase=phase, kind="storeyed", storeys=6, completed_on=LISTED, **own
    )
    draw = Draw.objects.create(
        site=site,
        title="一万户",
        rule_text="每户一套",
        rule_published_on=LISTED,
        meeting_on=DRAWN,
        **own,
    )
    return draw, block


def entitle(draw: Any, block: Any, at: dict[str, str]) -> None:
    from taizhang.lines.housing.models import DrawUnit, Entitlement, Unit

    numbers = [f"BENCH-{n:05d}" for n in range(HOUSEHOLDS)]
    Unit.objects.bulk_create(
        Unit(number=number, building=block, floor_area=120, **at) for number in numbers
    )
    DrawUnit.objects.bulk_create(
        DrawUnit(number=one.number, draw=draw, unit=one, **at)
        for one in Unit.objects.filter(building=block)
    )
    Entitlement.objects.bulk_create(
        Entitlement(
            number=number,
            site=draw.site,
            draw=draw,
            householder="赵甲子",
            id_number=f"43068219650101{n:04d}",
            household_size=4,
            basis="示例",
            qualified_on=LISTED,
            **at,
        )
        for n, number in enumerate(numbers)
    )


def beyond_the_town() -> None:
    """New rows are numbered after those of the synthetic town, which brought their own keys."""
    from django.apps import apps
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        for model in apps.get_app_config("housing").get_models():
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, 'id'), 10000000)", [model._meta.db_table]
            )


def typical(work: Callable[[], Any]) -> float:
    """The median of some rounds after one that warms up."""
    work()
    rounds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - start)
    return statistics.median(rounds)


SIDES = (work_out, verify, conduct)

if __name__ == "__main__":
    import django

    django.setup()
    {side.__name__: side for side in SIDES}[sys.argv[1]]()
