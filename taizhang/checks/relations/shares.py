"""A share of two numbers: 劳动人口10926人，占总人口的28%."""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, meet, middle, number, said, span_of
from taizhang.checks.structure import Passage, cleaned
from taizhang.checks.units import comparable

OF = re.compile(
    r"占(?:到|了)?(?P<whole>[^\d，。；占]{1,14}?)(?:的比重|的比例|比重|比例|总数|的)?(?:为|达到|达|约为|约|近|超过|的)*$"
)
RATE = re.compile(r"([一-鿿]{2,4})[率面](?:为|达到|达|约)?$")
NO_RATES = {"增长", "城镇化", "出生", "死亡", "自然增长", "税", "利"}


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        match = (
            OF.search(passage.before(claim, 24))
            if claim.unit in {"%", "‰"} or claim.kind == "ratio"
            else None
        )
        if match:
            yield from share(passage, i, match["whole"])
            continue
        named = RATE.search(claim.lead) if claim.unit == "%" else None
        if named and named[1] not in NO_RATES:
            yield from rates(passage, i, named[1])


def rates(passage: Passage, i: int, of: str) -> Iterator[Relation]:
    """发现隐患45处，整改到位43处，整改率95.6%: the part has the rate's name, the whole stands before it."""
    claims, rate = passage.claims, passage.claims[i]
    here = [
        k
        for k in passage.in_sentence(rate.sentence)
        if k < i and claims[k].kind in {"quantity", "money"}
    ]
    parts = [k for k in here if of[:2] in claims[k].lead + claims[k].extra["after"]]
    for part in reversed(parts):
        wholes = [k for k in here if k != part and claims[k].unit == claims[part].unit]
        fitting = [k for k in wholes if fits(claims[part], claims[k], rate)]
        before = [k for k in wholes if k < part]
        if fitting:
            yield fitted(passage, i, part, fitting[-1])
            return
        if len(before) == 1 and middle(claims[before[0]]) >= middle(claims[part]):
            yield missed(passage, i, part, before[0])
            return


def fitted(passage: Passage, i: int, a: int, b: int) -> Relation:
    part, whole, rate = (passage.claims[k] for k in (a, b, i))
    return Relation("ratio", (i, a, b), True, f"{said(part)}÷{said(whole)}＝{said(rate)}。")


def share(passage: Passage, i: int, named: str) -> Iterator[Relation]:
    """The share against its part, which its sentence names, and its whole, which the text has somewhere."""
    claims, rate = passage.claims, passage.claims[i]
    parts = [
        k
        for k in passage.in_sentence(rate.sentence)
        if k < i and claims[k].kind in {"quantity", "money"}
    ]
    wholes = [k for k in whole_named(passage, i, named) if k not in parts or len(parts) > 1]
    pairs = [
        (a, b)
        for b in wholes
        for a in parts
        if a != b and comparable(claims[a].unit, claims[b].unit)
    ]
    fitting = [(a, b) for a, b in pairs if fits(claims[a], claims[b], rate)]
    if fitting:
        yield fitted(passage, i, *fitting[0])
    elif len({middle(claims[b]) for _, b in pairs}) == 1 and pairs:
        yield missed(
            passage, i, *min(pairs)
        )  # of several parts, the one that the sentence begins with


def missed(passage: Passage, i: int, a: int, b: int) -> Relation:
    claims = passage.claims
    part, whole, rate = claims[a], claims[b], claims[i]
    worked = middle(part) / middle(whole) * scale_of(rate)
    message = f"{said(part)}÷{said(whole)}＝{number(worked)}{rate.unit}，文中却写{said(rate)}，请核对这三个数。"
    return Relation("ratio", (i, a, b), False, message, "error")


def scale_of(rate: Claim) -> int:
    return {"%": 100, "‰": 1000}.get(rate.unit, 1)


def fits(part: Claim, whole: Claim, rate: Claim) -> bool:
    low, high = span_of(part)
    least, most = span_of(whole)
    if least <= 0:
        return False
    factor = scale_of(rate)
    return meet((Fraction(low) / most * factor, Fraction(high) / least * factor), span_of(rate))


def whole_named(passage: Passage, i: int, named: str) -> list[int]:
    """The claims that the words after 占 may mean."""
    claims = passage.claims
    wanted = cleaned(named)
    if len(wanted) < 2:
        return []
    exact = [
        k
        for k in passage.stated
        if k != i and claims[k].subject and same_thing(wanted, claims[k].subject)
    ]
    return [k for k in exact if claims[k].kind in {"quantity", "money"}]


def same_thing(wanted: str, subject: str) -> bool:
    bare = re.sub(r"^总", "", wanted)
    return bare == re.sub(r"^总", "", subject) or subject.endswith(wanted)
