"""Thresholds and rates set by notice: dated data with their document, never constants in Python.

Each line ships its standards.toml; the office may change or add rows, which then win because they are the table's.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Case, DecimalField, OuterRef, Q, Subquery, Value, When

from taizhang.core.finding import Refusal
from taizhang.ledgers.models import Standard
from taizhang.ledgers.record import Record


def shipped() -> list[dict[str, Any]]:
    """Every row of every line's standards.toml."""
    rows = []
    for config in apps.get_app_configs():
        file = Path(config.path) / "standards.toml"
        if not file.exists():
            continue
        for key, standard in tomllib.loads(file.read_text(encoding="utf-8")).items():
            head = {
                "name": f"{config.label}.{key}",
                "title": standard["title"],
                "unit": standard["unit"],
            }
            rows += [head | value for value in standard["values"]]
    return rows


def load_standards(using: str) -> None:
    """Put in what is not there yet; what an office has edited stays."""
    for row in shipped():
        key = {"name": row.pop("name"), "since": row.pop("since")}
        Standard.objects.using(using).get_or_create(
            **key, defaults=row | {"value": Decimal(row["value"])}
        )


class StandardMissing(Refusal):
    """No value of a standard is in force on a day."""


_remembered: ContextVar[dict[str, list[Standard]] | None] = ContextVar("standards", default=None)


@contextmanager
def standards_read_once() -> Iterator[None]:
    """Inside, each standard is read from its table once: for a page, whose every row may ask for the same one."""
    before = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(before)


def values_of(name: str) -> list[Standard]:
    """All values of a standard, the newest first."""
    remembered = _remembered.get()
    if remembered is not None and name in remembered:
        return remembered[name]
    found = list(Standard.objects.filter(name=name).order_by("-since"))
    if remembered is not None:
        remembered[name] = found
    return found


class InForce:
    """A dated standard inside a rule; looked up when the rule is asked, so an edit counts at once."""

    def __init__(self, name: str, on: str) -> None:
        self.name, self.on = name, on

    def resolve_expression(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        whens = [When(self._dated(row), then=Value(row.value)) for row in values_of(self.name)]
        never = When(Q(**{f"{self.on}__isnull": True}), then=Value(None))
        number = DecimalField(max_digits=18, decimal_places=4)
        return Case(never, *whens, output_field=number).resolve_expression(query, *args, **kwargs)

    def of(self, record: Record) -> Decimal:
        """The value that holds for one record, to be shown in a message."""
        return standard_on(self.name, getattr(record, self.on))

    def _dated(self, row: Standard) -> Q:
        dated = Q(**{f"{self.on}__gte": row.since})
        return dated if row.until is None else dated & Q(**{f"{self.on}__lt": row.until})


class InTable(Subquery):
    """A dated standard that the database looks up for each row: for an indicator, which is declared and checked
    before there is a database. Slower than `standard`, which a rule asks once.
    """

    def __init__(self, name: str, on: str) -> None:
        self.name, self.on = name, on
        begun = Standard.objects.filter(name=name, since__lte=OuterRef(on))
        running = begun.filter(Q(until__isnull=True) | Q(until__gt=OuterRef(on)))
        super().__init__(running.order_by("-since").values("value")[:1])

    def __repr__(self) -> str:
        """The same in every process: the digest of an indicator's definition is made of it."""
        return f"standard({self.name!r}, on={self.on!r})"


def standard(name: str, on: str) -> InForce:
    """In a rule: the value in force on the day that the record's date field names (nothing where there is none)."""
    return InForce(name, on)


def standard_on(name: str, day: date) -> Decimal:
    """The value in force on a day."""
    for row in values_of(name):
        if row.since <= day and (row.until is None or day < row.until):
            return row.value
    raise StandardMissing(f"{day} 没有生效的标准“{name}”，请在“标准”里补上数值、文号和起止日期。")
