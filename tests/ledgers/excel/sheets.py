"""Workbooks as offices make them, for tests: one good ledger of hollow houses, and ways to spoil it."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from openpyxl import Workbook
from stdnum.cn import ric

from taizhang.ledgers.models import History
from taizhang.lines.hollow_houses.models import HollowHouse

HEADS = [
    "编号",
    "村（社区）",
    "户主姓名",
    "户主身份证号",
    "类别",
    "结构",
    "层数",
    "建筑面积（㎡）",
    "房基占地面积（㎡）",
    "宅基地面积（㎡）",
    "摸底日期",
    "协议编号",
    "协议日期",
    "拆除日期",
    "备注",
]
SURVEYED = datetime.date(2018, 1, 8)
AGREED = datetime.date(2018, 1, 20)
DEMOLISHED = datetime.date(2018, 3, 5)


def id_number(serial: int) -> str:
    """A fictional person's number with a valid check digit."""
    year, month, day, order = 1950 + serial % 40, 1 + serial % 12, 1 + serial % 28, serial % 1000
    stem = f"430682{year}{month:02}{day:02}{order:03}"
    return stem + ric.calc_check_digit(stem + "0")


def house(serial: int, **changed: Any) -> dict[str, Any]:
    """One good row, by head; `changed` replaces cells by the head without its unit."""
    cells: dict[str, Any] = {
        "编号": f"KX-{serial:04}",
        "村（社区）": "广坪村",
        "户主姓名": f"户主{serial}",
        "户主身份证号": id_number(serial),
        "类别": "闲置",
        "结构": "砖木",
        "层数": 1,
        "建筑面积（㎡）": 100 + serial % 50 + 0.4,
        "房基占地面积（㎡）": 90 + serial % 50 + 0.25,
        "宅基地面积（㎡）": 300 + serial % 90,
        "摸底日期": SURVEYED,
        "协议编号": f"XY-{serial:04}",
        "协议日期": AGREED,
        "拆除日期": DEMOLISHED,
        "备注": None,
    }
    by_title = {head.partition("（")[0]: head for head in HEADS}
    return cells | {by_title.get(title, title): value for title, value in changed.items()}


def houses(count: int) -> list[dict[str, Any]]:
    return [house(serial) for serial in range(1, count + 1)]


def write(
    path: Path,
    rows: Iterable[dict[str, Any]],
    heads: Sequence[str] = HEADS,
    above: Sequence[Sequence[Any]] = (),
    title: str = "空心房",
) -> Path:
    """A workbook with these rows under these heads, and perhaps rows above the head."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for cells in above:
        sheet.append(list(cells))
    sheet.append(list(heads))
    for row in rows:
        sheet.append([row.get(head) for head in heads])
    book.save(path)
    return path


def history() -> "QuerySet[History]":
    """The history of hollow houses; other ledgers and standards have theirs."""
    return History.objects.filter(ledger=HollowHouse.ledger_name())
