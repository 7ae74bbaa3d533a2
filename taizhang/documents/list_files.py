"""Lists for others to work with (.xlsx): the file a bank pays from. Numbers of accounts and persons stay text in it.

Such a file holds whole numbers, so only those who write its ledger may have it.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.db.models import Field
from rustpy_xlsxwriter import FastExcel, Format

from taizhang.core.finding import Refusal
from taizhang.documents.record_words import fields_by_word
from taizhang.documents.templates import unknown_word
from taizhang.ledgers.excel.columns import Column, columns
from taizhang.ledgers.excel.exporting import blank, head_format, number_format, sheet_name, width
from taizhang.ledgers.excel.places import written_names
from taizhang.ledgers.excel.scope import writing_reach
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations, title
from taizhang.people.models import Place

Rows = Callable[[Record, date], Iterable[Record]]
TOTALS_SHEET = "合计"
DAY = "yyyy-mm-dd"


@dataclass(frozen=True, eq=False)
class ListFile:
    """A list printed for a record of `model`, declared in the line's documents.py: rows of `ledger`, saved or drafts.

    `columns` are heads and the words of what stands under them, as templates call them: 奖补批次.编号. Without them the
    list has the columns of its ledger, and what comes back filled in is imported as it is. `total` is the word of the
    amount that a sheet of its own adds up; `when` names the date that must be filled before the list can be made.
    """

    title: str
    model: type[Record]
    ledger: type[Record]
    rows: Rows
    columns: Mapping[str, str] = field(default_factory=dict)
    total: str = ""
    when: str = ""

    def missing_date(self, record: Record) -> str:
        """The title of the date that has to be filled in before the list can be made, empty if it can."""
        if not self.when or getattr(record, self.when) is not None:
            return ""
        return str(record._meta.get_field(self.when).verbose_name)  # type: ignore[union-attr]


def list_files() -> dict[str, ListFile]:
    """Every list that the lines declare, by its name: housing.award_bank_file."""
    return declarations("documents", ListFile)


def list_files_of(model: type[Record]) -> dict[str, ListFile]:
    """The lists of one ledger's records, in the order in which its line declares them."""
    return {name: one for name, one in list_files().items() if one.model is model}


def named_list_file(name: str) -> ListFile:
    """A list by its name or its Chinese title; a refusal offers the nearest."""
    every = list_files()
    known = every | {one.title: one for one in every.values()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
    raise Refusal(f"没有叫“{name}”的清单，{'相近的' if near else ''}有{'、'.join(near or every)}。")


def write_list(list_file: ListFile, record: Record, path: Path, day: date) -> int:
    """Write the list of a record as a workbook made on a day; returns how many rows it has."""
    refuse(list_file, record)
    rows = list(list_file.rows(record, day))
    if not rows:
        raise Refusal(f"{record}没有要列进《{list_file.title}》的，不用打印。")
    paths = columns_of(list_file)
    cells = [cells_of(paths, row, written_names(day)) for row in rows]
    draft = path.with_suffix(".part")
    book = FastExcel(str(draft), output_format="xlsx").freeze(row=1, col=1)
    book.sheet(sheet_name(list_file.ledger), cells, **look(paths))
    totals = totals_of(list_file, record, rows, day)
    book.sheet(TOTALS_SHEET, [totals], column_formats={"制表日期": Format().set_num_format(DAY)})
    book.save()
    draft.replace(path)
    return len(rows)


def look(paths: Mapping[str, tuple[Any, ...]]) -> dict[str, Any]:
    """Heads that stand out, widths that fit, and formats that keep a number what it is."""
    ends = {head: Column(fields[-1]) for head, fields in paths.items()}
    formats = {head: number_format(column) for head, column in ends.items()}
    return {
        "header_format": head_format(),
        "autofilter": True,
        "column_widths": {head: width(column) for head, column in ends.items()},
        "column_formats": {
            head: Format().set_num_format(style) for head, style in formats.items() if style
        },
        "ignore_errors": [head for head, style in formats.items() if style == "@"],
    }


def refuse(list_file: ListFile, record: Record) -> None:
    """Say why the acting post may not have this list, or not yet."""
    reach = writing_reach(list_file.ledger)
    if reach is None or not record.place_id.startswith(reach):
        raise Refusal(
            f"《{list_file.title}》有完整的账号，只给{record.place}填报《{title(list_file.ledger)}》的岗位；请换有权限的账号。"
        )
    if missing := list_file.missing_date(record):
        raise Refusal(f"{record}还没有填“{missing}”，填好以后才能打印《{list_file.title}》。")


def columns_of(list_file: ListFile) -> dict[str, tuple[Any, ...]]:
    """Each head with the fields that lead from a row to what stands under it."""
    if list_file.columns:
        return {head: path_of(list_file, word) for head, word in list_file.columns.items()}
    return {column.head: (column.field,) for column in columns(list_file.ledger)}


def path_of(list_file: ListFile, words: str) -> tuple[Any, ...]:
    """The fields behind words such as 奖补批次.编号."""
    model: Any = list_file.ledger
    found: list[Any] = []
    for word in words.split("."):
        known = fields_by_word(model) if isinstance(model, type) else {}
        if word not in known:
            raise Refusal(f"清单《{list_file.title}》的“{words}”：{unknown_word(word, known)}")
        found.append(known[word])
        model = known[word].related_model
    return tuple(found)


def cells_of(
    paths: Mapping[str, tuple[Any, ...]], row: Record, places: Mapping[str, str]
) -> dict[str, Any]:
    """One row as heads and cells."""
    return {head: cell_of(fields, row, places) for head, fields in paths.items()}


def cell_of(fields: Sequence[Any], row: Record, places: Mapping[str, str]) -> Any:
    """What stands in a cell, so that an import of the ledger reads it as what it was."""
    *through, last = fields
    owner: Any = row
    for one in through:
        owner = getattr(owner, one.name)
        if owner is None:
            return None
    value = getattr(owner, last.name)
    if isinstance(value, Place):
        return places.get(value.code, value.code)
    if isinstance(value, Record):
        return value.number
    if isinstance(value, bool):
        return "是" if value else "否"
    return label_of(last, value)


def label_of(last: "Field[Any, Any]", value: Any) -> Any:
    """A choice by its label, an amount as the exact number it is."""
    if last.choices and value:
        return str(dict(last.flatchoices).get(value, value))
    return blank(last.to_python(value))


def totals_of(
    list_file: ListFile, record: Record, rows: Sequence[Record], day: date
) -> dict[str, Any]:
    """How many rows and how much, as banks want it beside the list; on a sheet of its own, for a list has no totals line."""
    told: dict[str, Any] = {
        "清单": list_file.title,
        title(list_file.model): record.number,
        "制表日期": day,
        "笔数": len(rows),
    }
    if list_file.total:
        path = path_of(list_file, list_file.total)
        amounts = [Decimal(cell_of(path, row, {}) or 0) for row in rows]
        told[f"合计{Column(path[-1]).head}"] = sum(amounts, Decimal(0))
    return told


@register()
def lists_hold(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """An error for each word of a list that its ledger does not have."""
    return [Error(sentence, id="taizhang.E013") for sentence in wrong_lists()]


def wrong_lists() -> Iterator[str]:
    """What is wrong with the lists that are declared, one sentence each."""
    for name, one in list_files().items():
        try:
            columns_of(one)
            if one.total:
                path_of(one, one.total)
        except Refusal as refusal:
            yield f"{name}：{refusal}"
