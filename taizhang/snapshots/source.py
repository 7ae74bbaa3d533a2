"""A snapshot as a source of figures: its journal on an engine, its places and coverage as they were then."""

from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from taizhang.indicators.definition import Definition
from taizhang.indicators.source import Coverage, PlaceInfo
from taizhang.snapshots.contents import COVERAGE, PLACES
from taizhang.snapshots.engine import Engine, engine
from taizhang.snapshots.store import Snapshot

REMEMBERED = 16  # snapshots whose places and coverage stay in memory


class SnapshotSource:
    """Figures of a closed period. `cutoff` may look at an earlier day than the one it was closed at."""

    def __init__(
        self,
        snapshot: Snapshot,
        kind: str = "duckdb",
        *,
        master: str | None = None,
        cutoff: date | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.place = snapshot.place
        self.cutoff = cutoff or snapshot.cutoff
        self._kind, self._master = kind, master

    @property
    def definitions(self) -> dict[str, Definition]:
        return self.snapshot.definitions

    @cached_property
    def engine(self) -> Engine:
        return engine(self._kind, [self.snapshot.journal], self._master)

    @property
    def journal(self) -> str:
        return self.engine.tables[0]

    @property
    def places(self) -> dict[str, PlaceInfo]:
        return places_of(self.snapshot.folder, self.snapshot.digest)

    @property
    def coverage(self) -> frozenset[Coverage]:
        return coverage_of(self.snapshot.folder, self.snapshot.digest)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.engine.rows(sql)

    def close(self) -> None:
        self.engine.close()


@lru_cache(REMEMBERED)
def places_of(folder: Path, digest: str) -> dict[str, PlaceInfo]:
    rows = pq.read_table(folder / PLACES.path).to_pylist()
    return {row["code"]: PlaceInfo(**row) for row in rows}


@lru_cache(REMEMBERED)
def coverage_of(folder: Path, digest: str) -> frozenset[Coverage]:
    rows = pq.read_table(folder / COVERAGE.path).to_pylist()
    return frozenset(Coverage(**row) for row in rows)
