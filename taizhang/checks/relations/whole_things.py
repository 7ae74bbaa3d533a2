"""Percentages of whole things (GRIM): of 30 people asked, no number of them makes 95.6%."""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, middle, said
from taizhang.checks.structure import Passage

# Rates of people or things that were asked or looked at, which stand before them.
RATE = re.compile(
    r"(?:满意|合格|达标|知晓|支持|赞成|认可|好评|优良|优秀|及格|通过|签约|到会|出勤|参与)[率度](?:为|达到|达|是)?$"
)
ASKED = re.compile(
    r"调查|抽查|抽检|抽取|检测|检验|测评|走访|访问|问卷|收回|回收|参加|应到|考核|评查|随机|共检|采样|监测"
)
OPEN = {"at_least", "at_most", "about", "over", "under", "range"}
THINGS = set("人名户份件个家处批次辆台套栋座所条项例只")
NEAR = 3  # claims back
MOST = 3000  # things; of more every rate is possible


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        rate = passage.claims[i]
        if rate.unit == "%" and rate.approx == "exact" and RATE.search(rate.lead):
            yield from impossible(passage, i)


def impossible(passage: Passage, i: int) -> Iterator[Relation]:
    """The number of things asked, of which no whole number makes the rate."""
    claims, rate = passage.claims, passage.claims[i]
    before = [k for k in passage.preceding(i)[:NEAR] if claims[k].sentence == rate.sentence]
    asked = [
        k
        for k in before
        if countable(claims[k]) and ASKED.search(claims[k].lead + claims[k].extra["after"])
    ]
    if len(before) != 1 or not asked:
        return
    whole = claims[asked[0]]
    if can_be(int(middle(whole)), rate):
        return
    below, above = neighbours(int(middle(whole)), rate)
    message = f"{said(whole)}里没有哪个整数占{said(rate)}：{below}，{above}；请核对是不是{said(whole)}的比例。"
    yield Relation("ratio", (i, asked[0]), False, message, "ask")


def countable(claim: Claim) -> bool:
    whole = claim.kind == "quantity" and claim.reading is not None and claim.approx not in OPEN
    return whole and claim.unit[:1] in THINGS and 0 < claim.amount.low <= MOST


def can_be(things: int, rate: Claim) -> bool:
    """Whether some number of the things makes the rate, rounded or cut off at its last digit."""
    step = Fraction(rate.amount.step)
    stated = Fraction(rate.amount.low)
    low = floor((stated - step) * things / 100)
    exact = (Fraction(k * 100, things) for k in range(max(0, low), min(things, low + 3) + 1))
    return any(stated - step / 2 <= one < stated + step for one in exact)


def neighbours(things: int, rate: Claim) -> tuple[str, str]:
    """The two nearest shares that there can be, written out."""
    k = min(things - 1, max(0, floor(Fraction(rate.amount.low) * things / 100)))
    places = max(1, -int(rate.amount.step.as_tuple().exponent))
    return (
        f"{k}÷{things}＝{float(Fraction(k * 100, things)):.{places}f}%",
        f"{k + 1}÷{things}＝{float(Fraction((k + 1) * 100, things)):.{places}f}%",
    )
