"""Importing a workbook into a ledger: read, compare, write, judge, in one transaction that holds or falls as a whole."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from string import Formatter

from django.db import DatabaseError, connection, transaction
from django.db.models.expressions import RawSQL

from taizhang.core.finding import Finding, Refusal
from taizhang.ledgers.excel.bulk import LARGE, NotPlain, write_while_reading
from taizhang.ledgers.excel.display import display
from taizhang.ledgers.excel.heads import Table, find_table
from taizhang.ledgers.excel.problems import Problem, Problems
from taizhang.ledgers.excel.scope import Scope, writing_scope
from taizhang.ledgers.excel.staging import Progress, Staging, discard
from taizhang.ledgers.excel.workbook import Workbook
from taizhang.ledgers.excel.writing import Writer
from taizhang.ledgers.history import because
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import broken_rules, rules

CHANGES_SHOWN = 5
MOST_BROKEN = 1_000_000  # records that break one rule; a sheet has hardly more rows
MOST_ATTEMPTS = 20  # rows the database refuses one by one, before keeping the good ones is given up


@dataclass(frozen=True)
class Changed:
    """A record that the file changes: its row, its number, and per column what it was and what it becomes."""

    row: int
    number: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass
class ImportResult:
    """What a file holds against its ledger, and whether it was written."""

    model: type[Record]
    path: Path
    sheet: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    written: bool = False
    dry_run: bool = False
    problems: Problems = field(default_factory=Problems)
    questions: Problems = field(default_factory=Problems)
    changes: list[Changed] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    @property
    def wrong(self) -> int:
        """Rows with an error."""
        return len(self.problems.rows)


def quiet(stage: str, done: int) -> None:
    """No progress shown."""


@dataclass(frozen=True)
class Options:
    """How to import: `keep_good` leaves wrong rows out instead of stopping; `ignore` names columns not to import."""

    keep_good: bool = False
    dry_run: bool = False
    reason: str = ""
    sheet: str = ""
    ignore: tuple[str, ...] = ()
    progress: Progress = quiet


def import_workbook(
    model: type[Record], path: Path, options: Options | None = None
) -> ImportResult:
    """Import as the acting post. Wrong rows are in the result; a file that cannot be read is a Refusal.

    Nothing is written when a row is wrong, unless `keep_good`; nothing at all on `dry_run`.
    """
    chosen = options or Options()
    scope = writing_scope(model)
    with Workbook(path) as book:
        table = find_table(book, model, chosen.sheet, chosen.ignore)
    reason = f"导入“{path.name}”" + (f"：{chosen.reason}" if chosen.reason else "")
    with transaction.atomic(), because(reason):
        prepare_connection()
        result = Import(table, scope, path, chosen).run()
        if not result.written:
            transaction.set_rollback(True)
    return result


def prepare_connection() -> None:
    """A long statement ends soon after its client has died; comparing whole ledgers gets memory to do it in."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL client_connection_check_interval = '1s'")
        cursor.execute("SET LOCAL work_mem = '64MB'")


