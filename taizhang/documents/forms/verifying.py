"""A filled form read back: every mapped cell held against the snapshot it names, every formula worked out again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from taizhang.core.finding import Refusal
from taizhang.documents.answers import Answers, written_date
from taizhang.documents.forms.answering import Answer
from taizhang.documents.forms.book import Book
from taizhang.documents.forms.comparing import differences, same, shown
from taizhang.documents.forms.filling import planned, sheets_of, used_sheets, with_sheet
from taizhang.documents.forms.layout import changed
from taizhang.documents.forms.mapping import FormMapping, Spot
from taizhang.documents.forms.origin import Origin, digest_of, read_origin
from taizhang.documents.forms.recomputing import recompute
from taizhang.documents.forms.sheet import Sheet, Value, date_of

TODAY = "填报日期"  # a snapshot does not know it


@dataclass
class Verified:
    """How many cells agree, and what does not, one sentence each; remarks are no faults."""

    origin: Origin
    agreeing: int = 0
    wrong: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def verify_form(
    path: Path, mapping_named: Callable[[str], FormMapping], answers_for: Callable[[str], Answers]
) -> Verified:
    """Read a form back. Raises Refusal for a workbook that was not filled from a snapshot of this installation."""
    book = Book(path)
    told = Verified(read_origin(book))
    if not told.origin.digest:
        raise Refusal(f"“{path.name}”不是用台账填出来的报表（没有封存号），核对不了。")
    mapping = with_sheet(mapping_named(told.origin.form), book)
    if digest_of(mapping) != told.origin.mapping:
        told.remarks.append(f"{mapping.path.name}在填表以后改过，按现在的对照核对。")
    sheets = sheets_of(book, used_sheets(mapping))
    told.wrong += [f"版式变了：{one}" for one in changed(mapping.labels(), sheets)]
    answers = answers_for(told.origin.digest[:16])
    plan = planned(mapping, sheets, answers, date.min)
    unknown = {
        spot
        for spot, wish in mapping.wishes("填", {**answers.source.definitions}).items()
        if wish.fact == TODAY
    }
    for spot, answer in plan.cells.items():
        if spot not in unknown:
            hold(spot, answer, sheets[spot.sheet], told)
    recomputed = recompute(book, sheets)
    told.wrong += map(str, differences(plan.checks, sheets, recomputed, answers))
    return told


def hold(spot: Spot, answer: Answer, sheet: Sheet, told: Verified) -> None:
    """One cell against what the snapshot says should stand there."""
    written, expected = read_as(sheet, spot, answer.value), answer.value
    if alike(written, expected):
        told.agreeing += 1
        return
    where = f"（{answer.where}）" if answer.where else ""
    told.wrong.append(
        f"{spot.sheet}!{spot}写着{shown(written)}，封存的是{shown(expected)}{where}。"
    )


def read_as(sheet: Sheet, spot: Spot, expected: Value) -> Value:
    """What stands in a cell, a day as a day where one is expected."""
    value = sheet.value(spot.at)
    if isinstance(expected, date) and isinstance(value, Decimal):
        return date_of(value, sheet.book.counts_from_1904)
    return value


def alike(written: Value, expected: Value) -> bool:
    if isinstance(expected, date) and isinstance(written, str):
        return written == written_date(expected)
    if isinstance(written, str) and isinstance(expected, str):
        return written.strip() == expected.strip()
    return same(written, expected)
