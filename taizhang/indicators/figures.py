"""Figures from a journal: of a period, over several periods, and the rows behind them."""

from collections.abc import Iterable, Sequence
from typing import Any

from taizhang.core.period import Period
from taizhang.indicators import queries
from taizhang.indicators.figure import Figure, exact
from taizhang.indicators.reading import Reading
from taizhang.indicators.source import Source

__all__ = ["Figure", "figures", "trace", "trend"]

TRACED = ("indicator", "ledger", "record", "place", "on", "amount", "item")


def figures(
    source: Source,
    period: Period,
    *,
    place: str | None = None,
    by: str | None = None,
    names: Sequence[str] = (),
    show: str | None = None,
) -> list[Figure]:
    """Figures of a period up to the source's cut-off: all of them in one pass, or those named.

    `by` place (the next level down), month or item gives one figure a key. Raises Refusal for an unknown name.
    """
    return Reading(source, period, place or source.place, show).figures(names, by)


def trend(
    source: Source, name: str, periods: Iterable[Period], place: str | None = None
) -> list[tuple[Period, Figure]]:
    """One figure over several periods, for a line on a chart."""
    return [(period, figures(source, period, place=place, names=[name])[0]) for period in periods]


def trace(
    source: Source,
    name: str,
    period: Period,
    *,
    place: str | None = None,
    show: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[dict[str, Any]]:
    """The journal rows behind a figure; for a ratio those of both inputs. Their amounts sum to the figure."""
    reading = Reading(source, period, place or source.place, show)
    definition = reading.definition(name)
    entered = (name,) if definition.kind != "ratio" else (definition.of, definition.to)
    flows = [one for one in entered if reading.shown(reading.definition(one)) == "flow"]
    sql = queries.trace(source.journal, reading.scope(entered), flows, limit=limit, offset=offset)
    rows = [dict(zip(TRACED, row, strict=True)) for row in source.rows(sql)]
    return [row | {"amount": exact(row["amount"])} for row in rows]
