"""From the user's sheet into a temporary table: every cell read, what cannot be read named, the rest copied over.

The temporary table has the ledger's own columns, the row's number in the sheet (line), whether the ledger has its
number already (known), and the key of the record that it is or will be.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from psycopg import sql

from taizhang.ledgers.excel.cells import CellError, Reader
from taizhang.ledgers.excel.columns import Column, default_value, normal, reader
from taizhang.ledgers.excel.heads import Table
from taizhang.ledgers.excel.problems import Problem, Problems
from taizhang.ledgers.excel.scope import Scope
from taizhang.ledgers.excel.workbook import Fault
from taizhang.ledgers.record import Record
from taizhang.people.models import TOWN

BATCH = 10_000  # rows read, converted and copied at a time
MOST_REMEMBERED = 50_000  # different values of a column kept with their reading
TOTALS = {"合计", "小计", "总计", "共计", "累计"}

Progress = Callable[[str, int], None]
# By position in the batch: the wrong columns, and what is wrong with each.
Errors = dict[int, list[tuple[int, CellError]]]


class ColumnInFile:
    """One column of the file: reads each different value once, for most columns repeat themselves."""

    def __init__(self, index: int, column: Column, scope: Scope) -> None:
        self.index, self.column = index, column
        self.reader: Reader = reader(column, scope)
        self.readings: dict[Any, str] = {}
        self.errors: dict[Any, CellError] = {}

    def read(self, cells: Sequence[Any], errors: Errors) -> list[str]:
        """The batch's cells as PostgreSQL reads them; a wrong one is an empty text and an entry in `errors`."""
        if bool in set(map(type, cells)):
            # In Python True equals 1: a ticked cell must not pass for a number, nor the other way round.
            return [self.read_alone(cell, position, errors) for position, cell in enumerate(cells)]
        if len(self.readings) > MOST_REMEMBERED:
            self.readings.clear()
            self.errors.clear()
        self.remember(set(cells).difference(self.readings))
        if self.errors:
            for position, cell in enumerate(cells):
                if cell in self.errors:
                    errors[position].append((self.index, self.errors[cell]))
        return list(map(self.readings.__getitem__, cells))

    def remember(self, values: set[Any]) -> None:
        self.reader.learn(values)
        for value in values:
            try:
                self.readings[value] = self.reader.read(value)
            except CellError as wrong:
                self.readings[value], self.errors[value] = "", wrong

    def read_alone(self, cell: Any, position: int, errors: Errors) -> str:
        self.reader.learn([cell])
        try:
            return self.reader.read(cell)
        except CellError as wrong:
            errors[position].append((self.index, wrong))
            return ""


