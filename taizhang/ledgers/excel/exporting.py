"""A ledger as a workbook that can be corrected and imported again: the same heads, the same names, real dates."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rustpy_xlsxwriter import Format, write_worksheet

from taizhang.core.finding import Refusal
from taizhang.ledgers.excel.columns import Column, columns
from taizhang.ledgers.excel.places import written_names
from taizhang.ledgers.excel.scope import writing_reach
from taizhang.ledgers.fields import IdNumberField, TypedNumberField
from taizhang.ledgers.record import Record
from taizhang.people.models import Place

MOST_ROWS = 1_048_575  # a sheet's rows less the head
HEAD_COLOUR = "DDEBF7"
FETCHED = 5_000  # rows asked of the database at a time

Cell = Callable[[Any], Any]


def export_workbook(
    model: type[Record], path: Path, records: "QuerySet[Record] | None" = None
) -> int:
    """Write the records that the acting post may see, all of them or these, and return how many.

    Numbers of persons are masked for those who may not write the ledger.
    """
    chosen = model._default_manager.all() if records is None else records
    count = chosen.count()
    if count > MOST_ROWS:
        raise Refusal(f"共 {count} 条，超过一张工作表的 {MOST_ROWS} 行，请分村或分期导出。")
    draft = path.with_suffix(".part")
    write_worksheet(
        rows(model, chosen), str(draft), sheet_name=sheet_name(model), **appearance(columns(model))
    )
    draft.replace(path)
    return count


def rows(model: type[Record], records: "QuerySet[Record]") -> Iterator[dict[str, Any]]:
    """Each record as heads and cells. An empty ledger is one empty row, so that the heads are there."""
    shown, reach = columns(model), writing_reach(model)
    whole = [cell(column, False) for column in shown]
    masked = [cell(column, True) for column in shown]
    heads = [column.head for column in shown]
    sources = (source(column) for column in shown)
    found = records.order_by("number").values_list("place_id", *sources)
    empty = True
    for place, *values in found.iterator(chunk_size=FETCHED):
        empty = False
        cells = masked if reach is None or not place.startswith(reach) else whole
        yield dict(
            zip(
                heads, [make(value) for make, value in zip(cells, values, strict=True)], strict=True
            )
        )
    if empty:
        yield dict.fromkeys(heads)


def source(column: Column) -> str:
    """Where a column's value comes from: a reference to a record shows that record's number."""
    if column.field.is_relation and column.field.remote_field.model is not Place:
        return f"{column.name}__number"
    return str(column.field.attname)


def cell(column: Column, masked: bool) -> Cell:
    """How a stored value becomes a cell's value."""
    field = column.field
    if field.choices:
        labels = {stored: label for label, stored in column.labels.items()}
        return lambda value: labels.get(str(value), value) if value is not None else None
    if field.is_relation and field.remote_field.model is Place:
        return written_names(timezone.localdate()).get
    if isinstance(field, TypedNumberField):
        return mask(field) if masked else blank
    return CELLS.get(field.get_internal_type(), blank)


def blank(value: Any) -> Any:
    """An empty text is an empty cell."""
    return None if value == "" else value


def yes_or_no(value: bool | None) -> str | None:
    return None if value is None else "是" if value else "否"


CELLS: dict[str, Cell] = {"BooleanField": yes_or_no}


def mask(field: TypedNumberField) -> Cell:
    """430682********0017 and 138****1234: enough to tell two people apart, too little to be used."""
    head, stars = (6, 8) if isinstance(field, IdNumberField) else (3, 4)
    return lambda value: f"{value[:head]}{'*' * stars}{value[-4:]}" if value else None


def appearance(shown: list[Column]) -> dict[str, Any]:
    """Heads that stay in sight, widths that fit, and formats that keep a number what it is."""
    return {
        "header_format": head_format(),
        "freeze_row": 1,
        "freeze_col": 1,
        "autofilter": True,
        "column_widths": {column.head: width(column) for column in shown},
        "column_formats": {
            column.head: Format().set_num_format(number_format(column))
            for column in shown
            if number_format(column)
        },
        "ignore_errors": [column.head for column in shown if number_format(column) == "@"],
    }


def head_format() -> Format:
    """How the heads of a sheet look."""
    bold = Format().set_bold().set_background_color(HEAD_COLOUR)
    return bold.set_border("thin").set_text_wrap()


def number_format(column: Column) -> str:
    """Excel's format of a column: text for numbers of persons, days for dates, decimals as the ledger keeps them."""
    field = column.field
    kind = field.get_internal_type()
    if kind == "DateField":
        return "yyyy-mm-dd"
    if isinstance(field, TypedNumberField) or column.name == "number":
        return "@"
    if kind == "DecimalField" or column.unit:
        return "0." + "0" * field.decimal_places if field.decimal_places else "0"
    return ""


def width(column: Column) -> float:
    """In Excel's characters; a Chinese character takes two."""
    head = 2 * len(column.head) + 2
    length = getattr(column.field, "max_length", None) or 10
    return float(min(max(head, min(length, 24) + 2), 40))


def sheet_name(model: type[Record]) -> str:
    return re.sub(r"[\[\]:*?/\\]", "", str(model._meta.verbose_name))[:31]
