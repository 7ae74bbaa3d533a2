"""`taizhang close PERIOD`: close a period, and say what has changed since it, or the one before, was closed."""

import json
from datetime import datetime
from typing import Any

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.commands.table import aligned
from taizhang.core.finding import Refusal
from taizhang.core.wording import plain
from taizhang.indicators.definition import Definition
from taizhang.ledgers.registry import ledger, title
from taizhang.snapshots.adjustments import (
    KINDS,
    Adjustment,
    Adjustments,
    Moved,
    Side,
    adjustments,
    baseline,
)
from taizhang.snapshots.closing import close
from taizhang.snapshots.store import Snapshot

DAY = click.DateTime(["%Y-%m-%d"])
LISTED = 20
SHOWN = {"flow": "本期", "stock": "累计"}


@click.command("close", help="封存一个期间（如 2018Q1）；再封存一次就是下一号，原来的不动。")
@click.argument("period")
@click.option("--cutoff", type=DAY, help="统计截止日，默认期末（期末没到就是今天）。")
@click.option("--place", metavar="代码", help="哪个乡镇，默认本岗位的地区。")
@click.option("--json", "as_json", is_flag=True, help="按 JSON 输出。")
@click.pass_context
def close_command(
    context: click.Context, period: str, cutoff: datetime | None, place: str | None, as_json: bool
) -> None:
    act_as(context)
    made = close(
        period,
        today=timezone.localdate(),
        cutoff=cutoff.date() if cutoff else None,
        place=place,
        progress=lambda step: click.echo(f"{step}……", err=True),
    )
    found = compared(made)
    if as_json:
        click.echo(json.dumps(described(made, found), ensure_ascii=False, indent=1))
        return
    click.echo(f"已封存：{made.package.said['title']}，截至 {made.cutoff}，封存号 {made.short}。")
    click.echo(f"文件在 {made.folder}")
    for question in made.questions:
        name = title(ledger(question["ledger"]))
        click.echo(f"待核实：{name}“{question['rule']}”{question['records']} 条（不妨碍封存）")
    if found:
        tell(found)


def compared(made: Snapshot) -> Adjustments | None:
    """What changed since the snapshot before; the closing stands even where that one cannot be read."""
    try:
        before = baseline(made)
        return adjustments(before, made) if before else None
    except Refusal as refusal:
        click.echo(f"已经封存，但无法列出调整：{refusal}", err=True)
        return None


def described(made: Snapshot, found: Adjustments | None) -> dict[str, Any]:
    before = made.previous
    return {
        "place": made.place,
        "period": made.period,
        "number": made.number,
        "cutoff": made.cutoff.isoformat(),
        "digest": made.digest,
        "short": made.short,
        "folder": str(made.folder),
        "closed_by": made.closed_by,
        "previous": before.digest if before else "",
        "replaces": made.replaces,
        "questions": made.questions,
        "adjustments": adjusted(found) if found else None,
    }


def adjusted(found: Adjustments) -> dict[str, Any]:
    return {
        "since": found.old.digest,
        "until": found.until.isoformat(),
        **{str(kind): count for kind, count in found.counts.items()},
        "entries": [entry(one) for one in found.entries],
        "moved": [figure(one) for one in found.moved],
        "redefined": [one.name for one in found.redefined],
        "added": [one.name for one in found.added],
        "dropped": [one.name for one in found.dropped],
    }


def entry(one: Adjustment) -> dict[str, Any]:
    told = {
        "kind": one.kind,
        "indicator": one.indicator,
        "ledger": one.ledger,
        "record": one.record,
    }
    return told | {"old": side(one.old), "new": side(one.new)}


def side(one: Side | None) -> dict[str, str] | None:
    if one is None:
        return None
    day, amount = one.day.isoformat(), plain(one.amount)
    return {"place": one.place, "on": day, "amount": amount, "item": one.item}


def figure(one: Moved) -> dict[str, Any]:
    old, new = (None if value is None else plain(value) for value in (one.old, one.new))
    told = {"indicator": one.indicator, "place": one.place, "show": one.show}
    return told | {"old": old, "new": new}


def tell(found: Adjustments) -> None:
    """The adjustments in words, the first of them listed."""
    counts = "、".join(f"{KINDS[kind]} {count} 笔" for kind, count in found.counts.items() if count)
    until = f"与{found.old.label}（{found.old.short}）相比，截至 {found.until}"
    click.echo(f"{until}：{counts or '没有调整'}。")
    if found.entries:
        heads = [["调整", "指标", "台账", "记录", "原来", "现在"]]
        click.echo(aligned(heads + [row(found, one) for one in found.entries[:LISTED]]))
        more(found.total)
    if found.moved:
        heads = [["变动的数", "地区", "口径", "原来", "现在", "单位"]]
        click.echo(aligned(heads + [moved_row(one) for one in found.moved[:LISTED]], right={3, 4}))
        more(len(found.moved))
    for words, definitions in (
        ("口径变了", found.redefined),
        ("新增的指标", found.added),
        ("不再有的指标", found.dropped),
    ):
        if definitions:
            click.echo(f"{words}：{'、'.join(one.title for one in definitions)}")


def more(count: int) -> None:
    if count > LISTED:
        click.echo(f"……共 {count} 条，只列了前 {LISTED} 条。")


def row(found: Adjustments, one: Adjustment) -> list[str]:
    definition: Definition = found.new.definitions[one.indicator]
    names = title(ledger(one.ledger)), str(one.record)
    return [KINDS[one.kind], definition.title, *names, words(one.old), words(one.new)]


def words(one: Side | None) -> str:
    return f"{one.day} {one.place} {plain(one.amount)}" if one else "无"


def moved_row(one: Moved) -> list[str]:
    old, new = ("缺报" if value is None else plain(value) for value in (one.old, one.new))
    return [one.title, one.place, SHOWN[one.show], old, new, one.unit]
