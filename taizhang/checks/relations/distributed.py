"""Shares said in a row or one behind each part: 产值分别为…，占比分别为…; 第一产业…，三次产业结构为17.3:33.1:49.6."""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.relation import Relation, added, meet, middle, number, said, span_of
from taizhang.checks.relations.choosing import adds_up
from taizhang.checks.relations.groups import groups
from taizhang.checks.relations.halves import CHANGE, Group
from taizhang.checks.relations.shares import told
from taizhang.checks.structure import Passage, cleaned

ALL_THREE = re.compile(
    r"(?:第一、(?:第)?二、?(?:和)?(?:第)?三(?:次)?产业|三次产业)[^。；\d]{0,24}(?:贡献率|比重|占比)[^。；，\d]{0,4}(?:分别)?为(?=\d)"
)
ROW = re.compile(
    r"分别占(?P<whole>[^，。；\d]{0,14}?)(?:的|比重)?(?:为)?(?=\d)|(?:占比|比重|比例)(?:重)?(?:分别|依次)(?:为|是|达)?(?=\d)"
)
JOINED = re.compile(r"^(?:[、，,和与及]|以及)$")
SHARE = re.compile(r"占[^，。；\d]{0,14}$|(?:比重|贡献率)[^，。；\d]{0,3}$")
CARRIED = re.compile(r"^第[一二三]产业(?:为|占|是)$")
INDUSTRIES = ("第一产业", "第二产业", "第三产业")
HUNDRED = (Fraction(100), Fraction(100))
FORCED = Fraction(15, 100)  # points that a share may be off so that all make a hundred
LEAST = 3
REACH = 8  # claims back to the whole


def relations(passage: Passage) -> Iterator[Relation]:
    for match in ROW.finditer(passage.plain):
        yield from row(passage, match)
    for match in ALL_THREE.finditer(passage.plain):
        rates = rates_after(passage, match.end())
        if len(rates) == LEAST:
            yield hundred(passage, rates)
    for group in groups(passage):
        if len(group.parts) >= LEAST and adds_up(passage, group):
            yield from one_behind_each(passage, group)
    yield from of_industries(passage)


def row(passage: Passage, match: re.Match[str]) -> Iterator[Relation]:
    """As many shares as there are amounts before them, in the same order."""
    rates = rates_after(passage, match.end())
    parts = before(passage, match, rates)
    group = next((g for g in groups(passage) if g.parts[-len(rates) :] == parts), None)
    whole = group.total if group else named_total(passage, match, parts)
    whole = of_all(passage, rates, parts) if whole is None else whole
    if len(rates) < 2 or len(parts) != len(rates) or whole is None:
        return
    for rate, part in zip(rates, parts, strict=True):
        yield told(passage, rate, part, whole)
    all_parts = Group(whole, parts, "")
    if len(parts) == len(rates) and adds_up(passage, all_parts):
        yield hundred(passage, rates)


def rates_after(passage: Passage, start: int) -> list[int]:
    """Percentages side by side."""
    claims = passage.claims
    rates: list[int] = []
    for i in passage.from_offset(start):
        gap = passage.between(claims[rates[-1]], claims[i]) if rates else "和"
        if claims[i].unit != "%" or not JOINED.match(gap):
            break
        rates.append(i)
    return rates


def before(passage: Passage, match: re.Match[str], rates: list[int]) -> list[int]:
    """The last amounts of one unit in the sentence, as many as there are shares; else those of the paragraph."""
    claims = passage.claims
    if not rates:
        return []
    amounts = [
        i
        for i in passage.up_to(match.start())
        if claims[i].kind in {"quantity", "money"} and not CHANGE.search(claims[i].lead)
    ]
    first = claims[rates[0]]
    own = [i for i in amounts if claims[i].sentence == first.sentence]
    near = [i for i in amounts if passage.paragraph_of(claims[i]) == passage.paragraph_of(first)]
    for here in (own, near):
        last = here[-len(rates) :]
        if len(last) == len(rates) and len({claims[i].unit for i in last}) == 1:
            return last
    return []


