"""Finding the ledger's table in a workbook: which sheet, which row is the head, which column is which field."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.ledgers.excel.addresses import cell_address, column_letter
from taizhang.ledgers.excel.cells import nearest, one_of
from taizhang.ledgers.excel.columns import Column, columns, normal, without_unit
from taizhang.ledgers.excel.workbook import Sheet, Workbook
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers

SEARCHED = 20  # rows; titles, units and dates of filling in stand above the head
FEWEST_HEADS = 2
OLD_FORMAT = "旧格式的 .xls 看不出隐藏行和公式的错误值，请自己核对，或另存为 .xlsx 再导入。"
PASSED_OVER = ("序号", "说明", "填表说明", "备注说明", "备注1", "备注2", "核对", "核对人")


@dataclass(frozen=True)
class Table:
    """A ledger's rows in a sheet: the head's row (from 1) and the ledger's columns by position (from 0)."""

    model: type[Record]
    sheet: Sheet
    head_row: int
    columns: dict[int, Column]
    without_head: tuple[int, ...]  # positions inside the table that have no head
    notes: tuple[str, ...]

    def position(self, name: str) -> int:
        return next(index for index, column in self.columns.items() if column.name == name)


def find_table(
    book: Workbook, model: type[Record], sheet: str = "", ignore: Iterable[str] = ()
) -> Table:
    """The one sheet that has the ledger's head. Raises Refusal where there is none, or more than one."""
    if sheet and sheet not in book.sheet_names:
        raise Refusal(f"文件里没有名为“{sheet}”的工作表；可见的有：{'、'.join(book.sheet_names)}。")
    sheets = [book.sheet(name) for name in ([sheet] if sheet else book.sheet_names)]
    found = [(one, row) for one in sheets if (row := head_row(one, model)) is not None]
    if not found:
        raise Refusal(no_head(sheets, model))
    if len(found) > 1:
        names = "、".join(one.name for one, _ in found)
        raise Refusal(
            f"有几张工作表都像《{title(model)}》（{names}），请只留一张，或用 --sheet 指明导入哪一张。"
        )
    chosen, row = found[0]
    notes = [OLD_FORMAT] if book.archive is None else []
    if others := [one.name for one in sheets if one is not chosen and one.cells.start]:
        names = "、".join(f"“{name}”" for name in others)
        notes.append(f"工作表{names}没有《{title(model)}》的表头，没有读取。")
    return map_head(chosen, row, model, {normal(name) for name in ignore}, tuple(notes))


def title(model: type[Record]) -> str:
    return str(model._meta.verbose_name)


def head_row(sheet: Sheet, model: type[Record]) -> int | None:
    """The row (from 1) among the first with the most column names of the ledger; None below two."""
    scores = [(score(cells, model), -number) for number, cells in enumerate(sheet.top(SEARCHED), 1)]
    best, row = max(scores, default=(0, 0))
    return -row if best >= FEWEST_HEADS else None


def score(cells: list[Any], model: type[Record]) -> int:
    titles = {normal(column.title) for column in columns(model)}
    heads = {normal(value) for value in cells if isinstance(value, str) and value.strip()}
    return len({head if head in titles else without_unit(head)[0] for head in heads} & titles)


def no_head(sheets: list[Sheet], model: type[Record]) -> str:
    rows = [cells for sheet in sheets for cells in sheet.top(SEARCHED)]
    if similar := other_ledger(rows, model):
        return similar
    names = one_of((column.title for column in columns(model) if column.required), 4)
    return (
        f"前 {SEARCHED} 行里没有找到《{title(model)}》的表头（{names}……），请补上栏名；"
        f"可以用 taizhang form {model.ledger_name()} 生成一份空表对照。"
    )


def other_ledger(rows: list[list[Any]], model: type[Record]) -> str:
    """A sentence naming the ledger that these rows have more heads of than of the asked one, or nothing."""
    scores = {other: max((score(cells, other) for cells in rows), default=0) for other in ledgers()}
    best = max(scores, key=lambda other: scores[other])
    if scores[best] <= max(FEWEST_HEADS, scores[model]):
        return ""
    return (
        f"这像是《{title(best)}》的表，不是《{title(model)}》；"
        f"请用 taizhang import {best.ledger_name()} 导入它，或换成《{title(model)}》的文件。"
    )


