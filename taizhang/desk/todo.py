"""What waits for somebody: steps that are due, and questions that the rules ask of records already entered."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from taizhang.core.calendar import Deadline
from taizhang.desk.access import sees
from taizhang.desk.filters import stands_at
from taizhang.desk.record_actions import page_of
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers
from taizhang.ledgers.rules import Rule, rules
from taizhang.ledgers.workflow import Step, Workflow, workflow

SOON = timedelta(days=14)
MOST = 20  # records named; the ledger's own list has them all
MOST_A_RULE = 5


@dataclass(frozen=True)
class Due:
    """A record whose next step has a deadline that is past or near."""

    record: Record
    steps: tuple[str, ...]
    deadline: Deadline
    is_overdue: bool
    address: str


@dataclass(frozen=True)
class Question:
    """A rule that asks, and the first records that it asks about."""

    ledger: str
    rule: Rule
    records: list[tuple[Record, str, str]]
    has_more: bool


def todo_view(request: HttpRequest) -> HttpResponse:
    """The two lists, loaded after the start page stands."""
    today = timezone.localdate()
    mine = [model for model in ledgers() if sees(request, model._meta.app_label)]
    context = {
        "due": due(mine, today),
        "questions": [one for model in mine for one in questions(model)],
    }
    return render(request, "desk/todo.html", context)


def due(models: list[type[Record]], today: date) -> list[Due]:
    """Open steps by their deadline, the oldest first, up to two weeks ahead."""
    flows = [flow for model in models if (flow := workflow(model))]
    found = [one for flow in flows for one in due_in(flow, today)]
    return sorted(found, key=lambda one: one.deadline.on)[:MOST]


def due_in(flow: Workflow, today: date) -> list[Due]:
    told = []
    for record in waiting(flow):
        clocked = [(step, deadline) for step, deadline in flow.open_steps(record) if deadline]
        near = [(step, deadline) for step, deadline in clocked if deadline.on <= today + SOON]
        if near:
            first = min((deadline for _, deadline in near), key=lambda deadline: deadline.on)
            titles = tuple(step.title for step, _ in near)
            told.append(
                Due(
                    record,
                    titles,
                    first,
                    first.on < today,
                    page_of(record.ledger_name(), record.pk),
                )
            )
    return told


def waiting(flow: Workflow) -> list[Record]:
    """Records at a step before one with a running clock, those that began longest ago first."""
    told: dict[int, Record] = {}
    for step in flow.steps:
        if step.clock:
            told |= {record.pk: record for record in at_step(flow, step, step.clock.since)[:MOST]}
    return list(told.values())


def at_step(flow: Workflow, step: Step, since: str) -> "QuerySet[Record]":
    before = Q()
    for state in step.after:
        before |= stands_at(flow, flow.step(state))
    rows = flow.model._default_manager.filter(before, **{f"{since}__isnull": False})
    return rows.select_related("place").order_by(since)


def questions(model: type[Record]) -> list[Question]:
    """The questions of one ledger, one query a rule, stopping at the first few records."""
    told = []
    for rule in rules(model):
        if rule.ask or rule.at_closing:
            found = list(
                model._default_manager.filter(rule.broken()).select_related("place")[
                    : MOST_A_RULE + 1
                ]
            )
            named = [
                (one, rule.finding(one).message, page_of(one.ledger_name(), one.pk))
                for one in found[:MOST_A_RULE]
            ]
            if named:
                told.append(
                    Question(str(model._meta.verbose_name), rule, named, len(found) > MOST_A_RULE)
                )
    return told
