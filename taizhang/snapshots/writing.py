"""The files of a snapshot, written into a folder that nobody sees until it is complete."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from taizhang.indicators import queries
from taizhang.indicators.definition import Definition
from taizhang.indicators.indicator import indicators
from taizhang.indicators.journal import as_text, journal_sql
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers
from taizhang.people.models import VILLAGE, within
from taizhang.snapshots import contents, copying
from taizhang.snapshots.contents import Table
from taizhang.snapshots.engine import engine
from taizhang.snapshots.files import Tables, write_parquet

Progress = Callable[[str], None]


@dataclass
class Draft:
    """A snapshot being written: each file is listed as it is finished."""

    folder: Path
    place: str
    cutoff: date
    progress: Progress
    resources: list[dict[str, Any]] = field(default_factory=list)

    def write(self) -> LiveSource:
        """Every file but the package; returns the source that the figures are those of."""
        source = LiveSource(self.place, self.cutoff)
        self.progress("写出流水")
        self.add(contents.JOURNAL, journal(self.place, self.cutoff))
        for model in ledgers():
            table = contents.ledger_table(model)
            self.progress(f"写出台账：{table.title}")
            self.add(table, copying.tables(ledger_sql(model, self.place), table.schema))
        self.progress("汇总各村各月的数")
        self.add(contents.FIGURES, self.figures(source.definitions))
        self.add_rows(contents.PLACES, [asdict(place) for place in source.places.values()])
        self.add_rows(contents.COVERAGE, [asdict(one) for one in source.coverage])
        return source

    def figures(self, definitions: dict[str, Definition]) -> Tables:
        """Every additive indicator by village, month and item, added up by the engine."""
        names = sorted(name for name, one in definitions.items() if one.kind == "additive")
        opened = engine("duckdb", [self.folder / contents.JOURNAL.path])
        try:
            for batch in opened.arrow(queries.cube(opened.tables[0], names, VILLAGE)):
                yield pa.Table.from_batches([batch])
        finally:
            opened.close()

    def add_rows(self, table: Table, rows: list[dict[str, Any]]) -> None:
        ordered = sorted(rows, key=lambda row: [str(value) for value in row.values()])
        self.add(table, (pa.Table.from_pylist(part, schema=table.schema) for part in [ordered]))

    def add(self, table: Table, parts: Tables) -> None:
        file, rows = write_parquet(self.folder / table.path, table.schema, parts, words=table.words)
        described = {
            "name": table.name,
            "path": table.path,
            "title": table.title,
            "profile": "tabular-data-resource",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "bytes": file.size,
            "hash": f"sha256:{file.digest}",
            "rows": rows,
            "schema": {"fields": [column.described() for column in table.columns]},
        }
        self.resources.append(described)


def journal(place: str, cutoff: date) -> Tables:
    """The whole journal, sorted: indicator by indicator, so that no sort is larger than one of them."""
    for name in sorted(indicators()):
        sql = journal_sql(cutoff, place, [name])
        ordered = f"{sql} ORDER BY day, ledger, record, amount, place, item"
        yield from copying.tables(ordered, contents.JOURNAL.schema)


def ledger_sql(model: type[Record], place: str) -> str:
    """A ledger's rows at a place, as they stand; of what is kept back, what may leave the office."""
    columns = [field.attname for field in model.fields_in_snapshots()]
    there = model._default_manager.filter(within(place), model.closed_rows)
    rows = there.order_by("pk").values_list(*columns)
    return as_text(rows)