def map_head(
    sheet: Sheet, row: int, model: type[Record], ignore: set[str], notes: tuple[str, ...]
) -> Table:
    """Every head assigned to a column, or a Refusal naming the first kind of trouble."""
    heads = sheet.top(row)[row - 1]
    refuse_merged(sheet, row, len(heads))
    known, unknown, passed = assign(sheet, row, heads, model, ignore)
    missing = [
        column for column in columns(model) if column.required and column not in known.values()
    ]
    if (missing or unknown) and (similar := other_ledger([heads], model)):
        raise Refusal(similar)
    if unknown:
        raise Refusal(unknown_heads(sheet, unknown, model))
    if missing:
        names = "、".join(f"“{column.title}”" for column in missing)
        raise Refusal(
            f"工作表“{sheet.name}”第 {row} 行的表头缺少必需的栏：{names}，请补上这些栏再导入。"
        )
    if passed:
        notes = (*notes, f"没有导入这些栏：{'、'.join(passed)}。")
    blank = tuple(index for index, head in enumerate(heads) if not normal(head))
    return Table(model, sheet, row, known, blank, notes)


def assign(
    sheet: Sheet, row: int, heads: list[Any], model: type[Record], ignore: set[str]
) -> tuple[dict[int, Column], dict[int, str], list[str]]:
    """Known columns by position, unknown heads by position, and heads passed over."""
    titles = {normal(column.title): column for column in columns(model)}
    known: dict[int, Column] = {}
    unknown: dict[int, str] = {}
    passed: list[str] = []
    for index, head in enumerate(heads):
        name = normal(head)
        if not name:
            continue
        column = titles.get(name) or in_brackets(sheet, cell_address(row, index), name, titles)
        if name in ignore or (column is None and name in PASSED_OVER):
            passed.append(str(head).strip())
        elif column is None:
            unknown[index] = " ".join(str(head).split())
        elif column in known.values():
            first = next(at for at, other in known.items() if other == column)
            raise Refusal(
                f"工作表“{sheet.name}”里“{column.title}”出现了两次（{column_letter(first)} 栏和 {column_letter(index)} 栏），"
                "请只留一栏。"
            )
        else:
            known[index] = column
    return known, unknown, passed


def in_brackets(sheet: Sheet, cell: str, name: str, titles: dict[str, Column]) -> Column | None:
    """A head such as 建筑面积(㎡); in another unit it is refused, for its numbers would be wrong by a factor."""
    head, unit = without_unit(name)
    column = titles.get(head)
    if column is not None and column.unit and unit != column.unit:
        raise Refusal(
            f"工作表“{sheet.name}”{cell} 的表头写的单位是“{unit}”，本台账“{column.title}”的单位是“{column.unit}”；"
            f"请把这一栏的数换算成{column.unit}，再把表头改成“{column.head}”。"
        )
    return column


def unknown_heads(sheet: Sheet, unknown: dict[int, str], model: type[Record]) -> str:
    names = [column.title for column in columns(model)]
    told = [
        f"{column_letter(index)} 栏“{head}”{nearest(head, names).rstrip('？')}"
        for index, head in unknown.items()
    ]
    return (
        f"工作表“{sheet.name}”有《{title(model)}》没有的栏：{one_of(told, 6)}；"
        "请改成台账的栏名、删掉这一栏，或用 --ignore 栏名 写明不导入它。"
    )


def refuse_merged(sheet: Sheet, row: int, width: int) -> None:
    """Merged cells hide which value belongs to which row; only above the head do they no harm."""
    for top, left, bottom, right in sheet.merged:
        if bottom < row or left >= width:
            continue
        where = f"{cell_address(top, left)}:{cell_address(bottom, right)}"
        if top <= row:
            raise Refusal(
                f"工作表“{sheet.name}”的表头有合并单元格（{where}），请取消合并，让表头只占一行、每栏一个栏名。"
            )
        raise Refusal(
            f"工作表“{sheet.name}”的 {where} 是合并单元格，请取消合并并在每一行都填上内容。"
        )