class Import:
    """One import under way, inside its transaction."""

    def __init__(self, table: Table, scope: Scope, path: Path, options: Options) -> None:
        self.table, self.scope, self.options = table, scope, options
        self.path = path
        self.writer = Writer(table)
        self.begin()

    def begin(self) -> None:
        """Nothing read, nothing found, nothing to tell yet."""
        sheet, dry_run = self.table.sheet.name, self.options.dry_run
        self.result = ImportResult(
            self.table.model, self.path, sheet, dry_run=dry_run, notes=self.table.notes
        )
        self.staging = Staging(self.table, self.scope, self.result.problems, self.options.progress)

    def run(self) -> ImportResult:
        if self.table.sheet.height < LARGE or not self.quickly():
            self.begin()
            self.thoroughly()
        result = self.result
        result.rows = self.staging.rows
        result.new, result.changed = self.writer.counts()
        result.written = not result.dry_run and (not result.wrong or self.options.keep_good)
        return result

    def quickly(self) -> bool:
        """Whether the file could be written while it was read; if not, nothing has been."""
        try:
            with transaction.atomic():
                write_while_reading(self.staging, self.writer)
                self.options.progress("正在核对规则", self.staging.rows)
                wrong = self.judge()
                if wrong and self.options.keep_good:
                    raise NotPlain
        except NotPlain:
            return False
        discard(wrong)
        return True

    def thoroughly(self) -> None:
        """Read everything, compare it with the ledger, write and judge what is new or changed."""
        result, progress = self.result, self.options.progress
        self.staging.fill()
        if not self.staging.rows:
            raise Refusal(f"工作表“{result.sheet}”的表头下面没有一行数据，请核对文件。")
        progress("正在比对", self.staging.rows)
        result.same = self.writer.compare()
        found = self.changes()
        progress("正在写入、核对规则", self.staging.rows)
        self.settle()
        result.changes = [change for change in found if change.row not in result.problems.rows]

    def changes(self) -> list[Changed]:
        """The first few changes, while the ledger still has the old values."""
        named = {column.database_name: column for column in self.writer.columns}
        told = []
        for row, number, fields in self.writer.changes(CHANGES_SHOWN):
            shown = [
                (named[name].title, display(named[name], old), display(named[name], new))
                for name, (old, new) in fields.items()
            ]
            told.append(Changed(row, number, tuple(shown)))
        return told

    def settle(self) -> None:
        """Write and judge; leave out what is wrong and, where the good rows are to be kept, do it again without."""
        for _ in range(MOST_ATTEMPTS):
            wrong = self.attempt()
            discard(wrong)
            if not wrong or not self.options.keep_good:
                return
        raise Refusal(
            "错误行太多，没法只留下正确的行；什么都没有写入，请按标出的错误改好文件再导入。"
        )

    def attempt(self) -> set[int]:
        """Write the rows that are left; the rows that turn out wrong, in which case nothing was written."""
        try:
            with transaction.atomic():
                self.writer.write()
                wrong = self.judge()
                if wrong:
                    transaction.set_rollback(True)
                return wrong
        except DatabaseError as trouble:
            refused = self.writer.first_refused(trouble)
        if not refused.line:
            raise Refusal(f"文件“{self.result.path.name}”没有导入：{refused.message}")
        self.result.problems.add(
            Problem(self.result.sheet, refused.line, refused.message, "与台账冲突")
        )
        return {refused.line}

    def judge(self) -> set[int]:
        """Hold the written rows against the ledger's rules; the rows that break a blocking one."""
        self.result.questions = Problems()
        lines: dict[int, int] = {}
        wrong = set()
        written = self.table.model._default_manager.filter(
            pk__in=RawSQL("SELECT id FROM incoming", [])
        )
        for record, finding in broken_rules(written, MOST_BROKEN):
            lines = lines or self.writer.lines()
            problem = self.broken(lines[record.pk], finding)
            if finding.severity == "error":
                self.result.problems.add(problem)
                wrong.add(problem.row)
            else:
                self.result.questions.add(problem)
        return wrong

    def broken(self, row: int, finding: Finding) -> Problem:
        """A broken rule at its row, and at the cell of the first field that its message names."""
        index = next(
            (
                at
                for at, column in self.table.columns.items()
                if column.name == self.fields[finding.rule]
            ),
            None,
        )
        title = self.table.columns[index].title if index is not None else ""
        return Problem(
            self.result.sheet,
            row,
            finding.message,
            finding.rule,
            index,
            title,
            finding.severity,
            finding.rule,
            finding.basis,
        )

    @cached_property
    def fields(self) -> dict[str, str]:
        """The first field that each rule's message names."""
        return {
            rule.title: next(
                (name for _, name, _, _ in Formatter().parse(rule.message) if name), ""
            )
            for rule in rules(self.table.model)
        }
