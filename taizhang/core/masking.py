"""Hiding numbers and names in papers that everybody may read.

An ID number keeps its first 6 and last 4 characters, a phone its first 3 and last 4, an account its last 4; a name
loses its second character, where the office hides names at all. Conventions of public notices, not law.
"""

import re
from datetime import datetime

from stdnum.cn import ric

STAR = "*"
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
    """Hidden if it has a birth date or the check digit is right; a file number of 18 digits has neither."""
    checks = ric.calc_check_digit(digits) == digits[-1].upper()
    return id_number(digits) if checks or _is_a_day(digits[6:14]) else digits


def _is_a_day(digits: str) -> bool:
    try:
        datetime.strptime(digits, "%Y%m%d")  # noqa: DTZ007 - a birth date has no time of day
    except ValueError:
        return False
    return digits[:2] in {"19", "20"}
