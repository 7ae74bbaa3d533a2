"""Tables of templates: lists with a head, and forms, in which a short row's last cell takes what is left of the width."""

import math
import re
import unicodedata
from decimal import Decimal

from taizhang.documents.markdown import BAR
from taizhang.documents.marks import Marks
from taizhang.documents.model import Cell, Column, Line, Table

RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
BREAK = re.compile(r"<br\s*/?>")
RIGHT = ">"
PEN, SPACE = "＿", "\u3000"  # where a pen fills in; in a cell the border does the underlining
FILLED_BY_PEN = re.compile(rf"[{PEN}年月日\s]*{PEN}[{PEN}年月日\s]*")
# In half characters of the table's type: what a page holds, what a column asks for, the air on its sides.
PAGE, NARROWEST, WIDEST, PADDING = 84, 4, 30, 2
WORD = re.compile(r"[!-~]+")  # what no line break cuts: a number of 18 digits, a file number
NARROW = Decimal("1.3")  # a computer without the official faces sets digits wider
ONE_LINE = 26  # half characters that stand in the middle of a cell; more reads better from the left


def table(text: str, marks: Marks) -> Table:
    """The table that some lines of a template are; `marks` turns their text into runs."""
    lines = text.splitlines()
    headed = len(lines) > 1 and RULE.fullmatch(lines[1]) is not None
    rule = _split(lines[1]) if headed else []
    rows = [_split(line) for line in lines if not RULE.fullmatch(line)]
    count = max(len(row) for row in rows)
    heads = _filled(rows.pop(0), count) if headed else [""] * count
    shares = _dashes(rule) or _fitting([heads, *rows], count)
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


def _dashes(rule: list[str]) -> list[int]:
    """Widths as the dashes say them, if they say anything: all alike leaves it to the words."""
    dashes = [cell.count("-") for cell in rule]
    return dashes if len(set(dashes)) > 1 else []


def _fitting(rows: list[list[str]], count: int) -> list[int]:
    """A column for each: first what cannot be cut, then as much of its longest line as the page has left."""
    own = [_own(rows, at, count) for at in range(count)]
    least = [_widest(WORD.findall(" ".join(cells))) + PADDING for cells in own]
    more = [
        max(min(_widest(cells), WIDEST) + PADDING - need, 0)
        for cells, need in zip(own, least, strict=True)
    ]
    left = max(PAGE - sum(least), 0)
    if not sum(more) or left >= sum(more):
        return [need + extra for need, extra in zip(least, more, strict=True)]
    return [need + left * extra // sum(more) for need, extra in zip(least, more, strict=True)]


def _own(rows: list[list[str]], at: int, count: int) -> list[str]:
    """The lines in a column that do not reach over into the next ones."""
    cells = [row[at] for row in rows if at < len(row) and (at < len(row) - 1 or at == count - 1)]
    return [line for cell in cells for line in BREAK.split(cell)]


def _widest(texts: list[str]) -> int:
    return max([NARROWEST, *map(width, texts)])


def width(text: str) -> int:
    """Half characters that a text takes: a Chinese one is two, a Latin one a little more than one."""
    wide = sum(unicodedata.east_asian_width(one) in "WFA" for one in text)
    return wide * 2 + math.ceil((len(text) - wide) * NARROW)
