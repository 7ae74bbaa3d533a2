"""Finding the numbers of a text: one pass, each stretch taken by the first pattern that fits."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from taizhang.checks import phrases
from taizhang.checks.claims import Claim
from taizhang.checks.numbers import claim_of
from taizhang.checks.units import unit_pattern

KEPT = "，：；！？（）、。“”‘’《》〔〕"


def plain(text: str) -> str:
    """The text with full-width digits and letters as ASCII, every letter still at its place."""
    return "".join(map(narrow, text))


@cache
def narrow(letter: str) -> str:
    """One letter as ASCII where it is the wide form of one."""
    one = letter if letter in KEPT or letter in "㎡㎞㎏" else unicodedata.normalize("NFKC", letter)
    return one if len(one) == 1 else letter


def scan(text: str) -> list[Claim]:
    """Every number of a text in its order: claims and what is none."""
    ready = plain(text)
    found = [claim for claim in _tokens(ready) if claim is not None]
    for claim in found:
        claim.text = text[claim.start : claim.end]
    return found


def _tokens(text: str) -> Iterator[Claim | None]:
    for match in pattern().finditer(text):
        kind = match.lastgroup or ""
        if kind == "skip":
            continue
        if kind.startswith("n_"):
            yield from claim_of(match, text)
        else:
            yield Claim(match.start(), match.end(), match[0], kind.split("_")[0], said=match[0])


@cache
def pattern() -> re.Pattern[str]:
    """All patterns in the order in which they are tried."""
    unit = unit_pattern()
    parts = [*phrases.NO_CLAIMS, *phrases.numbers(unit)]
    return re.compile("|".join(f"(?P<{name}>{one})" for name, one in parts), re.M)
