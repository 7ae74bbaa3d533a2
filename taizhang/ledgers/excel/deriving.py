"""What an import works out of its rows before they are written, so that a sheet cannot contradict itself.

A row whose record is known is worked out with what the ledger has in the columns that the sheet leaves out.
"""

from collections import namedtuple
from typing import Any

from django.db import connection
from psycopg import sql

from taizhang.ledgers.derived import Derived, derived, fields, hold_still, write
from taizhang.ledgers.excel.columns import Column
from taizhang.ledgers.excel.heads import Table


class Deriving:
    """The worked-out fields of one import; none where the sheet has no column that they need."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.given = {column.name for column in table.columns.values()}
        self.works = [one for one in derived(table.model) if self.given & set(one.needs)]

    @property
    def columns(self) -> list[Column]:
        """The worked-out columns that the sheet does not have itself."""
        return self.missing({name for one in self.works for name in one.fields})

    def missing(self, names: set[str]) -> list[Column]:
        every = self.table.model._meta.concrete_fields
        return [Column(one) for one in every if one.name in names - self.given]

    def run(self, after: int = 0) -> None:
        """Work out the staged rows, those after a row of the sheet; call it when known rows have been found."""
        for one in self.works:
            hold_still(one)
            self.complete(one)
            rows = self.rows(one, after)
            write(one, "incoming", "line", [row.line for row in rows], one.work(rows))

    def complete(self, one: Derived) -> None:
        """Known rows get from the ledger what the sheet does not say."""
        lacking = self.missing({*one.needs, *one.fields})
        if not lacking:
            return
        names = [column.database_name for column in lacking]
        statement = sql.SQL(
            "UPDATE incoming i SET {changes} FROM {ledger} l WHERE i.known AND l.id = i.id"
        ).format(
            changes=sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(name), sql.Identifier("l", name))
                for name in names
            ),
            ledger=sql.Identifier(self.table.model._meta.db_table),
        )
        with connection.cursor() as cursor:
            cursor.execute(statement)

    def rows(self, one: Derived, after: int) -> list[Any]:
        """The staged rows with the attributes that the work reads."""
        columns = [field.column for field in fields(one.model, one.read)]
        row = namedtuple("Row", ["line", *one.read])  # type: ignore[misc]
        statement = sql.SQL(
            "SELECT line, {names} FROM incoming WHERE line > {after} ORDER BY line"
        ).format(
            names=sql.SQL(", ").join(map(sql.Identifier, columns)),
            after=sql.Literal(after),
        )
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return [row(*values) for values in cursor.fetchall()]
