"""`taizhang trace INDICATOR PERIOD`: the records behind a figure."""

import json
from collections.abc import Iterable
from typing import Any

import click

from taizhang.commands.figures import described
from taizhang.commands.sources import Asked, asked, source_options
from taizhang.commands.table import aligned
from taizhang.core.wording import plain
from taizhang.indicators.figures import figures, trace
from taizhang.ledgers.registry import ledger, title

LISTED = 100


@click.command("trace", help="一个指标背后的记录，逐条列出。")
@click.argument("indicator")
@click.argument("period")
@source_options
@click.option("--limit", type=int, default=LISTED, help=f"最多列几条，默认 {LISTED}；JSON 全列。")
@click.pass_context
def trace_command(
    context: click.Context, /, indicator: str, period: str, as_json: bool, limit: int, **where: Any
) -> None:
    found = asked(context, period, **where)
    source, place = found.source, found.place
    (figure,) = figures(source, found.period, names=[indicator], place=place)
    told = described(figure)
    most = None if as_json else limit
    rows = trace(source, indicator, found.period, place=place, limit=most)
    if as_json:
        parts = [one.indicator for one in figure.inputs]
        entries = [entry(row, named=bool(parts)) for row in rows]
        whole = {"indicator": indicator, "value": told["value"], "rows": entries}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    value = "缺报" if told["value"] is None else f"{told['value']}{figure.unit}"
    click.echo(f"{found.heading}：{figure.title} {value}，{figure.records} 条记录")
    click.echo(table(found, rows))
    if figure.records > len(rows):
        click.echo(f"……只列了前 {len(rows)} 条，用 --limit 多列一些。")


def entry(row: dict[str, Any], named: bool) -> dict[str, Any]:
    """One row for scripts; of a ratio each says which of its two inputs it belongs to."""
    told = {key: row[key] for key in ("ledger", "record", "place")}
    told |= {"on": row["on"].isoformat(), "amount": plain(row["amount"])}
    return told | {"indicator": row["indicator"]} if named else told


def table(found: Asked, rows: list[dict[str, Any]]) -> str:
    numbers = {name: numbers_of(name, rows) for name in {row["ledger"] for row in rows}}
    heads = [["台账", "编号", "地区", "日期", "数额"]]
    body = [
        [
            title(ledger(row["ledger"])),
            numbers[row["ledger"]].get(row["record"], f"（第{row['record']}号记录）"),
            found.place_name(row["place"]),
            row["on"].isoformat(),
            plain(row["amount"]),
        ]
        for row in rows
    ]
    return aligned(heads + body, right={4})


def numbers_of(name: str, rows: Iterable[dict[str, Any]]) -> dict[int, str]:
    """What the office calls the records today, as far as the acting post sees them."""
    model = ledger(name)
    keys = [row["record"] for row in rows if row["ledger"] == name]
    return dict(model._default_manager.filter(pk__in=keys).values_list("pk", "number"))
