"""Invented people, and numbers that look drawn by chance but come out the same every time."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from chinese_calendar import is_workday
from stdnum.cn import ric

TOWN = "黄盖镇"
REGION = "430682"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
DAY = timedelta(days=1)
Chosen = TypeVar("Chosen")
Row = dict[str, object]  # head of the column -> cell


def draw(low: int, high: int, *key: object) -> int:
    """A whole number from low to high, both included, that depends on nothing but the key."""
    digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def choose(options: Sequence[Chosen], *key: object) -> Chosen:
    """One of the options."""
    return options[draw(0, len(options) - 1, *key)]


@dataclass(frozen=True)
class Person:
    name: str
    id_number: str


def person(n: int) -> Person:
    """The n-th of 1,860 people named after the sixty-year cycle, which nobody is; ID numbers have valid check digits."""
    # 31 surnames and 60 given names share no factor, so that all pairs come before one comes again.
    name = SURNAMES[n % len(SURNAMES)] + STEMS[n % len(STEMS)] + BRANCHES[n % len(BRANCHES)]
    born = date(1946, 1, 1) + DAY * draw(0, 45 * 365, "born", n)
    digits = f"{REGION}{born:%Y%m%d}{n % 900 + 100:03d}"
    return Person(name, digits + ric.calc_check_digit(f"{digits}0"))  # it leaves the last digit out


def working_day(first: date, last: date, *key: object) -> date:
    """A day on which offices work, between two days, both included."""
    days = [day for n in range((last - first).days + 1) if is_workday(day := first + n * DAY)]
    return days[draw(0, len(days) - 1, *key)]


def parts(total: Decimal, count: int, spread: int, *key: object) -> list[Decimal]:
    """Cut a total into parts of two decimals that differ by up to `spread` per cent and add up to it exactly."""
    weights = [draw(100 - spread, 100 + spread, *key, n) for n in range(count)]
    cents = int(total * 100)
    cut = [cents * weight // sum(weights) for weight in weights]
    cut[-1] += cents - sum(cut)
    return [Decimal(part) / 100 for part in cut]
