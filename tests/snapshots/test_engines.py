"""DuckDB is locked to the files it was given; Spark is found missing in a sentence; a cluster answers like a laptop."""

import importlib.util
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from taizhang.core.finding import Refusal
from taizhang.snapshots.engine import engine
from tests.engines import needs_spark


@pytest.fixture
def file(tmp_path):
    """A file whose path has all that trips up an engine: blanks, Chinese, brackets, a quote, a star."""
    folder = tmp_path / "台账 [1] {2} o'clock*"
    folder.mkdir()
    path = folder / "journal.parquet"
    pq.write_table(pa.table({"place": ["010", "011"], "amount": [1, 2]}), path)
    return path


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_parquet('{other}')",
        "COPY (SELECT 1 AS one) TO '{other}.csv'",
        "COPY (SELECT 1 AS one) TO '{file}'",
        "ATTACH '{other}.db' AS another",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/']",
    ],
)
def test_duckdb_reads_nothing_but_its_files_and_writes_nothing(file, tmp_path, sql):
    other = tmp_path / "other.parquet"
    pq.write_table(pa.table({"secret": [1]}), other)
    before = file.read_bytes()
    opened = engine("duckdb", [file])
    with pytest.raises(Exception, match="Permission|disabled|locked|configuration"):
        opened.rows(sql.format(file=str(file).replace("'", "''"), other=other))
    assert opened.rows(f"SELECT sum(amount) FROM {opened.tables[0]}") == [(3,)]
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [file.parent.name, other.name]
    )


def test_an_engine_that_does_not_exist_is_refused():
    with pytest.raises(Refusal, match="没有叫“abacus”的计算引擎"):
        engine("abacus", [])


@pytest.mark.spark
def test_spark_opens_a_file_in_a_folder_of_odd_characters(file):
    needs_spark()
    opened = engine("spark", [file])
    table = opened.tables[0]
    assert sorted(opened.rows(f"SELECT place, amount FROM {table}")) == [("010", 1), ("011", 2)]
    opened.close()


WITHOUT_JAVA = """
from taizhang.core.finding import Refusal
from taizhang.snapshots.engine import engine
try:
    engine("spark", [])
except Refusal as refusal:
    print(refusal)
"""


def test_without_java_spark_is_refused_in_a_sentence(tmp_path):
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    environment = {"PATH": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_JAVA], env=environment, capture_output=True, text=True
    )
    assert done.stdout.startswith("Spark 启动不了"), done.stderr
    assert done.stderr == ""


ON_THE_CLUSTER = """
import sys
from pathlib import Path
from taizhang.snapshots.engine import engine
opened = engine("spark", [Path(sys.argv[1])])
print(opened.session.sparkContext.master)
print(opened.rows(f"SELECT place, sum(amount) FROM {opened.tables[0]} GROUP BY place ORDER BY place"))
"""


@pytest.fixture
def cluster(tmp_path):
    """A standalone cluster of one worker on the loopback, from the pip package."""
    needs_spark()
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(tmp_path)}
    installed = Path(importlib.util.find_spec("pyspark").origin).parent
    runner = installed / "bin" / "spark-class"
    parts = [
        ["master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"],
        ["worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "-m", "1200M", address],
    ]
    running = []
    for name, *arguments in parts:
        command = [str(runner), f"org.apache.spark.deploy.{name}", *arguments]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running.append(subprocess.Popen(command, env=environment, **quiet))
        listening(port)
    yield address
    for process in reversed(running):
        process.terminate()
        process.wait(timeout=60)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def listening(port):
    for _ in range(600):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError("the master does not answer")


@pytest.mark.spark
def test_a_standalone_cluster_is_named_by_the_environment(cluster, file):
    environment = {
        **os.environ,
        "TAIZHANG_SPARK_MASTER": cluster,
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(
        [sys.executable, "-c", ON_THE_CLUSTER, str(file)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stdout.splitlines() == [cluster, "[('010', 1), ('011', 2)]"], done.stderr
