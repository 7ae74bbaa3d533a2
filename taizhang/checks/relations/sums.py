"""Totals and their parts: 耕地7458亩，其中水田960亩、旱田6518亩.

Parts that exceed their total cannot be true. Parts that fall short are an error only where the list says that it is
whole; otherwise each part is merely held against the total.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, added, as_written, meet, middle, said, span_of
from taizhang.checks.relations.halves import CHANGE, COMPLEMENTS, Group, complement, halves
from taizhang.checks.relations.parts import within
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable
from taizhang.core.finding import Severity

CUE = re.compile(r"其中|分别为|分别是|分为|包括|包含|(?<=[（(])含|由")
ALONE = {"其中", "含", "包含"}  # cues that may introduce one part only
AMONG = re.compile(r"其中")
TOTAL = re.compile(r"共|总|合计|一共|全部|幅员")
OPEN_END = re.compile(r"等(?:[，。；]|$)|主要(?:有|是|为)|新增|重点")
FARTHEST = 2  # sentences back to the total
MOST_DROPPED = 2  # parts that a list may count although its total does not


def relations(passage: Passage) -> Iterator[Relation]:
    seen: set[tuple[int, ...]] = set()
    for group in (*groups(passage), *halves(passage)):
        if (group.total, *group.parts) not in seen:
            seen.add((group.total, *group.parts))
            yield from judged(passage, group)


def groups(passage: Passage) -> Iterator[Group]:
    """Every total with its parts, by the cue between them."""
    taken: set[int] = set()
    for match in CUE.finditer(passage.plain):
        parts = parts_after(passage, match.end(), match[0])
        if not parts or parts[0] in taken:
            continue
        total = total_before(passage, match.start(), passage.claims[parts[0]], match[0])
        if total is None:
            continue
        parts = [i for i in parts if i != total]
        group = Group(total, parts, match[0])
        group.whole = says_it_is_whole(passage, group, match.end())
        if match[0] not in ALONE and (
            len(parts) < 2 or not TOTAL.search(passage.before(passage.claims[total], 16))
        ):
            continue
        taken.update(parts)
        yield group
        if len(parts) == 1 and (below := breakdown(passage, parts[0])):
            taken.update(below.parts)
            yield below


def breakdown(passage: Passage, part: int) -> Group | None:
    """A part taken apart in the sentences that follow: 其中，粮食7967.7公顷。玉米6413公顷；大豆21.7公顷；…"""
    claims = passage.claims
    total = claims[part]
    found: list[int] = []
    for i in passage.following(part):
        claim = claims[i]
        if (
            "\n" in passage.plain[total.end : claim.start]
            or claim.sentence - total.sentence > len(found) + 1
        ):
            break
        if claim.sentence == total.sentence:
            return None
        if not is_part(passage, claim, total) or (
            found and claims[found[-1]].sentence == claim.sentence
        ):
            break
        found.append(i)
    spans = added([span_of(claims[i]) for i in found])
    nearly = spans[1] * 100 >= span_of(total)[0] * 80 and spans[0] * 100 <= span_of(total)[1] * 125
    if len(found) < 3 or not nearly or not alike(claims[found[0]], claims[found[1]]):
        return None
    return Group(part, found, "", whole=True)


def parts_after(passage: Passage, start: int, cue: str) -> list[int]:
    """The claims of one unit behind a cue, to the end of what it governs."""
    claims = passage.claims
    ahead = passage.from_offset(start)
    if not ahead or claims[ahead[0]].start - start > 40:
        return []
    first = claims[ahead[0]]
    found: list[int] = []
    for i in ahead:
        claim = claims[i]
        if stops(passage, start, claim):
            break
        if claim.sentence != first.sentence and not continues(
            passage, claim, claims[found[-1]] if found else first, found
        ):
            break
        if is_part(passage, claim, first):
            found.append(i)
    return found


def stops(passage: Passage, start: int, claim: Claim) -> bool:
    """Another 其中, a closing bracket or a new paragraph ends the list."""
    between = passage.plain[start : claim.start]
    closed = between.count("）") + between.count(")") > between.count("（") + between.count("(")
    return closed or bool(AMONG.search(between)) or "\n" in between.strip("\n")


def continues(passage: Passage, claim: Claim, last: Claim, found: list[int]) -> bool:
    """A list of one part a sentence goes on behind a semicolon: 玉米播种面积…；大豆播种面积…."""
    sentences = [passage.claims[i].sentence for i in found]
    one_each = len(set(sentences)) == len(sentences)
    separator = passage.plain[passage.sentences[claim.sentence - 1].end - 1]
    near = claim.sentence - last.sentence <= 1
    return one_each and near and separator in "；;"


def alike(a: Claim, b: Claim) -> bool:
    """Two parts named by the same word: 玉米播种, 大豆播种."""
    return len(a.subject) > 2 and len(b.subject) > 2 and a.subject[-2:] == b.subject[-2:]


def is_part(passage: Passage, claim: Claim, first: Claim) -> bool:
    """Of the same unit, no growth or share, not an aside in brackets."""
    if not comparable(claim.unit, first.unit) or claim.kind in {"percent", "ratio"}:
        return False
    if passage.in_brackets(claim) != passage.in_brackets(first):
        return False
    return not CHANGE.search(claim.lead)


def total_before(passage: Passage, start: int, part: Claim, cue: str) -> int | None:
    """The nearest claim before the cue that the parts can be parts of."""
    claims = passage.claims
    behind = passage.up_to(start)
    for i in reversed(behind):
        claim = claims[i]
        if (
            claim.sentence < part.sentence - FARTHEST
            or "\n" in passage.plain[claim.end : start].strip()
        ):
            return None
        if CUE is not None and cue != "其中" and start - claim.end > 40:
            return None
        if comparable(claim.unit, part.unit) and not CHANGE.search(claim.lead):
            if passage.in_brackets(claim) and not passage.in_brackets(part):
                continue
            return i
    return None


def says_it_is_whole(passage: Passage, group: Group, start: int) -> bool:
    """Whether the list names everything: complements, or a total with three parts and no 等."""
    claims = passage.claims
    names = [claims[i].subject for i in group.parts]
    end = claims[group.parts[-1]].end
    if OPEN_END.search(passage.plain[start : end + 3]) or OPEN_END.search(
        passage.before(claims[group.total], 10)
    ):
        return False
    if len(names) == 2 and any(complement(names, pair) for pair in COMPLEMENTS):
        return True
    if group.cue in {"分别为", "分别是", "分为", "由"}:
        return True
    shares = [middle(claims[i]) for i in group.parts]
    total = middle(claims[group.total])
    nearly = total > 0 and sum(shares, Fraction(0)) / total
    return len(names) >= 3 and bool(nearly) and nearly >= Fraction(45, 100)


def judged(passage: Passage, group: Group) -> Iterator[Relation]:
    claims = passage.claims
    total, parts = claims[group.total], [claims[i] for i in group.parts]
    spans = [span_of(part) for part in parts]
    whole = added(spans)
    if len(parts) > 1 and meet(whole, span_of(total)):
        yield Relation("sum", (group.total, *group.parts), True, arithmetic(total, parts, True))
        return
    exceeds = whole[0] > span_of(total)[1]
    without = smaller_list(passage, group) if exceeds else None
    if len(parts) > 1 and (exceeds or group.whole):
        severity: Severity = "error" if exceeds and without is None else "ask"
        message = arithmetic(total, parts, False) + (
            dropped_sentence(passage, group, without) if without else ""
        )
        yield Relation("sum", (group.total, *group.parts), False, message, severity)
        if without:
            kept = [claims[i] for i in without]
            yield Relation("sum", (group.total, *without), True, arithmetic(total, kept, True))
        return
    yield from each_within(passage, group)


def each_within(passage: Passage, group: Group) -> Iterator[Relation]:
    """No part is larger than its total."""
    for i in group.parts:
        yield within(passage, i, group.total)


def smaller_list(passage: Passage, group: Group) -> list[int] | None:
    """The parts without one or two, where these add up to the total exactly: the list counts something twice."""
    claims = passage.claims
    total = span_of(claims[group.total])
    for dropped in range(1, MOST_DROPPED + 1):
        if len(group.parts) - dropped < 2:
            return None
        fits = [
            kept
            for kept in combinations(group.parts, len(group.parts) - dropped)
            if meet(added([span_of(claims[i]) for i in kept]), total)
        ]
        if len(fits) == 1:
            return list(fits[0])
    return None


def arithmetic(total: Claim, parts: list[Claim], holds: bool) -> str:
    """A sentence with the addition written out."""
    addition = "＋".join(said(part) for part in parts)
    whole = sum((middle(part) for part in parts), Fraction(0))
    if holds:
        return f"{addition}＝{said(total)}。"
    off = as_written(abs(whole - middle(total)), total)
    return f"{addition}＝{as_written(whole, total)}，与总数“{said(total)}”相差{off}，其中至少有一个数不对。"


def dropped_sentence(passage: Passage, group: Group, kept: list[int]) -> str:
    gone = [passage.claims[i] for i in group.parts if i not in kept]
    names = "、".join(f"{one.subject}{said(one)}" for one in gone)
    return f"去掉{names}后正好等于总数，请核对总数是否包含这一项。"
