"""Rows from PostgreSQL as Arrow tables: COPY, read as it comes, so that memory does not grow with the ledgers."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.csv as csv
from django.db import connection

from taizhang.snapshots.files import Tables

BLOCK = 4 << 20  # bytes of text worked on at a time


def tables(sql: str, schema: pa.Schema) -> Tables:
    """The rows of a query in the columns of a schema, some ten thousand at a time."""
    copying = f"COPY ({sql}) TO STDOUT (FORMAT csv)"
    with connection.cursor() as cursor, cursor.copy(copying) as copy:
        for block in blocks(copy):
            yield csv.read_csv(pa.BufferReader(block), *options(schema, len(block)))


def blocks(messages: Iterable[Any]) -> Iterator[bytes]:
    """Whole rows in blocks: PostgreSQL sends each row as a message."""
    block = bytearray()
    for message in messages:
        block += message
        if len(block) >= BLOCK:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


def options(
    schema: pa.Schema, size: int
) -> tuple[csv.ReadOptions, csv.ParseOptions, csv.ConvertOptions]:
    """CSV as PostgreSQL writes it: nothing at all is NULL, "" is an empty text, t and f are true and false."""
    return (
        csv.ReadOptions(column_names=schema.names, block_size=size + 1),
        csv.ParseOptions(newlines_in_values=True),
        csv.ConvertOptions(
            column_types=schema,
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            true_values=["t"],
            false_values=["f"],
        ),
    )
