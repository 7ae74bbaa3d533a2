"""The reason that changes carry into history, and history read as changes of fields."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, connection

from taizhang.ledgers.models import History
from taizhang.ledgers.record import Record


@contextmanager
def because(reason: str) -> Iterator[None]:
    """Every change of a ledger inside carries this reason in its history row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('taizhang.reason', %s, false)", [reason[:500]])
    try:
        yield
    finally:
        # A transaction that failed takes the reason back with everything else.
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('taizhang.reason', '', false)")


@dataclass(frozen=True)
class Change:
    """One change of a record: who, when, why, and per field what it was and what it became."""

    action: str
    at: datetime
    actor: str
    reason: str
    fields: tuple[tuple[str, object, object], ...]


def changes(record: Record) -> list[Change]:
    """A record's history, oldest first, as far as the acting post may see it."""
    rows = History.objects.filter(ledger=record.ledger_name(), record=record.pk)
    names = {str(field.column): str(field.verbose_name) for field in record._meta.concrete_fields}
    told: list[Change] = []
    before: dict[str, object] = {}
    for row in rows:
        keys = [key for key in names if before.get(key) != row.row.get(key)]
        fields = tuple((names[key], before.get(key), row.row.get(key)) for key in keys)
        reason = row.reason
        if not told and row.action != History.Action.INSERT:
            # What it was before is in the history of the place it came from.
            fields, reason = (), f"{reason}（从别处转来，以前的修改记录留在原来的地方）"
        told.append(Change(row.get_action_display(), row.at, row.actor, reason, fields))
        before = row.row
    return told
