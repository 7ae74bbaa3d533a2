"""The engines that add up journals: DuckDB, or Spark by option. The only module that names one.

An engine opens Parquet files and runs one SELECT at a time; the texts come from indicators/queries.py.
"""

import os
import re
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from taizhang.core.finding import Refusal

ENGINES = ("duckdb", "spark")
MASTER = "TAIZHANG_SPARK_MASTER"
LOCAL = "local[*]"
MEMORY = "512MB"  # beyond it DuckDB works on the disk; an office PC has little to spare


class Engine(Protocol):
    """Files that answer SQL; `tables` is what stands after FROM for each file, in the order given."""

    tables: tuple[str, ...]

    def rows(self, sql: str) -> list[tuple[Any, ...]]: ...

    def arrow(self, sql: str) -> Any: ...

    def close(self) -> None: ...


def engine(kind: str, files: Sequence[Path], master: str | None = None) -> Engine:
    """Open Parquet files with an engine. `master` is Spark's, else TAIZHANG_SPARK_MASTER, else this machine."""
    if kind == "duckdb":
        return DuckDB(files)
    if kind == "spark":
        return Spark(files, master or os.environ.get(MASTER) or LOCAL)
    raise Refusal(f"没有叫“{kind}”的计算引擎，请用 {' 或 '.join(ENGINES)}。")


class DuckDB:
    """An engine inside this process, locked to its files: it reads nothing else and writes nothing."""

    def __init__(self, files: Sequence[Path]) -> None:
        import duckdb

        spill = Path(tempfile.gettempdir()) / f"taizhang-{uuid.uuid4().hex}"
        self.connection = duckdb.connect(
            config={"memory_limit": MEMORY, "temp_directory": str(spill)}
        )
        self.tables = tuple(f"read_parquet({quoted(str(file))})" for file in files)
        allowed = ", ".join(quoted(str(file)) for file in files)
        for setting in (
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "preserve_insertion_order = false",
            "parquet_metadata_cache = true",
            f"allowed_paths = [{allowed}]",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            self.connection.execute(f"SET {setting}")

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.cursor().execute(sql).fetchall()

    def arrow(self, sql: str) -> Any:
        """The answer as a stream of Arrow batches."""
        return self.connection.cursor().sql(sql).to_arrow_reader()

    def close(self) -> None:
        self.connection.close()


class Spark:
    """One session of Spark for the whole process; each file is a view of its own in it."""

    def __init__(self, files: Sequence[Path], master: str) -> None:
        self.session = spark_session(master)
        self.tables = tuple(f"journal_{uuid.uuid4().hex}" for _ in files)
        for table, file in zip(self.tables, files, strict=True):
            path = re.sub(r"([][{}*?\\])", r"\\\1", str(file))  # Spark takes these for patterns
            self.session.read.parquet(f"file://{path}").createOrReplaceTempView(table)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.session.sql(sql).collect()]

    def arrow(self, sql: str) -> Any:
        return self.session.sql(sql).toArrow().to_reader()

    def close(self) -> None:
        for table in self.tables:
            self.session.catalog.dropTempView(table)


@cache
def spark_session(master: str) -> Any:
    """Spark's session; it starts a Java machine, which takes some seconds."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise Refusal(
            "没有安装 Spark，请先运行 pip install 'taizhang[spark]'，或改用 --engine duckdb。"
        ) from None
    builder = SparkSession.builder.appName("taizhang").master(master)
    for key, value in spark_settings(master).items():
        builder = builder.config(key, value)
    try:
        with what_java_says():
            return builder.getOrCreate()
    except Exception as trouble:
        raise Refusal(
            f"Spark 启动不了：没有 Java 17，或者连不上 {master}；请检查后再试，或改用 --engine duckdb。"
        ) from trouble


def spark_settings(master: str) -> dict[str, str]:
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.session.timeZone": "Asia/Shanghai",
        # A folder named 010 is text; Spark would read it as 10.
        "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
        "spark.sql.warehouse.dir": str(Path(tempfile.gettempdir()) / "taizhang-spark"),
    }
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings["spark.sql.shuffle.partitions"] = "4"
    return settings


@contextmanager
def what_java_says() -> Iterator[None]:
    """Java's own chatter goes where nobody reads it, for as long as the Java machine runs."""
    before = os.dup(2)
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
