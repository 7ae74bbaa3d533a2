"""The same figure in another unit: an area in ㎡ that is an area in 亩 times 666, 667 or 2000/3."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Interval, Relation, as_written, meet, middle, said, span_of
from taizhang.checks.structure import Passage
from taizhang.checks.units import measured

SAME = re.compile(r"^[，,（(]?(?:折合|约?合|相当于|即)(?:为|约)?$")

FACTORS = (Fraction(666), Fraction(66667, 100), Fraction(667), Fraction(2000, 3))
SQUARE_METRES, MU = {"㎡", "平方米", "平米", "m²", "m2"}, {"亩"}
NEAR = 2  # sentences
LEAST = 1000  # ㎡; below this chance makes multiples


def relations(passage: Passage) -> Iterator[Relation]:
    yield from disguises(passage)
    for a, b in pairwise(passage.stated):
        yield from converted(passage, a, b)


def converted(passage: Passage, a: int, b: int) -> Iterator[Relation]:
    """3200亩，折合213.3公顷: the same amount in another unit."""
    first, second = passage.claims[a], passage.claims[b]
    if first.unit == second.unit or measured(first.unit)[0] != measured(second.unit)[0]:
        return
    if not SAME.search(passage.between(first, second)):
        return
    holds = meet(span_of(first), widened(second))
    worked = as_written(middle(first), second)
    message = f"{said(first)}合{worked}" + ("，相符。" if holds else f"，文中却写{said(second)}。")
    yield Relation("repeat", (a, b), holds, message, "error")


def widened(claim: Claim) -> Interval:
    """People convert in their heads: a hundredth either way is no error."""
    low, high = span_of(claim)
    return low * 99 / 100, high * 101 / 100


def disguises(passage: Passage) -> Iterator[Relation]:
    claims = passage.claims
    metres = [
        i for i in passage.stated if claims[i].unit in SQUARE_METRES and claims[i].approx == "exact"
    ]
    for i in metres:
        for k in (*passage.preceding(i), *passage.following(i)):
            if claims[k].unit in MU and abs(claims[k].sentence - claims[i].sentence) <= NEAR:
                yield from disguised(passage, i, k)


def disguised(passage: Passage, i: int, k: int) -> Iterator[Relation]:
    metres, mu = passage.claims[i], passage.claims[k]
    a, b = Fraction(metres.amount.low), Fraction(mu.amount.low)
    if a < LEAST or not b:
        return
    factor = next((one for one in FACTORS if abs(a - b * one) < Fraction(1, 2)), None)
    if factor is not None:
        shown = "2000/3" if factor == Fraction(2000, 3) else f"{float(factor):g}"
        message = f"{said(metres)}正好是{said(mu)}×{shown}，像是同一个数换了单位；请核实两处说的是不是同一块地。"
        yield Relation("unit_conversion", (i, k), True, message, "ask")
