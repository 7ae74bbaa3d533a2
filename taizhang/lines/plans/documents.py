"""The plan as a paper, what the summary tells of the last one, and what it promises for the next."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from taizhang.core.wording import plain
from taizhang.documents.answers import written_date
from taizhang.documents.listings import Listing, When
from taizhang.documents.papers import Paper
from taizhang.indicators.indicator import definitions
from taizhang.lines.plans.models import Item, ItemLine, Plan
from taizhang.snapshots.progress import goal_of, latest


def item_lines(plan: Plan) -> Iterator[ItemLine]:
    """The items of a plan in their order, each beside what has come of it."""
    copied = ("turn", "task", "content", "measure", "owner", "post", "deadline")
    for one in plan.items.order_by("turn", "number"):
        goal = goal_of(one)
        yield ItemLine(
            **{name: getattr(one, name) for name in copied},
            aim=goal.wording(definitions()[goal.indicator]) if goal else "",
            outcome=outcome(one),
        )


def outcome(item: Item) -> str:
    """What became of an item: its own words, and its figure."""
    if item.dropped_on:
        return f"{written_date(item.dropped_on)}取消：{item.dropped_because}"
    said = [f"{written_date(item.done_on)}完成：{item.result}"] if item.done_on else []
    if found := latest(item, timezone.localdate()):
        value = found.figure.value
        shown = "缺" if value is None else f"{plain(value)}{found.figure.unit}"
        said.append(f"截至{written_date(found.cutoff)}：{shown}，{found.verdict}")
    return "；".join(said)


plan_table = Paper("工作计划表", Plan, when="drawn_up_on", lists={"事项": item_lines})


def of_this_period(item: Any, when: When) -> bool:
    """Of a plan whose span ends in the period, and listed before the cut-off."""
    return when.period.first <= item.plan.ends_on <= when.period.last and when.happened(
        item.listed_on
    )


def of_what_follows(plan: Any, when: When) -> bool:
    """A plan that runs beyond the period and was drawn up by its last day, though it may be after the cut-off."""
    return plan.ends_on > when.period.last and plan.drawn_up_on <= when.period.last


def still_ahead(item: Any, when: When) -> bool:
    over = when.happened(item.done_on) or when.happened(item.dropped_on)
    return of_what_follows(item.plan, when) and not over


def in_order(item: Any) -> tuple[Any, ...]:
    return item.plan.ends_on, item.plan.number, item.turn, item.number


compared = Listing("到本期为止的计划事项", Item, chosen=of_this_period, order=in_order)
ahead = Listing("下一步的计划事项", Item, chosen=still_ahead, order=in_order)
plans_ahead = Listing(
    "下一步的计划",
    Plan,
    chosen=of_what_follows,
    order=lambda one: (one.ends_on, one.number),
)
