"""The few marks a template may use besides words: enough for an official paper, and nothing to learn.

% title, then organ, then date      # part      ## item      ### point      - clause      > closing remark
| cell | cell |                     lines that follow one another are one table; |---|---| below the first makes it the head
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "byline", "heading", "paragraph", "clause", "note", "table"]
HEADING = re.compile(r"(#{1,3})\s*(\S.*)")
CLAUSE = re.compile(r"[-*]\s+(\S.*)")
ENGLISH_END, ENGLISH_START = re.compile(r"[!-~]$"), re.compile(r"^[!-~]")
BAR = "|"

# A value of a record is words, whatever marks it is written with: on its way through the template, these stand for
# the bar and the line's end, and a guard stands before a sign that would mean something at the start of a line.
QUOTED_BAR, QUOTED_LINE, GUARD = "\ue002", "\ue003", "\ue004"
PRIVATE = re.compile("[\ue000-\ue0ff]")
SIGNS = ("%", "#", "-", "*", ">")

# A row in a loop or a condition on one line: each time it is written, it ends its line.
ROW_IN_A_BLOCK = re.compile(
    r"(\{%[-+]?\s*(?:for|if|elif|else)\b(?:(?!%\}).)*%\}[ \t]*\|[^\n]*?\|)[ \t]*(?=\{%[-+]?\s*(?:endfor|endif|elif|else)\b)"
)


@dataclass(frozen=True)
class Piece:
    """A stretch of a template's text and what it is; `level` counts for headings, 1 to 3."""

    kind: Kind
    text: str
    level: int = 0


def rows_apart(source: str) -> str:
    """A template in which every row of a table ends its line, with as many lines as before."""
    return ROW_IN_A_BLOCK.sub(r"""\1{{ "\\n" }}""", source)


def quoted(value: str) -> str:
    """A value that no mark in it can turn into something else; a line break in it stays inside its cell."""
    lines = PRIVATE.sub("", value).splitlines()
    text = QUOTED_LINE.join(lines).replace(BAR, QUOTED_BAR)
    return GUARD + text if text.startswith(SIGNS) else text


def unquoted(text: str) -> str:
    """The value as it was."""
    return text.replace(QUOTED_BAR, BAR).replace(QUOTED_LINE, "\n").replace(GUARD, "")


def pieces(text: str) -> list[Piece]:
    """The text taken apart; lines that follow one another are one paragraph."""
    found: list[Piece] = []
    open_to_more = False
    for line in (raw.strip() for raw in text.splitlines()):
        if not line:
            open_to_more = False
            continue
        piece = _piece(line, titled=any(one.kind == "title" for one in found))
        last = found[-1] if found and open_to_more else None
        if last and piece.kind == last.kind == "table":
            found[-1] = Piece("table", f"{last.text}\n{line}")
        elif last and last.kind != "table" and piece.kind == "paragraph":
            found[-1] = Piece(last.kind, _joined(last.text, line), last.level)
        else:
            found.append(piece)
        open_to_more = piece.kind in {"paragraph", "clause", "note", "table"}
    return found


def _piece(line: str, titled: bool) -> Piece:
    if heading := HEADING.fullmatch(line):
        return Piece("heading", heading[2], len(heading[1]))
    if clause := CLAUSE.fullmatch(line):
        return Piece("clause", clause[1])
    if line.startswith(BAR):
        return Piece("table", line)
    if line.startswith("%"):
        return Piece("byline" if titled else "title", line[1:].strip())
    if line.startswith(">"):
        return Piece("note", line[1:].strip())
    return Piece("paragraph", line)


def _joined(first: str, second: str) -> str:
    """Chinese needs no space where a line broke; between two English words it does."""
    between = " " if ENGLISH_END.search(first) and ENGLISH_START.search(second) else ""
    return f"{first}{between}{second}"
