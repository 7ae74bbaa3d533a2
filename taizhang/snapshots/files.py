"""Files written once: whole on the disk before anybody sees them, each known by its SHA-256."""

import hashlib
import json
import os
import stat
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

Tables = Generator[pa.Table, None, None]
READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


class DigestedFile:
    """A new file that knows its SHA-256 and its size when it is closed; its bytes are on the disk then."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._file = path, path.open("xb")
        self._digest = hashlib.sha256()
        self.size = 0
        self.closed = False

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()

    def write(self, data: Any) -> int:
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        return self.size

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()
        self._path.chmod(READ_ONLY)

    def __enter__(self) -> "DigestedFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def write_parquet(
    path: Path, schema: pa.Schema, tables: Tables, words: Sequence[str]
) -> tuple[DigestedFile, int]:
    """Write tables as they come, a row group each; returns the closed file and its number of rows.

    `words` are the columns whose values repeat, which are kept as a dictionary. The tables are closed whatever
    happens: they may hold the database's connection, which nobody could otherwise roll back.
    """
    rows = 0
    with (
        closing(tables),
        DigestedFile(path) as file,
        pq.ParquetWriter(
            pa.PythonFile(file, mode="w"), schema, compression="zstd", use_dictionary=list(words)
        ) as writer,
    ):
        for table in tables:
            writer.write_table(table.cast(schema))
            rows += table.num_rows
    return file, rows


def write_bytes(path: Path, content: bytes) -> None:
    with DigestedFile(path) as file:
        file.write(content)


def canonical(data: Any) -> bytes:
    """JSON in one way only, so that the same content has the same digest; readable all the same."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return (text + "\n").encode()


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """A new name in a folder is on the disk only when the folder is."""
    if os.name == "nt":
        return  # Windows keeps folders by itself and opens none as a file
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folders(folder: Path) -> None:
    """The folder and every folder in it."""
    for one in [*(path for path in folder.rglob("*") if path.is_dir()), folder]:
        sync_folder(one)
