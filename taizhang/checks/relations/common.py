"""Shares behind each of several parts, all of one whole: 因病5138户，占40.0%；因残2184户，占17.0%；… of 12846户.

The whole is the number of which all of them are right, or all but one; that one is then asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from taizhang.checks.relation import Relation, added, meet, middle, number, said, span_of
from taizhang.checks.relations.shares import fits, fitted, missed
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

SHARE = re.compile(r"^占[^，。；、\d]{0,12}$|^(?:占比|比重|所占比[重例])(?:为|达)?$")
LEAST = 3  # shares
HEAD = 16  # claims that say how large the whole place is
TOGETHER = 10  # claims from one share to the next
HUNDRED = (Fraction(100), Fraction(100))


@dataclass(frozen=True)
class Shared:
    """A part and the share said right behind it, both places in the passage's claims."""

    part: int
    rate: int


def relations(passage: Passage) -> Iterator[Relation]:
    for run in runs(passage):
        yield from of_one_whole(passage, run)


def runs(passage: Passage) -> Iterator[list[Shared]]:
    """The shares of a paragraph that stand behind parts of one unit."""
    claims, run = passage.claims, list[Shared]()
    for i in passage.stated:
        if claims[i].unit != "%" or not SHARE.match(claims[i].lead):
            continue
        part = next(iter(passage.preceding(i)), None)
        if part is None or claims[part].kind not in {"quantity", "money"}:
            continue
        if run and not goes_on(passage, run[-1], Shared(part, i)):
            yield run
            run = []
        run.append(Shared(part, i))
    yield run


def goes_on(passage: Passage, last: Shared, one: Shared) -> bool:
    a, b = passage.claims[last.part], passage.claims[one.part]
    same = a.unit == b.unit and passage.paragraph_of(a) == passage.paragraph_of(b)
    return same and one.rate - last.rate <= TOGETHER


def of_one_whole(passage: Passage, run: list[Shared]) -> Iterator[Relation]:
    if len(run) < LEAST:
        return
    claims = passage.claims
    for k in wholes(passage, run):
        right = [one for one in run if fits(claims[one.part], claims[k], claims[one.rate])]
        if len(right) < max(LEAST - 1, len(run) - 1):
            continue
        yield from (fitted(passage, one.rate, one.part, k) for one in right)
        for one in run:
            if one not in right:
                yield replace(missed(passage, one.rate, one.part, k), severity="ask")
        yield from a_hundred(passage, run, k)
        return


def wholes(passage: Passage, run: list[Shared]) -> list[int]:
    """The numbers before the run that are larger than each of its parts, the nearest first."""
    claims, first = passage.claims, run[0].part
    largest = sorted(middle(claims[one.part]) for one in run)[-2]
    near = [k for k in (*passage.preceding(first), *passage.stated[:HEAD]) if k < first]
    return [
        k
        for k in near
        if comparable(claims[k].unit, claims[first].unit) and middle(claims[k]) > largest
    ]


def a_hundred(passage: Passage, run: list[Shared], whole: int) -> Iterator[Relation]:
    """Where the parts make the whole, so do their shares."""
    claims = passage.claims
    parts = added([span_of(claims[one.part]) for one in run])
    rates = added([span_of(claims[one.rate]) for one in run])
    holds = meet(rates, HUNDRED)
    if holds or meet(parts, span_of(claims[whole])):
        total = sum((middle(claims[one.rate]) for one in run), Fraction(0))
        addition = "＋".join(said(claims[one.rate]) for one in run)
        message = f"{addition}＝{number(total)}%" + ("。" if holds else "，合起来应是100%。")
        yield Relation("shares", tuple(one.rate for one in run), holds, message, "ask")
