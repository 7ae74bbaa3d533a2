"""What adds up though no word says so: a number followed by numbers that make it, or closed by one that they make.

Only what holds exactly, and only where chance would hardly do it, is told; what does not add up proves nothing here,
except behind 总计 and the like, where one wrong digit of a long number explains the gap.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, added, meet, span_of
from taizhang.checks.relations.divisions import called, complete
from taizhang.checks.relations.groups import parts_of_groups
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.slips import one_digit_off, transposed
from taizhang.checks.relations.sums import arithmetic
from taizhang.checks.structure import Passage
from taizhang.checks.units import measured

MOST = 12  # parts
SKIPPED = 3  # numbers between a total and its parts
FARTHEST = 6  # sentences, semicolons counted
# How many times its leeway a total must be: chance makes small numbers out of small numbers.
NEXT_TO, AFAR, OF_TWO = 12, 150, 40
CLOSING = re.compile(r"(?:总计|合计|共计|总额|总量|总数|共)[^\d，。；]{0,6}$")
LEAST = 3  # parts of a total that closes a list


def relations(passage: Passage) -> Iterator[Relation]:
    for run in columns(passage):
        for at in range(len(run)):
            yield from before_its_parts(passage, run, at)
            yield from behind_its_parts(passage, run, at)


def columns(passage: Passage) -> Iterator[list[int]]:
    """The levels of one unit in each paragraph, in their order; once all of them, once without what is part of others."""
    found: dict[tuple[int, str], list[int]] = {}
    for i in passage.stated:
        claim = passage.claims[i]
        if level(claim) and claim.approx == "exact":
            found.setdefault((passage.paragraph_of(claim), measured(claim.unit)[0]), []).append(i)
    inner = parts_of_groups(passage)
    for run in found.values():
        yield run
        outer = [i for i in run if i not in inner]
        if len(outer) < len(run):
            yield outer


def level(claim: Claim) -> bool:
    """An amount, also one a head: 人均可支配收入 is made of kinds of income."""
    return claim.kind in {"quantity", "money"} and not CHANGE.search(claim.lead.replace("人均", ""))


def before_its_parts(passage: Passage, run: list[int], at: int) -> Iterator[Relation]:
    claims, total = passage.claims, passage.claims[run[at]]
    for skipped in range(SKIPPED + 1):
        start = at + 1 + skipped
        parts = fitting(passage, run[at], run[start : start + MOST])
        if parts and enough(passage, total, parts, skipped):
            listed = [claims[i] for i in parts]
            yield Relation("sum", (run[at], *parts), True, arithmetic(total, listed, True))
            return


def fitting(passage: Passage, total: int, candidates: list[int]) -> list[int]:
    """The first of the candidates, as many as make the total; none if no number of them does."""
    claims, worth = passage.claims, span_of(passage.claims[total])
    low = high = Fraction(0)
    for n, i in enumerate(candidates):
        if abs(claims[i].sentence - claims[total].sentence) > FARTHEST:
            return []
        span = span_of(claims[i])
        low, high = low + span[0], high + span[1]
        if low > worth[1]:
            return []
        if n and meet((low, high), worth):
            return candidates[: n + 1]
    return []


def enough(passage: Passage, total: Claim, parts: list[int], skipped: int) -> bool:
    """Whether the total is large beside its leeway, so that the sum is hardly chance."""
    spans = [span_of(total), *(span_of(passage.claims[i]) for i in parts)]
    unit = measured(total.unit)[1]
    leeway = max(sum((high - low for low, high in spans), Fraction(0)), unit)
    if any(low <= 0 for low, _ in spans):
        return False
    least = AFAR if skipped else OF_TWO if len(parts) == 2 else NEXT_TO
    return spans[0][0] / leeway >= least


def behind_its_parts(passage: Passage, run: list[int], at: int) -> Iterator[Relation]:
    """收入…、…、…，收入总计358743万元."""
    claims, total = passage.claims, passage.claims[run[at]]
    before = run[max(0, at - MOST) : at][::-1]
    parts = fitting(passage, run[at], before)[::-1]
    if parts:
        if enough(passage, total, parts, 0 if CLOSING.search(total.lead) else 1):
            listed = [claims[i] for i in parts]
            yield Relation("sum", (run[at], *parts), True, arithmetic(total, listed, True))
    elif CLOSING.search(total.lead) and run[at] not in parts_of_groups(passage):
        yield from slipped(passage, run[at], before)


def slipped(passage: Passage, total: int, before: list[int]) -> Iterator[Relation]:
    """A long total that one wrong digit keeps from what stands before it in its sentences, or from all its quarters."""
    claims, whole = passage.claims, passage.claims[total]
    for k in (4, 3, 2):
        parts = before[:k][::-1]
        here = all(claims[i].sentence == whole.sentence for i in parts)
        if here and len(parts) == k and complete([called(claims[i]) for i in parts]):
            message = arithmetic(whole, [claims[i] for i in parts], False)
            yield Relation("sum", (total, *parts), False, message, "ask")
            return
    for k in range(len(before), LEAST - 1, -1):
        parts = before[:k][::-1]
        listed = [claims[i] for i in parts]
        if whole.sentence - listed[0].sentence > 1 or parts_of_groups(passage) & set(parts):
            continue
        together = added([span_of(one) for one in listed])
        if one_digit_off(whole, listed, together) or transposed(whole, listed, together):
            message = arithmetic(whole, listed, False)
            yield Relation("sum", (total, *parts), False, message, "ask")
            return
