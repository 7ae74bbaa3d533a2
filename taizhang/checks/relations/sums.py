"""Totals and their parts: 耕地7458亩，其中水田960亩、旱田6518亩.

Parts that exceed their total cannot be true. Parts that fall short are an error only where the list says that it is
whole; otherwise each part is merely held against the total.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, added, as_written, meet, middle, said, span_of
from taizhang.checks.relations.choosing import nearly
from taizhang.checks.relations.divisions import called, disjoint
from taizhang.checks.relations.groups import beside, groups
from taizhang.checks.relations.halves import Group, halves
from taizhang.checks.relations.overlaps import LEAST, overlap
from taizhang.checks.relations.parts import within
from taizhang.checks.relations.slips import copied, counted_twice, one_digit_short, transposed
from taizhang.checks.relations.unsaid import unsaid
from taizhang.checks.structure import Passage
from taizhang.core.finding import Severity

LONG = 5  # digits, so many that a list without one of its parts hardly fits by chance
MOST_DROPPED = 2  # parts that a list may count although its total does not


def relations(passage: Passage) -> Iterator[Relation]:
    seen: set[tuple[int, ...]] = set()
    for group in (*groups(passage), *halves(passage), *unsaid_groups(passage)):
        if (group.total, *group.parts) not in seen:
            seen.add((group.total, *group.parts))
            yield from judged(passage, group)


def unsaid_groups(passage: Passage) -> Iterator[Group]:
    for group in unsaid(passage):
        yield group
        yield from beside(passage, group)


def judged(passage: Passage, group: Group) -> Iterator[Relation]:
    claims = passage.claims
    total, parts = claims[group.total], [claims[i] for i in group.parts]
    spans = [span_of(part) for part in parts]
    whole = added(spans)
    if len(parts) > 1 and meet(whole, span_of(total)):
        yield Relation("sum", (group.total, *group.parts), True, arithmetic(total, parts, True))
        return
    exceeds = whole[0] > span_of(total)[1]
    without = smaller_list(passage, group) if exceeds else None
    wrong = exceeds_for_sure(passage, group, without) if exceeds else falls_short(passage, group)
    if len(parts) > 1 and wrong:
        sure = exceeds and without is None and not group.doubted
        severity: Severity = "error" if sure else "ask"
        message = arithmetic(total, parts, False) + (
            dropped_sentence(passage, group, without) if without else ""
        )
        yield Relation("sum", (group.total, *group.parts), False, message, severity)
        if without:
            kept = [claims[i] for i in without]
            yield Relation("sum", (group.total, *without), True, arithmetic(total, kept, True))
        return
    if not group.doubted:
        yield from each_within(passage, group)


def exceeds_for_sure(passage: Passage, group: Group, without: list[int] | None) -> bool:
    """Parts that are more than their total, and that cannot be the same things told twice."""
    if group.whole or without or nearly(passage, group):
        return True
    if disjoint([called(passage.claims[i]) for i in group.parts]):
        return True
    names = {passage.claims[i].subject[-2:] for i in group.parts}
    return not overlap(passage, group.parts) and (len(group.parts) >= LEAST or len(names) == 1)


def falls_short(passage: Passage, group: Group) -> bool:
    """Less than the total where the words say that all is named, or by one digit exactly."""
    total, parts = passage.claims[group.total], [passage.claims[i] for i in group.parts]
    if group.whole:
        return True
    whole = added([span_of(part) for part in parts])
    slip = (
        one_digit_short(total, parts, whole)
        or one_too_many(total, parts)
        or transposed(total, parts, whole)
        or copied(total, parts, whole)
        or counted_twice(total, parts)
    )
    return slip and not overlap(passage, group.parts)


def one_too_many(total: Claim, parts: list[Claim]) -> bool:
    """Without one of its parts a list is one digit short of a long total."""
    for gone in range(len(parts)):
        kept = parts[:gone] + parts[gone + 1 :]
        spans = added([span_of(part) for part in kept])
        if len(kept) > 2 and digits_of(total) >= LONG and one_digit_short(total, kept, spans):
            return True
    return False


def digits_of(claim: Claim) -> int:
    return len(claim.amount.low.normalize().as_tuple().digits)


def each_within(passage: Passage, group: Group) -> Iterator[Relation]:
    """No part is larger than its total."""
    for i in group.parts:
        yield within(passage, i, group.total)


def smaller_list(passage: Passage, group: Group) -> list[int] | None:
    """The parts without one or two, where these add up to the total exactly: the list counts something twice."""
    claims = passage.claims
    total = span_of(claims[group.total])
    for dropped in range(1, MOST_DROPPED + 1):
        if len(group.parts) - dropped < 2:
            return None
        fits = [
            kept
            for kept in combinations(group.parts, len(group.parts) - dropped)
            if meet(added([span_of(claims[i]) for i in kept]), total)
        ]
        if len(fits) == 1:
            return list(fits[0])
    return None


def arithmetic(total: Claim, parts: list[Claim], holds: bool) -> str:
    """A sentence with the addition written out."""
    addition = "＋".join(said(part) for part in parts)
    whole = sum((middle(part) for part in parts), Fraction(0))
    if holds:
        return f"{addition}＝{said(total)}。"
    off = as_written(abs(whole - middle(total)), total)
    return f"{addition}＝{as_written(whole, total)}，与总数“{said(total)}”相差{off}，其中至少有一个数不对。"


def dropped_sentence(passage: Passage, group: Group, kept: list[int]) -> str:
    gone = [passage.claims[i] for i in group.parts if i not in kept]
    names = "、".join(f"{one.subject}{said(one)}" for one in gone)
    return f"去掉{names}后正好等于总数，请核对总数是否包含这一项。"
