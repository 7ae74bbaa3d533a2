"""Totals that close a paragraph: 高中在校生9455人，教职工721人；…。全县学生总数83637人，教职工总数4636人."""

import re
from collections.abc import Iterator

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, added, meet, span_of
from taizhang.checks.relations.groups import parts_of_groups
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.slips import one_digit_off
from taizhang.checks.relations.sums import arithmetic
from taizhang.checks.structure import Passage

TOTAL = re.compile(
    r"(?P<name>[一-鿿]{2,8})(?:总数|总人数|总户数|总量|总额|总产量?|总产值|总投资)(?:为|达到|达)?$"
)
MOST, LEAST = 12, 3  # claims


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        named = TOTAL.search(passage.claims[i].lead)
        if named and passage.claims[i].kind in {"quantity", "money"}:
            yield from closing(passage, i, named["name"])


def closing(passage: Passage, total: int, name: str) -> Iterator[Relation]:
    """The numbers before that the total's own word names, or those that it alone can mean."""
    claims = passage.claims
    before = like_it(passage, total)
    own = [i for i in before if name[-2:] in words(claims[i])]
    others = [
        named["name"][-2:]
        for i in passage.in_sentence(claims[total].sentence)
        if i != total and (named := TOTAL.search(claims[i].lead))
    ]
    rest = [i for i in before if not any(other in words(claims[i]) for other in others)]
    for parts in (own, rest):
        if len(parts) < LEAST:
            continue
        spans = added([span_of(claims[i]) for i in parts])
        holds = meet(spans, span_of(claims[total]))
        listed = [claims[i] for i in parts]
        if holds or one_digit_off(claims[total], listed, spans):
            message = arithmetic(claims[total], listed, holds)
            yield Relation("sum", (total, *parts), holds, message, "ask")
            return


def words(claim: Claim) -> str:
    return claim.lead + claim.extra["after"]


def like_it(passage: Passage, total: int) -> list[int]:
    """The numbers of that unit in the sentences of the paragraph before, no growth and no parts of others."""
    claims = passage.claims
    found: list[int] = []
    for i in passage.preceding(total)[: MOST * 2]:
        if "\n" in passage.between(claims[i], claims[total]) or len(found) == MOST:
            break
        apart = claims[i].sentence < claims[total].sentence and i not in parts_of_groups(passage)
        like = claims[i].unit == claims[total].unit and not CHANGE.search(claims[i].lead)
        if apart and like and not TOTAL.search(claims[i].lead):
            found.append(i)
    return found[::-1]
