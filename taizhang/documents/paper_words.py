"""What the template of a paper may name: the record's fields, the paper's lists, and a few words of every paper."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.wording import plain
from taizhang.documents.answers import written_date
from taizhang.documents.papers import Paper
from taizhang.documents.record_words import (
    BLANK_DATE,
    Masks,
    RecordWords,
    RowList,
    Worded,
    fields_by_word,
)
from taizhang.documents.templates import unknown_word
from taizhang.ledgers.record import Record, ledger_name
from taizhang.ledgers.registry import ledger, title
from taizhang.ledgers.standards import standard_on
from taizhang.ledgers.workflow import workflow
from taizhang.people.models import COUNTY, TOWN, VILLAGE, Place

WHOLE = "本条"  # the record itself: 本条.标准 is a field that a word of every paper hides
COMMON = ("县", "镇", "村", "地点", "打印日期", "到期", "标准", "合计")


def paper_words(paper: Paper, record: Record, today: date) -> dict[str, Any]:
    """Everything the template of a paper may name, for one record."""
    masks = masks_of(paper)
    own = RecordWords.of(record, masks)
    fields = {one: own[one] for one in fields_by_word(paper.model)}
    lists = {called: RowList(_rows(read, record), masks) for called, read in paper.lists.items()}
    return fields | lists | _common(record, today) | {WHOLE: own}


def _rows(read: Callable[[Record], Iterable[Any]], record: Record) -> Callable[[], Iterable[Any]]:
    return lambda: read(record)


def masks_of(paper: Paper) -> Masks:
    """What a paper hides."""
    names, whole = (
        frozenset(label_of(paper, one) for one in told)
        for told in (paper.mask_names, paper.shown_whole)
    )
    return Masks(paper.public, names, whole)


def label_of(paper: Paper, field: str) -> str:
    """A field named in a declaration, as masks know it: of the paper's own ledger, or ledger.field of another one."""
    model, _, name = field.rpartition(".")
    line = paper.model._meta.app_label
    owner = ledger(f"{line}.{model}") if model else paper.model
    return f"{ledger_name(owner)}.{name}"


def _common(record: Record, today: date) -> dict[str, Any]:
    def deadline(step: str) -> Worded:
        return _deadline(record, step)

    def standard(name: str) -> str:
        return plain(standard_on(name, today))

    return {
        "县": _place(record, COUNTY),
        "镇": _place(record, TOWN),
        "村": _place(record, VILLAGE),
        "地点": record.place.name,
        "打印日期": written_date(today),
        "到期": deadline,
        "标准": standard,
        "合计": total,
    }


def _place(record: Record, digits: int) -> str:
    """The name of the place that a record's own is part of; its own where that is no smaller."""
    code = record.place_id[:digits]
    return str(Place.objects.filter(code=code).values_list("name", flat=True).first() or "")


def town_of(record: Record) -> str:
    """The town whose paper it is."""
    return _place(record, TOWN)


def _deadline(record: Record, step: str) -> Worded:
    """The last day for a step of the workflow, by the step's title; a blank where its clock has not started."""
    flow = workflow(type(record))
    timed = {one.title: one.clock for one in (flow.steps if flow else ()) if one.clock}
    if step not in timed:
        raise Refusal(f"《{title(type(record))}》有期限的办理步骤里{unknown_word(step, timed)}")
    due = timed[step].deadline(record)
    if due is None:
        return Worded.of("", None, BLANK_DATE)
    return Worded.of(written_date(due.on) + "（暂定）" * due.provisional, due.on)


def total(rows: Iterable[RecordWords], word: str) -> str:
    """The sum of a field over a list, empty ones left out."""
    values = [row[word] for row in rows]
    numbers = [one.值 for one in values if one]
    if not all(isinstance(one, int | Decimal) for one in numbers):
        raise Refusal(f"“{word}”不是数，不能合计。")
    added = sum(map(Decimal, numbers), Decimal(0))
    return format(added, "f")
