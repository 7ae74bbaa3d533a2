"""What stands around the form of a record: how far it has come, what is attached, who changed what and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from taizhang.core.calendar import Deadline
from taizhang.desk.access import post, sees
from taizhang.desk.calendar import calendar_context
from taizhang.desk.columns import own_fields, shown, worked_out
from taizhang.desk.record_actions import AttachmentForm, StepForm, page_of
from taizhang.desk.record_papers import paper_titles, record_papers
from taizhang.desk.record_progress import record_progress
from taizhang.desk.related import related
from taizhang.desk.sketch import drawn
from taizhang.ledgers.history import changes
from taizhang.ledgers.mentions import meeting
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.record import OUT_OF_REACH, Record
from taizhang.ledgers.workflow import Step, workflow

Field = models.Field
# Ledgers whose steps have a page of their own: what the way there is called, and the page's name.
OWN_PAGES = {"housing.draw": ("办理抽签", "admin:draw")}


def record_context(request: HttpRequest, record: Record, *, whole: bool) -> dict[str, Any]:
    """Everything around the form; `whole` for those who write the ledger."""
    today = timezone.localdate()
    kept: list[Any] = list(Attachment.objects.filter(ledger=record.ledger_name(), record=record.pk))
    titles = paper_titles(type(record))
    return {
        "ledger": record.ledger_name(),
        "steps": steps(request, record, today, kept),
        "step_form": StepForm(initial={"on": today}),
        "progress": record_progress(request, record, today),
        "papers": record_papers(request, record),
        "related": related(request, record),
        "meeting": list(meeting_lines(request, record)),
        "attachments": kept,
        "attachment_form": AttachmentForm(titles) if whole else None,
        "paper_titles": titles,
        "changes": list(history(record, whole=whole)),
        "may_write": whole,
        "own_page": OWN_PAGES.get(record.ledger_name()),
        "sketch": drawn(record),
    } | calendar_context(record)


@dataclass(frozen=True)
class StepLine:
    """One step of a record's workflow: done on a day, or open with its deadline, or not yet to be taken."""

    step: Step
    on: date | None
    is_open: bool = False
    deadline: Deadline | None = None
    is_overdue: bool = False
    is_mine: bool = False
    lacks_scan: bool = False
    trouble: str = ""


def steps(request: HttpRequest, record: Record, today: date, kept: Iterable[Any]) -> list[StepLine]:
    """The record's whole workflow, as the acting post finds it today with what is `kept` with the record."""
    scanned = {one.paper for one in kept if one.kind == Attachment.Kind.SCAN}
    flow = workflow(type(record))
    if flow is None:
        return []
    due = dict(flow.open_steps(record))
    role = post(request).role
    return [
        StepLine(
            step,
            getattr(record, step.on),
            is_open=step in due,
            deadline=due.get(step),
            is_overdue=is_overdue(due.get(step), today),
            is_mine=step in due and role in step.by and is_clicked(record, step),
            lacks_scan=step in due and bool(step.paper) and step.paper not in scanned,
            trouble=step.trouble(record) if step in due else "",
        )
        for step in flow.steps
    ]


def meeting_lines(request: HttpRequest, record: Record) -> Iterator[tuple[str, str, str]]:
    """Records of other lines that meet this one by number: ledger, number and page, of the lines that the post sees."""
    for one in meeting(record):
        if sees(request, one._meta.app_label):
            yield str(one._meta.verbose_name), one.number, page_of(one.ledger_name(), one.pk)


def is_clicked(record: Record, step: Step) -> bool:
    """A date that no form has is not for a click either: what belongs to it is done on the ledger's own page."""
    return bool(record._meta.get_field(step.on).editable)


def is_overdue(deadline: Deadline | None, today: date) -> bool:
    return deadline is not None and deadline.on < today


@dataclass(frozen=True)
class ChangeLine:
    """One change as a person reads it: per field its title, what it was and what it became."""

    action: str
    at: datetime
    actor: str
    reason: str
    fields: list[tuple[str, str, str]]


def history(record: Record, *, whole: bool) -> Iterator[ChangeLine]:
    """A record's changes, newest first; ID numbers whole only for those who may change them."""
    told_of = [*own_fields(type(record)), *worked_out(type(record))]
    fields = {str(field.verbose_name): field for field in told_of}
    told = changes(record)
    names = references(fields, told)
    for change in reversed(told):
        lines = [
            (
                title,
                said(fields[title], before, names, whole),
                said(fields[title], after, names, whole),
            )
            for title, before, after in change.fields
            if title in fields
        ]
        yield ChangeLine(change.action, change.at, change.actor, change.reason, lines)


def references(fields: dict[str, Field], told: Iterable[Any]) -> dict[tuple[str, Any], str]:
    """The names of all records and places that a history points at, one query for each field that points."""
    keys: dict[str, set[Any]] = {}
    for change in told:
        for title, before, after in change.fields:
            if title in fields and fields[title].is_relation:
                keys.setdefault(title, set()).update({before, after} - {None})
    names: dict[tuple[str, Any], str] = {}
    for title, wanted in keys.items():
        found = fields[title].related_model._base_manager.in_bulk(wanted)  # type: ignore[union-attr]
        names |= {(fields[title].name, key): str(found.get(key, OUT_OF_REACH)) for key in wanted}
    return names


def said(field: Field, value: object, names: dict[tuple[str, Any], str], whole: bool) -> str:
    if field.is_relation and value is not None:
        return names[field.name, value]
    return shown(field, value, whole=whole)
