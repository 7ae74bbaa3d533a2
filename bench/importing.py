"""Importing 100,000 rows of 20 columns, rules and history included, beside reading the file and a bare COPY."""

import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rustpy_xlsxwriter import write_worksheet
from stdnum.cn import ric

from bench.sides import Work, in_own_process, medians, peak_mb, report

ROWS, RUNS, TARGET, LIMIT_MB = 100_000, 3, 4.0, 1024
NUMBERS = "DR-"
STRUCTURES = ("砖混", "砖木", "土木（土坯）", "其他")
CATEGORIES = ("一户多宅", "闲置", "危旧", "零散", "坍塌宅基", "废弃生产用房")


def run(home: Path) -> list[Work]:
    """Both sides, three times each in a process of its own, over the same file and the same database."""
    book = home / "bench-import.xlsx"
    write_worksheet((row(serial) for serial in range(ROWS)), str(book), sheet_name="空心房")
    ours, bare = [], []
    for _ in range(RUNS):
        in_own_process(home, __file__, "clean")
        bare.append(in_own_process(home, __file__, "yardstick", book))
        ours.append(in_own_process(home, __file__, "ours", book))
    in_own_process(home, __file__, "clean")
    work = f"import {ROWS:,} rows x {len(row(0))} columns, rules and history included"
    return [medians(work, ours, bare, TARGET)]


def row(serial: int) -> dict[str, Any]:
    """A good row that no rule has anything to say about."""
    surveyed = date(2016, 1, 4) + timedelta(serial % 1200)
    stem = f"430682{1950 + serial // 1000 % 50}{1 + serial // 50_000:02}{1 + serial % 28:02}{serial % 1000:03}"
    return {
        "编号": f"{NUMBERS}{serial}",
        "村（社区）": f"样板{1 + serial % 30}村",
        "户主姓名": f"导入户{serial}",
        "户主身份证号": stem + ric.calc_check_digit(stem + "0"),
        "村民小组": f"{1 + serial % 12}组",
        "坐落": f"样板路{serial % 997}号",
        "类别": CATEGORIES[serial % 6],
        "结构": STRUCTURES[serial % 4],
        "层数": 2,
        "建筑面积（㎡）": 120 + serial % 80 + 0.3,
        "房基占地面积（㎡）": 70 + serial % 30 + 0.25,
        "宅基地面积（㎡）": 260 + serial % 400 + 0.41,
        "建成年份": 1965 + serial % 40,
        "有保护价值": "否",
        "摸底日期": surveyed,
        "协议编号": f"协{serial}",
        "协议日期": surveyed + timedelta(30),
        "拆除日期": surveyed + timedelta(60) if serial % 2 else None,
        "土地去向": "复垦耕地" if serial % 2 else None,
        "备注": f"第{serial % 100}批",
    }


def ours(book: Path) -> None:
    from django.utils import timezone

    from bench.town import ACCOUNT
    from taizhang.ledgers.excel.importing import import_workbook
    from taizhang.lines.hollow_houses.models import HollowHouse
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(ACCOUNT, timezone.localdate()))
    start = time.perf_counter()
    result = import_workbook(HollowHouse, book)
    seconds = time.perf_counter() - start
    assert (result.new, result.wrong, result.questions.total) == (ROWS, 0, 0), result
    report(seconds, peak_mb())


def yardstick(book: Path) -> None:
    from django.db import connections
    from python_calamine import CalamineWorkbook

    kinds = [KINDS.get(type(value), "text") for value in row(1).values()]
    cursor = connections["owner"].cursor()
    columns = ", ".join(f"c{place} {kind}" for place, kind in enumerate(kinds))
    cursor.execute(f"CREATE TEMPORARY TABLE copied ({columns})")
    start = time.perf_counter()
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()
    with cursor.copy("COPY copied FROM STDIN") as copy:
        for cells in rows[1:]:
            copy.write_row([None if cell == "" else cell for cell in cells])
    seconds = time.perf_counter() - start
    cursor.execute("SELECT count(*) FROM copied")
    assert cursor.fetchone() == (ROWS,)
    report(seconds, peak_mb())


KINDS = {int: "numeric", float: "numeric", date: "date"}


def clean(*_: Path) -> None:
    """The town as it is without the imported rows, their history forgotten too."""
    from django.db import connections

    from bench import town

    town.make()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "DELETE FROM hollow_houses_hollowhouse WHERE number LIKE %s", [NUMBERS + "%"]
        )
        cursor.execute(
            "DELETE FROM ledgers_history WHERE row ->> 'number' LIKE %s", [NUMBERS + "%"]
        )
        cursor.execute("RESET session_replication_role")
        # The town's rows brought their own keys: the sequence must go on after them.
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('hollow_houses_hollowhouse', 'id'), max(id)) "
            "FROM hollow_houses_hollowhouse"
        )
        cursor.execute("VACUUM ANALYZE hollow_houses_hollowhouse")
        cursor.execute("VACUUM ANALYZE ledgers_history")
    report(0, 0)


if __name__ == "__main__":
    import django

    django.setup()
    {"ours": ours, "yardstick": yardstick, "clean": clean}[sys.argv[1]](*map(Path, sys.argv[2:]))
