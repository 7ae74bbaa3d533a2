"""Which of the readings of a list is meant: the one that adds up; else the one whose names leave nothing over, or the shortest."""

import re
from collections.abc import Iterator
from itertools import pairwise

from taizhang.checks.relation import added, meet, middle, span_of
from taizhang.checks.relations.divisions import called, complete
from taizhang.checks.relations.halves import CHANGE, Group
from taizhang.checks.relations.reach import is_part
from taizhang.checks.relations.slips import LONG, one_digit_off, transposed
from taizhang.checks.structure import Passage

GENERAL = {"个", "所", "家", "处", "座"}
ORDINALS = [re.compile(f"第{one}产业|^{one}产|{one}次产业") for one in "一二三"]


def adds_up(passage: Passage, group: Group) -> bool:
    claims = passage.claims
    parts = [span_of(claims[i]) for i in group.parts]
    return len(parts) > 1 and meet(added(parts), span_of(claims[group.total]))


def nearly(passage: Passage, group: Group, digits: int = LONG) -> bool:
    """It would add up with one digit written otherwise, of a number with so many at least."""
    parts = [passage.claims[i] for i in group.parts]
    together = added([span_of(one) for one in parts])
    total = passage.claims[group.total]
    return len(parts) > 1 and (
        one_digit_off(total, parts, together, digits) or transposed(total, parts, together)
    )


def of_three(passage: Passage, group: Group) -> bool:
    """A total of about that size, called a product or a total, can only be that of the three industries."""
    lead = passage.claims[group.total].lead
    low, high = added([span_of(passage.claims[i]) for i in group.parts])
    total = middle(passage.claims[group.total])
    sized = total * 2 >= low and total <= high * 2
    return nearly(passage, group) or (sized and bool(re.search("生产总值|GDP|总", lead)))


def chosen(passage: Passage, totals: list[int], readings: list[list[int]], cue: str) -> Group:
    """The reading that adds up; else the shortest list against the nearest total that can hold it."""
    totals = large_enough(passage, totals, readings[-1]) or totals
    mixed = list(counted_otherwise(passage, readings[0]))
    three = list(numbered(passage, readings[0]))
    for total in totals:
        for parts in (*readings, *shorter(passage, readings[0]), *mixed, *three):
            group = Group(total, parts, cue)
            if adds_up(passage, group):
                return group
    if three and of_three(passage, Group(totals[0], three[0], cue)):
        return Group(totals[0], three[0], cue, whole=True)
    for parts in readings:
        group = Group(totals[0], parts, cue)
        if len(parts) > 1 and nearly(passage, group):
            return group
    closed = next(
        (
            readings[0][:k]
            for k in range(len(readings[0]), 1, -1)
            if named_whole(passage, readings[0][:k]) and not goes_on(passage, readings[0], k)
        ),
        None,
    )
    if closed:
        return Group(totals[0], closed, cue, whole=True)
    parts = readings[-1]
    largest = max(middle(passage.claims[i]) for i in parts)
    at_start = passage.claims[totals[0]].sentence != passage.claims[parts[0]].sentence
    holding = [i for i in totals if middle(passage.claims[i]) >= largest] if at_start else []
    return Group((holding or totals)[0], parts, cue)


def large_enough(passage: Passage, totals: list[int], parts: list[int]) -> list[int]:
    """Not 人均3.8亩 before parts of thousands."""
    first = middle(passage.claims[parts[0]])
    return [i for i in totals if middle(passage.claims[i]) * 2 >= first]


def goes_on(passage: Passage, parts: list[int], k: int) -> bool:
    """The next part is joined as the ones before: 工业73个、农业38个、服务业29个."""
    if k == len(parts):
        return False
    claims = passage.claims
    gaps = [passage.between(claims[a], claims[b]) for a, b in pairwise(parts[: k + 1])]
    marks = [re.sub("[^、，,；;。]", "", gap) for gap in gaps]
    return len(set(marks)) == 1 and marks[0] == "、"


def named_whole(passage: Passage, parts: list[int]) -> bool:
    return complete([called(passage.claims[i]) for i in parts])


def shorter(passage: Passage, parts: list[int]) -> Iterator[list[int]]:
    """The list to each comma or semicolon, whatever stands behind it: 水田…、旱地…，林地…."""
    claims = passage.claims
    for k in range(2, len(parts)):
        if re.search("[，,；;。]", passage.between(claims[parts[k - 1]], claims[parts[k]])):
            yield parts[:k]


def counted_otherwise(passage: Passage, parts: list[int]) -> Iterator[list[int]]:
    """学校146所，其中高中4所，…，教学点33个: parts of a list that are counted in another measure word."""
    claims = passage.claims
    if claims[parts[0]].unit not in GENERAL:
        return
    sentence = passage.in_sentence(claims[parts[0]].sentence)
    end = max(parts[-1], *sentence)
    every = [i for i in sentence if parts[0] <= i <= end and claims[i].unit in GENERAL]
    if every != parts and not any(CHANGE.search(claims[i].lead) for i in every):
        yield every


def numbered(passage: Passage, parts: list[int]) -> Iterator[list[int]]:
    """第一产业…，第二产业…，其中工业…。第三产业…: parts called first, second and third, whatever stands between."""
    claims, found = passage.claims, parts[:1]
    if not ORDINALS[0].search(claims[parts[0]].lead):
        return
    for i in passage.following(parts[0]):
        if "\n" in passage.between(claims[parts[0]], claims[i]):
            break
        here = len(found) < len(ORDINALS) and ORDINALS[len(found)].search(claims[i].lead)
        if here and is_part(passage, claims[i], claims[parts[0]]):
            found.append(i)
    if len(found) == len(ORDINALS):
        yield found
