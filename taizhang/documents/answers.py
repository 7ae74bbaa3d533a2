"""What a snapshot answers to the address of a figure: the words a document should carry there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.documents.links import SNAPSHOT_DIGITS, FigureLink
from taizhang.documents.model import Tagged
from taizhang.documents.phrases import phrase
from taizhang.indicators.definition import Definition
from taizhang.indicators.figures import Figure, figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.queries import Scope, day
from taizhang.indicators.source import PlaceInfo, Source
from taizhang.ledgers.record import Record

KeptRecords = Callable[[type[Record]], Mapping[int, Any]]
YEAR_AGO, PREVIOUS = "year_ago", "previous"


@dataclass(frozen=True)
class Facts:
    """What a document says of its snapshot."""

    digest: str
    short: str
    number: int
    period: Period
    place: str

    @property
    def mark(self) -> str:
        """The digits of the digest that stand in every address."""
        return self.digest[:SNAPSHOT_DIGITS]


class Answers:
    """A snapshot asked for figures: every question about one place and period costs one query together."""

    def __init__(self, facts: Facts, source: Source, kept: KeptRecords = lambda model: {}) -> None:
        self.facts, self.source, self.kept = facts, source, kept
        self.names = {code: place.name for code, place in source.places.items()}
        self.read: dict[tuple[str, str, str], dict[str, Figure]] = {}
        self.broken_down: set[tuple[str, str]] = set()

    def link(self, indicator: str, **said: Any) -> FigureLink:
        """The address of a figure of this snapshot; place and period are the snapshot's own unless said."""
        whole = FigureLink(self.facts.mark, indicator, self.source.place, self.facts.period.name)
        return replace(whole, **{name: value for name, value in said.items() if value != ""})

    def tagged(self, link: FigureLink) -> Tagged:
        """A figure as it stands in a document."""
        return Tagged(self.text(link), link, self.hint(link))

    def about(self, name: str) -> Tagged:
        """What can be said of the snapshot itself, such as snapshot.cutoff."""
        return self.tagged(FigureLink(self.facts.mark, name))

    def text(self, link: FigureLink) -> str:
        """The words that should stand at an address."""
        if link.is_about_snapshot:
            return self._fact(link.indicator)
        if link.part in DAYS:
            return self._day(link)
        return phrase(link, self.figure(link), self.names)

    def hint(self, link: FigureLink) -> str:
        """What shows when the mouse rests on a figure."""
        if link.is_about_snapshot:
            return f"封存号{self.facts.short}"
        figure = self.figure(link)
        where = f"{self.place_name(link.place)}{Period.parse(link.period).label}"
        return f"{figure.title}，{where}，{figure.records}条记录"

    def title(self, link: FigureLink) -> str:
        """What an address is about, for messages."""
        if link.is_about_snapshot:
            return SNAPSHOT_TITLES.get(link.indicator, link.indicator)
        what = f"{self.figure(link).title}{PART_TITLES.get(link.part, '')}"
        return f"{what}（{self.place_name(link.place)}，{Period.parse(link.period).label}）"

    def figure(self, link: FigureLink) -> Figure:
        """The figure at an address; one that the snapshot does not know is a gap."""
        place = link.place or self.source.place
        self._read_villages(link.period, link.show, place)
        key = (link.period, link.show, place)
        if key not in self.read:
            found = figures(
                self.source, Period.parse(link.period), place=place, show=link.show or None
            )
            self.read[key] = {figure.indicator: figure for figure in found}
        return self.read[key].get(link.indicator) or self._unknown(link)

    def by_place(self, show: str = "") -> dict[str, dict[str, Figure]]:
        """The figures of the period one level down, by place and indicator."""
        found = figures(self.source, self.facts.period, by="place", show=show or None)
        told: dict[str, dict[str, Figure]] = {}
        for figure in found:
            told.setdefault(figure.key, {})[figure.indicator] = figure
        return told

    def places_of(self, link: FigureLink) -> list[PlaceInfo]:
        """The places that have entries of an indicator, up to the cut-off or in the period as it is shown."""
        definition, period = self.definition(link.indicator), Period.parse(link.period)
        last = min(period.last, self.source.cutoff)
        scope = Scope(self.source.place, period.first, last, (link.indicator,))
        since = (
            f" AND day >= {day(period.first)}" if definition and definition.show == "flow" else ""
        )
        rows = self.source.rows(
            f"SELECT DISTINCT place FROM {self.source.journal} WHERE {scope.where()}{since}"
        )
        return [
            self.source.places.get(code) or PlaceInfo(code, code, "")
            for code in sorted(row[0] for row in rows)
        ]

    def place_name(self, code: str) -> str:
        return self.names.get(code or self.source.place, code)

    def definition(self, name: str) -> Definition | None:
        """The definition the snapshot was closed with, else today's."""
        return self.source.definitions.get(name) or definitions().get(name)

    def _day(self, link: FigureLink) -> str:
        """The day of the first or last entry of an indicator in a period, without the year where it is the document's."""
        period = Period.parse(link.period)
        last = min(period.last, self.source.cutoff)
        scope = Scope(link.place or self.source.place, period.first, last, (link.indicator,))
        ((found,),) = self.source.rows(
            f"SELECT {DAYS[link.part]}(day) FROM {self.source.journal} "
            f"WHERE {scope.where()} AND day >= {day(period.first)}"
        )
        if found is None:
            return phrase(link, self._unknown(link), self.names)
        written = written_date(found)
        own_year = f"{self.facts.period.first.year}年"
        return written.removeprefix(own_year)

    def _fact(self, name: str) -> str:
        """What can be said of the snapshot itself, by the name it has in addresses."""
        said = {
            "snapshot.period": self.facts.period.label,
            "snapshot.cutoff": written_date(self.source.cutoff),
            "snapshot.short": self.facts.short,
            "snapshot.number": str(self.facts.number),
        }
        if name not in said:
            raise Refusal(f"没有“{name}”这一项，请用 taizhang compile 重新生成。")
        return said[name]

    def _read_villages(self, period: str, show: str, place: str) -> None:
        """The first question below the snapshot's place reads all its parts at once."""
        if place == self.source.place or (period, show) in self.broken_down:
            return
        self.broken_down.add((period, show))
        for figure in figures(self.source, Period.parse(period), by="place", show=show or None):
            if (
                figure.key != self.source.place
            ):  # what is kept at the place itself is only a part of it
                self.read.setdefault((period, show, figure.key), {})[figure.indicator] = figure

    def _unknown(self, link: FigureLink) -> Figure:
        known = self.definition(link.indicator)
        title, unit = (known.title, known.unit) if known else (link.indicator, "")
        return Figure(link.indicator, title, unit, None, 0, link.place, "", link.show)


SNAPSHOT_TITLES = {
    "snapshot.period": "期间",
    "snapshot.cutoff": "数据截止日期",
    "snapshot.short": "封存号",
    "snapshot.number": "封存次数",
}

DAYS = {"first_day": "min", "last_day": "max"}

PART_TITLES = {
    "records": "的记录数",
    "gaps": "的未报单位",
    "opening": "的期初数",
    "inflow": "的增加数",
    "outflow": "的减少数",
    "closing": "的期末数",
    "first_day": "的最早日期",
    "last_day": "的最近日期",
}


def moved_period(name: str, old: Period, new: Period) -> str:
    """The period a figure speaks of after its document moved from one period to another."""
    moves = {
        old.name: new,
        old.year_ago().name: new.year_ago(),
        old.previous().name: new.previous(),
    }
    return moves[name].name if name in moves else name


def written_date(when: date) -> str:
    """A date as papers write it: Arabic figures, full year, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{when.year}年{when.month}月{when.day}日"
