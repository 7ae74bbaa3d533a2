"""Tables of templates: lists with a head, and forms, in which a short row's last cell takes what is left of the width."""

import re
import unicodedata

from taizhang.documents.markdown import BAR
from taizhang.documents.marks import Marks
from taizhang.documents.model import Cell, Column, Line, Table

RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
BREAK = re.compile(r"<br\s*/?>")
RIGHT = ">"
PEN, SPACE = "＿", "\u3000"  # where a pen fills in; in a cell the border does the underlining
FILLED_BY_PEN = re.compile(rf"[{PEN}年月日\s]*{PEN}[{PEN}年月日\s]*")
NARROWEST, WIDEST = 5, 26  # in half characters: what a column asks for, before all share the page
PADDING = 2
ONE_LINE = 22  # half characters that stand in the middle of a cell; more reads better from the left


def table(text: str, marks: Marks) -> Table:
    """The table that some lines of a template are; `marks` turns their text into runs."""
    lines = text.splitlines()
    headed = len(lines) > 1 and RULE.fullmatch(lines[1]) is not None
    rule = _split(lines[1]) if headed else []
    rows = [_split(line) for line in lines if not RULE.fullmatch(line)]
    count = max(len(row) for row in rows)
    heads = _filled(rows.pop(0), count) if headed else [""] * count
    shares = _shares(rule) or [_asked([heads, *rows], at) for at in range(count)]
    columns = [
        Column(marks.plain(head), share, _align(rule, at) or "center")
        for at, (head, share) in enumerate(zip(heads, shares, strict=True))
    ]
    cells = tuple(
        tuple(_cell(cell, _align(rule, at), marks) for at, cell in enumerate(row)) for row in rows
    )
    return Table(tuple(columns), cells, headed)


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in line.removeprefix(BAR).removesuffix(BAR).split(BAR)]


def _filled(cells: list[str], count: int) -> list[str]:
    return cells + [""] * (count - len(cells))


def _cell(text: str, align: str, marks: Marks) -> Cell:
    """The paragraphs of a cell; one that begins with > stands to the right, where one signs."""
    paragraphs = [one.strip() for one in BREAK.split(text)]
    lines = len(paragraphs) > 1 or width(text) > ONE_LINE
    usual = align or ("left" if lines else "center")
    return tuple(
        Line(
            marks.runs(_for_pen(one.removeprefix(RIGHT).strip())),
            "right" if one.startswith(RIGHT) else usual,
        )
        for one in paragraphs
    )


def _for_pen(text: str) -> str:
    return text.replace(PEN, SPACE).rstrip() if FILLED_BY_PEN.fullmatch(text) else text


def _align(rule: list[str], at: int) -> str:
    """What colons in the line below the head say: :-- left, --: right, :-: centre."""
    dashes = rule[at] if at < len(rule) else ""
    sides = (dashes.startswith(":"), dashes.endswith(":"))
    return {(True, False): "left", (False, True): "right", (True, True): "center"}.get(sides, "")


def _shares(rule: list[str]) -> list[int]:
    """Widths as the dashes say them, if they say anything: all alike leaves it to the words."""
    dashes = [cell.count("-") for cell in rule]
    return dashes if len(set(dashes)) > 1 else []


def _asked(rows: list[list[str]], at: int) -> int:
    """How wide a column would like to be: its widest cell that does not reach into the next columns."""
    reaching = len(rows[0]) - 1
    own = [
        width(part)
        for row in rows
        if at < len(row) - 1 or at == reaching
        for part in BREAK.split(row[at] if at < len(row) else "")
    ]
    return min(max([NARROWEST, *own]), WIDEST) + PADDING


def width(text: str) -> int:
    """Half characters that a text takes: a Chinese one is two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
