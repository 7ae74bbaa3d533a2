"""Numbers that are possible and unlikely: floor area of a house, persons of a household, yield of an 亩. Questions only."""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.relation import Relation, middle, number, said
from taizhang.checks.structure import Passage
from taizhang.checks.units import measured

# Things counted, what is measured beside them, and between which bounds one of them usually lies (base units).
USUAL = [
    ("栋", "area", "㎡", Fraction(40), Fraction(300), re.compile(r"房|拆|危"), "一栋房"),
    ("套", "area", "㎡", Fraction(20), Fraction(300), re.compile(r"房|住"), "一套房"),
    ("户", "人", "人", Fraction(1), Fraction(8), re.compile(r"户"), "一户"),
]
NEXT = 2  # claims apart


def relations(passage: Passage) -> Iterator[Relation]:
    claims = passage.claims
    for i in passage.stated:
        for unit, measure, shown, low, high, words, one in USUAL:
            if claims[i].unit != unit or claims[i].approx != "exact" or not middle(claims[i]):
                continue
            for k in passage.following(i)[:NEXT]:
                beside = claims[k]
                if (
                    measured(beside.unit)[0] != measure
                    or beside.sentence != claims[i].sentence
                    or beside.unit == "亩"
                ):
                    continue
                joined = passage.between(claims[i], beside)
                if (
                    len(joined) > 8
                    or re.search(r"其中|每|平均", joined)
                    or not words.search(passage.before(claims[i], 14) + passage.after(claims[i], 4))
                ):
                    continue
                each = middle(beside) / middle(claims[i])
                if not low <= each <= high:
                    message = (
                        f"{said(beside)}÷{said(claims[i])}，{one}合{number(each, 1)}{shown}，"
                        f"常见的是{number(low)}至{number(high)}{shown}；请核实单位，以及两处说的是不是一回事。"
                    )
                    yield Relation("plausibility", (i, k), False, message, "ask")
