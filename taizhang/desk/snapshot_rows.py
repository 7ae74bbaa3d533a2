"""Records as a snapshot keeps them: read from its ledger's own file, only the columns that are shown."""

from collections.abc import Iterable
from typing import Any

import pyarrow.parquet as pq

from taizhang.desk.columns import listed
from taizhang.ledgers.record import Record
from taizhang.snapshots.contents import ledger_table
from taizhang.snapshots.store import Snapshot


def rows_then(
    snapshot: Snapshot, model: type[Record], keys: Iterable[int], reach: str
) -> dict[int, dict[str, Any]]:
    """The records of these keys as they were when the period was closed, by key; none placed outside `reach`.

    An entry stays in its village when its record moves on, so the entry's place does not answer for the record's.
    """
    file = snapshot.folder / ledger_table(model).path
    if not file.exists():  # a ledger younger than the snapshot
        return {}
    kept = pq.read_schema(file).names
    wanted = ["id", "number", "place_id", *(field.column for field in listed(model))]
    columns = [name for name in dict.fromkeys(wanted) if name in kept]
    rows = pq.read_table(file, columns=columns, filters=[("id", "in", set(keys))]).to_pylist()
    return {row["id"]: row for row in rows if row["place_id"].startswith(reach)}
