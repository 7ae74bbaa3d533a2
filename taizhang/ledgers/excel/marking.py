"""The user's own workbook given back with the wrong cells red and the reason beside each."""

from collections import defaultdict
from itertools import count
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.ledgers.excel.importing import ImportResult
from taizhang.ledgers.excel.problems import Problem

RED = PatternFill("solid", fgColor="FFFFC7CE")
AUTHOR = "台账"
LARGEST = (
    4 << 20
)  # bytes; a larger workbook takes minutes to open for marking, and gets a list instead
LIST_HEADS = ("工作表", "行", "单元格", "栏", "问题")
LIST_WIDTHS = (16, 8, 10, 20, 90)


def mark(result: ImportResult) -> Path:
    """Write the marked copy beside the file, never over another one, and return its path.

    The copy keeps formulas and formats. A large file or an old .xls gets a list of its problems instead.
    """
    marked = result.path.suffix.lower() == ".xlsx" and result.path.stat().st_size <= LARGEST
    book = marked_copy(result) if marked else problem_list(result)
    target = free_name(result.path, "问题" if marked else "问题清单")
    draft = target.with_suffix(".part")
    book.save(draft)
    return draft.rename(target)


def free_name(path: Path, what: str) -> Path:
    """<name>-问题.xlsx, or with a number where somebody may be working in that file."""
    stem = path.stem.partition(f"-{what}")[0]
    for number in count(1):
        target = path.with_name(f"{stem}-{what}{number if number > 1 else ''}.xlsx")
        if not target.exists():
            return target
    raise AssertionError("count() does not end")


def marked_copy(result: ImportResult) -> Workbook:
    book = load_workbook(result.path)
    sheet = book[result.sheet]
    clear_marks(sheet)
    told: dict[str, list[Problem]] = defaultdict(list)
    for problem in result.problems.in_order():
        told[problem.cell or f"A{problem.row}"].append(problem)
    for address, problems in told.items():
        cell = sheet[address]
        cell.fill = RED
        cell.comment = Comment("\n".join(problem.message for problem in problems), AUTHOR, 120, 320)
    return book


def clear_marks(sheet: Worksheet) -> None:
    """Somebody corrects the marked copy itself and imports that: yesterday's marks go."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.comment is not None and cell.comment.author == AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()


def problem_list(result: ImportResult) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "问题清单"
    sheet.append(LIST_HEADS)
    for problem in result.problems.in_order():
        sheet.append((problem.sheet, problem.row, problem.cell, problem.title, problem.message))
    for column, width in zip("ABCDE", LIST_WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    return book
