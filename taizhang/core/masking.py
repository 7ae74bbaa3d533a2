"""Hiding numbers and names in papers that everybody may read.

An ID number keeps its first 6 and last 4 characters, a phone its first 3 and last 4, an account its last 4; a name
loses its second character, where the office hides names at all. Conventions of public notices, not law.
"""

import re
from datetime import date

STAR = "*"
EARLIEST = 1900  # nobody in a register was born before
ID_IN_TEXT = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])", re.ASCII)
MOBILE_IN_TEXT = re.compile(r"(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])", re.ASCII)


def id_number(value: str) -> str:
    """430682********1234: the county and the end; the birth date and most of the order are hidden."""
    return kept(value, 6, 4)


def phone(value: str) -> str:
    """138****1234, or 0730****567 of a telephone with an area code."""
    return kept(value, 3, 4)


def account(value: str) -> str:
    """All but the last four digits, which is how a payee finds their own line."""
    return kept(value, 0, 4)


def name(value: str) -> str:
    """赵*子: the second character."""
    return value[:1] + STAR + value[2:] if len(value) > 1 else value


def kept(value: str, head: int, tail: int) -> str:
    """A number with only its ends left; one that is too short for that is hidden whole."""
    hidden = len(value) - head - tail
    return value[:head] + STAR * hidden + value[-tail:] if hidden > 0 else STAR * len(value)


def numbers_in(text: str) -> str:
    """Free text with the numbers of persons and mobile phones that somebody wrote into it hidden."""
    told = ID_IN_TEXT.sub(lambda found: _if_of_a_person(found[0]), text)
    return MOBILE_IN_TEXT.sub(lambda found: phone(found[0]), told)


def _if_of_a_person(digits: str) -> str:
    """Hidden if a birth date stands in it, whatever its check digit; a file number of 18 digits has none."""
    return id_number(digits) if _is_a_birth_date(digits[6:14]) else digits


def _is_a_birth_date(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= EARLIEST
    except ValueError:
        return False