def named_total(passage: Passage, match: re.Match[str], parts: list[int]) -> int | None:
    name = cleaned(match["whole"] or "")
    if len(name) < 2 or not parts:
        return None
    same = [
        i
        for i in passage.preceding(parts[0])
        if passage.claims[i].subject == name and passage.claims[i].kind in {"quantity", "money"}
    ]
    return same[0] if same else None


def of_all(passage: Passage, rates: list[int], parts: list[int]) -> int | None:
    """The amount before the parts of which most of the shares are right."""
    claims = passage.claims
    if not parts or len(parts) != len(rates):
        return None
    for i in passage.preceding(parts[0])[:REACH]:
        if claims[i].unit != claims[parts[0]].unit or not middle(claims[i]):
            continue
        right = [told(passage, a, b, i).holds for a, b in zip(rates, parts, strict=True)]
        if sum(right) * 2 > len(right):
            return i
    return None


def one_behind_each(passage: Passage, group: Group) -> Iterator[Relation]:
    """甲5亿，占60%；乙3亿，占…: the shares of all the parts of a whole make a hundred."""
    claims = passage.claims
    rates = []
    for i in group.parts:
        after = next((k for k in passage.following(i)[:3] if SHARE.search(claims[k].lead)), None)
        if (
            after is None
            or claims[after].unit != "%"
            or claims[after].sentence != claims[i].sentence
        ):
            return
        rates.append(after)
    if len(set(rates)) == len(group.parts):
        yield hundred(passage, rates)


def hundred(passage: Passage, rates: list[int]) -> Relation:
    claims = passage.claims
    sums = added([span_of(claims[i]) for i in rates])
    holds = meet((sums[0] - FORCED, sums[1] + FORCED), HUNDRED)
    total = number(sum((middle(claims[i]) for i in rates), Fraction(0)))
    addition = "＋".join(said(claims[i]) for i in rates)
    message = f"{addition}＝{total}%" + (
        "。" if holds else "，各部分的占比合计应当是100%，请核对。"
    )
    return Relation("shares", tuple(rates), holds, message, "error")


def of_industries(passage: Passage) -> Iterator[Relation]:
    """The three industries: their shares in words make a hundred, their proportion is that of their values."""
    claims = passage.claims
    named = [
        i
        for i in passage.stated
        if claims[i].unit == "%"
        and (SHARE.search(claims[i].lead) or CARRIED.search(claims[i].lead))
    ]
    for three in zip(named, named[1:], named[2:], strict=False):
        near = claims[three[2]].sentence - claims[three[0]].sentence <= 2
        if near and all(name in claims[i].lead for i, name in zip(three, INDUSTRIES, strict=True)):
            yield hundred(passage, list(three))
    for group in groups(passage):
        if is_of_industries(passage, group):
            yield from proportion(passage, group)


def is_of_industries(passage: Passage, group: Group) -> bool:
    leads = [passage.claims[i].lead for i in group.parts]
    return len(leads) == len(INDUSTRIES) and all(
        name in lead for name, lead in zip(INDUSTRIES, leads, strict=True)
    )


def proportion(passage: Passage, group: Group) -> Iterator[Relation]:
    """17.8:33.4:48.8调整为17.3:33.1:49.6: the last proportion of the paragraph is that of the values."""
    claims = passage.claims
    found: list[int] = []
    for i in passage.following(group.parts[-1]):
        if "\n" in passage.between(claims[group.parts[-1]], claims[i]):
            break
        if claims[i].extra.get("of"):
            found.append(i)
        elif found:
            break
    last = found[-3:]
    if len(last) != LEAST or len({claims[i].extra["of"] for i in last}) != 1:
        return
    total = middle(claims[group.total])
    for i, part in zip(last, group.parts, strict=True):
        worked = middle(claims[part]) / total * 100
        holds = abs(worked - middle(claims[i])) <= FORCED
        message = f"{said(claims[part])}÷{said(claims[group.total])}＝{number(worked)}%" + (
            f"，与{said(claims[i])}相符。" if holds else f"，比例里却写{said(claims[i])}，请核对。"
        )
        yield Relation("ratio", (i, part, group.total), holds, message, "error")
