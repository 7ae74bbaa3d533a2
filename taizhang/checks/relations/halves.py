"""Two halves of a total that no 其中 introduces: 城镇零售额101.2亿元；乡村零售额37.26亿元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.checks.relations.divisions import complement, pairs
from taizhang.checks.structure import Passage

CHANGE = re.compile(
    r"增长|下降|提高|增加(?!值)|减少|上升|回落|上涨|同比|比上年|比去年|较上年|占(?!地)|率$|平均|人均|户均|亩均|[日月周年生师]均|比重|"
    r"[增减][产收]|[多少][增减]|[比较](?:上年|去年|年初)|净增|亩产|单产|每(?!年)|缩小|扩大"
)
OTHER_TIME = re.compile(r"[上去]年同?期?为?$|同期(?:为|是|完成)?$")
SHORT = 3  # letters: 男性, 女性


@dataclass
class Group:
    """A total and the parts that a cue introduces."""

    total: int
    parts: list[int]
    cue: str
    whole: bool = False
    doubted: bool = (
        False  # the total may be of something else, so that what does not fit is asked only
    )


def halves(passage: Passage) -> Iterator[Group]:
    """零售总额138.46亿元，…。…，城镇零售额101.2亿元；乡村零售额37.26亿元: two halves said without 其中."""
    claims = passage.claims
    for i in passage.stated:
        first = claims[i]
        for k in passage.following(i)[:3]:
            second = claims[k]
            near = second.sentence - first.sentence <= 1 and second.unit == first.unit
            if (
                not near
                or first.kind in {"percent", "ratio"}
                or CHANGE.search(first.lead + second.lead)
            ):
                continue
            names = [first.subject, second.subject]
            short = max(len(name) for name in names) <= SHORT
            if (names[0][-3:] != names[1][-3:] and not short) or not any(
                complement(names, pair) for pair in pairs()
            ):
                continue
            total = total_of_halves(passage, i)
            if total is not None:
                yield Group(total, [i, k], "", whole=True)


def total_of_halves(passage: Passage, half: int) -> int | None:
    """The nearest claim before two halves that is called a total of the same thing."""
    claims, name = passage.claims, passage.claims[half].subject
    for n, k in enumerate(passage.preceding(half)[:6]):
        claim = claims[k]
        if OTHER_TIME.search(claim.lead):
            continue
        beside = n == 0 and claim.sentence == claims[half].sentence
        if beside and claim.unit == claims[half].unit and re.search("总|共", claim.lead):
            return k
        if claim.unit == claims[half].unit and not CHANGE.search(claim.lead):
            same = (
                bool(re.search(r"总|共|合计|全", claim.lead))
                and claim.subject[-1:] == name[-1:]
                and claim.subject[:2] in name + claim.subject[-4:]
            )
            return k if same or name[-3:] in claim.subject.replace("总", "") else None
    return None
