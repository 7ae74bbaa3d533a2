"""Exporting 100,000 rows to .xlsx, read from the database, beside xlsxwriter writing rows it already holds."""

import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.importing import ROWS, RUNS, row
from bench.sides import Work, in_own_process, medians, peak_mb, report

TARGET = 1.0


def run(home: Path) -> list[Work]:
    """Both sides, three times each in a process of its own."""
    in_own_process(home, __file__, "prepare")
    ours, bare = [], []
    for _ in range(RUNS):
        bare.append(in_own_process(home, __file__, "yardstick", home / "bench-export.xlsx"))
        ours.append(in_own_process(home, __file__, "ours", home / "bench-export.xlsx"))
    work = f"export {ROWS:,} rows to .xlsx, from the database"
    return [medians(work, ours, bare, TARGET)]


def prepare() -> None:
    from bench import town

    town.make()
    report(0, 0)


def ours(book: Path) -> None:
    from django.utils import timezone

    from bench.town import ACCOUNT
    from taizhang.ledgers.excel.exporting import export_workbook
    from taizhang.lines.hollow_houses.models import HollowHouse
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(ACCOUNT, timezone.localdate()))
    first = HollowHouse.objects.order_by("pk").values_list("pk", flat=True)[:ROWS]
    records = HollowHouse.objects.filter(pk__lte=max(first))
    start = time.perf_counter()
    assert export_workbook(HollowHouse, book, records) == ROWS
    report(time.perf_counter() - start, peak_mb())


def yardstick(book: Path) -> None:
    from xlsxwriter import Workbook

    rows = list(table())
    start = time.perf_counter()
    with Workbook(book, {"constant_memory": True}) as written:
        sheet = written.add_worksheet()
        day = written.add_format({"num_format": "yyyy-mm-dd"})
        for number, cells in enumerate(rows):
            for index, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(number, index, cell, day)
                else:
                    sheet.write(number, index, cell)
    report(time.perf_counter() - start, peak_mb())


def table() -> Iterator[list[Any]]:
    """The rows of the import benchmark, under their heads."""
    yield list(row(0))
    for serial in range(ROWS):
        yield list(row(serial).values())


if __name__ == "__main__":
    import django

    django.setup()
    {"ours": ours, "yardstick": yardstick, "prepare": prepare}[sys.argv[1]](
        *map(Path, sys.argv[2:])
    )
