"""The same figure in another unit: an area in ㎡ that is an area in 亩 times 666, 667 or 2000/3."""

from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.relation import Relation, said
from taizhang.checks.structure import Passage

FACTORS = (Fraction(666), Fraction(66667, 100), Fraction(667), Fraction(2000, 3))
SQUARE_METRES, MU = {"㎡", "平方米", "平米", "m²", "m2"}, {"亩"}
NEAR = 2  # sentences
LEAST = 1000  # ㎡; below this chance makes multiples


def relations(passage: Passage) -> Iterator[Relation]:
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
