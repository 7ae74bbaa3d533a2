"""How figures are read from a journal: the engine adds up, everything that is missing is decided here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators import queries
from taizhang.indicators.definition import Definition
from taizhang.indicators.figure import Figure, Sums, divided, exact, key_text
from taizhang.indicators.gaps import Reporting
from taizhang.indicators.queries import Scope
from taizhang.indicators.source import Source
from taizhang.people.models import COUNTY, TOWN, VILLAGE

BREAKDOWNS = ("place", "month", "item")
MONTH = "%Y%m"


class Reading:
    """One reading of a source: a period, a place, and whether flow or stock is asked for."""

    def __init__(self, source: Source, period: Period, place: str, show: str | None) -> None:
        if not place.startswith(source.place):
            raise Refusal(
                f"这里只有“{source.place}”的数据，没有地区代码 {place} 的；请换一个地区。"
            )
        self.source, self.period, self.place, self.show = source, period, place, show
        self.reporting = Reporting(source, period)

    @property
    def as_of(self) -> date:
        return min(self.period.last, self.source.cutoff)

    def scope(self, names: Sequence[str] = ()) -> Scope:
        return Scope(self.place, self.period.first, self.as_of, tuple(names))

    def definition(self, name: str) -> Definition:
        if name not in self.source.definitions:
            raise Refusal(f"没有代号为“{name}”的指标，请用 taizhang figures 查看全部指标。")
        return self.source.definitions[name]

    def shown(self, definition: Definition) -> str:
        return self.show or definition.show

    def figures(self, names: Sequence[str], by: str | None) -> list[Figure]:
        asked = [self.definition(name) for name in names] or list(self.source.definitions.values())
        entered = self.picked(self.entered(asked, by), by)
        entered = self.running(entered) if by == "month" else entered
        counted = {(f.indicator, f.key): f for f in entered}
        keys = list(dict.fromkeys(f.key for f in entered))
        found = [self.figure(definition, key, counted) for definition in asked for key in keys]
        return [figure for figure in found if figure is not None]

    def entered(self, asked: Sequence[Definition], by: str | None) -> list[Figure]:
        """Every figure that has entries of its own, for every key; without entries it is zero or a gap."""
        every = (queries.checked(name) for one in asked for name in inputs(one))
        wanted = list(dict.fromkeys(every))
        # Naming every indicator would only cost time.
        whole = {one.name for one in self.source.definitions.values() if one.kind != "ratio"}
        scope = self.scope([] if set(wanted) == whole else wanted)
        rows = self.source.rows(queries.totals(self.source.journal, scope, self.key_sql(by)))
        sums: dict[tuple[str, str], Sums] = {}
        for row in rows:
            sums.setdefault((row[0], key_text(row[1])), Sums()).add(row[2:])
        keys = self.keys(by, {key for _, key in sums})
        pairs = [(name, key) for name in wanted for key in keys]
        if by == "item":  # the items of other indicators say nothing of this one
            pairs = [pair for pair in pairs if pair in sums]
        return [self.summed(name, key, sums.get((name, key)), by) for name, key in pairs]

    def key_sql(self, by: str | None) -> str:
        if by is None:
            return ""
        if by not in BREAKDOWNS:
            raise Refusal(f"不能按“{by}”分组，只能按 place（村）、month（月）或 item（类别）。")
        place = queries.place_key(self.below())
        month = queries.month_key(self.period.first)
        return {"place": place, "month": month, "item": queries.ITEM_KEY}[by]

    def below(self) -> int:
        """The length of the codes one level down."""
        longer = (size for size in (TOWN, VILLAGE) if size > len(self.place))
        return next(longer, max(len(self.place), COUNTY) + 2)

    def keys(self, by: str | None, found: set[str]) -> list[str]:
        """Every key to show: all places one level down and all months up to the cut-off, entries or not."""
        if by == "place":
            return sorted(self.places_below() | found)
        if by == "month":
            months = (month.first for month in self.period.months())
            return sorted(
                {first.strftime(MONTH) for first in months if first <= self.as_of} | found
            )
        return sorted(found) if by == "item" else [""]

    def places_below(self) -> set[str]:
        first, last = self.period.first, self.period.last
        valid = (one.code for one in self.source.places.values() if one.is_valid_in(first, last))
        return {code for code in valid if code.startswith(self.place) and len(code) == self.below()}

    def summed(self, name: str, key: str, sums: Sums | None, by: str | None) -> Figure:
        definition = self.definition(name)
        place = key if by == "place" else self.place
        known = sums or Sums()
        flow = self.shown(definition) == "flow"
        return Figure(
            indicator=name,
            title=definition.title,
            unit=definition.unit,
            value=self.value(definition, place, sums, flow),
            records=known.flow_records if flow else known.stock_records,
            place=place,
            definition=definition.definition,
            show=self.shown(definition),
            key=key,
            opening=known.opening,
            inflow=known.inflow,
            outflow=known.outflow,
            closing=known.stock,
            gaps=self.reporting.gaps(definition, place),
        )

    def value(
        self, definition: Definition, place: str, sums: Sums | None, flow: bool
    ) -> Decimal | None:
        """The figure, or None where it is missing: nobody reported, no reading, or not yet begun."""
        if self.period.first > self.as_of:
            return None
        if definition.kind == "level":
            known = sums or Sums()
            return known.highest_in_period if flow else known.highest
        if sums is None:
            return None if self.reporting.is_missing(definition, place) else Decimal(0)
        return sums.flow if flow else sums.stock

    def picked(self, entered: list[Figure], by: str | None) -> list[Figure]:
        """Readings are picked, not added: the latest by the day (the highest stands already)."""
        latest = {f.indicator for f in entered if self.definition(f.indicator).pick == "latest"}
        found: dict[tuple[str, str], Decimal] = {}
        for flow in (True, False):
            names = [
                name for name in latest if (self.shown(self.definition(name)) == "flow") is flow
            ]
            if names:
                scope, key = self.scope(names), self.key_sql(by)
                sql = queries.latest(self.source.journal, scope, key, in_period=flow)
                rows = self.source.rows(sql)
                found |= {(row[0], key_text(row[1])): exact(row[2]) for row in rows}
        return [
            replace(f, value=found[at]) if (at := (f.indicator, f.key)) in found else f
            for f in entered
        ]

    def running(self, months: list[Figure]) -> list[Figure]:
        """Months in order: each opens with what the one before closed with; a reading stands until the next."""
        told: list[Figure] = []
        first = self.period.first.strftime(MONTH)
        for _, of_one in groupby(months, key=lambda figure: figure.indicator):
            before: Figure | None = None
            for month in of_one:
                before = self.carried(before, month) if before else month
                if month.key >= first:
                    told.append(before)
        return told

    def carried(self, before: Figure, month: Figure) -> Figure:
        """A month's own sums put on top of the month before."""
        opening, closing = before.closing + month.opening, before.closing + month.closing
        opened = replace(month, opening=opening, closing=closing)
        if month.show == "flow":
            return opened
        definition, records = self.definition(month.indicator), before.records + month.records
        values = [one.value for one in (before, month) if one.value is not None]
        if definition.kind != "level":
            value = None if month.value is None else closing
        elif definition.pick == "highest":
            value = max(values, default=None)
        else:
            value = values[-1] if values else None
        return replace(opened, value=value, records=records)

    def figure(
        self, definition: Definition, key: str, counted: dict[tuple[str, str], Figure]
    ) -> Figure | None:
        if definition.kind != "ratio":
            return counted.get((definition.name, key))
        of, to = counted.get((definition.of, key)), counted.get((definition.to, key))
        if of is None or to is None:
            return None
        return Figure(
            indicator=definition.name,
            title=definition.title,
            unit=definition.unit,
            value=divided(of.value, to.value, definition),
            records=of.records + to.records,
            place=of.place,
            definition=definition.definition,
            show=of.show,
            key=key,
            gaps=tuple(sorted({*of.gaps, *to.gaps})),
            inputs=(of, to),
        )


def inputs(definition: Definition) -> tuple[str, ...]:
    """The names of the indicators with entries behind a figure."""
    return (definition.of, definition.to) if definition.kind == "ratio" else (definition.name,)
