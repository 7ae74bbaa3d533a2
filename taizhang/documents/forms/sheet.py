"""One sheet of a form: its cells read and written in place, everything between them left alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from lxml import etree
from openpyxl.formula.translate import Translator

from taizhang.documents.forms.book import MAIN, Book, text_of
from taizhang.ledgers.excel.addresses import cell_address, column_index, read_address

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
KEEP_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
SINCE_1900, SINCE_1904 = date(1899, 12, 30), date(1904, 1, 1)
ROW, CELL, VALUE, FORMULA, INLINE = (f"{MAIN}{name}" for name in ("row", "c", "v", "f", "is"))

Address = tuple[int, int]  # row from 1, column from 0
Area = tuple[int, int, int, int]  # first row, first column, last row, last column
Value = Decimal | str | bool | date | None


class Sheet:
    """A worksheet of a book. `keep` puts what was written back into the book."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name, self.part = book, name, book.sheet_parts[name]
        self.root = book.xml(self.part)
        self.data = self.root.find(f"{MAIN}sheetData")
        self.rows: dict[int, Any] = {}
        self.cells: dict[int, dict[int, Any]] = {}
        self._index()

    def _index(self) -> None:
        # Rows and cells may leave out where they stand: then they follow the one before.
        row_number = 0
        for row in self.data.iterchildren(ROW):
            row_number = int(row.get("r") or row_number + 1)
            row.set("r", str(row_number))
            self.rows[row_number] = row
            column, told = -1, self.cells.setdefault(row_number, {})
            for cell in row.iterchildren(CELL):
                said = read_address(cell.get("r") or "")
                column = said[1] if said else column + 1
                if said is None:
                    cell.set("r", cell_address(row_number, column))
                told[column] = cell

    def cell(self, at: Address) -> Any | None:
        return self.cells.get(at[0], {}).get(at[1])

    def every_cell(self) -> Iterator[tuple[Address, Any]]:
        for row, told in self.cells.items():
            for column, cell in told.items():
                yield (row, column), cell

    def value(self, at: Address) -> Value:
        """What a cell shows: a number, a text, yes or no; a formula its last result. Dates are numbers here."""
        cell = self.cell(at)
        if cell is None:
            return None
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            found = cell.find(INLINE)
            return None if found is None else text_of(found) or None
        said = cell.findtext(VALUE)
        if said is None or said == "":
            return None
        if kind == "s":
            return self.book.strings[int(said)] or None
        if kind == "b":
            return said == "1"
        return said if kind in ("str", "e", "d") else number(said)

    def text(self, at: Address) -> str:
        """What a cell says if it holds a constant text, else nothing."""
        found = None if self.has_formula(at) else self.value(at)
        return found if isinstance(found, str) else ""

    def has_formula(self, at: Address) -> bool:
        cell = self.cell(at)
        return cell is not None and cell.find(FORMULA) is not None

    def is_bare(self, at: Address) -> bool:
        """Whether there is nothing in a cell, neither value nor formula."""
        cell = self.cell(at)
        return cell is None or len(cell) == 0

    def formula_cells(self) -> Iterator[tuple[Address, Any]]:
        """Every cell with a formula."""
        for found in self.data.iter(FORMULA):
            cell = found.getparent()
            at = read_address(cell.get("r"))
            if at is not None:
                yield at, cell

    def formula(self, at: Address) -> str:
        """A cell's formula with its equals sign, one copied from a neighbour written out; empty if it has none."""
        cell = self.cell(at)
        found = None if cell is None else cell.find(FORMULA)
        if found is None:
            return ""
        if found.text:
            return f"={found.text}"
        first = self._shared.get(found.get("si", ""))
        if first is None:
            return ""
        return str(
            Translator(first[1], cell_address(*first[0])).translate_formula(cell_address(*at))
        )

    @cached_property
    def _shared(self) -> dict[str, tuple[Address, str]]:
        """Formulas that several cells share: where the first stands, and what it says."""
        told = {}
        for at, cell in self.formula_cells():
            found = cell.find(FORMULA)
            if found.get("t") == "shared" and found.text:
                told[found.get("si", "")] = (at, f"={found.text}")
        return told

    @cached_property
    def merged(self) -> list[Area]:
        found = self.root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell")
        return [area for one in found if (area := read_area(one.get("ref", "")))]

    def merged_around(self, at: Address) -> Area | None:
        """The merged area that a cell lies in."""
        row, column = at
        return next(
            (one for one in self.merged if one[0] <= row <= one[2] and one[1] <= column <= one[3]),
            None,
        )

    @cached_property
    def is_protected(self) -> bool:
        found = self.root.find(f"{MAIN}sheetProtection")
        return found is not None and found.get("sheet") in ("1", "true")

    def style(self, at: Address) -> str:
        """The number of a cell's style: its own, else that of its row or column."""
        cell, row = self.cell(at), self.rows.get(at[0])
        if cell is not None:
            return str(cell.get("s", "0"))
        if row is not None and row.get("customFormat") in ("1", "true"):
            return str(row.get("s", "0"))
        for one in self.root.iterfind(f"{MAIN}cols/{MAIN}col"):
            if int(one.get("min", "0")) <= at[1] + 1 <= int(one.get("max", "0")):
                return str(one.get("style", "0"))
        return "0"

    def write(self, at: Address, value: Value) -> None:
        """Put a value into a cell, whose look stays; None empties it."""
        if value is None and self.cell(at) is None:
            return
        cell = self._cell_to_write(at)
        for child in (*cell.iterchildren(VALUE), *cell.iterchildren(INLINE)):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if isinstance(value, str):
            write_text(cell, value)
        elif value is not None:
            write_plain(cell, self._plain(value, at))
            if isinstance(value, bool):
                cell.set("t", "b")

    def _plain(self, value: Decimal | bool | date, at: Address) -> str:
        if isinstance(value, bool):
            return "1" if value else "0"
        if isinstance(value, date):
            return str((value - (SINCE_1904 if self.book.counts_from_1904 else SINCE_1900)).days)
        return format(value, "f")

    def result(self, at: Address, value: Any, kind: str) -> None:
        """Put a formula's result beside it; no result takes the old one away."""
        cell = self.cells[at[0]][at[1]]
        for child in cell.iterchildren(VALUE):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if value is None:
            return
        if kind:
            cell.set("t", kind)
        write_plain(cell, value)

    def keep(self) -> None:
        """Put the sheet back into its book."""
        self.book.put(self.part, self.root)

    def _cell_to_write(self, at: Address) -> Any:
        found = self.cell(at)
        if found is not None:
            return found
        row, told = self._row_to_write(at[0]), self.cells.setdefault(at[0], {})
        made = etree.Element(CELL, r=cell_address(*at))
        if (style := self.style(at)) != "0":
            made.set("s", style)
        row.attrib.pop("spans", None)
        place_in_order(row, told, at[1], made)
        return made

    def _row_to_write(self, row_number: int) -> Any:
        if row_number not in self.rows:
            made = etree.Element(ROW, r=str(row_number))
            place_in_order(self.data, self.rows, row_number, made)
        return self.rows[row_number]


