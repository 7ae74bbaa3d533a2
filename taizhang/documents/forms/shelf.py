"""The forms of this installation: one folder, two files a form, the upper level's workbook and its mapping."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from taizhang.core.calendar import Deadline
from taizhang.core.finding import Refusal
from taizhang.core.home import forms_folder
from taizhang.core.period import Period
from taizhang.documents.answers import Answers
from taizhang.documents.forms.catalogue import SOON
from taizhang.documents.forms.filling import (
    opened,
    planned,
    refuse_cells,
    sheets_of,
    used_sheets,
    with_sheet,
)
from taizhang.documents.forms.layout import labels_now, write_labels
from taizhang.documents.forms.mapping import FormMapping, read_mapping


@dataclass(frozen=True)
class Shelf:
    """Every form whose mapping can be read, and a sentence for each that cannot."""

    forms: list[FormMapping]
    troubles: list[str]


@dataclass(frozen=True)
class DueForm:
    """A form that has to be sent for a period, or once, and until when."""

    mapping: FormMapping
    period: Period | None
    deadline: Deadline
    is_overdue: bool


def shelf() -> Shelf:
    """The forms in the data folder, by their titles."""
    forms, troubles = [], []
    for path in sorted(forms_folder().glob("*.toml")):
        try:
            forms.append(read_mapping(path))
        except Refusal as refusal:
            troubles.append(str(refusal))
    return Shelf(sorted(forms, key=lambda one: (one.title, one.name)), troubles)


def form_named(name: str) -> FormMapping:
    """A form by the name of its files or its title; a refusal offers the nearest."""
    path = forms_folder() / f"{name}.toml"
    if "/" not in name and path.is_file():
        return read_mapping(path)
    known = {key: one for one in shelf().forms for key in (one.title, one.name)}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
    offered = f"相近的有{'、'.join(near)}" if near else f"报表放在{forms_folder()}"
    raise Refusal(f"没有叫“{name}”的报表，{offered}。")


def accept(mapping: FormMapping, answers: Answers, today: date) -> int:
    """Note the form's labels as they are now; the mapping must fit otherwise. Returns how many there are."""
    book = opened(mapping)
    mapping = with_sheet(mapping, book)
    sheets = sheets_of(book, used_sheets(mapping))
    plan = planned(mapping, sheets, answers, today)
    refuse_cells(mapping, plan, sheets)
    labels = labels_now(mapping, sheets, [*plan.cells, *plan.checks])
    if not labels:
        raise Refusal(f"“{book.path.name}”里对照的格子上面和左面都没有字，请核对对照写的格子。")
    write_labels(mapping, labels)
    return len(labels)


def due_forms(today: date, sent: Collection[tuple[str, str]]) -> list[DueForm]:
    """Forms of the last ended period that are due within two weeks or overdue; `sent` are those already gone.

    `sent` holds titles and periods; a form that is asked for once has gone with any period.
    """
    told = []
    for mapping in shelf().forms:
        entry = mapping.entry
        period = entry.period_before(today)
        deadline = entry.due(period) if period else entry.once()
        gone = (mapping.title, period.name) if period else None
        if gone in sent or (period is None and any(title == mapping.title for title, _ in sent)):
            continue
        wanted = period is None or entry.is_asked_for(period)
        if wanted and deadline and deadline.on <= today + SOON:
            told.append(DueForm(mapping, period, deadline, deadline.on < today))
    return sorted(told, key=lambda one: one.deadline.on)
