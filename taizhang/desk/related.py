"""What points at a record: its members, visits, payments, each ledger a small table, with a way to enter one more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from taizhang.desk.access import sees, writes
from taizhang.desk.columns import column, listed
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import Workflow, workflow

MOST = 20
FOLDED = 8  # more than so many rows wait behind a click
COLUMNS = 5


@dataclass(frozen=True)
class Related:
    """The records of one ledger that point at this one by one field: the newest, and where all of them are."""

    title: str
    heads: list[str]
    rows: list[tuple[str, str, list[object]]]  # address, number, cells
    count: int
    all_of_them: str
    add: str

    @property
    def is_short(self) -> bool:
        """Whether the table stands open: a house has few visits, a site has many houses."""
        return self.count <= FOLDED

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def related(request: HttpRequest, record: Record) -> list[Related]:
    """Every ledger that points at the record and that the acting post sees; empty ones only where it may add."""
    found = (
        related_by(request, record, model, field)
        for model, field in pointing(type(record))
        if sees(request, model._meta.app_label)
    )
    return [one for one in found if one.count or one.add]


def pointing(model: type[Record]) -> Iterator[tuple[type[Record], Any]]:
    """The ledgers with a reference to this one, and the field that it stands in."""
    for relation in model._meta.related_objects:
        if issubclass(relation.related_model, Record) and relation.field.editable:
            yield relation.related_model, relation.field


def related_by(request: HttpRequest, record: Record, model: type[Record], field: Any) -> Related:
    shown = [one for one in listed(model) if one is not field][:COLUMNS]
    cells = [column(one) for one in shown]
    flow = workflow(model)
    rows: Any = model._default_manager.filter(**{field.name: record})
    pointed = [one.name for one in shown if one.is_relation]
    newest = rows.order_by("-pk").prefetch_related(*pointed)[:MOST]
    may_add = writes(request, model._meta.app_label)
    return Related(
        titled(model, field),
        [heading(cell) for cell in cells] + (["办到"] if flow else []),
        [
            (
                page(model, "change", one.pk),
                one.number,
                [*(cell(one) for cell in cells), *stands(flow, one)],
            )
            for one in newest
        ],
        rows.count(),
        f"{page(model, 'changelist')}?{urlencode({f'{field.name}__id__exact': record.pk})}",
        f"{page(model, 'add')}?{urlencode({field.name: record.pk, 'place': record.place_id})}"
        if may_add
        else "",
    )


def titled(model: type[Record], field: Any) -> str:
    """The ledger's name; with the field's, where it points at this one by two."""
    title = str(model._meta.verbose_name)
    twins = [one for one in model._meta.concrete_fields if one.related_model is field.related_model]
    return f"{title}（{field.verbose_name}）" if len(twins) > 1 else title


def heading(cell: Any) -> str:
    return str(cell.short_description)


def stands(flow: Workflow | None, record: Record) -> list[object]:
    """How far a record has come, where its ledger has a workflow."""
    step = flow.state(record) if flow else None
    return [step.title if step else "—"] if flow else []


def page(model: type[Record], what: str, *keys: int) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{what}"
    return reverse(name, args=keys)
