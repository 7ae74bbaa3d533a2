"""Distance of 100,000 houses, of two systems, to a dyke of 10,000 points, as saving a dyke works it out: seconds only."""

import sys
import time
from collections import namedtuple
from math import sin
from pathlib import Path

from bench.sides import Work, in_own_process, peak_mb, report

RUNS, TARGET, HOUSES, POINTS = 3, 2.0, 100_000, 10_000
NUMBER = "DD-BENCH"
House = namedtuple("House", ["place_id", "longitude", "latitude", "system", "distance_to_dyke"])


def run(home: Path) -> list[Work]:
    in_own_process(home, __file__, "enter")
    sides = sorted(
        (in_own_process(home, __file__, "measure") for _ in range(RUNS)),
        key=lambda side: side["seconds"],
    )
    work = f"distance of {HOUSES:,} houses to a dyke of {POINTS:,} points"
    told = {"work": work, "yardstick_seconds": None, "ratio": None, "target": TARGET}
    return [sides[RUNS // 2] | told]


def enter() -> None:
    """A dyke that winds for some twelve kilometres, in the synthetic town."""
    from bench import town
    from taizhang.ledgers.actions import save_record
    from taizhang.lines.hollow_houses.models import Dyke
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(town.ACCOUNT, town.CUTOFF))
    steps = (n / POINTS for n in range(POINTS))
    line = " ".join(f"{113.5 + at / 10:.6f},{29.65 + sin(40 * at) / 50:.6f}" for at in steps)
    if not Dyke.objects.filter(number=NUMBER).exists():
        save_record(
            Dyke(
                number=NUMBER,
                place_id=town.CODE,
                name="环湖大堤",
                polyline=line,
                system="cgcs2000",
                surveyed_on=town.CUTOFF,
                document="测绘图",
            )
        )
    print("{}")


def measure() -> None:
    from decimal import Decimal

    from bench import town
    from taizhang.lines.hollow_houses.derived import to_dyke
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(town.ACCOUNT, town.CUTOFF))
    houses = [
        House(
            town.CODE + "201",
            Decimal(f"{113.5 + n % 997 / 9970:.8f}"),
            Decimal(f"{29.62 + n % 991 / 16000:.8f}"),
            ("cgcs2000", "gcj02")[n % 2],
            None,
        )
        for n in range(HOUSES)
    ]
    start = time.perf_counter()
    values = to_dyke(houses)
    seconds = time.perf_counter() - start
    assert len(values) == HOUSES
    assert all(metres is not None for metres, _ in values)
    report(seconds, peak_mb())


if __name__ == "__main__":
    import django

    django.setup()
    {"enter": enter, "measure": measure}[sys.argv[1]]()
