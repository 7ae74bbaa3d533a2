"""Rows of numbers that stand side by side behind a number, without 其中: 投入186万元，县级120万元，镇级42万元，村级24万元.

A row that makes the number before it is told. One that misses it is asked about only where it runs to the end of its
sentence and one wrong digit, or two digits the other way round, explains the gap.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Interval, Relation, meet, middle, span_of
from taizhang.checks.relations.groups import group_of
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.overlaps import overlap
from taizhang.checks.relations.slips import alike_in_precision, mended, places
from taizhang.checks.relations.sums import arithmetic
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

AMONG = re.compile(r"[^，。；、\d]{0,8}中[，,]")
MOST = 12  # parts
TIGHT = 22  # letters between two parts, and those of what stands between them
BETWEEN = 2  # numbers between two parts: their share, their growth, their other unit
TOTALS = 4  # numbers before a row that it may be parts of
FAR = 40  # claims, or letters, back to a total
HEADS = {"人", "名", "个", "位"}  # posts are counted as people are
LONG, SHORT, TWO = 3, 2, 2  # digits, digits, parts
NEVER = re.compile(r"人均|户均|亩均|其中|最高|最低")
STRONG = re.compile(r"[；;]")
OPEN_LIST = re.compile(r"等(?:[，。；]|$)|主要(?:有|是|为)")
PLANNED = re.compile(r"计划|规划|预计|预算数|目标|任务|限额|上年|去年|同期|力争")


def relations(passage: Passage) -> Iterator[Relation]:
    for row in rows(passage):
        held = list(fitting(passage, row))
        yield from held
        last = max((k for one in held for k in one.claims), default=row[0])
        known = [one.claims[0] for one in held]
        yield from missing(passage, [k for k in row if k >= last] if held else row, known)
        if held:
            yield from missing(passage, [k for k in row if k > last], known)


def rows(passage: Passage) -> Iterator[list[int]]:
    """The longest runs of levels of one unit, side by side."""
    taken: set[int] = set()
    for i in passage.stated:
        if i in taken or not level(passage.claims[i]):
            continue
        row = row_from(passage, i)
        if len(row) >= TWO:
            taken.update(row)
            yield row


def level(claim: Claim) -> bool:
    plain = claim.kind in {"quantity", "money"} and claim.approx == "exact" and claim.unit != "年"
    return plain and not CHANGE.search(claim.lead) and not NEVER.search(claim.lead[2:])


def row_from(passage: Passage, i: int) -> list[int]:
    claims, row, last = passage.claims, [i], i
    for k in passage.following(i):
        gap = passage.between(claims[last], claims[k])
        if len(gap) > TIGHT or re.search(r"[。\n]", gap) or len(row) > MOST:
            break
        if level(claims[k]) and claims[k].unit == claims[i].unit:
            row.append(k)
        elif len(passage.stated) and k - row[-1] > BETWEEN + 1:
            break
        last = k
    return row


def fitting(passage: Passage, row: list[int]) -> Iterator[Relation]:
    """The longest part of the row that makes a number before it, from wherever it begins."""
    at = 0
    while at < len(row) - 1:
        found = first_fit(passage, row, at)
        if found is None:
            at += 1
            continue
        total, parts = found
        claims = [passage.claims[i] for i in parts]
        yield Relation(
            "sum", (total, *parts), True, arithmetic(passage.claims[total], claims, True)
        )
        at += len(parts)


def first_fit(passage: Passage, row: list[int], at: int) -> tuple[int, list[int]] | None:
    claims, before = passage.claims, totals(passage, row[at:])
    sums = [span_of(claims[row[at]])]
    for i in row[at + 1 :]:
        low, high = span_of(claims[i])
        sums.append((sums[-1][0] + low, sums[-1][1] + high))
    for end in range(len(sums), 1, -1):
        for n, k in enumerate(before):
            if meet(sums[end - 1], span_of(claims[k])):
                parts = row[at : at + end]
                positive = all(span_of(claims[i])[0] > 0 for i in parts)
                if positive and believed(passage, k, parts, sums[end - 1], n):
                    return k, parts
    return None


def totals(passage: Passage, parts: list[int]) -> list[int]:
    """The numbers before a row that it may make, the nearest first."""
    claims, first = passage.claims, passage.claims[parts[0]]
    before = [k for k in passage.preceding(parts[0])[:FAR] if claims[k].approx == "exact"]
    return [
        k
        for k in before
        if (comparable(claims[k].unit, first.unit) or {claims[k].unit, first.unit} <= HEADS)
        and claims[k].kind == first.kind
        and not CHANGE.search(claims[k].lead.replace("人均", ""))
    ]


def believed(passage: Passage, total: int, parts: list[int], whole: Interval, n: int) -> bool:
    """Whether the sum is hardly chance: right behind its total, or long and finely written."""
    claims = passage.claims
    listed = [claims[i] for i in parts]
    digits, step = places([claims[total], *listed])
    leeway = max(whole[1] - whole[0], step)
    fine = middle(claims[total]) / leeway
    paragraphs = passage.paragraph_of(listed[0]) - passage.paragraph_of(claims[total])
    if n == 0 and not paragraphs:
        return digits >= SHORT and fine >= (6 if len(parts) > TWO else 12)
    if paragraphs == 0 and n < TOTALS:
        return digits >= LONG and fine >= 40
    return digits > LONG and fine >= 400 and len(parts) > TWO


def missing(passage: Passage, row: list[int], known: list[int]) -> Iterator[Relation]:
    """What a number before them should be made of: parts of a row that end it or stand before a semicolon."""
    own = [k for k in row if not PLANNED.search(passage.claims[k].lead)]
    for run in (own, row) if own != row else (row,):
        for parts in ends(passage, run):
            before = [k for k in (outside(passage, parts), *known) if k is not None]
            for total in before:
                if total < parts[0] and misses_by_a_digit(passage, total, parts):
                    claims = [passage.claims[i] for i in parts]
                    message = arithmetic(passage.claims[total], claims, False)
                    yield Relation("sum", (total, *parts), False, message, "ask")
                    return


def ends(passage: Passage, run: list[int]) -> Iterator[list[int]]:
    """From each number of a run to its end, or to a semicolon."""
    claims = passage.claims
    stops = [
        n
        for n in range(1, len(run))
        if STRONG.search(passage.between(claims[run[n - 1]], claims[run[n]]))
    ]
    for at in range(len(run) - 1):
        yield run[at:]
        for stop in reversed(stops):
            if stop - at >= TWO:
                yield run[at:stop]


def outside(passage: Passage, parts: list[int]) -> int | None:
    """The nearest number of its unit before a row, in its paragraph."""
    claims, first = passage.claims, passage.claims[parts[0]]
    for k in totals(passage, parts)[:1]:
        here = passage.paragraph_of(claims[k]) == passage.paragraph_of(first)
        open_end = len(parts) > TWO or not PLANNED.search(claims[k].lead)
        if here and open_end and first.sentence - claims[k].sentence <= TWO:
            return k
    return None


def misses_by_a_digit(passage: Passage, total: int, parts: list[int]) -> bool:
    claims = passage.claims
    whole, listed = claims[total], [claims[i] for i in parts]
    if not alike_in_precision([whole, *listed]) or not closed(passage, total, parts):
        return False
    digits, step = places([whole, *listed])
    among = AMONG.match(passage.plain, whole.end)  # 14个乡镇中，有12个…、2个…
    if digits < (SHORT if len(parts) > TWO or among else LONG):
        return False
    values = [middle(one) / step for one in listed]
    worth = middle(whole) / step
    together = sum(values, Fraction(0))
    near = together * 10 <= worth * 17 and worth * 10 <= together * 17
    if not near or any(value >= worth or value <= 0 for value in values):
        return False
    return mended(whole, listed)


def closed(passage: Passage, total: int, parts: list[int]) -> bool:
    """A row to the end of its clause, each with a name of its own, of which nothing is left out on purpose."""
    claims = passage.claims
    first, last = claims[parts[0]], claims[parts[-1]]
    names = [
        claims[i].lead or claims[i].extra.get("after", "") or claims[i - 1].lead for i in parts
    ]
    in_turn = "分别" in first.lead and len(parts) > TWO
    if not in_turn and (not all(names) or len(set(names)) < len(names)):
        return False
    listed = passage.plain[claims[total].end : last.end + 3]
    if OPEN_LIST.search(listed) or overlap(passage, parts):
        return False
    owners = [group_of(passage, i) for i in parts]
    if any(one and (one.total == total or total not in one.parts) for one in owners):
        return False
    gap = passage.between(claims[total], first)
    return len(gap) <= FAR and "\n" not in gap
