"""The journal (流水): every indicator's entries as one query, compiled through the ORM.

Columns: indicator, place, day, amount decimal(18,4), item, ledger, record.
"""

from collections.abc import Sequence
from datetime import date

from django.db import connection
from django.db.models import DateField, DecimalField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from psycopg import ClientCursor

from taizhang.indicators.indicator import indicators
from taizhang.indicators.makers import Leg
from taizhang.ledgers.record import Record
from taizhang.people.models import within

COLUMNS = ("indicator", "place", "day", "amount", "item", "ledger", "record")
TEXTS = ("indicator", "place", "item", "ledger")
AMOUNT = DecimalField(max_digits=18, decimal_places=4)


def entries(name: str, leg: Leg, sign: int) -> "QuerySet[Record]":
    """The entries of one leg, with the journal's columns under names no ledger's field can have.

    A record whose amount is still empty has no entry yet: there is nothing to add up.
    """
    item = Cast(F(leg.item), TextField()) if leg.item else Value("", TextField())
    amount = Value(leg.amount) if isinstance(leg.amount, int) else F(leg.amount)
    filled = Q() if isinstance(leg.amount, int) else Q(**{f"{leg.amount}__isnull": False})
    return (
        leg.model._default_manager.filter(leg.where, filled)
        .order_by()
        .annotate(
            journal_indicator=Value(name, TextField()),
            journal_place=Cast(F(leg.place), TextField()),
            journal_day=Cast(leg.on, DateField()),
            journal_amount=Cast(Cast(amount, AMOUNT) * sign, AMOUNT),
            journal_item=Coalesce(item, Value("", TextField())),
            journal_ledger=Value(leg.model.ledger_name(), TextField()),
        )
    )


def columns(query: "QuerySet[Record]") -> "QuerySet[Record, tuple[object, ...]]":
    return query.values_list(*(f"journal_{name}" for name in COLUMNS[:-1]), "pk")


def queries(cutoff: date, place: str, names: Sequence[str]) -> list[str]:
    """One SELECT for each leg of each indicator: entries up to the cut-off at a place and below."""
    return [
        as_text(columns(dated(name, leg, sign, cutoff, place)))
        for name in names
        for leg, sign in indicators()[name].legs()
    ]


def dated(name: str, leg: Leg, sign: int, cutoff: date, place: str) -> "QuerySet[Record]":
    there = within(place, f"{leg.place}_id")
    return entries(name, leg, sign).filter(there, Q(journal_day__lte=cutoff))


def as_text(query: "QuerySet[Record, tuple[object, ...]]") -> str:
    """The query with its values put in: COPY takes no parameters."""
    text, parameters = query.query.sql_with_params()
    connection.ensure_connection()
    return ClientCursor(connection.connection).mogrify(text, parameters)


def journal_sql(cutoff: date, place: str, names: Sequence[str] | None = None) -> str:
    """The journal as one query, seen through the acting post's rights; of all indicators, or of those named."""
    empty = "SELECT ''::text, ''::text, DATE '2000-01-01', 0::numeric(18,4), ''::text, ''::text, 0::bigint WHERE false"
    selects = queries(cutoff, place, list(indicators()) if names is None else names)
    union = "\nUNION ALL\n".join([empty, *(f"({text})" for text in selects)])
    # Texts compare by byte on every engine, whatever the database's own collation.
    shown = (f'{name} COLLATE "C" AS {name}' if name in TEXTS else name for name in COLUMNS)
    return f"SELECT {', '.join(shown)} FROM ({union}) AS entries ({', '.join(COLUMNS)})"
