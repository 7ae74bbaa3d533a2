"""Closed periods as documents ask them: the snapshot that an address names, opened once."""

from functools import cache

from taizhang.core.period import Period
from taizhang.documents.answers import Answers, Facts
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, find_snapshot


def answers_of(snapshot: Snapshot) -> Answers:
    """A snapshot ready to be asked."""
    period = Period.parse(snapshot.period)
    facts = Facts(snapshot.digest, snapshot.short, snapshot.number, period, snapshot.place)
    return Answers(facts, SnapshotSource(snapshot))


@cache
def answers_for(mark: str) -> Answers:
    """The snapshot an address names by the first digits of its digest; an unknown one is refused."""
    return answers_of(find_snapshot(mark))
