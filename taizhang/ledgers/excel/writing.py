"""From the temporary table into the ledger: what is new, what differs, one statement for all of it.

The ledger's triggers keep the history and its policies keep strangers out, as for any other write.
"""

from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, OperationalError, connection, transaction
from psycopg import sql
from psycopg.errors import InsufficientPrivilege

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import database_sentence
from taizhang.ledgers.derived import work_out_after
from taizhang.ledgers.excel.deriving import Deriving
from taizhang.ledgers.excel.heads import Table
from taizhang.ledgers.excel.staging import stored_fields
from taizhang.people.models import TOWN

SAME_TOWN_AND_NUMBER = (
    f"substring(l.place_id, 1, {TOWN}) = substring(i.place_id, 1, {TOWN}) AND l.number = i.number"
)
TRUE = sql.SQL("TRUE")
# What is kept higher up for all is seen here and not written here: it is somebody else's number.
WITHIN_REACH = (
    "l.place_id >= (SELECT taizhang_reach({line}, true)) "
    "AND l.place_id < (SELECT taizhang_reach({line}, true) || ':')"
)
MANY = 2_000  # rows of one file after which the planner must count the ledger anew
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
        self.deriving = Deriving(table)
        self.columns = [*table.columns.values(), *self.deriving.columns]
        self.given = [column.database_name for column in self.columns]

    def compare(self) -> int:
        """Find the rows whose number the ledger has already; drop those that say the same, and return how many.

        What is worked out is worked out in between: a sheet that disagrees with it says nothing else.
        """
        analyze()
        known = execute(
            "UPDATE incoming i SET id = l.id, known = true FROM {ledger} l "
            f"WHERE {SAME_TOWN_AND_NUMBER} AND {{writable}}",
            ledger=self.ledger,
            writable=self.writable,
        )
        self.deriving.run()
        if not known.count:
            return 0
        same = execute(
            "DELETE FROM incoming i USING {ledger} l WHERE i.known AND l.id = i.id AND NOT {differs}",
            ledger=self.ledger,
            differs=self.differs,
        )
        return same.count

    @property
    def writable(self) -> sql.Composable:
        """The record is the acting post's to write; for most ledgers whatever it sees is."""
        line = sql.Literal(self.model._meta.app_label)
        return sql.SQL(WITHIN_REACH).format(line=line) if self.model.read_below else TRUE

    def counts(self) -> tuple[int, int]:
        """How many rows left to write are new, and how many change a record."""
        found = execute(
            "SELECT count(*) FILTER (WHERE NOT known), count(*) FILTER (WHERE known) FROM incoming"
        )
        new, changed = found.rows[0]
        return new, changed

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
        found = execute(
            "SELECT i.line, i.number, {pairs} FROM incoming i JOIN {ledger} l ON l.id = i.id "
            "WHERE i.known ORDER BY i.line LIMIT {most}",
            pairs=pairs,
            ledger=self.ledger,
            most=sql.Literal(most),
        )
        told = []
        for line, number, *values in found.rows:
            both = zip(self.given, values[::2], values[1::2], strict=True)
            told.append((line, number, {name: (old, new) for name, old, new in both if old != new}))
        return told

    def write(self, last_line: int | None = None) -> None:
        """Insert what is new and update what differs; deferred constraints speak at once."""
        until = TRUE if last_line is None else sql.SQL("line <= {}").format(sql.Literal(last_line))
        run(self.insertion(until=until))
        execute(
            "UPDATE {ledger} l SET {changes} FROM incoming i WHERE i.known AND l.id = i.id AND {until}",
            ledger=self.ledger,
            changes=sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(name), sql.Identifier("i", name))
                for name in self.given
            ),
            until=until,
        )
        self.finish()

    def insertion(self, after: int = 0, until: sql.Composable = TRUE) -> sql.Composed:
        """The statement that puts new rows into the ledger, those after a row of the sheet."""
        stored = [field.column for field in stored_fields(self.model)]
        return sql.SQL(
            "INSERT INTO {ledger} (id, {names}) SELECT id, {names} FROM incoming "
            "WHERE NOT known AND line > {after} AND {until} ORDER BY line"
        ).format(
            ledger=self.ledger,
            names=sql.SQL(", ").join(map(sql.Identifier, stored)),
            after=sql.Literal(after),
            until=until,
        )

    def finish(self) -> None:
        """What the database would say at the end of the transaction, it says now."""
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        written = sum(self.counts())
        if written:
            work_out_after(self.model)
        analyze()
        if written >= MANY:
            table = sql.Literal(self.model._meta.db_table)
            execute(
                "SELECT taizhang_count_rows({table}, {written})",
                table=table,
                written=sql.Literal(written),
            )

    def lines(self) -> dict[int, int]:
        """The row in the sheet of each record."""
        return dict(execute("SELECT id, line FROM incoming").rows)

    def first_refused(self, wrong: DatabaseError) -> Refused:
        """The first row, in the order of the file, with which the database refuses; found by halving."""
        lines = [line for (line,) in execute("SELECT line FROM incoming ORDER BY line").rows]
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
        if isinstance(wrong.__cause__, InsufficientPrivilege):
            return f"您的岗位不能登记或修改这一行的{self.model._meta.verbose_name}，请交由该村或有权限的岗位办理。"
        return database_sentence(self.model(), wrong)


@dataclass(frozen=True)
class Answer:
    """What a statement returned, and how many rows it touched."""

    rows: list[tuple[Any, ...]]
    count: int


def analyze() -> None:
    """Tell the planner how many rows there are: it takes a new table for an empty one."""
    execute("ANALYZE incoming (id, number, place_id)")


def execute(text: str, **parts: sql.Composable) -> Answer:
    return run(sql.SQL(text).format(**parts))


def run(statement: sql.Composed) -> Answer:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return Answer(cursor.fetchall() if cursor.description else [], cursor.rowcount)
