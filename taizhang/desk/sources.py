"""Which data a page is about: a closed period's snapshot by its digest, or today's rows."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest
from django.utils import timezone

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.desk.access import sees, within_reach
from taizhang.documents.links import FOLDER, SNAPSHOT_DIGITS, FigureLink
from taizhang.indicators.definition import Definition
from taizhang.indicators.figures import Figure, figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.live import LiveSource
from taizhang.indicators.source import Source
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, find_snapshot, snapshots

LIVE = "live"
LIVE_TITLE = "现在的数据（未封存）"
OPEN_AT_ONCE = 8  # snapshots that stay open


@dataclass(frozen=True)
class View:
    """A source as one post may read it: `place` is never more than the post's reach, `lines` its lines."""

    request: HttpRequest
    source: Source
    period: Period
    place: str
    snapshot: Snapshot | None = None

    @property
    def key(self) -> str:
        """How addresses name the source."""
        return self.snapshot.digest[:SNAPSHOT_DIGITS] if self.snapshot else LIVE

    @property
    def title(self) -> str:
        if self.snapshot is None:
            return LIVE_TITLE
        return f"{self.snapshot.label}（{self.snapshot.short}）"

    @property
    def cutoff(self) -> date:
        return min(self.period.last, self.source.cutoff)

    @property
    def place_name(self) -> str:
        return self.name_of(self.place)

    def name_of(self, code: str) -> str:
        place = self.source.places.get(code)
        return place.name if place else code

    def part_name(self, code: str) -> str:
        """A place in a breakdown; what is kept at the whole's own level is one of its parts."""
        return f"{self.name_of(code)}本级" if code == self.place else self.name_of(code)

    def definitions(self) -> dict[str, Definition]:
        """The figures of the post's lines of work, in the order in which the lines declare them today."""
        known, today = self.source.definitions, list(definitions())
        names = [*filter(known.__contains__, today), *(name for name in known if name not in today)]
        return {name: known[name] for name in names if sees(self.request, known[name].line)}

    def definition(self, name: str) -> Definition:
        known = self.definitions()
        if name not in known:
            raise Refusal(f"没有代号为“{name}”的指标，或者它不归您的条线。")
        return known[name]

    def figures(
        self,
        by: str | None = None,
        period: Period | None = None,
        show: str | None = None,
        names: tuple[str, ...] = (),
    ) -> list[Figure]:
        asked = names or tuple(self.definitions())
        if not asked:
            return []
        return figures(
            self.source, period or self.period, place=self.place, by=by, names=asked, show=show
        )

    def address(self, indicator: str, place: str = "", show: str = "") -> str:
        """Where the records behind a figure are, in the form that documents write too."""
        link = FigureLink(self.key, indicator, place or self.place, self.period.name, show)
        return f"/{FOLDER}/{self.key}/{link.key}"

    def trend_period(self) -> Period:
        """The twelve months up to the cut-off."""
        last = self.cutoff
        after = date(last.year - 1, last.month, 1)
        first = date(after.year + after.month // 12, after.month % 12 + 1, 1)
        return Period.parse(f"{first}..{last}")


def closed(request: HttpRequest) -> list[Snapshot]:
    """The snapshots of places that the post's place is part of, or that are part of it; newest first."""
    own = within_reach(request, "")
    near = [one for one in snapshots() if one.place.startswith(own) or own.startswith(one.place)]
    return sorted(near, key=lambda one: (one.cutoff, one.period, one.number), reverse=True)


def open_view(request: HttpRequest, key: str, place: str = "", period: str = "") -> View:
    """The source an address names, opened and limited to the acting post's reach."""
    if key == LIVE:
        asked = Period.parse(period) if period else latest_period(request)
        here = within_reach(request, place)
        return View(request, LiveSource(here, timezone.localdate()), asked, here)
    snapshot = find_snapshot(key)
    here = within_reach(request, place or snapshot.place)
    asked = Period.parse(period or snapshot.period)
    return View(request, SnapshotSource(snapshot), asked, here, snapshot)


@lru_cache(OPEN_AT_ONCE)
def source_of(folder: Path, digest: str) -> SnapshotSource:
    """A snapshot's journal on an engine, opened once; the digest tells apart what stood in a folder before."""
    return SnapshotSource(Snapshot(folder))


def latest_period(request: HttpRequest) -> Period:
    """The period closed last, else the current quarter."""
    if found := closed(request):
        return Period.parse(found[0].period)
    today = timezone.localdate()
    return Period.parse(f"{today.year}Q{(today.month + 2) // 3}")


def newest_view(request: HttpRequest) -> View:
    """What the desk opens with: the newest snapshot, else today's rows."""
    found = closed(request)
    return open_view(request, found[0].digest[:SNAPSHOT_DIGITS] if found else LIVE)
