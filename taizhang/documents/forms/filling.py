"""A form filled from a closed period: layout held, cells written, its own formulas worked out again and compared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from taizhang.core.finding import Refusal
from taizhang.core.wording import plain
from taizhang.documents.answers import Answers, written_date
from taizhang.documents.forms.answering import Answer, FormAnswers
from taizhang.documents.forms.book import Book
from taizhang.documents.forms.comparing import Difference, differences
from taizhang.documents.forms.layout import Sheets, refuse_changes
from taizhang.documents.forms.mapping import CHECK, FILL, RECORDS, VILLAGES, FormMapping, Spot
from taizhang.documents.forms.origin import Origin, write_origin
from taizhang.documents.forms.recomputing import Recomputed, recompute
from taizhang.documents.forms.repeating import record_cells, village_cells
from taizhang.documents.forms.sheet import Sheet, Value

MOST_TOLD = 20
OF_A_FORMULA = b"<f"


@dataclass(frozen=True)
class Plan:
    """What every mapped cell has to hold, and what the form's own formulas have to give."""

    cells: dict[Spot, Answer]
    checks: dict[Spot, Answer]


@dataclass(frozen=True)
class Filled:
    """A filled form and what the office should know before sending it."""

    mapping: FormMapping
    content: bytes
    cells: int
    differences: list[Difference]
    remarks: list[str]
    recomputed: Recomputed = field(repr=False)


def fill(mapping: FormMapping, answers: Answers, issued: date) -> Filled:
    """Fill a form. Raises Refusal, and fills nothing, where form, mapping and snapshot do not fit together."""
    book = opened(mapping)
    mapping = with_sheet(mapping, book)
    sheets = sheets_of(book, used_sheets(mapping))
    refuse_changes(mapping, sheets)
    plan = planned(mapping, sheets, answers, issued)
    refuse_cells(mapping, plan, sheets)
    for spot, answer in plan.cells.items():
        write(sheets[spot.sheet], spot, answer.value)
    recomputed = recompute(book, sheets)
    book.recalculate_when_opened()
    write_origin(book, Origin.of(mapping, answers.facts))
    return Filled(
        mapping,
        book.content(),
        len(plan.cells),
        differences(plan.checks, sheets, recomputed, answers),
        [*remarks(plan, sheets, recomputed, answers.names)],
        recomputed,
    )


def opened(mapping: FormMapping) -> Book:
    """The form's workbook; a refusal where the mapping only stands in the catalogue."""
    if not mapping.has_form:
        raise Refusal(
            f"《{mapping.title}》只登记了目录，还没有对照；请在{mapping.path.name}里写上[填]，或运行 taizhang forms propose。"
        )
    return Book(mapping.workbook)


def with_sheet(mapping: FormMapping, book: Book) -> FormMapping:
    """The mapping with the form's first sheet where it names none."""
    if not book.sheet_parts:
        raise Refusal(f"“{book.path.name}”里没有工作表。")
    return replace(mapping, first_sheet=next(iter(book.sheet_parts)))


def used_sheets(mapping: FormMapping) -> set[str]:
    """The sheets that a mapping names."""
    spots = [spot for section in (FILL, CHECK) for spot in mapping.spots(section)]
    blocks = [block for section in (VILLAGES, RECORDS) for block in mapping.blocks(section)]
    return {spot.sheet for spot in (*spots, *mapping.labels())} | {one.sheet for one in blocks}


def sheets_of(book: Book, wanted: Iterable[str]) -> dict[str, Sheet]:
    """The sheets to be written or worked out again; a refusal names one that the form does not have."""
    for name in wanted:
        if name not in book.sheet_parts:
            raise Refusal(
                f"“{book.path.name}”里没有工作表“{name}”，有的是“{'”“'.join(book.sheet_parts)}”。"
            )
    return {
        name: Sheet(book, name)
        for name, part in book.sheet_parts.items()
        if name in set(wanted) or OF_A_FORMULA in book.parts.get(part, b"")
    }


def planned(mapping: FormMapping, sheets: Sheets, answers: Answers, issued: date) -> Plan:
    """Every cell's value, before anything is written."""
    asked = FormAnswers(answers, issued)
    cells: dict[Spot, Answer] = {}
    for spot, answer in every_cell(mapping, sheets, asked):
        if spot in cells:
            raise Refusal(f"{mapping.path.name}里{spot.sheet}!{spot}填了两次，只留一处。")
        cells[spot] = answer
    checks = {spot: asked.ask(wish) for spot, wish in mapping.wishes(CHECK, asked.known).items()}
    return Plan(cells, checks)


def every_cell(
    mapping: FormMapping, sheets: Sheets, asked: FormAnswers
) -> Iterator[tuple[Spot, Answer]]:
    for spot, wish in mapping.wishes(FILL, asked.known).items():
        yield spot, asked.ask(wish)
    for block in mapping.blocks(VILLAGES):
        yield from village_cells(mapping, block, sheets[block.sheet], asked)
    for block in mapping.blocks(RECORDS):
        yield from record_cells(mapping, block, asked)


