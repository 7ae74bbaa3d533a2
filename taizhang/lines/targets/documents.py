"""The board as a paper and as the summary has it, each target with how far it has come."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from taizhang.core.period import Period
from taizhang.core.wording import plain
from taizhang.documents.answers import written_date
from taizhang.documents.listings import Listing, When
from taizhang.documents.papers import Paper
from taizhang.indicators.indicator import definitions
from taizhang.lines.targets.models import Board, BoardLine, Judgement, Target
from taizhang.snapshots.progress import goal_of, latest


def board_lines(board: Board) -> Iterator[BoardLine]:
    """The targets of a board that stand, each beside its newest figure or its last judgement."""
    copied = ("turn", "theme", "guarantee", "leader", "post", "units")
    for one in board.targets.filter(withdrawn_on__isnull=True).order_by("turn"):
        yield BoardLine(
            **{name: getattr(one, name) for name in copied}, aim=aim_of(one), progress=so_far(one)
        )


def aim_of(target: Target) -> str:
    goal = goal_of(target)
    return goal.wording(definitions()[goal.indicator]) if goal else target.standard


def so_far(target: Target) -> str:
    """By the figures where there is one, with its day; else as it was judged last."""
    if found := latest(target, timezone.localdate()):
        value = found.figure.value
        said = "缺" if value is None else f"{plain(value)}{found.figure.unit}"
        source = "" if found.snapshot else "，未封存"
        return f"截至{written_date(found.cutoff)}{source}：{said}，{found.verdict}"
    judged = target.judgements.order_by("-ends_on").first()
    return (
        f"{Period.parse(judged.period).label}评议：{judged.get_verdict_display()}。{judged.text}"
        if judged
        else ""
    )


board = Paper("目标责任分解表", Board, when="set_on", lists={"目标项": board_lines})


def stands(target: Any, when: When) -> bool:
    """On a board of a span that the period is part of, set and not withdrawn by the cut-off."""
    own = target.board
    overlaps = own.begins_on <= when.period.last and own.ends_on >= when.period.first
    in_use = not when.happened(own.ended_on) and not when.happened(target.withdrawn_on)
    return overlaps and in_use and when.happened(target.set_on)


def judged_now(judgement: Any, when: When) -> bool:
    """Judged for this period or one within it."""
    within = judgement.begins_on >= when.period.first and judgement.ends_on <= when.period.last
    return within and when.happened(judgement.judged_on)


boards = Listing(
    "本期的目标板",
    Board,
    chosen=lambda one, when: (
        one.begins_on <= when.period.last
        and one.ends_on >= when.period.first
        and when.happened(one.set_on)
        and not when.happened(one.ended_on)
    ),
    order=lambda one: (one.set_on, one.number),
)
standing = Listing(
    "目标板上的目标",
    Target,
    chosen=stands,
    order=lambda one: (one.board.set_on, one.turn, one.number),
)
judgements = Listing(
    "本期的评议", Judgement, chosen=judged_now, order=lambda one: (one.target.turn, one.ends_on)
)
