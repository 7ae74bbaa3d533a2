"""A filled form's own formulas worked out again, without Excel: what they say now, and which nobody can work out here.

The engine is formualizer (about 400 of Excel's functions). It counts in binary, like Excel; 15 digits of it are meant.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import formualizer

from taizhang.documents.forms.book import Book
from taizhang.documents.forms.mapping import Spot
from taizhang.documents.forms.sheet import FORMULA, SINCE_1900, Sheet, Value

ELSEWHERE = re.compile(r"\[[^\]]+\][^!]*!|\[\d+\]")  # another workbook, which is not at hand
CALLED = re.compile(r"([A-Z][A-Z0-9.]*)\(", re.I)
WORDS = re.compile(r'"[^"]*"')
PREFIXES = ("_XLFN.", "_XLWS.")
ERRORS = {
    "Div": "#DIV/0!",
    "Value": "#VALUE!",
    "Ref": "#REF!",
    "Num": "#NUM!",
    "Na": "#N/A",
    "Null": "#NULL!",
}
NO_RESULT = "公式绕回了自己，或者用到了这里不认识的名称"


@dataclass
class Recomputed:
    """What each formula gives now; `left` are those not worked out, each with the reason."""

    values: dict[Spot, Value] = field(default_factory=dict)
    errors: dict[Spot, str] = field(default_factory=dict)
    left: dict[Spot, str] = field(default_factory=dict)


def recompute(book: Book, sheets: Mapping[str, Sheet]) -> Recomputed:
    """Work out every formula, write its result beside it, and keep the sheets in the book."""
    told = Recomputed()
    formulas = dict(formulas_of(sheets))
    for spot, (text, reason) in formulas.items():
        if reason := reason or cannot(text):
            told.left[spot] = reason
    wanted = [spot for spot in formulas if spot not in told.left]
    if wanted:
        answered(book, sheets, wanted, told)
    for spot in formulas:
        write_result(sheets[spot.sheet], spot, told)
    for sheet in sheets.values():
        sheet.keep()
    return told


def formulas_of(sheets: Mapping[str, Sheet]) -> Iterator[tuple[Spot, tuple[str, str]]]:
    """Every formula, and why it cannot be worked out if its kind already says so."""
    for name, sheet in sheets.items():
        for at, cell in sheet.formula_cells():
            found = cell.find(FORMULA)
            kind, area = found.get("t"), found.get("ref", "")
            many = kind == "dataTable" or (kind == "array" and ":" in area)
            yield Spot(name, at), (sheet.formula(at), "一个公式填几格" if many else "")


def cannot(text: str) -> str:
    """Why a formula cannot be worked out here; empty if it can."""
    plain = WORDS.sub('""', text)
    if ELSEWHERE.search(plain):
        return "引用了别的文件"
    names = {shortened(name.upper()) for name in CALLED.findall(plain)}
    unknown = sorted(name for name in names if not is_known(name))
    return f"用到了{'、'.join(unknown)}" if unknown else ""


def shortened(name: str) -> str:
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return name


@cache
def is_known(function: str) -> bool:
    """Whether the engine has a function: one that it lacks is a name without meaning to it."""
    trial = formualizer.Workbook()
    trial.add_sheet("trial")
    trial.set_formula("trial", 1, 1, f"={function}()")
    try:
        said = trial.evaluate_cell("trial", 1, 1)
    except Exception:  # it complains of the missing arguments, so it knows the function
        return True
    return not (isinstance(said, dict) and said.get("kind") == "Name")


def answered(book: Book, sheets: Mapping[str, Sheet], wanted: list[Spot], told: Recomputed) -> None:
    """Ask the engine; whatever it cannot say leaves the formula as not worked out."""
    try:
        engine = formualizer.load_workbook_bytes(
            without(book, sheets, told.left), strategy="eager_all"
        )
        engine.evaluate_all()
        for spot in wanted:
            note(spot, engine.get_value(spot.sheet, spot.at[0], spot.at[1] + 1), told)
    except Exception as trouble:
        for spot in wanted:
            told.values.pop(spot, None)
            told.left[spot] = f"计算引擎没有算出来（{type(trouble).__name__}）"


def without(book: Book, sheets: Mapping[str, Sheet], left: Mapping[Spot, str]) -> bytes:
    """The workbook for the engine: formulas that it must not meet are taken out of this copy."""
    kept = dict(book.changed)
    for name, sheet in sheets.items():
        taken: list[tuple[Any, Any]] = []
        for spot in left:
            if spot.sheet == name:
                cell = sheet.cells[spot.at[0]][spot.at[1]]
                taken.append((cell, cell.find(FORMULA)))
        for cell, formula in taken:
            cell.remove(formula)
        sheet.keep()
        for cell, formula in taken:
            cell.insert(0, formula)
    content = book.content(packed=False)
    book.changed = kept
    return content


def note(spot: Spot, said: Any, told: Recomputed) -> None:
    """One result, as the engine gives it."""
    if isinstance(said, dict):
        kind = str(said.get("kind", ""))
        if kind in ERRORS:
            told.errors[spot] = ERRORS[kind]
        else:
            told.left[spot] = NO_RESULT
    elif isinstance(said, bool) or said is None or isinstance(said, str):
        told.values[spot] = said
    elif isinstance(said, int | float):
        told.values[spot] = Decimal(f"{said:.15g}")
    elif isinstance(said, date):
        told.values[spot] = Decimal((date(said.year, said.month, said.day) - SINCE_1900).days)
    else:
        told.left[spot] = "结果是一个时刻"


def write_result(sheet: Sheet, spot: Spot, told: Recomputed) -> None:
    """The result beside its formula, in Excel's own terms; nothing where it is not known."""
    if spot in told.errors:
        sheet.result(spot.at, told.errors[spot], "e")
        return
    value = told.values.get(spot)
    if isinstance(value, bool):
        sheet.result(spot.at, "1" if value else "0", "b")
    elif isinstance(value, Decimal):
        sheet.result(spot.at, format(value, "f"), "")
    else:
        sheet.result(spot.at, value, "str")
