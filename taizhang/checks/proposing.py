"""From a hand-written report to a template: the prose is kept, numbers that the ledgers say become figures.

What could not be bound stays as it is and is listed, so that somebody decides.
"""

import re
from dataclasses import dataclass

from taizhang.checks.checking import Bound, Checked
from taizhang.checks.claims import Claim
from taizhang.checks.relation import said

PART = re.compile(r"^[一二三四五六七八九十]+、(.+)$")
ITEM = re.compile(r"^\d{1,2}[、.．](?P<title>[^。]{2,40})。?(?P<rest>.*)$", re.S)


@dataclass(frozen=True)
class Proposal:
    """A template to begin with, how many numbers it fills, and those it leaves as they were."""

    template: str
    filled: int
    left: tuple[str, ...]


def propose(checked: Checked) -> Proposal:
    text, filled = with_figures(checked)
    left = tuple(
        f"{checked.report.where(claim.start)}：{claim.subject}{said(claim)}"
        for claim in checked.claims
        if claim.is_stated and claim.index not in checked.bound
    )
    return Proposal("\n\n".join(lines(text)) + "\n", filled, left)


def with_figures(checked: Checked) -> tuple[str, int]:
    """The text with a placeholder for each bound number, and how many there are."""
    text, parts, at, filled = checked.report.text, [], 0, 0
    for claim in checked.claims:
        bound = checked.bound.get(claim.index)
        if bound and claim.start >= at:
            parts += [escaped(text[at : claim.start]), placeholder(bound, claim)]
            at, filled = claim.end, filled + 1
    return "".join(parts) + escaped(text[at:]), filled


def escaped(text: str) -> str:
    """Braces and percent signs mean something to a template."""
    return text.replace("{{", "{ {").replace("{%", "{ %")


def placeholder(bound: Bound, claim: Claim) -> str:
    options = [f'"{bound.indicator}"']
    if bound.place:
        options.append(f'place="{bound.code}"')
    options.append(f'show="{bound.show}"')
    if claim.approx == "over":
        options.append('style="about"')
    return f"{{{{ figure({', '.join(options)}) }}}}"


def lines(text: str) -> list[str]:
    """The report's lines with the marks of a template: title, parts, items."""
    told: list[str] = []
    for line in (one.strip() for one in text.splitlines() if one.strip()):
        part, item = PART.match(line), ITEM.match(line)
        if not told:
            told.append(f"% {line}")
        elif part and len(line) < 40:
            told.append(f"# {part[1]}")
        elif item:
            told.append(f"## {item['title']}")
            told += [item["rest"].strip()] if item["rest"].strip() else []
        else:
            told.append(line.lstrip("#%->* "))
    return told
