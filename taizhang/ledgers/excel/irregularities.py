"""What a spreadsheet hides from its readers, found by streaming the sheet's XML.

The reading library gives values only: a hidden row looks like any other, and a cell that shows #N/A, or a formula
never calculated, looks empty. All three would make a wrong ledger without a word, so they are looked for here.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree import ElementTree

from taizhang.ledgers.excel.addresses import column_index, read_address

CHUNK = 4 << 20  # bytes; a sheet of 100,000 rows is about 100 MB of XML
RELATION = re.compile(r"\{.*/officeDocument(?:/2006)?/relationships\}id$")

HIDDEN = re.compile(rb"""hidden\s*=\s*["'](?:1|true)["']""")
FAULTY = re.compile(rb"""t\s*=\s*["']e["']""")
UNCALCULATED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)(?:<(?:\w+:)?v\s*/>|(?:<(?:\w+:)?v>)?</)"
)
TEXT_RESULT = re.compile(rb"""\st\s*=\s*["']str["']""")
ROW = re.compile(rb"""<(?:\w+:)?row\s(?:[^>]*\s)?r\s*=\s*["'](\d+)["']""")
CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*\s)?r\s*=\s*["']([A-Z]+\d+)["']""")
FAR_COLUMN = re.compile(rb"""r=["']([A-Z]{2,3})\d""")
USED_RANGE = re.compile(rb"""<(?:\w+:)?dimension\s[^>]*ref\s*=\s*["'][A-Z]+\d+:([A-Z]+\d+)["']""")
USED_RANGE_WITHIN = 4096  # bytes; it stands before the rows
ENDS_OF_VALUES = (b"</v>", b":v>", b"</is>", b":is>")

Address = tuple[int, int]  # row from 1, column from 0


@dataclass(frozen=True)
class Irregularities:
    """Hidden rows; cells that look empty although they show something, each with what is the matter; the extent.

    `last_row` is the last row with a value, `width` at least the number of columns in use.
    """

    hidden_rows: frozenset[int] = frozenset()
    faults: dict[Address, str] = field(default_factory=dict)
    last_row: int = 0
    width: int = 26


def find_irregularities(workbook: zipfile.ZipFile, sheet: str) -> Irregularities:
    """Read the sheet's XML once, in pieces that never cut a row's or a cell's tag in two."""
    hidden: set[int] = set()
    faults: dict[Address, str] = {}
    last_row, width = 0, 26
    for piece in _pieces(workbook, sheet_part(workbook, sheet)):
        hidden.update(_hidden_rows(piece))
        faults.update(_faulty_cells(piece))
        faults.update(_uncalculated_cells(piece))
        last_row = max(last_row, _last_row(piece))
        width = max(
            width,
            *(column_index(found.decode()) + 1 for found in {b"Z", *FAR_COLUMN.findall(piece)}),
        )
    return Irregularities(frozenset(hidden), faults, last_row, width)


def declared_extent(workbook: zipfile.ZipFile, sheet: str) -> tuple[int, int] | None:
    """The last row and the width that the sheet says it uses; None where it says nothing of worth.

    Excel says it truly; programs that write as they go put A1.
    """
    with workbook.open(sheet_part(workbook, sheet)) as part:
        found = USED_RANGE.search(part.read(USED_RANGE_WITHIN))
    last = read_address(found[1].decode()) if found else None
    return (last[0], last[1] + 1) if last else None


def sheet_part(workbook: zipfile.ZipFile, sheet: str) -> str:
    """The name of the file inside the workbook that holds a sheet."""
    book = _xml(workbook, "xl/workbook.xml")
    relations = _xml(workbook, "xl/_rels/workbook.xml.rels")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for entry in book.iterfind(".//{*}sheet"):
        if entry.get("name") == sheet:
            target = next(targets[entry.get(key)] for key in entry.attrib if RELATION.match(key))
            return (
                target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
            )
    raise KeyError(sheet)


def _xml(workbook: zipfile.ZipFile, part: str) -> "ElementTree.Element":
    return ElementTree.fromstring(workbook.read(part))  # noqa: S314 - expat stops entity bombs and fetches nothing


def _pieces(workbook: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with workbook.open(part) as stream:
        rest = b""
        while block := stream.read(CHUNK):
            whole, mark, rest = (rest + block).rpartition(b"row>")
            yield whole + mark
        yield rest


def _hidden_rows(piece: bytes) -> Iterator[int]:
    for found in HIDDEN.finditer(piece):
        # A hidden column carries the same attribute; only the tag tells them apart.
        if tag := ROW.match(piece, piece.rfind(b"<", 0, found.start())):
            yield int(tag[1])


def _faulty_cells(piece: bytes) -> Iterator[tuple[Address, str]]:
    if b'"e"' not in piece and b"'e'" not in piece:  # most sheets: spares a slow search
        return
    for found in FAULTY.finditer(piece):
        if address := _address(piece, _cell_start(piece, found.start())):
            yield address, "公式算出了错误值"


def _uncalculated_cells(piece: bytes) -> Iterator[tuple[Address, str]]:
    if b"<f" not in piece and b":f" not in piece:
        return
    for found in UNCALCULATED.finditer(piece):
        start = _cell_start(piece, found.start())
        # A formula may rightly give an empty text; then its cell says that it holds a text.
        tag = piece[start : piece.find(b">", start)]
        if not TEXT_RESULT.search(tag) and (address := _address(piece, start)):
            yield address, "公式还没有算出结果"


def _last_row(piece: bytes) -> int:
    end = max(piece.rfind(mark) for mark in ENDS_OF_VALUES)
    address = _address(piece, _cell_start(piece, end)) if end > 0 else None
    return address[0] if address else 0


def _cell_start(piece: bytes, inside: int) -> int:
    return piece.rfind(b"<", 0, max(piece.rfind(mark, 0, inside) for mark in (b"<c ", b":c ")) + 1)


def _address(piece: bytes, start: int) -> Address | None:
    tag = CELL.match(piece, max(0, start))
    return read_address(tag[1].decode()) if tag else None
