"""How far a record has come with what it aims at: by each closed period, and by today's ledgers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from taizhang.core.period import Period
from taizhang.indicators.aims import Goal, aim_of
from taizhang.indicators.figures import Figure, figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.live import LiveSource
from taizhang.indicators.source import Source
from taizhang.ledgers.record import Record
from taizhang.people.models import TOWN
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, snapshots


@dataclass(frozen=True)
class Standing:
    """One reading of a goal: of which period, up to which day, the figure and what it says of the goal."""

    period: Period
    cutoff: date
    figure: Figure
    verdict: str
    snapshot: Snapshot | None = None


def goal_of(record: Record) -> Goal | None:
    """What a record aims at, where its ledger says so and its indicator is still declared."""
    aim = aim_of(type(record))
    goal = aim.of(record) if aim else None
    return goal if goal and goal.indicator in definitions() else None


def standings(record: Record, today: date) -> list[Standing]:
    """The newest closing of each period within the goal's span, and today's rows while its last day is not closed."""
    goal = goal_of(record)
    return [] if goal is None else [*closed(goal, record), *live(goal, record, today)]


def latest(record: Record, today: date) -> Standing | None:
    """The last word: the newest closed period, and today's rows as long as none is closed."""
    found = standings(record, today)
    return next((one for one in reversed(found) if one.snapshot), found[-1] if found else None)


def closed(goal: Goal, record: Record) -> Iterator[Standing]:
    newest: dict[str, Snapshot] = {}
    for one in snapshots(record.place_id[:TOWN]):
        newest[one.period] = one  # oldest first, so the last closing stays
    for one in sorted(newest.values(), key=lambda found: (found.cutoff, found.period)):
        period = Period.parse(one.period)
        if goal.span.first <= period.last and period.first <= goal.span.last:
            source = SnapshotSource(one)
            if goal.indicator in source.definitions:
                yield from read(goal, source, period, one)


def live(goal: Goal, record: Record, today: date) -> Iterator[Standing]:
    """Today's rows, as far as the span goes; once the period with its last day is closed, that is the last word."""
    ends = min(today, goal.span.last)
    periods = (Period.parse(one.period) for one in snapshots(record.place_id[:TOWN]))
    is_closed = any(period.last >= goal.span.last for period in periods)
    if goal.span.first <= today and not is_closed:
        source = LiveSource(record.place_id[:TOWN], ends)
        yield from read(goal, source, Period.parse(f"{goal.span.first}..{ends}"), None)


def read(
    goal: Goal, source: Source, reported: Period, snapshot: Snapshot | None
) -> Iterator[Standing]:
    asked = goal.asked_in(reported)
    if asked is None:
        return
    found = figures(source, asked, names=[goal.indicator])[0]
    cutoff = min(asked.last, source.cutoff)
    is_over = asked.last >= goal.span.last
    yield Standing(asked, cutoff, found, goal.verdict(found, is_over=is_over), snapshot)
