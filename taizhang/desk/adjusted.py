"""What a snapshot says differently from the one before it, as far as the acting post may see it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from taizhang.core.wording import plain
from taizhang.desk.access import sees, within_reach
from taizhang.desk.record_actions import page_of
from taizhang.desk.snapshot_rows import rows_then
from taizhang.documents.links import SNAPSHOT_DIGITS
from taizhang.indicators.definition import Definition
from taizhang.ledgers.registry import ledgers
from taizhang.snapshots.adjustments import (
    KINDS,
    Adjustment,
    Adjustments,
    Moved,
    Side,
    adjustments,
    baseline,
)
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, find_snapshot

COMPARED = 100_000  # entries held to pick those within reach from
SHOWN = 200
SHOWS = {"flow": "本期数", "stock": "累计数"}


@dataclass(frozen=True)
class EntryLine:
    """One entry that is new, gone or changed."""

    kind: str
    indicator: str
    record: str
    address: str
    old: str
    new: str


@dataclass(frozen=True)
class MovedLine:
    """A figure that is another one now."""

    title: str
    place: str
    show: str
    old: str
    new: str
    unit: str


def adjusted_view(request: HttpRequest, key: str) -> HttpResponse:
    """Loaded after the snapshot's page stands: comparing two journals takes its time."""
    snapshot = find_snapshot(key)
    reach = within_reach(request, snapshot.place)
    before = baseline(snapshot)
    context = compared(request, before, snapshot, reach) if before else {"before": None}
    return render(request, "desk/adjusted.html", context)


def compared(
    request: HttpRequest, before: Snapshot, after: Snapshot, reach: str
) -> dict[str, object]:
    found = adjustments(before, after, COMPARED)
    names = {code: place.name for code, place in SnapshotSource(after).places.items()}
    known = {**before.definitions, **after.definitions}
    entries = [one for one in found.entries if within(one, reach) and seen(request, one.indicator)]
    moved = [
        one
        for one in found.moved
        if one.place.startswith(reach)
        and seen(request, one.indicator)
        and one.show == known[one.indicator].show
    ]
    return {
        "before": before,
        "before_key": before.digest[:SNAPSHOT_DIGITS],
        "until": found.until,
        "total": len(entries),
        "has_more": len(entries) > SHOWN,
        "entries": entry_lines(after, reach, entries[:SHOWN], known, names),
        "moved": [moved_line(one, names) for one in moved[:SHOWN]],
        "redefined": redefined(request, found),
    }


def within(entry: Adjustment, reach: str) -> bool:
    """Either side of it, since a record may have moved from one village to another."""
    sides = [side for side in (entry.old, entry.new) if side]
    return any(side.place.startswith(reach) for side in sides)


def seen(request: HttpRequest, indicator: str) -> bool:
    return sees(request, indicator.partition(".")[0])


def redefined(request: HttpRequest, found: Adjustments) -> list[tuple[str, str]]:
    """Indicators that count differently now, are new or are gone: their figures moved for that reason."""
    kinds = {"口径改了": found.redefined, "新增指标": found.added, "取消指标": found.dropped}
    return [
        (what, one.title)
        for what, those in kinds.items()
        for one in those
        if sees(request, one.line)
    ]


def entry_lines(
    after: Snapshot,
    reach: str,
    entries: list[Adjustment],
    known: dict[str, Definition],
    names: dict[str, str],
) -> list[EntryLine]:
    """Entries with their records' numbers; nothing is ever deleted, so the later snapshot knows them all."""
    keys: dict[str, set[int]] = {}
    for one in entries:
        keys.setdefault(one.ledger, set()).add(one.record)
    models = {model.ledger_name(): model for model in ledgers()}
    rows = {
        name: rows_then(after, models[name], keys[name], reach) for name in keys if name in models
    }

    def line(one: Adjustment) -> EntryLine:
        definition = known[one.indicator]
        record = rows.get(one.ledger, {}).get(one.record, {})
        return EntryLine(
            KINDS[one.kind],
            definition.title,
            str(record.get("number", one.record)),
            page_of(one.ledger, one.record) if one.ledger in models else "",
            side_words(one.old, definition.unit, names),
            side_words(one.new, definition.unit, names),
        )

    return [line(one) for one in entries]


def side_words(side: Side | None, unit: str, names: dict[str, str]) -> str:
    if side is None:
        return ""
    return f"{names.get(side.place, side.place)}，{side.day}，{plain(side.amount)}{unit}"


def moved_line(one: Moved, names: dict[str, str]) -> MovedLine:
    old, new = ("" if value is None else plain(value) for value in (one.old, one.new))
    place = names.get(one.place, one.place)
    return MovedLine(one.title, place, SHOWS[one.show], old, new, one.unit)