def place_in_order(parent: Any, told: dict[int, Any], key: int, made: Any) -> None:
    """Put a new row or cell behind the one before it; whoever comes last is the usual case."""
    if not told or key > next(reversed(told)):
        before = told[next(reversed(told))] if told else None
        told[key] = made
    else:
        keys = sorted(told)
        at = bisect_left(keys, key)
        before = told[keys[at - 1]] if at else None
        told[key] = made
        for other in keys[at:]:
            told[other] = told.pop(other)
    if before is None:
        parent.insert(0, made)
    else:
        before.addnext(made)


def write_plain(cell: Any, text: str) -> None:
    etree.SubElement(cell, VALUE).text = text


def write_text(cell: Any, text: str) -> None:
    """A text inside the cell itself: the list of shared texts stays as it is."""
    cell.set("t", "inlineStr")
    inside = etree.SubElement(etree.SubElement(cell, INLINE), f"{MAIN}t")
    inside.text = NOT_XML.sub("", text)
    if text != text.strip() or "\n" in text:
        inside.set(KEEP_SPACES, "preserve")


def number(said: str) -> Value:
    """Excel writes the binary number with up to 17 digits; 15 of them are meant."""
    try:
        return Decimal(f"{float(said):.15g}") if len(said) > 15 else Decimal(said)
    except (ArithmeticError, ValueError):
        return said


def date_of(value: Value, counts_from_1904: bool) -> date | None:
    """The day behind a number in a cell that shows dates."""
    if isinstance(value, Decimal) and 0 < value < 2958466:
        start = SINCE_1904 if counts_from_1904 else SINCE_1900
        return date.fromordinal(start.toordinal() + int(value))
    return value.date() if isinstance(value, datetime) else None


def read_area(text: str) -> Area | None:
    """A range such as B3:D5, or one cell; None where it is none."""
    first, _, last = text.replace("$", "").upper().partition(":")
    start, end = read_address(first), read_address(last or first)
    return (*start, *end) if start and end else None


def letters(text: str) -> int | None:
    """A column by its letters: A is 0; None where it is none."""
    return column_index(text) if re.fullmatch("[A-Z]{1,3}", text) else None
