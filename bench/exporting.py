"""Exporting 100,000 rows of a ledger to .xlsx, beside xlsxwriter in constant-memory mode writing the same cells."""

import sys
import time
from pathlib import Path
from typing import Any

from bench.sides import Work, in_own_process, medians, peak_mb, report

ROWS, RUNS, TARGET = 100_000, 3, 1.0


def run(home: Path) -> list[Work]:
    """Both sides read the same records from the database; what differs is who writes the workbook."""
    ours, bare = [], []
    for _ in range(RUNS):
        bare.append(in_own_process(home, __file__, "yardstick", home / "bare.xlsx"))
        ours.append(in_own_process(home, __file__, "ours", home / "ours.xlsx"))
    work = f"export {ROWS:,} rows to .xlsx"
    return [medians(work, ours, bare, TARGET)]


def records() -> Any:
    from django.utils import timezone

    from bench import town
    from taizhang.lines.hollow_houses.models import HollowHouse
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(town.ACCOUNT, timezone.localdate()))
    last = HollowHouse.objects.order_by("pk").values_list("pk", flat=True)[ROWS - 1]
    return HollowHouse.objects.filter(pk__lte=last)


def ours(book: Path) -> None:
    from taizhang.ledgers.excel.exporting import export_workbook

    chosen = records()
    start = time.perf_counter()
    written = export_workbook(chosen.model, book, chosen)
    seconds = time.perf_counter() - start
    assert written == ROWS, written
    report(seconds, peak_mb())


def yardstick(book: Path) -> None:
    import xlsxwriter

    from taizhang.ledgers.excel.exporting import rows

    chosen = records()
    start = time.perf_counter()
    with xlsxwriter.Workbook(str(book), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for line, cells in enumerate(rows(chosen.model, chosen)):
            for column, value in enumerate(cells.values()):
                if hasattr(value, "year"):
                    sheet.write_datetime(line, column, value, day)
                else:
                    sheet.write(line, column, value)
    report(time.perf_counter() - start, peak_mb())


if __name__ == "__main__":
    import django

    django.setup()
    {"ours": ours, "yardstick": yardstick}[sys.argv[1]](Path(sys.argv[2]))
