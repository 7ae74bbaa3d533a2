"""Opening a user's workbook: what it is, its sheets, and their rows with the addresses that Excel shows."""

import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from taizhang.core.finding import Refusal
from taizhang.ledgers.excel.irregularities import (
    Irregularities,
    declared_extent,
    find_irregularities,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls and of encrypted workbooks
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_CELLS = 20_000_000  # the reader holds the whole used range in memory, 24 bytes a cell
TRIAL = """
import sys
from python_calamine import load_workbook
book = load_workbook(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name)
"""
INVISIBLE = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True)
class Fault:
    """Stands in a row for a cell that looks empty to a reader although it shows something; says what is the matter."""

    message: str


@dataclass(frozen=True)
class Sheet:
    """One worksheet. Rows come with their numbers from 1, cells from column A."""

    name: str
    cells: CalamineSheet
    irregular: Irregularities

    @property
    def height(self) -> int:
        """Rows down to the last one in use."""
        return self.cells.total_height

    def top(self, count: int) -> list[list[Any]]:
        """The first rows, blank ones included."""
        return self.cells.to_python(skip_empty_area=False, nrows=count) if self.cells.start else []

    def rows(self) -> Iterator[tuple[int, list[Any]]]:
        """Every row with something visible in it; a hidden one is a Refusal."""
        if self.cells.start is None:
            return
        # The reader starts with row 1, but with the first column in use.
        left: list[Any] = [""] * self.cells.start[1]
        faults = self._faults_by_row()
        every: Iterator[list[Any]] = self.cells.iter_rows()
        for number, cells in enumerate(every, 1):
            row = left + cells if left else cells
            for index, fault in faults.get(number, ()):
                row.extend([""] * (index + 1 - len(row)))
                row[index] = fault
            if is_blank(row):
                continue
            if number in self.irregular.hidden_rows:
                raise Refusal(self._hidden(number))
            yield number, row

    def _faults_by_row(self) -> dict[int, list[tuple[int, Fault]]]:
        found: dict[int, list[tuple[int, Fault]]] = {}
        for (row, index), message in self.irregular.faults.items():
            found.setdefault(row, []).append((index, Fault(message)))
        return found

    def _hidden(self, number: int) -> str:
        others = len([row for row in self.irregular.hidden_rows if row > number])
        more = f"（后面还有 {others} 个隐藏行）" if others else ""
        return (
            f"工作表“{self.name}”第 {number} 行是隐藏行却有内容{more}；"
            "请清除筛选、取消隐藏，核对后留下要导入的、删掉不要的，再导入。"
        )

    @property
    def merged(self) -> list[tuple[int, int, int, int]]:
        """Merged ranges as first row, first column, last row, last column (rows from 1, columns from 0)."""
        ranges = self.cells.merged_cell_ranges or []
        return sorted((top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges)


class Workbook:
    """A workbook that could be opened. Anything that is none is a Refusal in one sentence.

    Its sheets, once read, outlive it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.archive = _open_archive(path)
        try:
            self._book = CalamineWorkbook.from_path(str(path))
        except PasswordError:
            raise Refusal(_locked(path)) from None
        except CalamineError as trouble:
            raise Refusal(_damaged(path)) from trouble

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()
        if self.archive:
            self.archive.close()

    @cached_property
    def sheet_names(self) -> list[str]:
        """The worksheets a user can see; charts and hidden sheets are none of them."""
        return [
            sheet.name
            for sheet in self._book.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]

    def sheet(self, name: str) -> Sheet:
        """Read one sheet into memory, after making sure that it fits."""
        try:
            return self._sheet(name)
        except (
            CalamineError,
            zipfile.BadZipFile,
            zlib.error,
            KeyError,
            SyntaxError,
            ValueError,
        ) as trouble:
            raise Refusal(_damaged(self.path)) from trouble

    def _sheet(self, name: str) -> Sheet:
        if self.archive is None:
            return Sheet(name, self._book.get_sheet_by_name(name), Irregularities())
        declared = declared_extent(self.archive, name)
        if declared is None:
            irregular = find_irregularities(self.archive, name)
            _refuse_if_too_far(name, irregular.last_row, irregular.width)
            return Sheet(name, self._book.get_sheet_by_name(name), irregular)
        _refuse_if_too_far(name, *declared)
        # The reader works outside Python's lock: looking for irregularities meanwhile costs no time.
        with ThreadPoolExecutor(1) as beside:
            looking = beside.submit(find_irregularities, self.archive, name)
            cells = self._book.get_sheet_by_name(name)
            return Sheet(name, cells, looking.result())


def is_blank(cells: list[Any]) -> bool:
    """Nothing in the row that a user can see."""
    for value in cells:
        if value is None or (isinstance(value, str) and not value.strip(INVISIBLE)):
            continue
        return False
    return True


def _open_archive(path: Path) -> zipfile.ZipFile | None:
    """The ZIP inside an .xlsx; None for an old .xls that a trial reading has survived."""
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
    except FileNotFoundError:
        raise Refusal(f"没有文件“{path}”，请核对文件名和位置。") from None
    except OSError:
        raise Refusal(f"文件“{path}”打不开，请核对它是不是文件、您有没有权限读它。") from None
    if start == OLE:
        _try_old_format(path)
        return None
    try:
        archive = zipfile.ZipFile(path)
        archive.getinfo("xl/workbook.xml")
    except (zipfile.BadZipFile, KeyError):
        raise Refusal(_no_workbook(path)) from None
    return archive


def _try_old_format(path: Path) -> None:
    # The reader may abort the whole process on a damaged .xls: a child process goes first.
    if ENCRYPTED in path.read_bytes():
        raise Refusal(_locked(path))
    command = [sys.executable, "-c", TRIAL, str(path)]
    tried = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own text, no shell
    if b"PasswordError" in tried.stderr:
        raise Refusal(_locked(path))
    if tried.returncode:
        raise Refusal(_damaged(path))


def _no_workbook(path: Path) -> str:
    return f"文件“{path.name}”不是 Excel 工作簿（也许只是改了扩展名），请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"


def _locked(path: Path) -> str:
    return f"文件“{path.name}”有打开密码，请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx 再导入。"


def _damaged(path: Path) -> str:
    return f"文件“{path.name}”读不出来，可能已损坏，请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"


def _refuse_if_too_far(sheet: str, last_row: int, width: int) -> None:
    if last_row * width <= MOST_CELLS:
        return
    raise Refusal(
        f"工作表“{sheet}”的内容一直到第 {last_row} 行，多半是误留的空格；"
        "请选中数据下面、右面的空白行和列整行整列删除，保存后再导入。"
    )
