"""Points between two rates, and growth against a base that is named: 95.4%，上季度为93.1%，提高2.3个百分点; 上年同期32.3亿元，下降2.8%."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, meet, middle, span_of
from taizhang.checks.relations.differences import less, subtracted
from taizhang.checks.relations.growth import DOWN, NOT_COMPARED, compared
from taizhang.checks.relations.slips import misread
from taizhang.checks.structure import Passage

BASE = re.compile(r"(?:上|去)(?:年|期|月|季度?|半年)|年初|同期|一季度|前[一二三]季度|原来|期初")
MOVED = re.compile(
    r"^[，,（(]?(?:同比|相比|较之|[^，。；\d]{0,4})?(?:提高|提升|加快|上升|增加|扩大|增长|下降|降低|回落|放缓|减少|收窄|减缓)了?$"
)
GROWN = re.compile(r"(?:增长|增幅|上升|增加|增速|下降|减少|降低|降幅|压减|减幅|提高)(?:了|为|达)?$")
CHANGED = re.compile(r"(?:增加|减少|增[产收]|减[产收]|多|少|净增|净减)了?$")
REACH = 3  # claims back


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        if "百分点" in claim.unit:
            yield from between_rates(passage, i)
        elif claim.kind in {"quantity", "money"} and CHANGED.search(claim.lead):
            yield from less_its_base(passage, i)
        elif claim.unit == "%" and GROWN.search(claim.lead):
            yield from from_named_base(passage, i)


def in_its_sentence(passage: Passage, i: int, reach: int) -> list[int]:
    """The claims before one in its sentence, the nearest first."""
    claims = passage.claims
    return [k for k in passage.preceding(i)[:reach] if claims[k].sentence == claims[i].sentence]


def between_rates(passage: Passage, i: int) -> Iterator[Relation]:
    """Two rates right before the points, one of them of another time."""
    claims = passage.claims
    two = in_its_sentence(passage, i, 2)
    if len(two) < 2 or any(claims[k].unit != "%" for k in two):
        return
    if not MOVED.search(passage.between(claims[two[0]], claims[i])):
        return
    larger, smaller = sorted(two, key=lambda k: -middle(claims[k]))
    left = less(span_of(claims[larger]), span_of(claims[smaller]))
    holds = meet(left, span_of(claims[i]))
    based = any(BASE.search(claims[k].lead) for k in two)
    if holds or (based and slipped([claims[k] for k in (larger, smaller, i)])):
        message = subtracted(claims[larger], claims[smaller], claims[i], holds)
        yield Relation("difference", (two[1], two[0], i), holds, message, "ask")


def slipped(three: list[Claim]) -> bool:
    """One of the first digits of one of the three written otherwise makes the difference right."""
    a, b, c = (middle(one) for one in three)
    leeway = Fraction(three[0].amount.step)
    changed = [
        *((a * by, b, c) for by in misread(three[0])),
        *((a, b * by, c) for by in misread(three[1])),
        *((a, b, c * by) for by in misread(three[2])),
    ]
    return any(abs(abs(x - y) - z) <= leeway for x, y, z in changed)


def less_its_base(passage: Passage, i: int) -> Iterator[Relation]:
    """86.4公里，去年为72公里，增加14.4公里: now, before by its name, and the change right behind."""
    claims = passage.claims
    two = in_its_sentence(passage, i, 2)
    if len(two) < 2 or any(claims[k].unit != claims[i].unit for k in two):
        return
    if not BASE.search(claims[two[0]].lead) or not MOVED.search(
        passage.between(claims[two[0]], claims[i])
    ):
        return
    larger, smaller = sorted(two, key=lambda k: -middle(claims[k]))
    holds = meet(less(span_of(claims[larger]), span_of(claims[smaller])), span_of(claims[i]))
    if holds or slipped([claims[k] for k in (larger, smaller, i)]):
        message = subtracted(claims[larger], claims[smaller], claims[i], holds)
        yield Relation("difference", (two[1], two[0], i), holds, message, "ask")


def from_named_base(passage: Passage, i: int) -> Iterator[Relation]:
    """The level, what it was before, by its name, and the rate of growth; a change may stand between."""
    claims, rate = passage.claims, passage.claims[i]
    before = in_its_sentence(passage, i, REACH)
    base = next((k for k in before if BASE.search(claims[k].lead)), None)
    if base is None or NOT_COMPARED.search(passage.words(passage.sentence_of(rate))):
        return
    like = [k for k in passage.preceding(base)[:2] if claims[k].unit == claims[base].unit]
    like = [k for k in like if claims[k].sentence == rate.sentence]
    if not like or claims[base].kind in {"percent", "ratio"}:
        return
    if re.search(r"[增减多少][^，。；]{0,4}$", claims[base].lead):
        return  # 比上年增加16家: the change, not the base
    relation = compared(passage, (base, like[0], i))
    falls = middle(claims[like[0]]) < middle(claims[base])
    if relation.holds or falls == bool(DOWN.search(rate.lead)):
        yield replace(relation, severity="ask")
