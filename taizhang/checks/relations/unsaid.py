"""Totals whose parts no 其中 introduces, though their names leave nothing over: 已脱贫389户，未脱贫23户 of 412户."""

import re
from collections.abc import Iterator

from taizhang.checks.claims import Claim
from taizhang.checks.relation import added, meet, span_of
from taizhang.checks.relations.divisions import called, complete
from taizhang.checks.relations.groups import group_of, groups
from taizhang.checks.relations.halves import CHANGE, Group
from taizhang.checks.relations.slips import mended
from taizhang.checks.structure import Passage

OTHER_TIME = re.compile(r"[上去]年|同期|预算数?为?$|计划|目标|任务")
BALANCE = re.compile(r"[顺逆]差|差额")
MOST = 6  # parts
LONGEST = 40  # letters between two parts
FARTHEST = 3  # sentences back to the total, semicolons counted


def unsaid(passage: Passage) -> Iterator[Group]:
    """Runs of parts that name everything, and the number before them that they can be parts of."""
    told = {i for group in groups(passage) if len(group.parts) > 1 for i in group.parts}
    last = -1
    for i in passage.stated:
        if i <= last:
            continue
        run = run_from(passage, i)
        for k in range(len(run), 1, -1):
            parts = run[:k]
            if told & set(parts) or not complete([called(passage.claims[n]) for n in parts]):
                continue
            parts = longer_that_fits(passage, run, k)
            total = total_before(passage, parts)
            if total is not None:
                last = parts[-1]
                yield Group(total, parts, "", whole=True, doubted=True)
            break


def longer_that_fits(passage: Passage, run: list[int], k: int) -> list[int]:
    """The run goes on behind what seems complete, where that makes a number before it: 三次产业 and 居民 use power."""
    longer = (run[:m] for m in range(len(run), k, -1))
    fitting = (parts for parts in longer if fitting_total(passage, parts) is not None)
    if fitting_total(passage, run[:k]) is not None:
        return run[:k]
    return next(fitting, None) or next(one_digit_from(passage, run, k), run[:k])


def one_digit_from(passage: Passage, run: list[int], k: int) -> Iterator[list[int]]:
    """The run, longer than what seems complete, where one wrong digit keeps it from the number before it."""
    claims = passage.claims
    total = next(
        (n for n in passage.preceding(run[0]) if claims[n].unit == claims[run[0]].unit), None
    )
    if total is None or mended(claims[total], [claims[n] for n in run[:k]]):
        return
    for m in range(len(run), k, -1):
        if mended(claims[total], [claims[n] for n in run[:m]]):
            yield run[:m]


def amount(claim: Claim) -> bool:
    """A level of something, neither a change nor a share."""
    open_end = claim.approx in {"at_least", "at_most"}
    moved = CHANGE.search(claim.lead) or BALANCE.search(claim.lead)
    return claim.kind in {"quantity", "money"} and not open_end and not moved


def run_from(passage: Passage, i: int) -> list[int]:
    """A number and the next ones of its unit, side by side."""
    claims, run = passage.claims, [i]
    if not amount(claims[i]):
        return []
    for k in passage.following(i)[: MOST * 2]:
        last = claims[run[-1]]
        gap = passage.between(last, claims[k])
        if len(run) == MOST or len(gap) > LONGEST or "\n" in gap or "。" in gap:
            break
        if claims[k].unit == last.unit and amount(claims[k]):
            run.append(k)
    return run


def total_before(passage: Passage, parts: list[int]) -> int | None:
    """The nearest number of the unit before the parts, or the total that it is a part of itself."""
    claims, first = passage.claims, passage.claims[parts[0]]
    for k in passage.preceding(parts[0]):
        claim = claims[k]
        if first.sentence - claim.sentence > FARTHEST or "\n" in passage.between(claim, first):
            return None
        if claim.unit != first.unit or not amount(claim) or OTHER_TIME.search(claim.lead):
            continue
        group = group_of(passage, k)
        total = group.total if group and len(group.parts) > 1 else k
        low, high = added([span_of(claims[n]) for n in parts])
        worth = span_of(claims[total])
        near = low * 2 <= worth[1] * 3 and worth[0] * 2 <= high * 3
        fits = fitting_total(passage, parts)
        return total if near and fits is None else fits
    return None


def fitting_total(passage: Passage, parts: list[int]) -> int | None:
    """The number before the parts in their paragraph that they make exactly."""
    claims, whole = passage.claims, added([span_of(passage.claims[n]) for n in parts])
    first = claims[parts[0]]
    for k in passage.preceding(parts[0]):
        if "\n" in passage.between(claims[k], first):
            return None
        if claims[k].unit == first.unit and amount(claims[k]) and meet(whole, span_of(claims[k])):
            return k
    return None
