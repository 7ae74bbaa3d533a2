"""From the temporary table into the ledger: what is new, what differs, one statement for all of it.

The ledger's triggers keep the history and its policies keep strangers out, as for any other write.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, OperationalError, connection, transaction
from psycopg import sql

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import database_sentence
from taizhang.ledgers.excel.heads import Table
from taizhang.ledgers.excel.staging import stored_fields
from taizhang.people.models import TOWN

SAME_TOWN_AND_NUMBER = (
    f"substring(l.place_id, 1, {TOWN}) = substring(i.place_id, 1, {TOWN}) AND l.number = i.number"
)
MOST_TO_SEARCH = 20_000  # rows among which the one that the database refuses is looked for


@dataclass(frozen=True)
class Refused:
    """A row (0 where it cannot be told) that a constraint or a policy of the database would not take."""

    line: int
    message: str


class Writer:
    """Writes one import's rows; everything happens in the caller's transaction."""

    def __init__(self, table: Table) -> None:
        self.model = table.model
        self.ledger = sql.Identifier(table.model._meta.db_table)
        self.given = [column.database_name for column in table.columns.values()]

    def compare(self) -> None:
        """Find each row's record in the ledger, so that new, changed and same can be told apart."""
        execute("ANALYZE incoming")
        execute(
            "UPDATE incoming i SET known = l.id FROM {ledger} l WHERE " + SAME_TOWN_AND_NUMBER,
            ledger=self.ledger,
        )

    def counts(self) -> tuple[int, int]:
        """How many rows left to write are new, and how many change a record."""
        new, changed = execute(
            "SELECT count(*) FILTER (WHERE known IS NULL), count(known) FROM incoming"
        )[0]
        return new, changed

    def drop_same(self) -> int:
        """Leave out the rows that the ledger has already, so that importing a file again touches nothing."""
        dropped = execute(
            "WITH dropped AS (DELETE FROM incoming i USING {ledger} l WHERE l.id = i.known AND NOT {differs} RETURNING 1) "
            "SELECT count(*) FROM dropped",
            ledger=self.ledger,
            differs=self.differs,
        )
        return int(dropped[0][0])

    @property
    def differs(self) -> sql.Composed:
        """A row of the file says something else than its record, in the columns that the file has."""
        old = sql.SQL(", ").join(sql.Identifier("l", name) for name in self.given)
        new = sql.SQL(", ").join(sql.Identifier("i", name) for name in self.given)
        return sql.SQL("(({}) IS DISTINCT FROM ({}))").format(old, new)

    def changes(self, most: int) -> list[tuple[int, str, dict[str, tuple[Any, Any]]]]:
        """Rows, numbers and changed columns (old, new) of the first records that would change."""
        pairs = sql.SQL(", ").join(
            sql.SQL("{}, {}").format(sql.Identifier("l", name), sql.Identifier("i", name))
            for name in self.given
        )
        rows = execute(
            "SELECT i.line, i.number, {pairs} FROM incoming i JOIN {ledger} l ON l.id = i.known "
            "WHERE {differs} ORDER BY i.line LIMIT {most}",
            pairs=pairs,
            ledger=self.ledger,
            differs=self.differs,
            most=sql.Literal(most),
        )
        told = []
        for line, number, *values in rows:
            both = zip(self.given, values[::2], values[1::2], strict=True)
            told.append((line, number, {name: (old, new) for name, old, new in both if old != new}))
        return told

    def write(self, last_line: int | None = None) -> None:
        """Insert what is new and update what differs; deferred constraints speak at once."""
        stored = [field.column for field in stored_fields(self.model)]
        execute(
            "INSERT INTO {ledger} AS l ({names}) SELECT {names} FROM incoming {until} ORDER BY line "
            f"ON CONFLICT (substring(place_id, 1, {TOWN}), number) "
            "DO UPDATE SET {changes} WHERE ({old}) IS DISTINCT FROM ({new})",
            ledger=self.ledger,
            names=sql.SQL(", ").join(map(sql.Identifier, stored)),
            until=sql.SQL("WHERE line <= {}").format(sql.Literal(last_line))
            if last_line
            else sql.SQL(""),
            changes=sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(name), sql.Identifier("excluded", name))
                for name in self.given
            ),
            old=sql.SQL(", ").join(sql.Identifier("l", name) for name in self.given),
            new=sql.SQL(", ").join(sql.Identifier("excluded", name) for name in self.given),
        )
        execute("SET CONSTRAINTS ALL IMMEDIATE")

    def find_records(self) -> None:
        """After writing: which record each row became."""
        execute(
            "UPDATE incoming i SET record = l.id FROM {ledger} l WHERE " + SAME_TOWN_AND_NUMBER,
            ledger=self.ledger,
        )

    def first_refused(self, wrong: DatabaseError) -> Refused:
        """The first row, in the order of the file, with which the database refuses; found by halving."""
        lines = [line for (line,) in execute("SELECT line FROM incoming ORDER BY line")]
        if len(lines) > MOST_TO_SEARCH:
            return Refused(0, self.sentence(wrong))
        low, high = 0, len(lines) - 1
        while low < high:
            middle = (low + high) // 2
            if (found := self.try_until(lines[middle])) is None:
                low = middle + 1
            else:
                high, wrong = middle, found
        return Refused(lines[high], self.sentence(wrong))

    def try_until(self, line: int) -> DatabaseError | None:
        try:
            with transaction.atomic():
                self.write(line)
                transaction.set_rollback(True)
        except DatabaseError as wrong:
            return wrong
        return None

    def sentence(self, wrong: DatabaseError) -> str:
        """What the database refused, in words a clerk can act on."""
        if isinstance(wrong, OperationalError):
            raise Refusal(
                "数据库中途停止了工作，什么都没有改；请稍后再试，不行就请管理员查看磁盘空间和数据库。"
            ) from wrong
        diagnostic = getattr(wrong.__cause__, "diag", None)
        name = diagnostic.constraint_name if diagnostic else None
        for constraint in self.model._meta.constraints:
            if name and constraint.name == name:
                return str(constraint.get_violation_error_message())
        if diagnostic and diagnostic.sqlstate == "42501":
            return f"您的岗位不能登记或修改这一行的{self.model._meta.verbose_name}，请交由该村或有权限的岗位办理。"
        return database_sentence(wrong)


def lines_of(records: Iterable[int]) -> dict[int, int]:
    """The row in the sheet of each of these records."""
    rows = execute(
        "SELECT record, line FROM incoming WHERE record = ANY({records})",
        records=sql.Literal(list(records)),
    )
    return dict(rows)


def execute(text: str, **parts: sql.Composable) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(text).format(**parts))
        return cursor.fetchall() if cursor.description else []
