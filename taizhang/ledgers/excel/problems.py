"""What was wrong in a workbook, addressed as Excel shows it, and counted by kind."""

from collections import Counter
from dataclasses import dataclass, field

from taizhang.core.finding import Finding, Severity
from taizhang.ledgers.excel.addresses import cell_address

MOST_KEPT = 5_000  # cells named one by one; beyond that only counted


@dataclass(frozen=True)
class Problem:
    """One finding at a row, and at a cell where it concerns one (`index` is the column counted from 0)."""

    sheet: str
    row: int
    message: str
    kind: str
    index: int | None = None
    title: str = ""
    severity: Severity = "error"
    rule: str = ""
    basis: str = ""

    @property
    def cell(self) -> str:
        return cell_address(self.row, self.index) if self.index is not None else ""

    @property
    def where(self) -> str:
        cell = f" {self.cell}“{self.title}”" if self.cell else ""
        return f"工作表“{self.sheet}”第 {self.row} 行{cell}"

    @property
    def finding(self) -> Finding:
        return Finding(self.severity, self.message, self.where, self.rule, self.basis)


@dataclass
class Problems:
    """A growing list of problems that stays small however wrong a file is; rows and kinds are counted in full."""

    kept: list[Problem] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, problem: Problem) -> None:
        self.rows.add(problem.row)
        self.kinds[problem.kind] += 1
        if len(self.kept) < MOST_KEPT:
            self.kept.append(problem)

    @property
    def total(self) -> int:
        return self.kinds.total()

    def in_order(self) -> list[Problem]:
        return sorted(
            self.kept,
            key=lambda problem: (problem.row, -1 if problem.index is None else problem.index),
        )
