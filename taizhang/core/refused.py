"""What the product does not do (docs/refusals.md): each subject with its reason, its offer, and how it is known by words.

The words are a net for honest mistakes: a field copied from an old form, a target from an old plan. Whoever declares,
sets or imports such a thing is told why not, and what there is instead.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from taizhang.core.finding import Refusal

DENIED = re.compile(
    r"不得|不准|不许|不能|不可|不记|不列|不设|不做|不按|不给|不把|不写|不要|严禁|禁止|从不|绝不|并非|不是|没有"
)
CLAUSE_ENDS = re.compile(r"[，。；：？！\n]")
SEPARATORS = re.compile(r"[_\W]+")


@dataclass(frozen=True)
class Refused:
    """One subject: `number` of docs/refusals.md, what it is, why it is refused, what is offered instead."""

    number: str
    what: str
    why: str
    instead: str
    words: tuple[re.Pattern[str], ...]
    names: tuple[re.Pattern[str], ...]
    even_denied: bool = False

    def sentence(self) -> str:
        """Why it cannot be, and what can, for the user who asked for it."""
        return f"本产品不做这件事：{self.what}。依据：{self.why}。{self.instead}。"

    def found_in(self, text: str) -> str:
        """The words of a Chinese text that ask for it; empty where none do."""
        for pattern in self.words:
            for found in pattern.finditer(text):
                if self.even_denied or not denied(text, found.start()):
                    return found[0]
        return ""

    def names_it(self, name: str) -> str:
        """The part of an English name (of a field, a page …) that stands for it; empty where none does."""
        plain = SEPARATORS.sub(" ", name).strip().lower()
        found = next(filter(None, (pattern.search(plain) for pattern in self.names)), None)
        return found[0] if found else ""


@cache
def subjects() -> dict[str, Refused]:
    """All that is refused, by number: P1 to P10 of the petition regulations, and `traces`."""
    file = Path(__file__).with_name("refused.toml")
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return {number: subject(number, entry) for number, entry in told.items()}


def subject(number: str, entry: dict[str, Any]) -> Refused:
    patterns = {key: entry.pop(key) for key in ("words", "names")}
    words = tuple(re.compile(one) for one in patterns["words"])
    names = tuple(re.compile(rf"\b(?:{one})\b") for one in patterns["names"])
    return Refused(number=number, words=words, names=names, **entry)


def denied(text: str, start: int) -> bool:
    """Whether the clause says before this place that it must not be."""
    before = CLAUSE_ENDS.split(text[:start])[-1]
    return DENIED.search(before) is not None


def asked_for(text: str) -> Iterator[tuple[Refused, str]]:
    """Each refused subject that a Chinese text asks for, with the words that do."""
    for one in subjects().values():
        if words := one.found_in(text):
            yield one, words


def named(name: str) -> Iterator[tuple[Refused, str]]:
    """Each refused subject that an English name stands for, with the part that does."""
    for one in subjects().values():
        if part := one.names_it(name):
            yield one, part


def refused_in(text: str) -> Refused | None:
    """The first refused subject that a text asks for, None where there is none."""
    return next((one for one, _ in asked_for(text)), None)


def refuse(text: str) -> None:
    """Stop whoever wants to set a target, a title or a task that asks for it, saying why and what there is instead."""
    for one, words in asked_for(text):
        raise Refusal(f"“{words}”不能这样定。{one.sentence()}")


PETITIONS = re.compile(r"信访|上访|来访|来信|集访|集体访|重复访|初访|走访人次|检举|控告")
RATE = "%"


def refuse_target(indicator: str, unit: str) -> None:
    """A target may be set on how petitions are handled, a share in %, and not on how many there are (P6)."""
    if PETITIONS.search(indicator) and unit != RATE:
        raise Refusal(
            f"“{indicator}”不能定目标值：信访有多少件不是工作的好坏。{subjects()['P6'].sentence()}"
        )
