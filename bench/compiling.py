"""Compiling a .docx of 200 figures and 30 tables from the closed synthetic town: it has a target in seconds only."""

import itertools
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.sides import Work, in_own_process, peak_mb, report

RUNS, TARGET, FIGURES, TABLES = 3, 2.0, 200, 30


def run(home: Path) -> list[Work]:
    in_own_process(home, __file__, "close")
    sides = sorted(
        (in_own_process(home, __file__, "compile") for _ in range(RUNS)),
        key=lambda side: side["seconds"],
    )
    work = f"compile a .docx of {FIGURES} figures and {TABLES} tables"
    return [
        {
            **sides[RUNS // 2],
            "work": work,
            "yardstick_seconds": None,
            "ratio": None,
            "target": TARGET,
        }
    ]


def office() -> Any:
    from bench import town
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(town.ACCOUNT, town.CUTOFF))
    return town


def close() -> None:
    town = office()
    from taizhang.snapshots.closing import close as close_period

    close_period(town.PERIOD, today=town.CUTOFF)
    print("{}")


def compile() -> None:
    town = office()
    from taizhang.core.home import documents_folder
    from taizhang.documents.closed import answers_of
    from taizhang.documents.files import save_word
    from taizhang.documents.model import Table
    from taizhang.documents.summary import compile_summary
    from taizhang.documents.writing import word
    from taizhang.snapshots.store import open_snapshot

    path = documents_folder() / "bench.docx"
    start = time.perf_counter()
    answers = answers_of(open_snapshot(town.CODE, town.PERIOD, None))
    document = compile_summary(answers, town.CUTOFF).document
    tables = [block for block in document.blocks if isinstance(block, Table)]
    more = itertools.islice(itertools.cycle(tables), TABLES - len(tables))
    whole = replace(document, blocks=(*document.blocks, *more))
    save_word(word(whole), path)
    seconds = time.perf_counter() - start
    tagged = str(whole).count("Tagged(")
    assert tagged >= FIGURES, tagged
    report(seconds, peak_mb())


if __name__ == "__main__":
    import django

    django.setup()
    {"close": close, "compile": compile}[sys.argv[1]]()