def refuse_cells(mapping: FormMapping, plan: Plan, sheets: Sheets) -> None:
    """Refuse cells that cannot be filled, and checks of cells that have no formula; all of them at once."""
    wrong = [
        f"{spot.sheet}!{spot}{reason}"
        for spot, answer in plan.cells.items()
        if (reason := unfit(mapping, sheets[spot.sheet], spot, answer.value))
    ]
    wrong += [
        f"{spot.sheet}!{spot}不是公式，没有可核对的；要填数请写进[填]"
        for spot in plan.checks
        if not sheets[spot.sheet].has_formula(spot.at)
    ]
    if wrong:
        more = f"\n  ……共{len(wrong)}格" if len(wrong) > MOST_TOLD else ""
        told = "".join(f"\n  {one}" for one in wrong[:MOST_TOLD])
        raise Refusal(f"{mapping.path.name}和表格对不上，什么都没有填：{told}{more}")


def unfit(mapping: FormMapping, sheet: Sheet, spot: Spot, value: Value) -> str:
    """Why a cell cannot be filled; empty if it can."""
    area = sheet.merged_around(spot.at)
    if area and area[:2] != spot.at:
        first = Spot(spot.sheet, (area[0], area[1]))
        return f"在合并的格子里，请写左上角的{first}"
    if not sheet.is_bare(spot.at) and (reason := taken(sheet, spot, value)):
        return reason
    if (
        sheet.is_protected
        and not mapping.writes_locked_cells
        and sheet.book.styles.is_locked(sheet.style(spot.at))
    ):
        return "是上级锁定的格子；确实要填，请在对照文件里写 锁定格也填 = true"
    return ""


def taken(sheet: Sheet, spot: Spot, value: Value) -> str:
    """Why what stands in a cell keeps it from being filled."""
    if sheet.has_formula(spot.at):
        return "是上级的公式，不能覆盖；要核对请写进[核对]"
    text = sheet.text(spot.at)
    if not isinstance(value, str | date) and any(letter.isalpha() for letter in text):
        return f"里已经写着“{text}”，不是填数的格子"
    return ""


def write(sheet: Sheet, spot: Spot, value: Value) -> None:
    """A value into its cell; a day as a real date where the cell shows dates, else as papers write it."""
    if isinstance(value, date) and not sheet.book.styles.shows_dates(sheet.style(spot.at)):
        value = written_date(value)
    sheet.write(spot.at, value)


def remarks(
    plan: Plan, sheets: Sheets, recomputed: Recomputed, names: dict[str, str]
) -> Iterator[str]:
    """What to look at before sending: figures that are missing, formulas not worked out or in error, numbers as text."""
    missing = Counter(answer.where for answer in plan.cells.values() if answer.is_missing)
    for where in missing:
        yield f"{where}缺报或算不出，格子空着，不是零。"
    silent = {
        (answer.figure.title, code)
        for answer in plan.cells.values()
        if answer.figure and not answer.is_missing
        for code in answer.figure.gaps
    }
    for title in sorted({title for title, _ in silent}):
        codes = sorted(code for named, code in silent if named == title)
        yield f"“{title}”不含未报的{len(codes)}个单位（{'、'.join(names.get(code, code) for code in codes)}）。"
    for spot, reason in recomputed.left.items():
        yield f"{spot.sheet}!{spot}的公式没有重算（{reason}），请打开表格看它的结果。"
    for spot, shown in recomputed.errors.items():
        yield f"{spot.sheet}!{spot}的公式得{shown}。"
    as_text = [
        f"{spot.sheet}!{spot}"
        for spot, answer in plan.cells.items()
        if isinstance(answer.value, Decimal)
        and answer.figure
        and sheets[spot.sheet].book.styles.is_text(sheets[spot.sheet].style(spot.at))
    ]
    if as_text:
        yield f"{as_text[0]}等{len(as_text)}格是文本格式，改动以后上级的公式会加不到，填的时候按数写了。"


def save(filled: Filled, path: Path) -> None:
    """Write the file whole or not at all."""
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(filled.content)
        draft.replace(path)
    except OSError as trouble:
        raise Refusal(
            f"写不了{path}（{trouble.strerror}），请关掉打开着的这个文件，或换个位置。"
        ) from None


def file_name(mapping: FormMapping, answers: Answers) -> str:
    """黄盖镇2018年一季度空心房整治季报表.xlsx"""
    place = answers.place_name("")
    return f"{place}{answers.facts.period.label}{mapping.title}{mapping.workbook.suffix}"


def told_value(value: Value) -> str:
    """A value as messages and tables show it."""
    if isinstance(value, Decimal):
        return plain(value)
    return "（空）" if value is None else str(value)
