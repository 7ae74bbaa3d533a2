"""Closing a period over 1,000,000 records, its figures and its records, each beside what the bare tools need."""

import shutil
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.sides import Work, in_own_process, medians, peak_mb, report

RUNS = 3
TODAY = date(2025, 1, 1)
CLOSE_TARGET, FIGURES_TARGET, TRACE_TARGET = 2.0, 1.5, 0.1
FIRST_ROWS = 100


def run(home: Path) -> list[Work]:
    """Close, figures and trace over the synthetic town; the last of the closings is what the others read."""
    in_own_process(home, __file__, "clean")
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(in_own_process(home, __file__, "bare_copy"))
        ours.append(in_own_process(home, __file__, "close"))
    closed = medians("close a period over 1,000,000 records", ours, bare, CLOSE_TARGET)
    bare = [in_own_process(home, __file__, "bare_groups") for _ in range(RUNS)]
    ours = [in_own_process(home, __file__, "figures") for _ in range(RUNS)]
    told = medians("all figures of a period, by village and month", ours, bare, FIGURES_TARGET)
    traced = in_own_process(home, __file__, "traces")
    in_own_process(home, __file__, "clean")
    return [closed, told, alone("trace: the slowest figure's first 100 rows", traced, TRACE_TARGET)]


def alone(work: str, side: Work, target: float) -> Work:
    """Work without a yardstick: its target is in seconds."""
    return {**side, "work": work, "yardstick_seconds": None, "ratio": None, "target": target}


def close() -> None:
    from bench import town
    from taizhang.people.acting import act, appointment_of
    from taizhang.snapshots.closing import close

    act(appointment_of(town.ACCOUNT, TODAY))
    start = time.perf_counter()
    close(town.PERIOD, today=TODAY)
    report(time.perf_counter() - start, peak_mb())


def bare_copy() -> None:
    """The same queries, copied into Parquet: no rules, no figures, no digests, nothing forced to the disk."""
    import pyarrow.parquet as pq
    from django.db import connection

    from bench import town
    from taizhang.core.home import home
    from taizhang.ledgers.registry import ledgers
    from taizhang.people.acting import act, appointment_of
    from taizhang.snapshots import contents, copying
    from taizhang.snapshots.writing import journal, ledger_sql

    act(appointment_of(town.ACCOUNT, TODAY))
    connection.cursor().execute("SET work_mem = '64MB'")
    start = time.perf_counter()
    parts = [(contents.JOURNAL, journal(town.CODE, town.CUTOFF))]
    for model in ledgers():
        table = contents.ledger_table(model)
        parts.append((table, copying.tables(ledger_sql(model, town.CODE), table.schema)))
    for table, batches in parts:
        path = home() / "bench.parquet"
        with pq.ParquetWriter(
            path, table.schema, compression="zstd", use_dictionary=table.words
        ) as writer:
            for batch in batches:
                writer.write_table(batch)
        path.unlink()
    report(time.perf_counter() - start, peak_mb())


def figures() -> None:
    from taizhang.core.period import Period
    from taizhang.indicators.figures import figures

    source = opened()
    period = Period.parse(source.snapshot.period)
    assert source.places
    assert source.coverage

    def both() -> None:
        for by in ("place", "month"):
            figures(source, period, by=by)

    report(typical(both), peak_mb())


def bare_groups() -> None:
    """DuckDB alone: the sums and counts by village, and by month, of the same file."""
    import duckdb

    journal = opened().snapshot.journal
    connection = duckdb.connect()
    village, month = (
        "substr(place, 1, 12)",
        "extract(year FROM day) * 100 + extract(month FROM day)",
    )

    def both() -> None:
        for key in (village, month):
            connection.execute(
                f"SELECT indicator, {key}, sum(amount), count(*) FROM '{journal}' GROUP BY indicator, {key}"
            ).fetchall()

    report(typical(both), peak_mb())


def traces() -> None:
    from taizhang.core.period import Period
    from taizhang.indicators.figures import trace

    source = opened()
    period = Period.parse(source.snapshot.period)
    assert source.journal
    worst = 0.0
    for name in source.definitions:
        start = time.perf_counter()
        trace(source, name, period, limit=FIRST_ROWS)
        worst = max(worst, time.perf_counter() - start)
    report(worst, peak_mb())


def typical(work: Callable[[], Any]) -> float:
    """The median of some rounds after one that warms up."""
    work()
    rounds = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - start)
    return statistics.median(rounds)


def opened() -> Any:
    from bench import town
    from taizhang.people.acting import act, appointment_of
    from taizhang.snapshots.source import SnapshotSource
    from taizhang.snapshots.store import open_snapshot

    act(appointment_of(town.ACCOUNT, TODAY))
    return SnapshotSource(open_snapshot(town.CODE, town.PERIOD))


def clean() -> None:
    """The town as it is, with no period closed."""
    from django.db import connections

    from bench import town
    from taizhang.core.home import snapshots_folder

    town.make()
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM snapshots_closing WHERE place = %s", [town.CODE])
    shutil.rmtree(snapshots_folder() / town.CODE, ignore_errors=True)
    report(0, 0)


SIDES = (close, bare_copy, figures, bare_groups, traces, clean)

if __name__ == "__main__":
    import django

    django.setup()
    {side.__name__: side for side in SIDES}[sys.argv[1]]()
