"""Shares of two numbers: 劳动人口10926人，占总人口的28%; 隐患45处，整改43处，整改率95.6%; 完成计划2万亩的115%."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, meet, middle, number, said, span_of
from taizhang.checks.relations.groups import group_of, parts_of_groups
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.slips import misread
from taizhang.checks.relations.wholes import OPEN, same_thing, wholes_of
from taizhang.checks.structure import Passage, cleaned
from taizhang.checks.units import comparable

OF = re.compile(
    r"(?P<own>[^，。；、]*?)占(?:到|了)?(?P<whole>[^\d，。；占]{0,16}?)(?:的比重|的比例|比重|比例|总数|总量|总额|的|比)?(?:为|达到|达|约为|约|近|超过|超|的)*$"
)
GOES_ON = re.compile(r"(?P<own>[^，。；]{2,14}?)(?:所占)?比重(?:为|达到|达)?$")
RATE = re.compile(r"([一-鿿]{2,4})[率面](?:为|达到|达|约)?$")
PLAN = re.compile(r"(?:完成|占)[^\d，。；]{0,14}$")
NO_RATES = ("增长", "城镇化", "出生", "死亡", "税", "利", "失业", "贡献", "汇")
BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
BACK = 4  # sentences, semicolons counted
WHOLE = ALL = 100
SOME = 90
EVERY = re.compile(r"全部|全面|均[已为]|都已|悉数")
REACH = 12  # claims back to a part named elsewhere


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        if claim.unit in {"%", "‰"} or claim.kind == "ratio":
            yield from of_one(passage, i)


def of_one(passage: Passage, i: int) -> Iterator[Relation]:
    """What one rate says: a plan fulfilled, a share, or a rate named after its part."""
    claim = passage.claims[i]
    before = next(iter(passage.preceding(i)), None)
    if before is not None and passage.between(passage.claims[before], claim) == "的":
        yield from fulfilled(passage, i, before)
        return
    lead = BRACKETS.sub("", passage.before(claim, 40))
    lead = re.split(r"[，,。；;、]", re.sub(r"^.*\d[^，。；、一-鿿]*", "", lead))[-1]
    if "分别" in lead:
        return
    share = OF.search(lead)
    goes_on = GOES_ON.search(lead)
    named = RATE.search(claim.lead) if claim.unit == "%" else None
    if share:
        yield from shared(passage, i, share["own"], share["whole"])
    elif goes_on:
        yield from carried(passage, i, goes_on["own"])
    elif named and ("面" in named[0] or not named[1].endswith(NO_RATES)):
        yield from rates(passage, i, named[1])


def fulfilled(passage: Passage, i: int, plan: int) -> Iterator[Relation]:
    """新增2.3万亩，完成年度计划2万亩的115%."""
    claims = passage.claims
    if not PLAN.search(passage.before(claims[plan], 20)):
        return
    for k in passage.preceding(plan):
        if claims[k].sentence != claims[i].sentence:
            return
        if comparable(claims[k].unit, claims[plan].unit) and not CHANGE.search(claims[k].lead):
            yield told(passage, i, k, plan)
            return


def told(passage: Passage, i: int, part: int, whole: int) -> Relation:
    claims = passage.claims
    right = fits(claims[part], claims[whole], claims[i])
    return (fitted if right else missed)(passage, i, part, whole)


def rates(passage: Passage, i: int, of: str) -> Iterator[Relation]:
    """发现隐患45处，整改到位43处，整改率95.6%: the part has the rate's name, the whole stands before it."""
    claims, rate = passage.claims, passage.claims[i]
    here = [
        k
        for k in amounts_before(passage, i, BACK)
        if claims[k].sentence == rate.sentence
        or not (CHANGE.search(claims[k].lead) or k in parts_of_groups(passage))
    ]
    parts = [
        k
        for k in here
        if claims[k].sentence == rate.sentence
        and of[-2:] in claims[k].lead + claims[k].extra["after"]
    ]
    if rate.value == ALL and EVERY.search(passage.before(rate, 24)):
        return  # 已全部整改到位，整改率100%: of all that was said, in whatever parts
    for part in parts:
        wholes = [k for k in here if k != part and claims[k].unit == claims[part].unit]
        fitting = [k for k in wholes if fits(claims[part], claims[k], rate)]
        before = [k for k in wholes if k < part]
        before = [k for k in before if claims[k].sentence == rate.sentence] or before
        if fitting:
            yield fitted(passage, i, part, fitting[0])
            return
        if len(before) == 1 and (
            (
                claims[before[0]].sentence == rate.sentence
                and middle(claims[before[0]]) >= middle(claims[part])
            )
            or repairable(claims[part], claims[before[0]], rate)
        ):
            yield missed(passage, i, part, before[0])
            return


def amounts_before(passage: Passage, i: int, sentences: int) -> list[int]:
    """The amounts before a rate in its sentence and so many before it, the nearest first."""
    claims = passage.claims
    return [
        k
        for k in passage.preceding(i)
        if claims[i].sentence - claims[k].sentence <= sentences
        and claims[k].kind in {"quantity", "money"}
        and claims[k].approx not in OPEN
        and "\n" not in passage.between(claims[k], claims[i])
    ]


