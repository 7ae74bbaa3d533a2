"""An empty workbook for a ledger: the right heads, drop-downs for what is chosen, and a note on each head."""

from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.ledgers.excel.addresses import column_letter
from taizhang.ledgers.excel.columns import Column, columns
from taizhang.ledgers.excel.exporting import number_format, sheet_name, width
from taizhang.ledgers.excel.places import written_names
from taizhang.ledgers.excel.scope import writing_reach
from taizhang.ledgers.fields import TypedNumberField
from taizhang.ledgers.record import Record
from taizhang.people.models import Place

ROWS = 5_000  # rows with drop-downs and checks
REQUIRED, OPTIONAL = (
    PatternFill("solid", fgColor="FFFCE4D6"),
    PatternFill("solid", fgColor="FFDDEBF7"),
)
CHOICES_SHEET = "选项"
EARLIEST = date(1949, 10, 1)


def write_form(model: type[Record], path: Path) -> None:
    """Write the empty workbook, its heads in the order an office fills them in."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheet_name(model)
    choices = book.create_sheet(CHOICES_SHEET)
    choices.sheet_state = "hidden"
    for index, column in enumerate(columns(model)):
        write_head(sheet, index, column)
        listed = options(column, model)
        for check in checks(column, choices, index, listed):
            check.add(f"{column_letter(index)}2:{column_letter(index)}{ROWS}")
            sheet.add_data_validation(check)
    sheet.freeze_panes = "B2"
    draft = path.with_suffix(".part")
    book.save(draft)
    draft.replace(path)


def write_head(sheet: Worksheet, index: int, column: Column) -> None:
    cell = sheet.cell(1, index + 1, column.head)
    cell.font, cell.fill = Font(bold=True), REQUIRED if column.required else OPTIONAL
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.comment = Comment(note(column), "台账", 140, 300)
    dimension = sheet.column_dimensions[column_letter(index)]
    dimension.width, dimension.number_format = width(column), number_format(column) or "General"


def note(column: Column) -> str:
    """What to write under a head, in a few words."""
    told = [
        "必填。" if column.required else "可以空着。",
        kind(column),
        str(column.field.help_text),
    ]
    return "".join(part for part in told if part)


def kind(column: Column) -> str:
    field = column.field
    if field.choices:
        return "从下拉列表里选。"
    if field.is_relation:
        other = field.remote_field.model
        return (
            "填地名或地区代码。" if other is Place else f"填《{other._meta.verbose_name}》的编号。"
        )
    if isinstance(field, TypedNumberField):
        return "按文本录入，不要变成数字。"
    return KINDS.get(field.get_internal_type(), "").format(
        unit=f"，单位{column.unit}" if column.unit else ""
    )


KINDS = {
    "DateField": "填日期，如 2018-03-05。",
    "BooleanField": "填“是”或“否”。",
    "DecimalField": "只填数字{unit}。",
    "PositiveSmallIntegerField": "只填整数{unit}。",
    "PositiveIntegerField": "只填整数{unit}。",
    "IntegerField": "只填整数{unit}。",
}


def options(column: Column, model: type[Record]) -> list[str]:
    """What can be chosen in a column."""
    if column.field.choices:
        return list(column.labels)
    if column.field.get_internal_type() == "BooleanField":
        return ["是", "否"]
    if column.field.is_relation and column.field.remote_field.model is Place:
        return place_options(writing_reach(model) or "")
    return []


def place_options(reach: str) -> list[str]:
    today = timezone.localdate()
    named = written_names(today)
    places = Place.objects.filter(code__startswith=reach)
    return [named[place.code] for place in places if place.is_valid_on(today)]


def checks(
    column: Column, choices: Worksheet, index: int, listed: list[str]
) -> list[DataValidation]:
    """The drop-down or the check of a column; Excel refuses other input with a sentence."""
    rule: dict[str, Any] | None = None
    if listed:
        rule = {"type": "list", "formula1": choice_range(choices, index, listed)}
    elif column.field.get_internal_type() == "DateField":
        rule = {"type": "date", "operator": "greaterThan", "formula1": str(days(EARLIEST))}
    elif column.field.get_internal_type() == "DecimalField":
        rule = {"type": "decimal", "operator": "between", "formula1": "-1E+12", "formula2": "1E+12"}
    if rule is None:
        return []
    made = DataValidation(allow_blank=True, showErrorMessage=True, **rule)
    made.errorTitle, made.error = column.title, note(column)[:200]
    return [made]


def choice_range(choices: Worksheet, index: int, listed: list[str]) -> str:
    """The choices kept on the hidden sheet, for a list written into the check itself must be short."""
    letter = column_letter(index)
    for row, choice in enumerate(listed, 1):
        choices.cell(row, index + 1, choice)
    return f"{CHOICES_SHEET}!${letter}$1:${letter}${len(listed)}"


def days(day: date) -> int:
    """A date as Excel counts it."""
    return (day - date(1899, 12, 30)).days
