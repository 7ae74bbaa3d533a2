"""Numbers in brackets right behind a number: 党员446人（预备党员9人）; 专任教师2914人（学前412人，小学1230人，…）."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, added, meet, span_of
from taizhang.checks.relations.divisions import called, complete
from taizhang.checks.relations.groups import CUE
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.parts import within
from taizhang.checks.relations.slips import one_digit_short
from taizhang.checks.relations.sums import arithmetic
from taizhang.checks.structure import Passage

BRACKET = re.compile(r"[（(]([^（）()\n]{2,200})[）)]")
JOINED = re.compile(r"^[^\d。；;（）()]{0,16}$")


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        match = BRACKET.match(passage.plain, claim.end)
        if match and claim.kind in {"quantity", "money"} and not CUE.match(match[1]):
            inside = [k for k in passage.following(i) if passage.claims[k].end < match.end()]
            yield from held(passage, i, inside)


def held(passage: Passage, total: int, inside: list[int]) -> Iterator[Relation]:
    claims = passage.claims
    whole = claims[total]
    if not inside or any(CHANGE.search(claims[k].lead) for k in inside):
        return
    if any(claims[k].unit not in {"", whole.unit} for k in inside):
        return
    if len(inside) == 1:
        relation = within(passage, inside[0], total)
        if claims[inside[0]].unit and (relation.holds or shares_name(whole, claims[inside[0]])):
            yield relation
    elif all(JOINED.match(passage.between(claims[a], claims[b])) for a, b in pairwise(inside)):
        yield from added_up(whole, [replace(claims[k], unit=whole.unit) for k in inside])


def added_up(whole: Claim, parts: list[Claim]) -> Iterator[Relation]:
    together = added([span_of(part) for part in parts])
    holds = meet(together, span_of(whole))
    exceeds = together[0] > span_of(whole)[1]
    whole_list = complete([called(part) for part in parts])
    if holds or exceeds or whole_list or one_digit_short(whole, parts, together):
        message = arithmetic(whole, parts, holds)
        indexes = (whole.index, *(part.index for part in parts))
        yield Relation("sum", indexes, holds, message, "error" if exceeds else "ask")


def shares_name(a: Claim, b: Claim) -> bool:
    return a.subject[-2:] == b.subject[-2:]
