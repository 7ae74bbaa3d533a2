"""Totals said behind their parts: 建议87件、提案103件，共190件; 9个村、2个社区共11个村（社区）."""

import re
from collections.abc import Iterator
from itertools import pairwise

from taizhang.checks.relation import Relation, added, meet, span_of
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.sums import arithmetic
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

TAIL = re.compile(
    r"^(?P<gap>[^\d，。；]{0,8}[，,、]?)(?P<word>合计|共计|总计|一共|共)(?P<own>[^\d，。；]{0,6})$"
)
WORD = re.compile(r"(?:合计|共计|总计|一共|共)$")
STRICT = re.compile(r"^[^\d，。；]{0,14}$")
NOUN = re.compile(r"[^，。；,;\d]{0,12}")
MOST = 10  # parts


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        before = next(iter(passage.preceding(i)), None)
        if before is None or passage.claims[i].kind in {"percent", "ratio"}:
            continue
        tail = TAIL.match(passage.between(passage.claims[before], passage.claims[i]))
        if tail and not passage.in_brackets(passage.claims[i]):
            yield from judged(passage, i, tail)


def judged(passage: Passage, total: int, tail: re.Match[str]) -> Iterator[Relation]:
    """The longest run of like numbers before that adds up; else all of them, where the words are strict."""
    claims = passage.claims
    parts = run_before(passage, total)
    for start in range(len(parts) - 1):
        kept = parts[start:]
        if meet(added([span_of(claims[i]) for i in kept]), span_of(claims[total])):
            message = arithmetic(claims[total], [claims[i] for i in kept], True)
            yield Relation("sum", (total, *kept), True, message)
            return
    if len(parts) > 1 and not tail["own"] and of_these(passage, total, parts):
        message = arithmetic(claims[total], [claims[i] for i in parts], False)
        yield Relation("sum", (total, *parts), False, message, "error")


def run_before(passage: Passage, total: int) -> list[int]:
    """The numbers of one unit side by side before a total, in their order."""
    claims = passage.claims
    found: list[int] = []
    later = claims[total]
    for i in passage.preceding(total)[:MOST]:
        claim = claims[i]
        gap = passage.between(claim, later) if found else ""
        if claim.sentence != claims[total].sentence or not comparable(claim.unit, later.unit):
            break
        if CHANGE.search(claim.lead) or "，" in gap.removesuffix("，").strip("，") or "其中" in gap:
            break
        found.append(i)
        later = claim
    return found[::-1]


def of_these(passage: Passage, total: int, parts: list[int]) -> bool:
    """The parts stand side by side, and the total is of what they are: 镇, 乡 and 乡镇, not 村 and 村民小组."""
    claims = passage.claims
    whole = claims[total]
    gaps = [passage.between(claims[a], claims[b]) for a, b in pairwise(parts)]
    if not all(STRICT.match(gap) for gap in gaps) or any(
        claims[i].approx != "exact" for i in parts
    ):
        return False
    noun = NOUN.match(passage.plain, whole.end)
    named = re.sub(r"[（）()、和及]", "", noun[0]) if noun else ""
    lasts = [
        WORD.sub("", claims[i].extra["after"]).strip("、和及") or claims[i].subject for i in parts
    ]
    return not named or (all(lasts) and all(last[-1] in named for last in lasts))
