"""A rate and the two numbers near it that give it, whatever they are called: 应参保27.1万人，参保26.3万人，参保率97%.

Where no two numbers give it, the two nearest are asked about only if one wrong digit explains that.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, meet, middle, span_of
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.shares import fits, fitted, missed, repairable
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

# What is said to be a share of something, and what is no share of two amounts.
SHARE = re.compile(r"率|占|完成|比例|比重|进度|面|的$")
OF_PLAN = re.compile(r"(?:为|完成|达到?|占|是)[^，。；\d]{0,14}$")
NO_SHARE = re.compile(
    r"增长|增幅|增速|下降|降低|上升|提高|回落|减少|上涨|涨幅|降幅|利率|税率|费率|出生率|死亡率|自然增长|失业率|汇率|贡献率|通货|系数"
)
OPEN = {"at_least", "at_most"}
WHOLE_RATE = 100
BACK = 16  # claims
NEAR = 3  # amounts, of which a rough rate may be
FINE = 100  # a rate is fine if it is so many times its leeway
TWO = 2
OF = {"的", "目标的", "任务的"}
NAME = re.compile(r"([一-鿿]{2})率(?:为|达到|达|约)?$")
OF_WHOLE = re.compile(
    r"占(?:到|了)?[^，。；\d]{0,12}?([一-鿿]{2})(?:的比重|的比例|总数|的)?(?:为|达)?$"
)
FARTHEST = 3  # sentences, semicolons counted
HEAD = 16  # claims that say how large the whole place is
AROUND = 5  # claims
PLAN = re.compile(r"计划|预算|目标|任务|应|总|全年|规划")
YEAR_BEFORE = re.compile(r"[上去]年(?:同期|末|底)")
BARE = re.compile(r"占(?:比)?(?:为|达)?")
NO_WHOLE = re.compile(r"城镇化|覆盖")
DONE = re.compile(
    r"完成|完工|办结|结案|整改|到位|拨付|支付|兑付|入住|参保|销号|化解|办理|开工|验收"
)
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
    parts = named(passage, i, before) or before
    pairs = sorted(
        ((a, b) for a in parts for b in before if a != b and may_divide(claims[a], claims[b])),
        key=lambda pair: (before.index(pair[0]) + before.index(pair[1]), pair[1]),
    )
    far = whole_far_off(passage, i, before)
    pairs.sort(key=lambda pair: pair[0] != before[0])
    for a, b in pairs:
        if far is not None and a != before[0] and a not in named(passage, i, before):
            break
        sized = middle(claims[a]) <= middle(claims[b]) or pair_is_near(passage, before, a, b)
        if sized and sure(passage, before, i, (a, b)) and fits(claims[a], claims[b], rate):
            yield fitted(passage, i, a, b)
            return
    if far is not None:
        yield fitted(passage, i, before[0], far)
        return
    yield from slipped(passage, i, before)


def whole_far_off(passage: Passage, i: int, before: list[int]) -> int | None:
    """The whole in another paragraph, or among the first numbers of the report; only where a fine rate fits exactly."""
    claims, rate = passage.claims, passage.claims[i]
    fine = rate.amount.low >= rate.amount.step * FINE and rate.value != WHOLE_RATE
    if not before or not fine or not next_to(passage, before[0], i):
        return None
    part = claims[before[0]]
    further = [k for k in (*passage.preceding(i), *passage.stated[:HEAD]) if k < before[0]]
    return next(
        (
            k
            for k in further
            if comparable(claims[k].unit, part.unit)
            and claims[k].approx == part.approx == "exact"
            and middle(claims[k]) > middle(part)
            and fits(part, claims[k], rate)
        ),
        None,
    )


def named(passage: Passage, i: int, before: list[int]) -> list[int]:
    """The amounts that a rate is named after: 办结39件 before 办结率."""
    name = NAME.search(passage.claims[i].lead)
    claims = passage.claims
    if name is None:
        return []
    called = [k for k in before if name[1] in claims[k].lead + claims[k].extra["after"]]
    due = [k for k in called if "应" in claims[k].lead]
    if due and len(due) == len(called):  # 应参保27.1万人: the whole; the part has another name
        return [k for k in before if k not in due and middle(claims[k]) <= middle(claims[due[0]])]
    return [k for k in called if k not in due]


def pair_is_near(passage: Passage, before: list[int], a: int, b: int) -> bool:
    claims = passage.claims
    like = [k for k in before if may_divide(claims[a], claims[k])]
    return b in like[:NEAR] and (a not in like or a in like[:NEAR])


def sure(passage: Passage, before: list[int], i: int, pair: tuple[int, int]) -> bool:
    """A fine rate, or one of numbers next to it."""
    rate = passage.claims[i]
    fine = abs(rate.amount.low) >= rate.amount.step * FINE
    return fine or pair_is_near(passage, before, *pair)


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
        and not YEAR_BEFORE.search(claims[k].lead)
    ]


def may_divide(part: Claim, whole: Claim) -> bool:
    """Of one unit, or people and the places made for them."""
    return comparable(part.unit, whole.unit) or (part.unit in PEOPLE and whole.unit in PLACES)


def slipped(passage: Passage, i: int, before: list[int]) -> Iterator[Relation]:
    """The two amounts that the rate speaks of, where a digit written otherwise gives it."""
    claims, rate = passage.claims, passage.claims[i]
    here = [k for k in before if rate.sentence - claims[k].sentence <= FARTHEST]
    two = spoken_of(passage, i, here) if rate.value != WHOLE_RATE else None
    two = two or (likely(passage, i, here) if rate.value != WHOLE_RATE else None)
    if two is None:
        return
    part, whole = two
    low = span_of(claims[whole])[0]
    sized = low > 0 and middle(claims[part]) / low >= Fraction(1, 50)
    wrong = sized and not fits(claims[part], claims[whole], rate)
    if wrong and (alone(passage, i, two) or repairable(claims[part], claims[whole], rate)):
        yield replace(missed(passage, i, part, whole), severity="ask")


def alone(passage: Passage, i: int, two: tuple[int, int]) -> bool:
    """收入1862.5亿元，税收1247.9亿元，占67.0%: the sentence has these two amounts only and the rate names no whole."""
    claims = passage.claims
    here = [k for k in passage.in_sentence(claims[i].sentence) if claims[k].kind != "percent"]
    return sorted(here) == sorted(two) and bool(BARE.fullmatch(claims[i].lead))


def likely(passage: Passage, i: int, here: list[int]) -> tuple[int, int] | None:
    """The amount right before a rate and the only other one near it with which one wrong digit explains the gap."""
    claims, rate = passage.claims, passage.claims[i]
    if len(here) < TWO or NO_WHOLE.search(rate.lead) or not next_to(passage, here[0], i):
        return None
    found: dict[Fraction, tuple[int, int]] = {}
    for k in here[1:AROUND]:
        if not may_divide(claims[here[0]], claims[k]):
            continue
        part, whole = (here[0], k) if middle(claims[here[0]]) < middle(claims[k]) else (k, here[0])
        if part == k and not PLAN.search(claims[whole].lead):
            continue
        mends = alone(passage, i, (part, whole)) or repairable(claims[part], claims[whole], rate)
        if middle(claims[part]) and mends:
            found.setdefault(middle(claims[k]), (part, whole))
    two = next(iter(found.values())) if len(found) == 1 else None
    return None if two is None or of_several(passage, i, here, two[1]) else two


def of_several(passage: Passage, i: int, here: list[int], whole: int) -> bool:
    """公办园56所，民办园48所，普惠率92.9% of 112所: the share of several amounts together."""
    claims, rate = passage.claims, passage.claims[i]
    like = [k for k in here if k != whole and may_divide(claims[k], claims[whole])][:AROUND]
    low, high = span_of(claims[here[0]])
    return any(
        meet(
            (
                (low + more[0]) / span_of(claims[whole])[1] * 100,
                (high + more[1]) / span_of(claims[whole])[0] * 100,
            ),
            span_of(rate),
        )
        for more in (span_of(claims[k]) for k in like[1:])
        if span_of(claims[whole])[0] > 0
    )


def spoken_of(passage: Passage, i: int, here: list[int]) -> tuple[int, int] | None:
    """Part and whole beyond doubt: of a plan, of what 占 names, or of the only amount that can be the whole."""
    claims, rate = passage.claims, passage.claims[i]
    if len(here) < TWO:
        return None
    if passage.between(claims[here[0]], rate) in OF:
        planned = OF_PLAN.search(passage.before(claims[here[0]], 20))
        done = next((k for k in here[1:] if may_divide(claims[k], claims[here[0]])), None)
        return (done, here[0]) if planned and done is not None else None
    share = OF_WHOLE.search(re.split("[，,。；;、]", passage.before(rate, 20))[-1])
    if share:
        wholes = [k for k in here[1:] if share[1] in claims[k].lead + claims[k].subject]
        return (
            (here[0], wholes[0])
            if wholes and may_divide(claims[here[0]], claims[wholes[0]])
            else None
        )
    if re.fullmatch(r"[，,]?占(?:比)?(?:为|达)?", rate.lead):
        wholes = [
            k for k in here[1:] if "总" in claims[k].lead and may_divide(claims[here[0]], claims[k])
        ]
        return (here[0], wholes[0]) if wholes else None
    name = NAME.search(rate.lead)
    parts = named(passage, i, here)
    if not parts and name and DONE.match(name[1]) and next_to(passage, here[0], i):
        parts = here[:1]
    if not parts:
        return None
    wholes = [
        k
        for k in here
        if k != parts[0]
        and may_divide(claims[parts[0]], claims[k])
        and middle(claims[k]) >= middle(claims[parts[0]])
    ]
    return (parts[0], wholes[0]) if len({middle(claims[k]) for k in wholes}) == 1 else None


def next_to(passage: Passage, k: int, i: int) -> bool:
    """已完工697户，完成率85%: right before the rate, in its sentence."""
    claims = passage.claims
    near = passage.between(claims[k], claims[i]).count("，") <= 1
    return near and claims[k].sentence == claims[i].sentence
