"""`make bench`: every benchmark beside its yardstick, as a table and as JSON in the data folder."""

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.sides import REPOSITORY, Work

SUBJECTS = (
    "importing",
    "exporting",
    "rules",
    "clocks",
    "tasks",
    "closing",
    "compiling",
    "summary",
    "forms",
    "distances",
    "draw",
    "checking",
)
HEAD = ("work", "seconds", "yardstick", "ratio", "target", "peak MB")


def shown(value: object) -> str:
    return "-" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def line(work: Work) -> tuple[str, ...]:
    cells = ("work", "seconds", "yardstick_seconds", "ratio", "target", "peak_mb")
    return tuple(shown(work[cell]) for cell in cells)


def table(works: list[Work]) -> str:
    rows = [HEAD, *map(line, works)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def main(subjects: list[str]) -> None:
    """Run the named benchmarks (all by default) in a home of their own that is thrown away afterwards."""
    works: list[Work] = []
    with TemporaryDirectory(prefix="taizhang-bench-") as folder:
        os.environ["TAIZHANG_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "taizhang.settings"
        prepare = import_module("bench.prepare")
        with prepare.server(Path(folder)):
            for subject in subjects or SUBJECTS:
                began = time.monotonic()
                print(f"{subject} …", file=sys.stderr, flush=True)
                works += import_module(f"bench.{subject}").run(Path(folder))
                print(f"{subject}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    kept = REPOSITORY / "var" / "bench-results.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps(works, indent=1), encoding="utf-8")
    print(table(works))
    print(
        f"\nJSON: {kept.relative_to(REPOSITORY)}. Ratios are to the yardstick; a target without one is in seconds."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
