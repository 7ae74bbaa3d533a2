"""Checking reports: ten pages from a cold start, and a thousand reports in one call; targets in seconds only."""

import subprocess
import sys
import time
from pathlib import Path

from bench.sides import Work, in_own_process, peak_mb, report

RUNS, COLD_TARGET, REPORTS = 3, 1.0, 1000
PAGE = 616  # letters: 22 lines of 28
PER_MINUTE = 2 * 2**20  # bytes of text a minute on one core
SENTENCES = (
    "全镇耕地面积{a}亩，其中水田{b}亩、旱地{c}亩。",
    "企业由{b}家增至{a}家，增加{c}家。发现隐患{a}处，整改到位{b}处。",
    "{n}是抓好项目建设，完成投资{d}亿元，占年度计划的{e}%，同比增长{f}%，新建道路{c}公里、安装路灯{b}盏。",
    "深入学习贯彻会议精神，统筹推进各项工作，坚持问题导向、目标导向，奋力开创新局面。",
)


def written(letters: int) -> str:
    """A report of about so many letters, the same every time."""
    text, turn = ["某镇2018年一季度工作总结\n2018年4月6日\n"], 0
    size = len(text[0])
    while size < letters:
        b, c = 11 + turn * 7 % 900, 20 + turn * 13 % 700
        values = {
            "a": b + c,
            "b": b,
            "c": c,
            "d": f"{b / 100:.2f}",
            "e": f"{c / 10:.1f}",
            "f": f"{b / 90:.1f}",
            "n": "一",
        }
        line = SENTENCES[turn % len(SENTENCES)].format(**values) + ("\n" if turn % 4 == 3 else "")
        text.append(line)
        size, turn = size + len(line), turn + 1
    return "".join(text)


def run(home: Path) -> list[Work]:
    cold = sorted(
        (in_own_process(home, __file__, "cold") for _ in range(RUNS)),
        key=lambda one: one["seconds"],
    )
    many = in_own_process(home, __file__, "many")
    size = len(written(PAGE * 3).encode()) * REPORTS
    bare = {"yardstick_seconds": None, "ratio": None}
    return [
        {
            **cold[RUNS // 2],
            **bare,
            "work": "check a report of 10 pages, cold",
            "target": COLD_TARGET,
        },
        {
            **many,
            **bare,
            "work": f"check {REPORTS:,} reports in one call",
            "target": round(size / PER_MINUTE * 60, 1),
        },
    ]


def called(folder: Path, files: list[Path]) -> None:
    command = [sys.executable, "-m", "taizhang.commands.main", "check", "--json", *map(str, files)]
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    report(time.perf_counter() - start, peak_mb_of_children())


def peak_mb_of_children() -> float:
    import resource

    return max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 0.0) or peak_mb()


def cold() -> None:
    from taizhang.core.home import home

    file = home() / "report.txt"
    file.write_text(written(PAGE * 10), encoding="utf-8")
    called(file.parent, [file])


def many() -> None:
    from taizhang.core.home import home

    folder = home() / "reports"
    folder.mkdir(exist_ok=True)
    files = [folder / f"{number:04}.txt" for number in range(REPORTS)]
    text = written(PAGE * 3)
    for file in files:
        file.write_text(text, encoding="utf-8")
    called(folder, files)


if __name__ == "__main__":
    {"cold": cold, "many": many}[sys.argv[1]]()
