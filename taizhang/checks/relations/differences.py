"""One number less another: 复垦300亩，用去230亩，净增70亩; 由86家增至102家，增加16家."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from taizhang.checks.claims import Claim
from taizhang.checks.relation import (
    Interval,
    Relation,
    added,
    as_written,
    meet,
    middle,
    said,
    span_of,
)
from taizhang.checks.relations.slips import mended
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

NET = re.compile(
    r"(?<!上年)(?<!去年)(?<!上期)(?<!年初)(?<!历年)(?<!滚存)(?:净增|净减|净增加|净减少|节余|结余|剩余|结存|顺差|逆差|差额|相差)[^\d，。；]{0,8}$"
)
FROM_TO = re.compile(
    r"^[^\d。；]{0,14}?(?:增加到|增至|增长到|提高到|提升到|上升到|上升至|提高至|扩大到|发展到|达到|减少到|减至|下降到|降至|降到|下降至|调整为|调整到|到)[^\d。；]{0,10}$"
)
STARTS = re.compile(r"(?:由|从)[^\d。；]{0,18}(?:\d{4}年[末底初]?的?)?[^\d。；]{0,6}$")
# What may stand before a change of the same thing; any other noun begins another.
SAME_THING = r"^[^，。；]{0,3}[，,（(、]?(?:其间|期间|共|共计|累计|同比|环比|[五十]年|(?:比|较)[^，。；]{1,10})?"
CHANGED_BY = re.compile(
    SAME_THING
    + r"(?:净?增加|净?减少|增长|提高|下降|降低|上升|回落|减贫|压减|精简|净增|净减|增[产收]|减[产收]|多|少)了?$"
)
FALLING = re.compile(r"减|降|回落|少|精简|压|缩")
LEFT = re.compile(r"剩余|结存|相差|差额")  # may be of anything said before
AGAINST = re.compile(r"(?:比|较)[^。；，\d]{0,14}(?:\d{4}年[末底]?的?)?$")
OVER = re.compile(r"^的?(?:超过|超额|超出|多|高出?|净?增加|(?P<less>少|减少|低))了?$")
NEAR = 3  # claims
RISEN = re.compile(
    r"^，(?:当年|全年|今年|本年)?新增$|^[^。；]{0,4}(?:同比|环比|比|较)[^。；，]{0,10}(?:净?增加?|多增?|增[收产])了?$|^，增[产收]$"
)


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        if NET.search(passage.before(passage.claims[i], 16)):
            yield from net(passage, i)
    for first, second in from_to(passage):
        yield from changed_by(passage, first, second)
    for i in passage.stated:
        yield from risen_by(passage, i)
        yield from beyond(passage, i)


def beyond(passage: Passage, i: int) -> Iterator[Relation]:
    """由3003亿元增加到5170亿元，比目标4600亿元超过570亿元: the level less what it is held against."""
    claims, over = passage.claims, passage.claims[i]
    against = next(iter(passage.preceding(i)), None)
    if against is None or over.kind in {"percent", "ratio"}:
        return
    base = claims[against]
    joined = OVER.match(passage.between(base, over))
    if not joined or base.unit != over.unit or not AGAINST.search(passage.before(base, 20)):
        return
    for k in passage.preceding(against)[:NEAR]:
        level = claims[k]
        if level.sentence == over.sentence and level.unit == over.unit:
            larger, smaller = (against, k) if joined["less"] else (k, against)
            yield subtraction(passage, [k, against], larger, smaller, i)
            return


def risen_by(passage: Passage, i: int) -> Iterator[Relation]:
    """21.5辆，比2007年增加15.5辆: what it rose by is not more than what it is."""
    claims, level = passage.claims, passage.claims[i]
    change = next((k for k in passage.following(i) if claims[k].unit != "年"), None)
    if (
        change is None
        or claims[change].sentence != level.sentence
        or not comparable(level.unit, claims[change].unit)
    ):
        return
    if (
        level.kind in {"percent", "ratio"}
        or "净" in level.lead
        or not RISEN.search(passage.between(level, claims[change]))
    ):
        return
    holds = span_of(claims[change])[0] <= span_of(level)[1]
    sign = "不大于" if holds else "大于"
    message = f"增加的{said(claims[change])}{sign}增加以后的{said(level)}" + (
        "。" if holds else "，增加的数不能比总数还大。"
    )
    yield Relation("part_whole", (change, i), holds, message, "error")


def net(passage: Passage, i: int) -> Iterator[Relation]:
    """What remains of the two numbers before it: the larger less the smaller; of more numbers, what fits."""
    claims, claim = passage.claims, passage.claims[i]
    before = [
        j
        for j in passage.preceding(i)[::-1]
        if comparable(claims[j].unit, claim.unit) and claims[j].sentence == claim.sentence
    ]
    two = before[-2:]
    if len(two) < 2 or any(claims[j].kind == "percent" for j in two):
        return
    larger, smaller = sorted(two, key=lambda j: -middle(claims[j]))
    relation = subtraction(passage, two, larger, smaller, i)
    left = bool(LEFT.search(passage.before(claim, 16)))
    sure = len(before) == len(two) or not left
    of_both = whole_of(passage, [*two, i]) if left else None
    if of_both is not None and not relation.holds:
        yield of_both
    elif relation.holds or sure:
        yield relation if relation.holds or not left else replace(relation, severity="ask")


def whole_of(passage: Passage, parts: list[int]) -> Relation | None:
    """12846户，已脱贫9367户，今年2215户，剩余1264户: the number before that what is gone and what is left make."""
    claims = passage.claims
    spans = added([span_of(claims[k]) for k in parts])
    for k in passage.preceding(parts[0]):
        if "\n" in passage.between(claims[k], claims[parts[0]]):
            return None
        like = claims[k].kind == claims[parts[0]].kind and comparable(
            claims[k].unit, claims[parts[0]].unit
        )
        holds = like and meet(spans, span_of(claims[k]))
        if holds or (like and mended(claims[k], [claims[n] for n in parts])):
            addition = "＋".join(said(claims[n]) for n in parts)
            words = "。" if holds else "不成立，其中至少有一个数不对。"
            message = f"{addition}＝{said(claims[k])}{words}"
            return Relation("sum", (k, *parts), holds, message, "ask")
    return None


def subtraction(
    passage: Passage, order: list[int], larger: int, smaller: int, result: int
) -> Relation:
    a, b, c = (passage.claims[k] for k in (larger, smaller, result))
    holds = meet(less(span_of(a), span_of(b)), span_of(c))
    return Relation("difference", (*order, result), holds, subtracted(a, b, c, holds), "error")


def less(a: Interval, b: Interval) -> Interval:
    return a[0] - b[1], a[1] - b[0]


def subtracted(a: Claim, b: Claim, c: Claim, holds: bool) -> str:
    if holds:
        return f"{said(a)}－{said(b)}＝{said(c)}。"
    worked = as_written(middle(a) - middle(b), a)
    return f"{said(a)}－{said(b)}＝{worked}，文中却写{said(c)}，三个数里至少有一个不对。"


def from_to(passage: Passage, behind: int | None = None) -> Iterator[tuple[int, int]]:
    """Two levels of one thing: 由86家增至102家; all of them, or those right behind a claim."""
    claims = passage.claims
    stated = passage.stated if behind is None else passage.following(behind)[:3]
    for i, j in pairwise(stated):
        a, b = claims[i], claims[j]
        between = re.sub(r"(?:19|20)\d\d年?[末底初]?的?", "", passage.between(a, b))
        if (
            a.sentence == b.sentence
            and comparable(a.unit, b.unit)
            and FROM_TO.match(between)
            and STARTS.search(passage.before(a, 30))
        ):
            yield i, j


def changed_by(passage: Passage, first: int, second: int) -> Iterator[Relation]:
    """由86家增至102家，增加16家: the change said right behind."""
    claims = passage.claims
    follower = next((k for k in passage.following(second) if claims[k].unit != "年"), None)
    if follower is None or claims[follower].sentence != claims[second].sentence:
        return
    c = claims[follower]
    points = claims[first].unit == "%" and "百分点" in c.unit
    if not (comparable(c.unit, claims[first].unit) or points) or (
        c.kind == "percent" and not points
    ):
        return
    if not CHANGED_BY.search(passage.plain[claims[second].end : c.start].rstrip("近约")):
        return
    words = passage.plain[claims[second].end : c.start]
    larger, smaller = (first, second) if FALLING.search(words) else (second, first)
    yield subtraction(passage, [first, second], larger, smaller, follower)
