"""The list as a paper, the slip of one that is struck off, and what the summary tells of those still open."""

from collections.abc import Iterable
from typing import Any

from taizhang.documents.listings import Listing, When
from taizhang.documents.papers import Paper
from taizhang.lines.problems.models import Category, Problem, Progress
from taizhang.lines.problems.workflow import STRIKING_OFF


def still_open(category: Category) -> Iterable[Problem]:
    return category.problems.filter(closed_on__isnull=True).order_by("number")


def struck_off(category: Category) -> Iterable[Problem]:
    return category.problems.filter(closed_on__isnull=False).order_by("closed_on", "number")


def done_about(problem: Problem) -> Iterable[Progress]:
    return problem.progress.order_by("on", "number")


problem_list = Paper(
    "问题清单",
    Category,
    when="used_from",
    lists={"未销号问题": still_open, "已销号问题": struck_off},
)
striking_off = Paper(STRIKING_OFF, Problem, when="reported_on", lists={"进展": done_about})


def is_open(problem: Any, when: When) -> bool:
    """Listed by the cut-off and not struck off by then, in whatever period it was listed."""
    return when.happened(problem.raised_on) and not when.happened(problem.closed_on)


def in_order(problem: Any) -> tuple[Any, ...]:
    return problem.category.turn, problem.category.number, problem.number


open_problems = Listing("没有销号的问题", Problem, chosen=is_open, order=in_order)
closed_problems = Listing(
    "本期销号的问题",
    Problem,
    chosen=lambda one, when: when.happened_in_period(one.closed_on),
    order=in_order,
)
categories = Listing(
    "在用的问题类别",
    Category,
    chosen=lambda one, when: when.happened(one.used_from) and not when.happened(one.retired_on),
    order=lambda one: (one.turn, one.number),
)
progress = Listing(
    "本期的进展",
    Progress,
    chosen=lambda one, when: when.happened_in_period(one.on),
    order=lambda one: (one.on, one.number),
)
