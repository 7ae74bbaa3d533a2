"""The queries over a journal: plain SQL, the same text on PostgreSQL, DuckDB and Spark.

Engines only add up exact decimals and count; whatever divides or rounds is done in figures.py. Values are
put into the text because the three engines name parameters differently; all of them are checked here first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from taizhang.core.finding import Refusal


@dataclass(frozen=True)
class Scope:
    """Which entries: at `place` and below, between `first` and `last`, of these indicators (all if empty)."""

    place: str
    first: date
    last: date
    names: tuple[str, ...] = ()

    def where(self) -> str:
        at = f"place >= '{checked(self.place)}' AND place < '{checked(self.place)}:' AND day <= {day(self.last)}"
        named = ", ".join(f"'{checked(name)}'" for name in self.names)
        return at + (f" AND indicator IN ({named})" if named else "")


def checked(word: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_.]*", word):
        raise Refusal(f"“{word}”不是地区代码或指标代号，请只用数字、英文字母、下划线和点。")
    return word


def day(value: date) -> str:
    return f"DATE '{value.isoformat()}'"


BEFORE, UP, DOWN = 0, 1, 2


def totals(journal: str, scope: Scope, key: str = "") -> str:
    """Sums, counts and highest of every indicator in one pass, BEFORE the period, going UP and DOWN in it.

    Grouped by a key besides (none: the whole). One more group and plain sums are quicker than sums of CASEs.
    """
    side = f"CASE WHEN day < {day(scope.first)} THEN {BEFORE} WHEN amount > 0 THEN {UP} ELSE {DOWN} END"
    return (
        f"SELECT indicator, {shown(key)}, {side} AS side,\n"
        f"       sum(amount) AS amount, count(*) AS records, max(amount) AS highest\n"
        f"FROM {journal}\nWHERE {scope.where()}\nGROUP BY {grouped('indicator', key, side)}"
    )


def shown(key: str) -> str:
    return f"{key} AS group_key" if key else "'' AS group_key"


def grouped(*columns: str) -> str:
    """PostgreSQL groups by no constant, so an empty key is left out."""
    return ", ".join(column for column in columns if column)


def place_key(digits: int) -> str:
    return f"substr(place, 1, {int(digits)})"


MONTH_KEY = "extract(year FROM day) * 100 + extract(month FROM day)"


def month_key(first: date) -> str:
    """Each month from the one a day is in; whatever came earlier together, under BEFORE."""
    return f"CASE WHEN day < {day(first.replace(day=1))} THEN {BEFORE} ELSE {MONTH_KEY} END"


ITEM_KEY = "item"


def latest(journal: str, scope: Scope, key: str = "", *, in_period: bool) -> str:
    """The latest reading of each indicator and key; of two on one day the later record's."""
    since = f" AND day >= {day(scope.first)}" if in_period else ""
    newest = "day DESC, record DESC, ledger DESC, amount DESC"
    return (
        "SELECT indicator, group_key, amount FROM (\n"
        f"    SELECT indicator, {shown(key)}, amount,\n"
        f"           row_number() OVER (PARTITION BY {grouped('indicator', key)} ORDER BY {newest}) AS turn\n"
        f"    FROM {journal} WHERE {scope.where()}{since}) AS readings\nWHERE turn = 1"
    )


ENTRY = "indicator, ledger, record, place, day, amount, item"


def trace(
    journal: str,
    scope: Scope,
    flows: Sequence[str] = (),
    *,
    limit: int | None = None,
    offset: int = 0,
) -> str:
    """The entries behind a figure, in the order they happened; of `flows` only those in the period."""
    others = [f"indicator = '{checked(name)}'" for name in scope.names if name not in flows]
    since = f" AND ({' OR '.join([f'day >= {day(scope.first)}', *others])})" if flows else ""
    first = "" if len(scope.names) == 1 else "indicator, "  # the file is sorted by day within each
    page = "" if limit is None else f"\nLIMIT {int(limit)} OFFSET {int(offset)}"
    return (
        f"SELECT {ENTRY} FROM {journal}\n"
        f"WHERE {scope.where()}{since}\nORDER BY {first}day, ledger, record, amount, place, item{page}"
    )


def cube(journal: str, names: Sequence[str], digits: int) -> str:
    """Every indicator's entries summed and counted by place (as many digits of its code), month and item."""
    keys = f"indicator, {place_key(digits)}, {MONTH_KEY}, item"
    named = ", ".join(f"'{checked(name)}'" for name in names) or "''"
    return (
        f"SELECT indicator, {place_key(digits)} AS place, CAST({MONTH_KEY} AS int) AS month, item,\n"
        f"       sum(amount) AS amount, count(*) AS records\nFROM {journal}\n"
        f"WHERE indicator IN ({named})\nGROUP BY {keys}\nORDER BY indicator, place, month, item"
    )


def difference(old: str, new: str, names: Sequence[str], until: date) -> str:
    """The entries up to a day that only one of two journals has, or has more often: `more` > 0 are new, < 0 gone."""
    named = ", ".join(f"'{checked(name)}'" for name in names) or "''"
    where = f"WHERE indicator IN ({named}) AND day <= {day(until)}"
    return (
        f"SELECT {ENTRY}, sum(turn) AS more FROM (\n"
        f"    SELECT {ENTRY}, 1 AS turn FROM {new} {where}\n    UNION ALL\n"
        f"    SELECT {ENTRY}, -1 AS turn FROM {old} {where}) AS both_journals\n"
        f"GROUP BY {ENTRY}\nHAVING sum(turn) <> 0\nORDER BY {ENTRY}"
    )
