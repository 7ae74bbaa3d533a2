"""Which names make a whole between them: 男 and 女, 省级, 市级 and 县级, 一季度 and 二季度, whatever the list is of."""

import re
import tomllib
from functools import cache
from pathlib import Path

from taizhang.checks.claims import Claim

LEXICON = Path(__file__).parents[1] / "lexicon" / "divisions.toml"
CLAUSE = re.compile(r"[，,。；;：:、（(]")
NOISE = re.compile(r"其中|分别|[为是有达到共计约]+$|的$")


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Two words that leave nothing over."""
    read = tomllib.loads(LEXICON.read_text(encoding="utf-8"))
    return tuple((one, other) for one, other in read["pairs"])


@cache
def divisions() -> tuple[tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    """What must be named, and what may be named besides."""
    read = tomllib.loads(LEXICON.read_text(encoding="utf-8"))
    return tuple(
        tuple(tuple(re.compile(word) for word in one[key]) for key in ("must", "may"))  # type: ignore[misc]
        for one in read["division"]
    )


def called(claim: Claim) -> str:
    """The words of a part that tell it apart."""
    return NOISE.sub("", claim.lead) or CLAUSE.split(claim.extra.get("after", ""))[0]


def complement(names: list[str], pair: tuple[str, str]) -> bool:
    """The names differ by the pair and by nothing else: 公办园 and 民办园, not 公办园 and 普惠性民办园."""
    for one, other in (pair, pair[::-1]):
        if one in names[0] and other in names[1]:
            rest = [len(names[0]) - len(one), len(names[1]) - len(other)]
            if abs(rest[0] - rest[1]) <= 1:
                return True
    return False


def complete(names: list[str]) -> bool:
    """Whether the parts called so leave nothing over."""
    if len(names) == 2 and any(complement(names, pair) for pair in pairs()):
        return True
    return years_in_a_row(names) or any(divided(names, must, may) for must, may in divisions())


def disjoint(names: list[str]) -> bool:
    """Whether the parts called so are told apart in one way, so that nothing is in two of them."""
    return len(set(names)) == len(names) and any(
        apart(names, (*must, *may)) for must, may in divisions()
    )


def apart(names: list[str], members: tuple[re.Pattern[str], ...]) -> bool:
    found = [next((n for n, one in enumerate(members) if one.search(name)), -1) for name in names]
    return -1 not in found and len(set(found)) == len(names)


def years_in_a_row(names: list[str]) -> bool:
    """2019年…、2020年…、2021年…: a span of years, one by one."""
    years = [int(found[1]) for name in names if (found := re.fullmatch(r"(20\d\d)年", name))]
    return len(years) == len(names) > 2 and years == list(range(years[0], years[0] + len(years)))


def divided(
    names: list[str], must: tuple[re.Pattern[str], ...], may: tuple[re.Pattern[str], ...]
) -> bool:
    """Each name is of another member, and none that must be there is missing."""
    if not len(must) <= len(names) <= len(must) + len(may):
        return False
    members = (*must, *may)
    found = [next((n for n, one in enumerate(members) if one.search(name)), -1) for name in names]
    return -1 not in found and len(set(found)) == len(names) and set(range(len(must))) <= set(found)
