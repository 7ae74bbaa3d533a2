"""`taizhang figures PERIOD`: the figures of a period, closed or live, whole or broken down."""

import json
from typing import Any

import click

from taizhang.commands.sources import Asked, asked, source_options
from taizhang.commands.table import aligned
from taizhang.core.period import Period
from taizhang.core.wording import plain
from taizhang.indicators.figures import Figure, figures
from taizhang.indicators.reading import BREAKDOWNS

MISSING = "缺报"


@click.command("figures", help="一个期间（如 2018Q1）的全部指标。")
@click.argument("period")
@click.option("--by", type=click.Choice(BREAKDOWNS), help="按村、按月或按类别分开。")
@click.option(
    "--show",
    type=click.Choice(["flow", "stock"]),
    help="flow 本期数，stock 累计数；默认按各指标的习惯。",
)
@source_options
@click.pass_context
def figures_command(
    context: click.Context,
    /,
    period: str,
    by: str | None,
    show: str | None,
    as_json: bool,
    **where: Any,
) -> None:
    found = asked(context, period, **where)
    told = figures(found.source, found.period, place=found.place, by=by, show=show)
    if as_json:
        click.echo(json.dumps([described(one) for one in told], ensure_ascii=False, indent=1))
        return
    click.echo(found.heading)
    click.echo(table(found, told, by))


def described(figure: Figure) -> dict[str, Any]:
    """A figure for scripts; the value is a decimal as text, null where it is missing."""
    return {
        "indicator": figure.indicator,
        "title": figure.title,
        "unit": figure.unit,
        "value": None if figure.value is None else plain(figure.value, decimals(figure)),
        "records": figure.records,
        "place": figure.place,
        "definition": figure.definition,
        "show": figure.show,
        "key": figure.key,
        "gaps": list(figure.gaps),
    }


def decimals(figure: Figure) -> int | None:
    """A ratio keeps the places it was rounded to; everything else is written as short as it is."""
    if figure.value is None or not figure.inputs:
        return None
    return max(0, -int(figure.value.as_tuple().exponent))


def table(found: Asked, told: list[Figure], by: str | None) -> str:
    heads = [
        ["指标", "名称", *([KEYS[by]] if by else []), "数值", "单位", "记录", "没有上报的地区"]
    ]
    rows = [row(found, one, by) for one in told]
    return aligned(heads + rows, right={3, 5} if by else {2, 4})


KEYS = {"place": "地区", "month": "月份", "item": "类别"}


def row(found: Asked, figure: Figure, by: str | None) -> list[str]:
    value = MISSING if figure.value is None else plain(figure.value, decimals(figure))
    key = [key_name(found, figure, by)] if by else []
    names = "、".join(found.place_name(code) for code in figure.gaps)
    return [figure.indicator, figure.title, *key, value, figure.unit, str(figure.records), names]


def key_name(found: Asked, figure: Figure, by: str) -> str:
    """What a breakdown's key is called."""
    if by == "place":
        return found.place_name(figure.key)
    if by == "month":
        return Period.parse(f"{figure.key[:4]}-{figure.key[4:]}").label
    known = found.source.definitions
    titles: dict[str, str] = {}
    for one in figure.inputs or (figure,):
        titles |= known[one.indicator].item_titles
    return titles.get(figure.key, figure.key) or "（不分类别）"