class Staging:
    """The temporary table of one import."""

    def __init__(self, table: Table, scope: Scope, problems: Problems, progress: Progress) -> None:
        self.table, self.problems, self.progress = table, problems, progress
        self.columns = [
            ColumnInFile(index, column, scope) for index, column in table.columns.items()
        ]
        self.first_rows: dict[tuple[str, str], int] = {}
        self.rows, self.last_row = 0, 0

    def create(self) -> None:
        """An empty temporary table for the file's rows."""
        create(self.table)

    def fill(self) -> None:
        """Read the whole sheet. Wrong rows stay out; their problems are in `problems`."""
        self.create()
        for lines in self.batches():
            self.copy(lines)
        discard(self.problems.rows)

    def batches(self) -> Iterator[str]:
        """The good rows as COPY wants them, some thousands at a time."""
        rows = (row for row in self.table.sheet.rows() if row[0] > self.table.head_row)
        while batch := list(islice(rows, BATCH)):
            # All of it before COPY begins: reading asks the database, which then cannot answer.
            text = "".join(f"{line}\n" for line in self.read(batch))
            self.rows += len(batch)
            self.last_row = batch[-1][0]
            self.progress("已读取", self.rows)
            yield text

    def read(self, batch: list[tuple[int, list[Any]]]) -> Iterator[str]:
        """The good rows of a batch as lines for COPY."""
        numbers = [number for number, _ in batch]
        errors: Errors = defaultdict(list)
        # A fault may lengthen a row: those cells stand under no head.
        in_file = list(zip(*(cells for _, cells in batch), strict=False))
        texts = [column.read(in_file[column.index], errors) for column in self.columns]
        self.find_stray(batch, errors)
        self.find_repeated(numbers, texts, errors)
        for position in errors:
            self.tell(batch[position], errors[position])
        for position, line in enumerate(zip(map(str, numbers), *texts, strict=True)):
            if position not in errors:
                yield "\t".join(line)

    def find_stray(self, batch: list[tuple[int, list[Any]]], errors: Errors) -> None:
        """Contents in a column that has no head would be lost without a word."""
        for index in self.table.without_head:
            for position, (_, cells) in enumerate(batch):
                if isinstance(cells[index], Fault) or normal(cells[index]):
                    message = "这一栏没有栏名却有内容，请补上栏名，或清掉这些内容。"
                    errors[position].append((index, CellError(message, "没有栏名却有内容")))

    def find_repeated(self, numbers: list[int], texts: list[list[str]], errors: Errors) -> None:
        """The same 编号 in two rows: both are named, for nobody can tell which is meant."""
        names = [column.column.name for column in self.columns]
        number_at, place_at = names.index("number"), names.index("place")
        index = self.columns[number_at].index
        for position, (number, place) in enumerate(
            zip(texts[number_at], texts[place_at], strict=True)
        ):
            if not number or number in TOTALS:
                continue
            row = numbers[position]
            first = self.first_rows.setdefault((place[:TOWN], number), row)
            if first != row:
                wrong = CellError(
                    f"编号“{number}”与第 {first} 行重复，请核对后只留一行，或改正编号。", "编号重复"
                )
                errors[position].append((index, wrong))
                self.problems.add(
                    self.problem(first, index, f"编号“{number}”与第 {row} 行重复。", "编号重复")
                )

    def tell(self, row: tuple[int, list[Any]], wrong: list[tuple[int, CellError]]) -> None:
        """A wrong row's problems; a line of totals is one problem, whatever its cells lack."""
        number, cells = row
        if any(isinstance(cell, str) and normal(cell) in TOTALS for cell in cells):
            message = "像是合计行；台账一行一条记录，请删掉合计行再导入。"
            self.problems.add(Problem(self.table.sheet.name, number, message, "合计行"))
            return
        for index, error in wrong:
            self.problems.add(self.problem(number, index, error.message, error.kind))

    def problem(self, row: int, index: int, message: str, kind: str) -> Problem:
        column = self.table.columns.get(index)
        return Problem(
            self.table.sheet.name, row, message, kind, index, column.title if column else ""
        )

    def copy(self, lines: str) -> None:
        names = ["line", *(column.column.database_name for column in self.columns)]
        command = sql.SQL("COPY incoming ({}) FROM STDIN").format(
            sql.SQL(", ").join(map(sql.Identifier, names))
        )
        with connection.cursor() as cursor, cursor.copy(command) as copy:
            copy.write(lines)


def stored_fields(model: type[Record]) -> list[Any]:
    """The fields that have a column in the database, but for the key that the database gives."""
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]


def create(table: Table) -> None:
    """An empty table `incoming` with the ledger's types and collations."""
    fields = stored_fields(table.model)
    given = {column.name for column in table.columns.values()}
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS incoming")
        cursor.execute(
            sql.SQL(
                "CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS "
                "SELECT 0 AS line, false AS known, id, {} FROM {} LIMIT 0"
            ).format(
                sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
                sql.Identifier(table.model._meta.db_table),
            )
        )
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table.model._meta.db_table])
        # A new row has its key from the start: no searching for the record that it became.
        set_default(cursor, "id", sql.SQL("nextval({})").format(sql.Literal(cursor.fetchone()[0])))
        set_default(cursor, "known", sql.SQL("false"))
        for field in fields:
            if field.name not in given:
                set_default(cursor, field.column, sql.Literal(default_value(field)))


def set_default(cursor: Any, column: str, value: sql.Composable) -> None:
    cursor.execute(
        sql.SQL("ALTER TABLE incoming ALTER COLUMN {} SET DEFAULT {}").format(
            sql.Identifier(column), value
        )
    )


def discard(lines: Iterable[int]) -> None:
    """Take rows out again, by their number in the sheet."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM incoming WHERE line = ANY(%s)", [list(lines)])
