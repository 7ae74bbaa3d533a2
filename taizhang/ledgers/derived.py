"""Fields that are worked out and never left to typing: a distance from coordinates cannot disagree with them.

They are worked out before a record is written, in the same transaction, whether it is typed or imported, and again
for all records when what they depend on in another ledger changes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db import connection
from psycopg import sql

from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations

AT_A_TIME = 50_000  # rows in memory

Row = Any  # a record, or a plain row with the same attributes
Work = Callable[[Sequence[Row]], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True)
class Derived:
    """What is worked out of one ledger's own fields, declared in its line's derived.py.

    `work` is given rows that have `needs` and `place_id` as attributes and returns, for each row, the values of
    `fields` in their order. A field that is worked out only where it can be, and typed elsewhere, is among its own
    needs. What `work` looks up besides must be there for every post that may write the ledger, and is in the ledgers
    named by `also_after`: a change there works all rows out again. Rules are not asked again for those rows.
    """

    model: type[Record]
    fields: tuple[str, ...]
    needs: tuple[str, ...]
    work: Work
    also_after: tuple[type[Record], ...] = ()

    def __post_init__(self) -> None:
        fields(self.model, (*self.fields, *self.needs))  # a misspelt one is an error at once

    @property
    def read(self) -> tuple[str, ...]:
        """The attributes that rows have."""
        own = (field.attname for field in fields(self.model, self.needs))
        return tuple(dict.fromkeys(("place_id", *own)))


def fields(model: type[Record], names: Iterable[str]) -> list[Any]:
    return [model._meta.get_field(name) for name in names]


def derived(model: type[Record]) -> list[Derived]:
    """What is worked out of a ledger."""
    return [one for one in declarations("derived", Derived).values() if one.model is model]


def hold_still(one: Derived) -> None:
    """Until the transaction ends, nobody changes the other ledgers that a ledger's values depend on."""
    for other in one.also_after:
        lock("pg_advisory_xact_lock_shared", other)


def lock(function: str, model: type[Record]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(hashtextextended('derived from ' || %s, 0))", [model.ledger_name()]
        )


def work_out(record: Record) -> None:
    """Put the worked-out values into a record that is about to be saved."""
    for one in derived(type(record)):
        hold_still(one)
        (values,) = one.work([record])
        for name, value in zip(one.fields, values, strict=True):
            setattr(record, name, value)


def work_out_after(changed: type[Record]) -> None:
    """Work out again what depends on a ledger that has changed, for all rows that the acting post may write."""
    waiting = [
        one for one in declarations("derived", Derived).values() if changed in one.also_after
    ]
    if waiting:
        lock("pg_advisory_xact_lock", changed)  # rows being saved meanwhile are seen, or wait
    for one in waiting:
        refresh(one)


def refresh(one: Derived) -> None:
    """Work out all rows of a ledger; only those that come out differently are written, each with its history."""
    stored = [field.attname for field in fields(one.model, one.fields)]
    kept = values_of(stored)
    keys = list(one.model._default_manager.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(keys), AT_A_TIME):
        chosen = keys[first : first + AT_A_TIME]
        found = one.model._default_manager.filter(pk__gte=chosen[0], pk__lte=chosen[-1])
        names = dict.fromkeys(("pk", *one.read, *stored))
        rows = list(found.order_by("pk").values_list(*names, named=True))
        differing = [
            (row.pk, values)
            for row, values in zip(rows, one.work(rows), strict=True)
            if values != kept(row)
        ]
        told = [values for _, values in differing]
        write(one, one.model._meta.db_table, "id", [key for key, _ in differing], told)


def values_of(names: list[str]) -> Callable[[Row], tuple[Any, ...]]:
    """How a row's attributes of these names are read as a tuple, also where there is one only."""
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda row: (read(row),)


def write(
    one: Derived, table: str, key: str, keys: list[int], values: Iterable[tuple[Any, ...]]
) -> None:
    """Put worked-out values into the rows of a table that have these keys, where they differ."""
    put = fields(one.model, one.fields)
    columns = [field.column for field in put]
    types = [f"{field.db_type(connection)}[]" for field in put]
    arrays = [list(column) for column in zip(*values, strict=True)]
    if not keys:
        return
    pairs = [(sql.Identifier("t", name), sql.Identifier("v", name)) for name in columns]
    statement = sql.SQL(
        "UPDATE {table} t SET {changes} FROM unnest(%s::bigint[], {arrays}) AS v (key, {names}) "
        "WHERE t.{key} = v.key AND ({old}) IS DISTINCT FROM ({new})"
    ).format(
        table=sql.Identifier(table),
        key=sql.Identifier(key),
        changes=sql.SQL(", ").join(
            sql.SQL("{} = {}").format(sql.Identifier(name), new)
            for name, (_, new) in zip(columns, pairs, strict=True)
        ),
        arrays=sql.SQL(", ").join(sql.SQL(f"%s::{kind}") for kind in types),
        names=sql.SQL(", ").join(map(sql.Identifier, columns)),
        old=sql.SQL(", ").join(old for old, _ in pairs),
        new=sql.SQL(", ").join(new for _, new in pairs),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [keys, *arrays])
