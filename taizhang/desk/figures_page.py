"""All figures of a period, by line of work: each number opens its records, each gap names who is silent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from taizhang.core.wording import plain
from taizhang.desk.charts import Chart, bars, month_label, months_line, spark
from taizhang.desk.lines import line_title
from taizhang.desk.sources import LIVE, LIVE_TITLE, View, closed, newest_view, open_view
from taizhang.documents.links import SNAPSHOT_DIGITS
from taizhang.indicators.figures import Figure
from taizhang.people.models import VILLAGE


@dataclass(frozen=True)
class Cell:
    """One number on the page: its words, where its records are, and who has not reported."""

    figure: Figure
    address: str
    silent: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return "" if self.figure.value is None else plain(self.figure.value)

    @property
    def is_gap(self) -> bool:
        """Somebody has not reported; a ratio of nothing is not a gap, it only cannot be worked out."""
        return self.figure.value is None and bool(self.silent)


@dataclass(frozen=True)
class Row:
    """An indicator: its figure, its last twelve months, and its figures one level down."""

    cell: Cell
    spark: str
    parts: list[Cell]


@dataclass
class LineOfWork:
    """The figures of one line of work; `parts` names the places one level down."""

    title: str
    parts: list[str]
    rows: list[Row] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)


def figures_view(request: HttpRequest) -> HttpResponse:
    """The page at /figures/."""
    key, asked = request.GET.get("source", ""), request.GET
    view = (
        open_view(request, key, asked.get("place", ""), asked.get("period", ""))
        if key
        else newest_view(request)
    )
    context = {"title": "指标数据", "view": view, "lines": lines(view), "choice": choice(view)}
    return TemplateResponse(request, "desk/figures.html", context)


def choice(view: View) -> dict[str, Any]:
    """What can be looked at instead."""
    sources = [(one.digest[:SNAPSHOT_DIGITS], one) for one in closed(view.request)]
    below = [one for one in view.source.places.values() if one.code.startswith(view.place)]
    return {"snapshots": sources, "live": LIVE, "live_title": LIVE_TITLE, "places": below}


def lines(view: View) -> list[LineOfWork]:
    """Every line the post has to do with: totals, twelve months and villages, one pass of the engine each."""
    months = grouped(view.figures(by="month", period=view.trend_period()))
    parts = grouped(sorted(view.figures(by="place"), key=lambda one: one.key))
    names = list(
        dict.fromkeys(view.part_name(one.key) for found in parts.values() for one in found)
    )
    told: dict[str, LineOfWork] = {}
    for figure in view.figures():
        label = figure.indicator.partition(".")[0]
        line = told.setdefault(label, LineOfWork(line_title(label), names))
        below = [cell(view, one, place=one.key) for one in parts.get(figure.indicator, [])]
        line.rows.append(Row(cell(view, figure), spark(months.get(figure.indicator, [])), below))
    for line in told.values():
        line.charts = pictures(view, line, months)
    return list(told.values())


def cell(view: View, figure: Figure, **said: str) -> Cell:
    return Cell(
        figure, view.address(figure.indicator, **said), tuple(map(view.name_of, figure.gaps))
    )


def grouped(found: Iterable[Figure]) -> dict[str, list[Figure]]:
    told: dict[str, list[Figure]] = {}
    for figure in found:
        told.setdefault(figure.indicator, []).append(figure)
    return told


def leading(line: LineOfWork) -> Row:
    """The figure a line is pictured by: the first that moved in the period and has many records, a flow if any.

    One that has come back to nothing gives an empty picture.
    """
    seen = [row for row in line.rows if row.cell.figure.value]
    moved = [row for row in seen if row.cell.figure.inflow or row.cell.figure.outflow]
    most = max((row.cell.figure.records for row in moved), default=0)
    large = [row for row in moved if row.cell.figure.records * 2 > most]
    flows = [row for row in large if row.cell.figure.show == "flow"]
    return (flows or large or line.rows)[0]


def pictures(view: View, line: LineOfWork, months: dict[str, list[Figure]]) -> list[Chart]:
    """The leading figure by place and over twelve months."""
    row = leading(line)
    figure, trend = row.cell.figure, months.get(row.cell.figure.indicator, [])
    over_months = months_line(
        f"{figure.title}，近12个月", figure.unit, [month_label(one.key) for one in trend], trend
    )
    return [
        *bars_by_place(view, f"{figure.title}，按地区", [part.figure for part in row.parts]),
        over_months,
    ]


def bars_by_place(view: View, title: str, found: list[Figure]) -> list[Chart]:
    """A bar a place; none where there is only one."""
    shown = worth_showing(view, found)
    if len(shown) < 2:
        return []
    return [bars(title, shown[0].unit, [view.part_name(one.key) for one in shown], shown)]


def worth_showing(view: View, found: list[Figure]) -> list[Figure]:
    """Every village, reported or not; what is kept at the whole's own level and below villages only where it is."""
    villages = len(view.place) < VILLAGE
    return [one for one in found if one.records or (villages and one.key != view.place)]
