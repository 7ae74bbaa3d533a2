"""Records as a snapshot keeps them: read from its files, with what they point at; the live tables are not asked."""

from functools import cached_property
from typing import Any

import pyarrow.parquet as pq

from taizhang.ledgers.record import Record
from taizhang.people.models import Place
from taizhang.snapshots.contents import PLACES, ledger_table
from taizhang.snapshots.store import Snapshot


class Kept:
    """The ledgers of one snapshot; each is read whole when first asked, and what its records point at with it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._read: dict[type[Record], dict[int, Any]] = {}

    def records(self, model: type[Record]) -> dict[int, Any]:
        """The records of a ledger by key; none where the ledger is younger than the snapshot."""
        if model not in self._read:
            rows = self._rows(model)
            found = self._read[model] = {row["id"]: model(**row) for row in rows}
            for field in model._meta.concrete_fields:
                if field.is_relation:
                    self._point(field, list(found.values()))
        return self._read[model]

    def _rows(self, model: type[Record]) -> list[dict[str, Any]]:
        file = self.snapshot.folder / ledger_table(model).path
        if not file.exists():
            return []
        known = {field.column for field in model._meta.concrete_fields}
        columns = [name for name in pq.read_schema(file).names if name in known]
        rows: list[dict[str, Any]] = pq.read_table(file, columns=columns).to_pylist()
        return rows

    def _point(self, field: Any, records: list[Any]) -> None:
        """Put what a field points at into its place, as it was then."""
        target = field.related_model
        there = self._places if target is Place else self.records(target)
        for record in records:
            key = getattr(record, field.attname)
            if key is not None:
                setattr(record, field.name, there.get(key))

    @cached_property
    def _places(self) -> dict[str, Place]:
        rows = pq.read_table(self.snapshot.folder / PLACES.path).to_pylist()
        return {row["code"]: Place(**row) for row in rows}
