"""Where a command reads figures from: a closed period, or today's rows, within the acting post's reach."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.live import LiveSource
from taizhang.indicators.source import Source
from taizhang.people.models import COUNTY, TOWN
from taizhang.snapshots.engine import ENGINES
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import Snapshot, folders, open_snapshot

OPTIONS = (
    click.option("--live", is_flag=True, help="用现在的台账，不用封存的数据。"),
    click.option("--place", metavar="代码", help="哪个地区，默认本岗位的地区。"),
    click.option("--snapshot", "number", type=int, help="用第几次封存，默认最新一次。"),
    click.option(
        "--engine", "kind", type=click.Choice(ENGINES), default="duckdb", help="计算引擎。"
    ),
    click.option("--master", metavar="地址", help="Spark 集群，如 spark://10.0.0.1:7077。"),
    click.option("--json", "as_json", is_flag=True, help="按 JSON 输出。"),
)


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say where figures come from."""
    return reduce(lambda done, option: option(done), reversed(OPTIONS), command)


@dataclass(frozen=True)
class Asked:
    """What a command was asked for: a source, a period and a place in it."""

    source: Source
    period: Period
    place: str
    snapshot: Snapshot | None

    @property
    def heading(self) -> str:
        where = self.place_name(self.place) + self.period.label
        cutoff = min(self.source.cutoff, self.period.last)
        if self.snapshot is None:
            return f"{where}（未封存，截至 {cutoff}）"
        return f"{where}（截至 {cutoff}，第{self.snapshot.number}次封存 {self.snapshot.short}）"

    def place_name(self, code: str) -> str:
        known = self.source.places.get(code)
        return known.name if known else code


def asked(
    context: click.Context,
    name: str,
    *,
    live: bool,
    place: str | None,
    number: int | None,
    kind: str,
    master: str | None,
) -> Asked:
    """Open what the options name. Refuses a place out of reach or unknown, and a period not closed."""
    own = act_as(context).post.place_id
    here, period = place or own, Period.parse(name)
    if not here.startswith(own):
        raise Refusal(f"地区 {here} 不归您的岗位（{own}），请换一个地区，或去掉 --place。")
    snapshot = None if live else open_snapshot(closed_at(here, period), period, number)
    source: Source = (
        SnapshotSource(snapshot, kind, master=master)
        if snapshot
        else LiveSource(here, timezone.localdate())
    )
    if here not in source.places:
        raise Refusal(f"没有地区代码 {here}，请核对 --place。")
    return Asked(source, period, here, snapshot)


def closed_at(place: str, period: Period) -> str:
    """The place itself, or the one above it, that has the period closed; towns do."""
    above = [code for code in (place, place[:TOWN], place[:COUNTY]) if folders(code, period.name)]
    return above[0] if above else place[:TOWN]
