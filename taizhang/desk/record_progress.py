"""How far a record has come with what it aims at, on its page: each closed period, then today's ledgers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from taizhang.core.wording import plain
from taizhang.desk.access import sees
from taizhang.desk.sources import LIVE, LIVE_TITLE
from taizhang.documents.links import FOLDER, SNAPSHOT_DIGITS, FigureLink
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.record import Record
from taizhang.snapshots.progress import Standing, goal_of, standings


@dataclass(frozen=True)
class ProgressLine:
    """One reading: of which period, up to which day, the figure with its records behind it, and the verdict."""

    period: str
    source: str
    cutoff: date
    value: str
    address: str
    verdict: str


@dataclass(frozen=True)
class RecordProgress:
    """What a record aims at in words, and the readings."""

    aim: str
    lines: list[ProgressLine]


def record_progress(request: HttpRequest, record: Record, today: date) -> RecordProgress | None:
    """Nothing for a record that is not held against a figure, or for a post that may not see that figure."""
    goal = goal_of(record)
    if goal is None or not sees(request, goal.indicator.partition(".")[0]):
        return None
    aim = goal.wording(definitions()[goal.indicator])
    return RecordProgress(aim, list(lines(standings(record, today))))


def lines(found: list[Standing]) -> Iterator[ProgressLine]:
    for one in found:
        figure, snapshot = one.figure, one.snapshot
        key = snapshot.digest[:SNAPSHOT_DIGITS] if snapshot else LIVE
        link = FigureLink(key, figure.indicator, figure.place, one.period.name)
        yield ProgressLine(
            one.period.label,
            f"{snapshot.label}（{snapshot.short}）" if snapshot else LIVE_TITLE,
            one.cutoff,
            "缺" if figure.value is None else f"{plain(figure.value)}{figure.unit}",
            f"/{FOLDER}/{key}/{link.key}",
            one.verdict,
        )
