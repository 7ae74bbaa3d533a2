"""Proportions that must make a whole: 18.8:38.5:42.7 adds up to 100."""

from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.relation import Relation, meet
from taizhang.checks.structure import Passage

HUNDRED = (Fraction(99), Fraction(101))
FORCED = Fraction(1, 4)  # rounding of each part may leave so much


def relations(passage: Passage) -> Iterator[Relation]:
    """Three or more parts near a hundred; two parts such as 1:2 mean something else."""
    turn = 0
    stated = passage.stated
    while turn < len(stated):
        of = passage.claims[stated[turn]].extra.get("of")
        same = [
            i for i in stated[turn : turn + 6] if of and passage.claims[i].extra.get("of") == of
        ]
        same = same[: of.count(":") + of.count("：") + of.count("∶") + 1] if of else []
        if len(same) >= 3:
            values = [Fraction(passage.claims[i].amount.low) for i in same]
            total = sum(values, Fraction(0))
            if meet((total, total), (Fraction(80), Fraction(120))):
                holds = abs(total - 100) <= FORCED
                shown = float(total)
                message = f"{of}各部分合计{shown:g}，" + (
                    "等于100。" if holds else "应当等于100，请核对。"
                )
                yield Relation("shares", tuple(same), holds, message, "error")
        turn += max(1, len(same))
