"""`make bench-check`: the checker over reports with gold labels, and other readers of Chinese numbers over the same, as a table and as JSON."""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.reports import byhand
from bench.reports.mistakes import MISTAKES, seeded
from bench.reports.others import READERS
from bench.reports.report import GENRES, Report, report
from bench.reports.score import alarms, claim_scores, finds_the_mistake, relation_scores, share
from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of
from taizhang.checks.telling.as_json import described

REPOSITORY = Path(__file__).resolve().parents[2]
OTHERS = REPOSITORY / "var" / "bench-check" / ".venv" / "bin" / "python"
KEPT = REPOSITORY / "var" / "bench-check" / "results.json"
GROUPS = ("true", "suspicious", "mistaken", "written", "rewritten")
OURS = "taizhang"
PATIENCE = 900  # seconds for another reader
Scores = dict[str, float | None]


def reports(each: int, mistakes: int) -> list[Report]:
    """So many reports of each genre, true and suspicious, and so many with each mistake."""
    true = [
        report(group, genre, number)
        for group in ("true", "suspicious")
        for genre in GENRES
        for number in range(each)
    ]
    mistaken = [seeded(mistake, number) for mistake in MISTAKES for number in range(mistakes)]
    return [*true, *mistaken, *byhand.reports()]


def our_answer(one: Report) -> dict[str, Any]:
    return described(check(report_of(Path(f"{one.name}.txt"), one.text)))


def answers_of(tool: str, texts: list[str]) -> list[list[dict[str, Any]]]:
    """The claims that another reader finds, from its own environment; a sentence says why where it cannot."""
    command = [str(OTHERS), str(Path(__file__).with_name("others.py")), tool]
    lines = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    if done.returncode:
        raise RuntimeError(
            f"left out, it does not run here: {done.stderr.strip().splitlines()[-1]}"
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def beside(
    everything: list[Report], ours: list[dict[str, Any]]
) -> tuple[dict[str, Scores], dict[str, str]]:
    """Scores of the claims by reader, and the reasons why some have none."""
    scores = {OURS: claim_scores(everything, [answer["claims"] for answer in ours])}
    reasons = {}
    for tool in READERS:
        began = time.monotonic()
        try:
            found = answers_of(tool, [one.text for one in everything])
        except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
            reasons[tool] = str(error)
            continue
        print(f"{tool}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        scores[tool] = claim_scores(everything, found)
    return scores, reasons


def by_group(everything: list[Report], ours: list[dict[str, Any]]) -> dict[str, Scores]:
    """What the checker reaches in each group and over all; false alarms are errors and questions a true report."""
    found: dict[str, Scores] = {}
    for group in (*GROUPS, "all"):
        pairs = [
            (one, answer)
            for one, answer in zip(everything, ours, strict=True)
            if group in {one.group, "all"}
        ]
        texts, answers = [one for one, _ in pairs], [answer for _, answer in pairs]
        claims = claim_scores(texts, [answer["claims"] for answer in answers])
        told: Counter[str] = Counter()
        for one, answer in pairs:
            told.update(alarms(answer) if one.seeded is None else {})
        true = sum(one.seeded is None for one in texts)
        found[group] = {
            "claim precision": claims["precision, with unit"],
            "claim recall": claims["recall, with unit"],
            **relation_scores(texts, answers),
            "errors a true report": share(told["error"], true),
            "questions a true report": share(told["ask"], true),
        }
    return found


def by_mistake(everything: list[Report], ours: list[dict[str, Any]]) -> dict[str, str]:
    """How many of each kind of mistake are found, of how many."""
    seen: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for one, answer in zip(everything, ours, strict=True):
        if one.seeded is not None:
            title = one.mistake if one.group == "mistaken" else f"in {one.genre}, by hand"
            seen[title] += 1
            hit[title] += finds_the_mistake(one, answer)
    return {title: f"{hit[title]}/{seen[title]}" for title in seen}


def table(scores: dict[str, Scores], columns: tuple[str, ...]) -> str:
    """One line a score, one column a group or reader."""
    rows = [["", *columns]]
    for name in scores[columns[0]]:
        values = [scores[column][name] for column in columns]
        rows.append([name, *("-" if value is None else f"{value:.3f}" for value in values)])
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--reports", type=int, default=15, help="of each genre, true and suspicious"
    )
    parser.add_argument("--mistakes", type=int, default=4, help="reports with each kind of mistake")
    parser.add_argument("--write", type=Path, help="a folder for the texts themselves")
    options = parser.parse_args()
    everything = reports(options.reports, options.mistakes)
    began = time.monotonic()
    ours = [our_answer(one) for one in everything]
    spent = time.monotonic() - began
    groups = by_group(everything, ours)
    tools, reasons = beside(everything, ours)
    kinds = by_mistake(everything, ours)
    tell(everything, spent, groups, tools, reasons, kinds)
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for one in everything:
            (options.write / f"{one.name}.txt").write_text(one.text, encoding="utf-8")


def tell(
    everything: list[Report],
    spent: float,
    groups: dict[str, Scores],
    tools: dict[str, Scores],
    reasons: dict[str, str],
    kinds: dict[str, str],
) -> None:
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    kept = {
        "reports": len(everything),
        "seconds": spent,
        "groups": groups,
        "claims": tools,
        "left out": reasons,
        "mistakes": kinds,
    }
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    print(
        f"\n{len(everything)} reports, {len(kinds)} kinds of mistakes, checked in {spent:.1f} s\n"
    )
    print(table(groups, (*GROUPS, "all")))
    print(f"\nclaims, side by side\n{table(tools, tuple(tools))}")
    for tool, reason in reasons.items():
        print(f"{tool}: {reason}")
    missed = {title: of for title, of in kinds.items() if len(set(of.split("/"))) > 1}
    print(
        "\nmistakes not always found: "
        + ("; ".join(f"{title} {of}" for title, of in missed.items()) or "none")
    )
    print(f"\nJSON: {KEPT.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
