"""Closed periods as documents ask them: the snapshot that an address names, opened once."""

from functools import cache

from taizhang.core.period import Period
from taizhang.documents.answers import Answers, Facts
from taizhang.documents.verifying import AnswersFor
from taizhang.snapshots.kept import Kept
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, find_snapshot


def answers_of(snapshot: Snapshot) -> Answers:
    """A snapshot ready to be asked."""
    period = Period.parse(snapshot.period)
    facts = Facts(snapshot.digest, snapshot.short, snapshot.number, period, snapshot.place)
    return Answers(facts, SnapshotSource(snapshot), Kept(snapshot).records)


def shelf() -> AnswersFor:
    """Finds snapshots by the digits in an address, each checked and opened once; refuses an unknown one."""
    # Written as short codes are printed, because a refusal repeats it.
    return cache(lambda mark: answers_of(find_snapshot(f"{mark[:4]}-{mark[4:]}".upper())))
