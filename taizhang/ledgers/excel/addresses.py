"""Rows and columns as Excel shows them: rows from 1, columns A, B, … Z, AA."""

import re

CELL = re.compile(r"^\$?([A-Z]{1,3})\$?(\d+)$")


def column_letter(index: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_index(letters: str) -> int:
    """The column counted from 0 that the letters name: A is 0."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def cell_address(row: int, index: int) -> str:
    """A cell's address from its row (from 1) and column (from 0): C12."""
    return f"{column_letter(index)}{row}"


def read_address(text: str) -> tuple[int, int] | None:
    """Row (from 1) and column (from 0) of an address; None when it is none."""
    found = CELL.match(text)
    return (int(found[2]), column_index(found[1])) if found else None
