"""One figure and the records behind it: where a click on a number leads, on the desk and in a document."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from taizhang.core.wording import plain
from taizhang.desk.access import within_reach
from taizhang.desk.charts import Chart, month_label, months_line
from taizhang.desk.columns import EMPTY, listed, shown, title
from taizhang.desk.figures_page import Cell, bars_by_place, cell, worth_showing
from taizhang.desk.record_actions import page_of
from taizhang.desk.snapshot_rows import rows_then
from taizhang.desk.sources import View, open_view
from taizhang.documents.links import FigureLink, read_query
from taizhang.indicators.definition import Definition
from taizhang.indicators.figures import Figure, trace
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers

ROWS_A_PAGE = 100


@dataclass(frozen=True)
class JournalLine:
    """One entry of the journal with the record it comes from."""

    on: Any
    amount: str
    item: str
    place: str
    indicator: str
    ledger: str
    number: str
    address: str
    told: dict[str, str]


def figure_view(request: HttpRequest, key: str, indicator: str) -> HttpResponse:
    """The page at /figure/<snapshot or live>/<indicator>/, as documents write its address."""
    link = read_query(key, indicator, request.META.get("QUERY_STRING", ""))
    if link is None or link.show not in ("", "flow", "stock"):
        raise Http404
    if link.is_about_snapshot:
        return redirect("admin:snapshot", key=key)
    view = open_view(request, key, link.place, link.period)
    definition, figure = view.definition(indicator), one_figure(view, link)
    context = {
        "title": figure.title,
        "view": view,
        "definition": definition,
        "cell": cell(view, figure),
        "value": plain(figure.value) if figure.value is not None else "",
        "narrowed": bool(link.place) and link.place != view.place,
        "shows": shows(view, link, definition),
        "inputs": [cell(view, one, show=figure.show) for one in figure.inputs],
        "formula": formula(view, definition),
        "sides": sides(definition, figure),
        "charts": pictures(view, link, figure),
        "places": by_place(view, link),
        **paged(view, link, figure, request.GET.get("page", "1")),
    }
    return TemplateResponse(request, "desk/figure.html", context)


def one_figure(view: View, link: FigureLink) -> Figure:
    return view.figures(names=(link.indicator,), show=link.show or None)[0]


def shows(view: View, link: FigureLink, definition: Definition) -> list[tuple[str, str, bool]]:
    """Flow and stock, and which of them the page shows."""
    now = link.show or definition.show
    return [
        (title, view.address(link.indicator, show=show), show == now)
        for show, title in (("flow", "本期数"), ("stock", "累计数（到截止日）"))
    ]


def formula(view: View, definition: Definition) -> str:
    """A ratio in words, with the titles of its inputs."""
    if definition.kind != "ratio":
        return ""
    titles = [view.source.definitions[name].title for name in (definition.of, definition.to)]
    return f"{titles[0]} ÷ {titles[1]}" + (" × 100%" if definition.unit == "%" else "")


def sides(definition: Definition, figure: Figure) -> list[tuple[str, str]]:
    """Opening + in - out = closing, for what adds up."""
    if definition.kind != "additive":
        return []
    named = {
        "期初": figure.opening,
        "增加": figure.inflow,
        "减少": -figure.outflow,
        "期末": figure.closing,
    }
    return [(title, plain(value)) for title, value in named.items()]


def pictures(view: View, link: FigureLink, figure: Figure) -> list[Chart]:
    names, show = (link.indicator,), link.show or None
    months = view.figures(by="month", period=view.trend_period(), names=names, show=show)
    places = sorted(view.figures(by="place", names=names, show=show), key=lambda one: one.key)
    over_months = months_line(
        "近12个月", figure.unit, [month_label(one.key) for one in months], months
    )
    return [*bars_by_place(view, "按地区", places), over_months]


def by_place(view: View, link: FigureLink) -> list[tuple[str, Cell]]:
    """The figure one level down, each number leading further down; one part alone is no breakdown."""
    found = sorted(
        view.figures(by="place", names=(link.indicator,), show=link.show or None),
        key=lambda one: one.key,
    )
    below = worth_showing(view, found)
    told = [
        (view.part_name(one.key), cell(view, one, place=one.key, show=link.show)) for one in below
    ]
    return told if len(told) > 1 else []


def paged(view: View, link: FigureLink, figure: Figure, asked: str) -> dict[str, Any]:
    """One page of the journal rows behind the figure."""
    pages = max(1, -(-figure.records // ROWS_A_PAGE))
    page = min(max(int(asked), 1), pages) if asked.isdecimal() else 1
    found = trace(
        view.source,
        link.indicator,
        view.period,
        place=view.place,
        show=link.show or None,
        limit=ROWS_A_PAGE,
        offset=(page - 1) * ROWS_A_PAGE,
    )
    here = view.address(link.indicator, show=link.show)
    around = [(number, f"{here}&page={number}", number == page) for number in near(page, pages)]
    rows = journal_lines(view, found)
    heads = list(dict.fromkeys(title for row in rows for title in row.told))
    cells = [(row, [row.told.get(title, EMPTY) for title in heads]) for row in rows]
    return {"rows": cells, "heads": heads, "pages": around, "page": page, "page_count": pages}


def near(page: int, pages: int) -> list[int]:
    return sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})


def journal_lines(view: View, found: list[dict[str, Any]]) -> list[JournalLine]:
    """The entries with their records as they were: in the snapshot's ledgers, or in today's."""
    keys: dict[str, set[int]] = {}
    for row in found:
        keys.setdefault(row["ledger"], set()).add(row["record"])
    models = {model.ledger_name(): model for model in ledgers()}
    records = {
        name: rows_of(view, models[name], wanted) for name, wanted in keys.items() if name in models
    }
    return [journal_line(view, row, models.get(row["ledger"]), records) for row in found]


def rows_of(view: View, model: type[Record], keys: Iterable[int]) -> dict[int, dict[str, Any]]:
    if view.snapshot:
        return rows_then(view.snapshot, model, keys, within_reach(view.request, ""))
    rows: Any = model._base_manager.filter(pk__in=keys).values()
    return {row["id"]: row for row in rows}


def journal_line(
    view: View,
    row: dict[str, Any],
    model: type[Record] | None,
    records: dict[str, dict[int, dict[str, Any]]],
) -> JournalLine:
    """One entry; a ledger that is no longer installed has only its name."""
    record = records.get(row["ledger"], {}).get(row["record"], {})
    definition = view.source.definitions[row["indicator"]]
    return JournalLine(
        row["on"],
        plain(row["amount"]),
        definition.item_titles.get(row["item"], row["item"]),
        view.name_of(row["place"]),
        definition.title,
        str(model._meta.verbose_name) if model else row["ledger"],
        str(record.get("number", row["record"])),
        page_of(row["ledger"], row["record"]) if model else "",
        told(model, record) if model else {},
    )


def told(model: type[Record], record: dict[str, Any]) -> dict[str, str]:
    """A few telling fields of a record; ID numbers masked."""
    own = [field for field in listed(model) if not field.is_relation]
    fields = {str(field.column): field for field in own}
    return {
        title(field): shown(field, record[name]) for name, field in fields.items() if name in record
    }
