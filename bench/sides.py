"""Running the two sides of a comparison: each in a process of its own, so that neither warms up the other."""

import json
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
Work = dict[str, Any]


def in_own_process(home: Path, script: str, *arguments: object) -> Work:
    """What `report` printed in a fresh process that runs a benchmark's file over this home."""
    environment = {
        **os.environ,
        "TAIZHANG_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "taizhang.settings",
        "PYTHONPATH": str(REPOSITORY),
    }
    module = ".".join(Path(script).resolve().relative_to(REPOSITORY).with_suffix("").parts)
    command = [sys.executable, "-W", "ignore", "-m", module, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def report(seconds: float, memory_mb: float) -> None:
    """Print a measurement for `in_own_process`."""
    print(json.dumps({"seconds": seconds, "peak_mb": memory_mb}))


def peak_mb() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def medians(work: str, ours: list[Work], yardstick: list[Work], target: float) -> Work:
    """One line of the table of benchmarks."""
    seconds = statistics.median(side["seconds"] for side in ours)
    bare = statistics.median(side["seconds"] for side in yardstick)
    return {
        "work": work,
        "seconds": seconds,
        "yardstick_seconds": bare,
        "ratio": seconds / bare,
        "target": target,
        "peak_mb": max(side["peak_mb"] for side in ours),
    }
