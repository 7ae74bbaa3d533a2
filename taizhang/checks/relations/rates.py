"""A rate and the two numbers near it that give it, whatever they are called: 应参保27.1万人，参保26.3万人，参保率97%.

Where no two numbers give it, the two nearest are asked about only if one wrong digit explains that.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, middle, span_of
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.shares import fits, fitted, missed, repairable
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

# What is said to be a share of something, and what is no share of two amounts.
SHARE = re.compile(r"率|占|完成|比例|比重|面|的$")
OF_PLAN = re.compile(r"(?:为|完成|达到?|占|是)[^，。；\d]{0,14}$")
NO_SHARE = re.compile(
    r"增长|增幅|增速|下降|降低|上升|提高|回落|减少|上涨|涨幅|降幅|利率|税率|费率|出生率|死亡率|自然增长|失业率|覆盖率$|汇率|贡献率|城镇化|通货|系数"
)
OPEN = {"at_least", "at_most"}
WHOLE_RATE = 100
BACK = 10  # claims
NEAR = 3  # amounts, of which a rough rate may be
FINE = 150  # a rate is fine if it is so many times its leeway
FARTHEST = 3  # sentences, semicolons counted
PEOPLE, PLACES = {"人", "名", "户"}, {"张", "个", "床", "床位"}


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        rate = passage.claims[i]
        if rate.unit == "%" and rate.value and is_share(passage, rate):
            yield from found(passage, i)


def is_share(passage: Passage, rate: Claim) -> bool:
    lead = passage.before(rate, 16)
    clause = re.split(r"[，,。；;、]", lead)[-1]
    return bool(SHARE.search(clause)) and not NO_SHARE.search(rate.lead)


def found(passage: Passage, i: int) -> Iterator[Relation]:
    claims, rate = passage.claims, passage.claims[i]
    before = amounts(passage, i)
    pairs = sorted(
        ((a, b) for a in before for b in before if a != b and may_divide(claims[a], claims[b])),
        key=lambda pair: (before.index(pair[0]) + before.index(pair[1]), pair[1]),
    )
    fine = abs(rate.amount.low) >= rate.amount.step * FINE
    for a, b in pairs:
        like = [k for k in before if may_divide(claims[a], claims[k])]
        close = like.index(a) < NEAR and like.index(b) < NEAR if a in like else True
        sized = middle(claims[a]) <= middle(claims[b]) or close
        if sized and (fine or close) and fits(claims[a], claims[b], rate):
            yield fitted(passage, i, a, b)
            return
    yield from slipped(passage, i, before)


def amounts(passage: Passage, i: int) -> list[int]:
    """The amounts before a rate in its paragraph, the nearest first."""
    claims, rate = passage.claims, passage.claims[i]
    return [
        k
        for k in passage.preceding(i)[:BACK]
        if passage.paragraph_of(claims[k]) == passage.paragraph_of(rate)
        and claims[k].kind in {"quantity", "money"}
        and claims[k].approx not in OPEN
        and claims[k].unit not in {"年", "天", "个月", "岁"}
        and (not CHANGE.search(claims[k].lead) or "占" in claims[k].lead)
    ]


def may_divide(part: Claim, whole: Claim) -> bool:
    """Of one unit, or people and the places made for them."""
    return comparable(part.unit, whole.unit) or (part.unit in PEOPLE and whole.unit in PLACES)


def slipped(passage: Passage, i: int, before: list[int]) -> Iterator[Relation]:
    """The two nearest amounts of one unit in the sentence, where a digit written otherwise gives the rate."""
    claims, rate = passage.claims, passage.claims[i]
    here = [k for k in before if rate.sentence - claims[k].sentence <= FARTHEST][:NEAR]
    two = here[:1] + [
        k
        for k in here[1:]
        if may_divide(claims[here[0]], claims[k]) or may_divide(claims[k], claims[here[0]])
    ][:1]
    if len(two) < 2 or rate.value == WHOLE_RATE or not tied(passage, i, two):
        return
    planned = between_is_of(passage, two[0], i)
    part, whole = sorted(two, key=lambda k: middle(claims[k]))
    if planned:
        part, whole = two[1], two[0]
    worth = span_of(claims[whole])
    sized = worth[0] > 0 and middle(claims[part]) / worth[0] >= Fraction(1, 50)
    if sized and not fits(claims[part], claims[whole], rate) and repairable(
        claims[part], claims[whole], rate
    ):
        yield softly(missed(passage, i, part, whole))


def between_is_of(passage: Passage, nearest: int, i: int) -> bool:
    """年度计划1200公顷的103.3%: the amount right before 的 is the whole."""
    return passage.between(passage.claims[nearest], passage.claims[i]) in {"的", "目标的", "任务的"}


def tied(passage: Passage, i: int, two: list[int]) -> bool:
    """The rate speaks of the two: its own name stands before one of them, or 的 ties it to the second."""
    claims, rate = passage.claims, passage.claims[i]
    if between_is_of(passage, two[0], i):
        return bool(OF_PLAN.search(passage.before(claims[two[0]], 20)))
    named = re.search(r"([一-鿿]{2})率(?:为|达到|达|约)?$", rate.lead)
    if named:
        called = any(named[1] in claims[k].lead + claims[k].extra["after"] for k in two)
        return called or beside(passage, i, two)
    whole = re.search(r"占(?:到|了)?[^，。；\d]{0,12}?([一-鿿]{2})的?(?:比重|比例)?(?:为|达)?$", rate.lead)
    return bool(whole) and any(whole[1] in claims[k].lead for k in two)  # type: ignore[index]


def beside(passage: Passage, i: int, two: list[int]) -> bool:
    """任务820户，已完工697户，完成率85%: side by side in one sentence, with nothing between."""
    claims = passage.claims
    near = [claims[two[1]], claims[two[0]], claims[i]]
    if len({one.sentence for one in near}) > 1 or claims[i].index - two[1] != len(two):
        return False
    return all(passage.between(a, b).count("，") <= 1 for a, b in zip(near, near[1:], strict=False))


def softly(relation: Relation) -> Relation:
    return Relation(relation.kind, relation.claims, relation.holds, relation.message, "ask")

