"""A first mapping guessed from a form's own words: a start to be corrected by hand, never used unseen."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from taizhang.core.finding import Refusal
from taizhang.documents.forms.book import Book
from taizhang.documents.forms.layout import alike, shown
from taizhang.documents.forms.sheet import Address, Sheet
from taizhang.indicators.definition import Definition
from taizhang.ledgers.excel.addresses import cell_address, column_letter
from taizhang.people.models import Place

HEAD = """# 照表头猜的对照，每一行都要核对；写法见 docs/forms.md。
报表 = "{title}"
表格 = "{file}"
工作表 = "{sheet}"
要表单位 = ""
依据 = ""
报送 = "每季度"
期限 = "期末后5个工作日"

[填]
{cells}
"""
PERIODS = {
    "上年同期": "上年同期",
    "同期": "上年同期",
    "累计": "累计",
    "上期": "上期",
    "上月": "上期",
}
FACTS = {"填报单位": "填报单位", "填表单位": "填报单位", "期间": "期间", "填报日期": "填报日期"}


def propose(form: Path, target: Path, known: Mapping[str, Definition]) -> int:
    """Write a guessed mapping; returns how many cells it has. Refuses to write over a mapping."""
    if target.exists():
        raise Refusal(f"{target}已经有了，不覆盖；请用 -o 换个名字。")
    book = Book(form)
    name = next(iter(book.sheet_parts))
    sheet = Sheet(book, name)
    guessed = dict(guesses(sheet, known))
    rows = village_rows(sheet)
    columns: dict[str, str] = {}
    cells, checks = [], []
    for at, words in guessed.items():
        if at[0] in rows:
            columns.setdefault(column_letter(at[1]), words)
        elif sheet.has_formula(at):
            checks.append(f'{cell_address(*at)} = "{words}"')
        else:
            cells.append(f'{cell_address(*at)} = "{words}"')
    text = HEAD.format(
        title=title_of(sheet) or form.stem, file=form.name, sheet=name, cells="\n".join(cells)
    )
    if columns and rows:
        lines = "\n".join(f'{letter} = "{words}"' for letter, words in columns.items())
        text += f'\n[[逐村]]\n行 = "{min(rows)}-{max(rows)}"\n村名在 = "{column_letter(rows[min(rows)])}"\n{lines}\n'
    if checks:
        text += "\n[核对]\n" + "\n".join(checks) + "\n"
    target.write_text(text, encoding="utf-8")
    return len(cells) + len(columns) + len(checks)


def title_of(sheet: Sheet) -> str:
    """The text of the first cell that says anything."""
    return next((text for at, _ in sheet.every_cell() if (text := shown(sheet, at))), "")


def village_rows(sheet: Sheet) -> dict[int, int]:
    """Rows that name a village, and in which column."""
    names = {place.name for place in Place.objects.all()}
    return {at[0]: at[1] for at, _ in sheet.every_cell() if alike(sheet.text(at)) in names}


def guesses(sheet: Sheet, known: Mapping[str, Definition]) -> Iterator[tuple[Address, str]]:
    """Cells without a text whose heads name an indicator or a fact."""
    titles = {name: one.title for one in known.values() for name in (one.title, *one.aliases)}
    for at, _ in sheet.every_cell():
        area = sheet.merged_around(at)
        if sheet.text(at) or (area and area[:2] != at):
            continue
        beside = left_of(sheet, at)
        if fact := FACTS.get(beside):
            yield at, fact
            continue
        heads = [*above(sheet, at), beside]
        if title := best(heads, titles):
            yield at, worded(title, heads)


def best(heads: list[str], titles: Mapping[str, str]) -> str:
    """The longest title that a head contains."""
    found = [name for name in titles for head in heads if name and name in head]
    return titles[max(found, key=len)] if found else ""


def worded(title: str, heads: list[str]) -> str:
    said = "".join(heads)
    period = next((meant for word, meant in PERIODS.items() if word in said), "")
    return "，".join(one for one in (title, period) if one)


def above(sheet: Sheet, at: Address) -> list[str]:
    """The texts over a cell, merged heads included; the title over everything is none."""
    told = []
    for row in range(at[0] - 1, 1, -1):
        area = sheet.merged_around((row, at[1]))
        told.append(alike(sheet.text(area[:2] if area else (row, at[1]))))
    return told


def left_of(sheet: Sheet, at: Address) -> str:
    """The nearest text to the left."""
    for column in range(at[1] - 1, -1, -1):
        if text := sheet.text((at[0], column)):
            return alike(text)
    return ""
