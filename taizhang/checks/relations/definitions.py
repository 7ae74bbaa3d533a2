"""Rates and balances that are defined by two other figures: 存贷比, 城镇化率, 自然增长率, 顺差."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from taizhang.checks.relation import Relation
from taizhang.checks.relations.differences import subtraction
from taizhang.checks.relations.groups import parts_of_groups
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.relations.shares import fits, fitted, missed
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

LEXICON = Path(__file__).parents[1] / "lexicon" / "definitions.toml"
REACH = 14  # claims back
RATES = {"%", "‰", ""}
END = r"[^\d，。；]{0,8}$"


@cache
def defined() -> list[tuple[str, re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    """Kind, the figure's own name, and the names of the two that define it."""
    read = tomllib.loads(LEXICON.read_text(encoding="utf-8"))
    terms = [("ratio", one["name"], one["part"], one["whole"]) for one in read["ratio"]]
    terms += [
        ("difference", one["name"], one["first"], one["second"]) for one in read["difference"]
    ]
    return [
        (kind, re.compile(rf"(?:{name}){END}"), re.compile(first), re.compile(second))
        for kind, name, first, second in terms
    ]


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        lead = without_brackets(passage.before(passage.claims[i], 24))
        for kind, name, first, second in defined():
            if name.search(lead):
                yield from held(passage, i, kind, (first, second))


def without_brackets(words: str) -> str:
    return words.replace("）", "").replace(")", "")


def held(
    passage: Passage, i: int, kind: str, names: tuple[re.Pattern[str], re.Pattern[str]]
) -> Iterator[Relation]:
    claims = passage.claims
    firsts, seconds = (called(passage, i, name) for name in names)
    pairs = [
        (a, b)
        for b in seconds
        for a in firsts
        if a != b and comparable(claims[a].unit, claims[b].unit)
    ]
    if not pairs:
        return
    if kind == "difference":
        if comparable(claims[i].unit, claims[pairs[0][0]].unit):
            yield subtraction(passage, [*pairs[0]], *pairs[0], i)
    elif claims[i].unit in RATES and claims[i].value:
        fitting = [(a, b) for a, b in pairs if fits(claims[a], claims[b], claims[i])]
        whole = [(a, b) for a, b in pairs if b not in parts_of_groups(passage)]
        a, b = (fitting or whole or pairs)[0]
        yield (fitted if fitting else missed)(passage, i, a, b)


def called(passage: Passage, i: int, name: re.Pattern[str]) -> list[int]:
    """The figures of that name before, in the same paragraph, that are no growth; the nearest first."""
    claims = passage.claims
    found: list[int] = []
    for k in passage.preceding(i)[:REACH]:
        if "\n" in passage.between(claims[k], claims[i]):
            break
        lead = claims[k].lead.removesuffix("为")
        rate = claims[k].unit == "‰" and lead.endswith("率")
        if name.search(lead) and (rate or not CHANGE.search(lead.replace("人均", ""))):
            found.append(k)
    return found
