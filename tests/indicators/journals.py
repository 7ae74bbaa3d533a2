"""A journal given line by line, behind the interface of a source, on whichever engine."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connection

from taizhang.core.period import Period
from taizhang.indicators.definition import Definition
from taizhang.indicators.source import Coverage, PlaceInfo
from taizhang.snapshots.contents import JOURNAL
from taizhang.snapshots.engine import engine

TOWN = "430682113"
WEST, EAST, NORTH = TOWN + "201", TOWN + "202", TOWN + "203"
GROUP = WEST + "01"
QUARTER = Period.parse("2018Q1")
LEDGER = "test.house"

Entry = tuple[str, str, str, str, str, int]  # indicator, place, day, amount, item, record


def additive(name: str, show: str = "flow") -> Definition:
    return Definition(name, name, "栋", "", "additive", show, ledgers={LEDGER: 12})


def level(name: str, pick: str, show: str = "flow") -> Definition:
    return replace(additive(name, show), kind="level", pick=pick)


def ratio(name: str, of: str, to: str, unit: str = "%", places: int = 2) -> Definition:
    return replace(additive(name), kind="ratio", of=of, to=to, unit=unit, places=places)


HOUSES = additive("t.houses")


class Journal:
    """A source over entries; the places named in `silent` have neither records nor zero returns."""

    def __init__(
        self,
        kind: str,
        folder: Path,
        entries: Iterable[Entry],
        definitions: Sequence[Definition] = (HOUSES,),
        cutoff: date = QUARTER.last,
        coverage: Iterable[Coverage] = (),
    ) -> None:
        self.place, self.cutoff = TOWN, cutoff
        self.definitions = {one.name: one for one in definitions}
        self.places = {
            code: PlaceInfo(code, name, "village")
            for code, name in ((TOWN, "镇"), (WEST, "西村"), (EAST, "东村"), (NORTH, "北村"))
        }
        rows = [read(entry) for entry in entries]
        recorded = (Coverage(LEDGER, place) for _, place, *_ in rows)
        self.coverage = frozenset([*recorded, *coverage])
        if kind == "postgresql":
            self.journal, self.rows = values(rows), on_postgresql
        else:
            opened = engine(kind, [written(folder / "journal.parquet", rows)])
            self.journal, self.rows = opened.tables[0], opened.rows


def read(entry: Entry) -> tuple[Any, ...]:
    indicator, place, day, amount, item, record = entry
    return indicator, place, date.fromisoformat(day), Decimal(amount), item, LEDGER, record


def written(path: Path, rows: list[tuple[Any, ...]]) -> Path:
    columns = [list(column) for column in zip(*rows, strict=True)] or [[]] * 7
    arrays = [
        pa.array(column, kind) for column, kind in zip(columns, JOURNAL.schema.types, strict=True)
    ]
    pq.write_table(pa.Table.from_arrays(arrays, schema=JOURNAL.schema), path)
    return path


def values(rows: list[tuple[Any, ...]]) -> str:
    """The entries as a query for PostgreSQL."""
    lines = [
        f"('{indicator}', '{place}', DATE '{day}', {amount}::numeric(18,4), '{item}', '{ledger}', {record}::bigint)"
        for indicator, place, day, amount, item, ledger, record in rows
    ] or ["('', '', DATE '0001-01-01', 0::numeric(18,4), '', '', 0::bigint)"]
    names = ", ".join(JOURNAL.schema.names)
    texts = ", ".join(
        f'{name} COLLATE "C" AS {name}' if kind == pa.string() else name
        for name, kind in zip(JOURNAL.schema.names, JOURNAL.schema.types, strict=True)
    )
    return f"(SELECT {texts} FROM (VALUES {', '.join(lines)}) AS given ({names})) AS journal"


def on_postgresql(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()
