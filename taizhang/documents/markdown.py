"""The few marks a template may use besides words: enough for an official paper, and nothing to learn.

% title, then organ, then date      # part      ## item      ### point      - clause      > closing remark
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "byline", "heading", "paragraph", "clause", "note"]
HEADING = re.compile(r"(#{1,3})\s*(\S.*)")
CLAUSE = re.compile(r"[-*]\s+(\S.*)")
ENGLISH_END, ENGLISH_START = re.compile(r"[!-~]$"), re.compile(r"^[!-~]")


@dataclass(frozen=True)
class Piece:
    """A stretch of a template's text and what it is; `level` counts for headings, 1 to 3."""

    kind: Kind
    text: str
    level: int = 0


def pieces(text: str) -> list[Piece]:
    """The text taken apart; lines that follow one another are one paragraph."""
    found: list[Piece] = []
    open_to_more = False
    for line in (raw.strip() for raw in text.splitlines()):
        if not line:
            open_to_more = False
            continue
        piece = _piece(line, titled=any(one.kind == "title" for one in found))
        if piece.kind == "paragraph" and open_to_more:
            last = found.pop()
            piece = Piece(last.kind, _joined(last.text, line), last.level)
        found.append(piece)
        open_to_more = piece.kind in {"paragraph", "clause", "note"}
    return found


def _piece(line: str, titled: bool) -> Piece:
    if heading := HEADING.fullmatch(line):
        return Piece("heading", heading[2], len(heading[1]))
    if clause := CLAUSE.fullmatch(line):
        return Piece("clause", clause[1])
    if line.startswith("%"):
        return Piece("byline" if titled else "title", line[1:].strip())
    if line.startswith(">"):
        return Piece("note", line[1:].strip())
    return Piece("paragraph", line)


def _joined(first: str, second: str) -> str:
    """Chinese needs no space where a line broke; between two English words it does."""
    between = " " if ENGLISH_END.search(first) and ENGLISH_START.search(second) else ""
    return f"{first}{between}{second}"
