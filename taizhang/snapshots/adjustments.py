"""What a later snapshot says differently of days an earlier one has closed: late, changed and withdrawn records.

Nothing closed is ever changed; a correction shows here, entry by entry, with the figures that it moved.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal

from taizhang.core.period import Period
from taizhang.indicators import queries
from taizhang.indicators.definition import Definition
from taizhang.indicators.figure import exact
from taizhang.indicators.figures import Figure, figures
from taizhang.indicators.reading import inputs
from taizhang.snapshots.engine import Engine, engine
from taizhang.snapshots.models import Closing
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, open_snapshot

LISTED = 200
SHOWS = ("flow", "stock")
Kind = Literal["new", "gone", "changed"]
KINDS: dict[Kind, str] = {"new": "补报", "gone": "撤销", "changed": "更正"}


@dataclass(frozen=True)
class Side:
    """Where, when and how much an entry was, in one of the two snapshots."""

    place: str
    day: date
    amount: Decimal
    item: str


@dataclass(frozen=True)
class Adjustment:
    """One entry of a record that is new, gone or changed; `old` or `new` is missing accordingly."""

    indicator: str
    ledger: str
    record: int
    old: Side | None
    new: Side | None

    @property
    def kind(self) -> Kind:
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "changed"


@dataclass(frozen=True)
class Moved:
    """A figure of the old period, up to the same day, as the old snapshot has it and as the new one does."""

    indicator: str
    title: str
    unit: str
    place: str
    show: str
    old: Decimal | None
    new: Decimal | None


@dataclass(frozen=True)
class Adjustments:
    """The whole difference up to `until`. `entries` lists the first ones; `counts` has them all, by kind.

    `redefined` are the indicators that count differently now, `added` and `dropped` those only one side knows.
    """

    old: Snapshot
    new: Snapshot
    until: date
    entries: tuple[Adjustment, ...]
    counts: dict[Kind, int]
    moved: tuple[Moved, ...]
    redefined: tuple[Definition, ...]
    added: tuple[Definition, ...]
    dropped: tuple[Definition, ...]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def baseline(snapshot: Snapshot) -> Snapshot | None:
    """What a snapshot is compared with: the one it replaces, else the one closed before it; None for the first."""
    place = snapshot.place
    if snapshot.replaces:
        row = Closing.objects.filter(digest=snapshot.replaces).first()
        number = row.number if row else snapshot.number - 1
        return open_snapshot(place, snapshot.period, number)
    before = snapshot.previous
    return open_snapshot(place, before.period, before.number) if before else None


def adjustments(old: Snapshot, new: Snapshot, listed: int = LISTED) -> Adjustments:
    """Compare two snapshots of a place up to the earlier cut-off, with the figures of the old one's period."""
    until = min(old.cutoff, new.cutoff)
    both = [name for name in new.definitions if known(old, name) and known(new, name)]
    first, counts = counted(entries(old, new, sorted(both), until), listed)
    changed = [name for name in both if old.definitions[name] != new.definitions[name]]
    return Adjustments(
        old=old,
        new=new,
        until=until,
        entries=tuple(first),
        counts=counts,
        moved=tuple(moved(old, new, until, both)),
        redefined=tuple(new.definitions[name] for name in changed),
        added=tuple(one for name, one in new.definitions.items() if name not in old.definitions),
        dropped=tuple(one for name, one in old.definitions.items() if name not in new.definitions),
    )


def known(snapshot: Snapshot, name: str) -> bool:
    """Whether a snapshot has a figure, with its inputs if it is a ratio."""
    definition = snapshot.definitions.get(name)
    return definition is not None and all(one in snapshot.definitions for one in inputs(definition))


def counted(every: Iterable[Adjustment], listed: int) -> tuple[list[Adjustment], dict[Kind, int]]:
    """The first entries, and how many there are of each kind."""
    first: list[Adjustment] = []
    counts: dict[Kind, int] = dict.fromkeys(KINDS, 0)
    for one in every:
        counts[one.kind] += 1
        if len(first) < listed:
            first.append(one)
    return first, counts


def entries(old: Snapshot, new: Snapshot, names: list[str], until: date) -> Iterator[Adjustment]:
    """Every entry that is not the same in both; indicator by indicator, so that memory stays small."""
    opened = engine("duckdb", [old.journal, new.journal])
    try:
        for name in names:
            yield from paired(differing(opened, name, until))
    finally:
        opened.close()


def differing(opened: Engine, name: str, until: date) -> list[tuple[Any, ...]]:
    before, after = opened.tables
    return opened.rows(queries.difference(before, after, [name], until))


def paired(rows: list[tuple[Any, ...]]) -> Iterator[Adjustment]:
    """A record's entry that is gone and one that is new are one changed entry."""
    for (indicator, ledger, record), same in groupby(rows, key=lambda row: row[:3]):
        gone: list[Side] = []
        new: list[Side] = []
        for *_, place, day, amount, item, more in same:
            side = Side(place, day, exact(amount), item)
            (new if more > 0 else gone).extend([side] * abs(int(more)))
        for turn in range(max(len(gone), len(new))):
            before = gone[turn] if turn < len(gone) else None
            after = new[turn] if turn < len(new) else None
            yield Adjustment(indicator, ledger, int(record), before, after)


def moved(old: Snapshot, new: Snapshot, until: date, names: list[str]) -> Iterator[Moved]:
    """The figures that differ, of the whole place and of each part one level down, as flow and as stock."""
    period = Period.parse(old.period)
    sources = SnapshotSource(old, cutoff=until), SnapshotSource(new, cutoff=until)
    try:
        for by in (None, "place"):
            for show in SHOWS:
                before, after = (
                    {
                        (one.indicator, one.place): one
                        for one in figures(source, period, by=by, names=names, show=show)
                    }
                    for source in sources
                )
                yield from differences(before, after, show)
    finally:
        for source in sources:
            source.close()


def differences(
    before: dict[tuple[str, str], Figure], after: dict[tuple[str, str], Figure], show: str
) -> Iterator[Moved]:
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        known = new or old
        values = old.value if old else None, new.value if new else None
        if known and values[0] != values[1]:
            yield Moved(known.indicator, known.title, known.unit, known.place, show, *values)
