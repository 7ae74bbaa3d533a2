"""The quick way in, for a large file whose rows are all right and all new: written while the rest is being read.

The database inserts one batch while Python reads the next. At the first thing that is not so, everything is taken
back, and the file goes the thorough way, which compares and explains.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg
from django.db import DatabaseError, connection

from taizhang.ledgers.excel.staging import Staging
from taizhang.ledgers.excel.writing import Writer

LARGE = 20_000  # rows; below this there is nothing to gain


class NotPlain(Exception):
    """A row is wrong, or the ledger has it already, or the database would not take it."""


def write_while_reading(staging: Staging, writer: Writer) -> None:
    """Read, copy and insert the whole file, in the caller's transaction. Raises NotPlain, leaving it to be undone."""
    try:
        with ThreadPoolExecutor(1) as beside:
            insert_batches(staging, writer, beside)
        writer.finish()
    except (psycopg.Error, DatabaseError) as wrong:
        raise NotPlain from wrong


def insert_batches(staging: Staging, writer: Writer, beside: ThreadPoolExecutor) -> None:
    connected = connection.connection  # Django's own wrapper is for one thread only
    inserting: Future[Any] | None = None
    done = 0
    staging.create()
    for lines in staging.batches():
        if inserting:
            inserting.result()
        if staging.problems.total:
            raise NotPlain
        staging.copy(lines)
        writer.deriving.run(after=done)
        inserting = beside.submit(connected.execute, writer.insertion(after=done))
        done = staging.last_row
    if inserting:
        inserting.result()