def fitted(passage: Passage, i: int, a: int, b: int) -> Relation:
    part, whole, rate = (passage.claims[k] for k in (a, b, i))
    return Relation("ratio", (i, a, b), True, f"{said(part)}÷{said(whole)}＝{said(rate)}。")


def shared(passage: Passage, i: int, own: str, named: str) -> Iterator[Relation]:
    """A share against its part and its whole: whatever fits; else the two that are beyond doubt."""
    parts = parts_of(passage, i, own)
    wholes, certain = wholes_of(passage, i, named, parts)
    yield from tried(passage, i, parts, wholes, certain)


def tried(
    passage: Passage, i: int, parts: list[int], wholes: list[int], certain: bool
) -> Iterator[Relation]:
    claims, rate = passage.claims, passage.claims[i]
    pairs = [
        (a, b)
        for b in wholes
        for a in parts
        if a != b and comparable(claims[a].unit, claims[b].unit)
    ]
    if rate.value is not None and rate.value < SOME:  # far less than a hundred is of a larger whole
        pairs = [pair for pair in pairs if in_order(claims, pair)]
    fitting = [(a, b) for a, b in pairs if fits(claims[a], claims[b], rate)]
    if fitting:
        passage.found["shared whole"] = [fitting[0][1]]
        yield fitted(passage, i, *fitting[0])
    elif pairs and certain:
        yield missed(passage, i, *pairs[0])
    elif (
        pairs
        and in_order(claims, pairs[0])
        and repairable(claims[pairs[0][0]], claims[pairs[0][1]], rate)
    ):
        yield replace(missed(passage, i, *pairs[0]), severity="ask")


def in_order(claims: list[Claim], pair: tuple[int, int]) -> bool:
    return middle(claims[pair[0]]) <= middle(claims[pair[1]])


def parts_of(passage: Passage, i: int, own: str) -> list[int]:
    """What may be the part: the amount before 占, or the figure that the words before 占 name."""
    claims = passage.claims
    name = cleaned(own)
    if len(name) >= 2:
        same = [
            k
            for k in passage.preceding(i)[:REACH]
            if (same_thing(name, claims[k].subject) or claims[k].subject.startswith(name))
            and claims[k].kind in {"quantity", "money"}
        ]
        return same[:1]
    here = [k for k in amounts_before(passage, i, 0) if not CHANGE.search(claims[k].lead)]
    if not here:
        return []
    group = group_of(passage, here[0])
    if group and len(group.parts) > 1 and group.total in here:
        # 劳动人口10926人，其中城区…、乡村…，占总人口的28%, or each part has its own share.
        alone = any(
            claims[k].unit == "%" and k < i and group.parts[0] < k < here[0]
            for k in passage.preceding(i)[:REACH]
        )
        own_share = alone or here[0] == group.parts[0]
        return here if own_share else [group.total, *[k for k in here if k != group.total]]
    return here


def carried(passage: Passage, i: int, own: str) -> Iterator[Relation]:
    """第一产业增加值占生产总值比重为7.0%，第二产业增加值比重为36.9%: the whole is that of the share before."""
    claims = passage.claims
    before = next(iter(passage.preceding(i)), None)
    if before is None or claims[before].sentence != claims[i].sentence:
        return
    lead = BRACKETS.sub("", claims[before].lead)
    share = OF.search(lead)
    whole = share["whole"] if share else passage.found.get("carried", [""])[0]
    if not whole or claims[before].unit != claims[i].unit:
        return
    passage.found["carried"] = [whole]
    yield from shared(passage, i, own, whole)


def missed(passage: Passage, i: int, a: int, b: int) -> Relation:
    claims = passage.claims
    part, whole, rate = claims[a], claims[b], claims[i]
    worked = middle(part) / middle(whole) * scale_of(rate) if middle(whole) else Fraction(0)
    message = f"{said(part)}÷{said(whole)}＝{number(worked)}{rate.unit}，文中却写{said(rate)}，请核对这三个数。"
    return Relation("ratio", (i, a, b), False, message, "error")


def scale_of(rate: Claim) -> int:
    return {"%": 100, "‰": 1000}.get(rate.unit, 1)


def fits(part: Claim, whole: Claim, rate: Claim, by: Fraction = Fraction(1)) -> bool:
    low, high = span_of(part)
    least, most = span_of(whole)
    if least <= 0:
        return False
    factor = scale_of(rate) * by
    return meet((Fraction(low) / most * factor, Fraction(high) / least * factor), span_of(rate))


def repairable(part: Claim, whole: Claim, rate: Claim) -> bool:
    """One of the first digits of one number written otherwise would make the three agree."""
    low, high = span_of(part)
    least, most = span_of(whole)
    if least <= 0 or not rate.amount.low:
        return False
    worked = low / most * scale_of(rate), high / least * scale_of(rate)
    written = span_of(rate)
    value, half = Fraction(rate.amount.low), (written[1] - written[0]) / 2
    rewritten = [value * by for by in misread(rate)]
    if rate.unit == "%" and value < WHOLE:
        rewritten.append(WHOLE - value)  # what is not done for what is
    if any(meet(worked, (one - half, one + half)) for one in rewritten):
        return True
    changes = (*misread(part), *(1 / by for by in misread(whole)))
    return any(meet((worked[0] * by, worked[1] * by), written) for by in changes)
