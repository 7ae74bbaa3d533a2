"""A table in a terminal, in which a Chinese character takes two columns."""

import unicodedata
from collections.abc import Collection, Sequence

WIDE = ("W", "F")
GAP = "  "


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in WIDE else 1 for letter in text)


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> str:
    """Rows under one another, the columns in `right` flush right; the first row is the head."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    head, *body = [line(row, widths, right) for row in rows]
    return "\n".join([head, GAP.join("─" * one for one in widths), *body])


def line(row: Sequence[str], widths: Sequence[int], right: Collection[int]) -> str:
    cells = []
    for column, text in enumerate(row):
        space = " " * (widths[column] - width(text))
        cells.append(space + text if column in right else text + space)
    return GAP.join(cells).rstrip()
