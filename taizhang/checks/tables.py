"""Tables in a text: rows of cells parted by tabs or bars, whose bare numbers take their unit from the head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.numerals import arabic
from taizhang.checks.relation import Relation, added, meet, number, said, span_of
from taizhang.checks.units import kind_of, unit_pattern

CELL = re.compile(r"[^\t|]+")
BARE = re.compile(r"\s*(-?\d[\d,]*(?:\.\d+)?)\s*")
RULE = re.compile(r"^[\s|:+-]+$")
HEAD_UNIT = re.compile(rf"[（(/]\s*(?:单位[:：]?)?((?:万|亿|千|百)?)({unit_pattern()})\s*[)）]?")
WHOLE = re.compile(r"^(?:合计|总计|共计|小计|全镇|全县|全市|总数|计)$")
LEAST_ROWS, LEAST_CELLS = 3, 2


@dataclass
class Cell:
    start: int
    text: str


@dataclass
class Table:
    """Rows of cells with their offsets, the first row being the head."""

    rows: list[list[Cell]] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        last = self.rows[-1][-1]
        return last.start + len(last.text)

    def heads(self) -> list[str]:
        return [cell.text.strip() for cell in self.rows[0]]


def tables(text: str) -> Iterator[Table]:
    """Three or more lines after one another with the same number of cells."""
    table, start = Table(), 0
    for line in text.splitlines(keepends=True):
        cells = cells_of(line, start)
        start += len(line)
        if RULE.match(line) and "|" in line and table.rows:
            continue
        if len(cells) < LEAST_CELLS or (table.rows and len(cells) != len(table.rows[0])):
            yield from finished(table)
            table = Table([cells] if len(cells) >= LEAST_CELLS else [])
        else:
            table.rows.append(cells)
    yield from finished(table)


def finished(table: Table) -> Iterator[Table]:
    if len(table.rows) >= LEAST_ROWS:
        yield table


def cells_of(line: str, start: int) -> list[Cell]:
    if "\t" not in line and "|" not in line:
        return []
    bare = line.strip("\n\r")
    if bare.strip().startswith("|"):
        bare = bare.rstrip().removesuffix("|")
    found = []
    for match in re.finditer(r"[^\t|]*", bare):
        if match.start() == match.end() and (match.start() in {0, len(bare)}):
            continue
        found.append(Cell(start + match.start(), match[0]))
    return [cell for cell in found if cell.text or len(found) > 1]


def table_claims(table: Table) -> list[Claim]:
    """Each number of a cell, with the unit of its column's head and the names of its row and column."""
    heads = table.heads()
    found = []
    for row in table.rows[1:]:
        for column, cell in enumerate(row[1:], 1):
            match = BARE.fullmatch(cell.text.replace("，", ","))
            if match:
                found.append(cell_claim(cell, match, heads[column], row[0].text.strip()))
    return found


def cell_claim(cell: Cell, match: re.Match[str], head: str, name: str) -> Claim:
    start = cell.start + match.start(1)
    unit = HEAD_UNIT.search(head)
    word = unit[2] if unit else ""
    reading = arabic(match[1])
    if unit and unit[1]:
        reading = reading.scaled({"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[unit[1]])
    title = HEAD_UNIT.sub("", head) if unit else head
    claim = Claim(
        start,
        start + len(match[1]),
        match[1],
        kind_of(word),
        reading,
        word,
        subject=f"{name}{title}",
    )
    claim.extra |= {"after": "", "row": name, "column": title, "table": "yes"}
    return claim


def relations(table: Table, claims: list[Claim]) -> Iterator[Relation]:
    """The row of totals is the sum of the rows it stands for, in each column."""
    at = {claim.start: index for index, claim in enumerate(claims)}
    for total_row, parts in totals(table):
        for column in range(1, len(table.rows[0])):
            if ratio_like(table.rows[0][column].text):
                continue
            indexes = [
                found
                for row in (total_row, *parts)
                if (found := index_of(row[column], at)) is not None
            ]
            if len(indexes) == len(parts) + 1:
                yield footed(claims, indexes)


def totals(table: Table) -> Iterator[tuple[list[Cell], list[list[Cell]]]]:
    named = [
        n
        for n, row in enumerate(table.rows)
        if n and WHOLE.match(row[0].text.strip().replace(" ", ""))
    ]
    if len(named) != 1:
        return
    total = named[0]
    parts = [row for n, row in enumerate(table.rows) if n and n != total]
    if len(parts) >= 2 and total in {1, len(table.rows) - 1}:
        yield table.rows[total], parts


def ratio_like(head: str) -> bool:
    return bool(re.search(r"[%％‰]|率|比|平均|均|增长|增幅|序号|年份|单价|编号|日期", head))


def index_of(cell: Cell, at: dict[int, int]) -> int | None:
    match = BARE.fullmatch(cell.text.replace("，", ","))
    return at.get(cell.start + match.start(1)) if match else None


def footed(claims: list[Claim], indexes: list[int]) -> Relation:
    total, parts = claims[indexes[0]], [claims[i] for i in indexes[1:]]
    holds = meet(added([span_of(part) for part in parts]), span_of(total))
    worked = sum((Fraction(part.amount.low) for part in parts if part.reading), Fraction(0))
    column = total.extra["column"]
    if holds:
        return Relation(
            "sum", tuple(indexes), True, f"表中“{column}”一列各行相加等于合计{said(total)}。"
        )
    message = f"表中“{column}”一列各行相加是{number(worked)}，合计却写{said(total)}，请核对。"
    return Relation("sum", tuple(indexes), False, message)
