"""Occasions with their days (全国两会, 春节 …), and sentences that speak of one as going on when it is over.

A text that was copied from the last report says 'now' of what has ended. Days are data: occasions.toml beside this
file, and the office's own.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.home import templates_folder

FILE = "occasions.toml"
NOW = re.compile(
    r"正在|现在|目前|当前|当下|眼下|现正|正值|正逢|时值|恰逢|正处于?(?:在)?|进行中|召开之际|来临之际"
)
SENTENCE = re.compile(r"[^。；！？\n]+")
# What follows an occasion that is spoken of as past, or only as a name for something else.
PAST = (
    r"(?:[”\"]?(?:的)?(?:精神|以后|之后|过后|后|闭幕|结束|以来|胜利|期间已|工作报告|已经|已于|已))"
)


@dataclass(frozen=True)
class Occasion:
    """A meeting or a feast: the words that it is known by, and the first and last day of each time it was held."""

    name: str
    words: re.Pattern[str]
    days: tuple[tuple[date, date], ...]
    sure: bool = True

    def holds_on(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.days)

    def in_year(self, year: int) -> tuple[date, date] | None:
        """Its days in a year, None where nobody has written them down."""
        return next((days for days in self.days if days[0].year == year), None)


@dataclass(frozen=True)
class Stale:
    """A sentence that speaks of an occasion as going on, on a day on which it is not."""

    sentence: str
    occasion: Occasion
    day: date

    def __str__(self) -> str:
        known = self.occasion.in_year(self.day.year)
        if known is None:
            said = (
                f"没有登记{self.occasion.name}{self.day.year}年的起止日期，请核对它是不是还在进行"
            )
        else:
            first, last = known
            over = "已经结束" if last < self.day else "还没有开始"
            doubt = "" if self.occasion.sure else "（日期未核实）"
            said = (
                f"{self.occasion.name}是{written(first)}至{written(last)}{doubt}，"
                f"到成文的{written(self.day)}{over}；请改写成过去的事，或删去这一句"
            )
        return f"有一句话说的是正在进行的事：“{self.sentence}”，{said}。"


def stale_sentences(text: str, day: date) -> Iterator[Stale]:
    """Every sentence of a text dated `day` that says 'now' of an occasion that is not on that day."""
    for found in SENTENCE.finditer(text):
        sentence = found[0].strip()
        if NOW.search(sentence):
            for one in occasions():
                if not one.holds_on(day) and speaks_of(one, sentence):
                    yield Stale(sentence, one, day)


def speaks_of(one: Occasion, sentence: str) -> bool:
    """Whether a sentence names the occasion other than as something past."""
    return any(
        not re.match(PAST, sentence[named.end() :]) for named in one.words.finditer(sentence)
    )


def occasion(name: str) -> Occasion:
    """An occasion by its name; a refusal lists those there are."""
    known = {one.name: one for one in occasions()}
    if name not in known:
        raise Refusal(
            f"没有登记过“{name}”的起止日期，现有{'、'.join(known)}；可以写在数据目录templates文件夹的{FILE}里。"
        )
    return known[name]


def occasions() -> tuple[Occasion, ...]:
    """The product's and the office's own, of two with one name the office's."""
    own = templates_folder() / FILE
    stamp = own.stat().st_mtime_ns if own.is_file() else 0
    return _read(own, stamp)


@lru_cache(4)
def _read(own: Path, stamp: int) -> tuple[Occasion, ...]:
    found = {one.name: one for one in read(Path(__file__).with_name(FILE))}
    if stamp:
        found |= {one.name: one for one in read(own)}
    return tuple(found.values())


def read(path: Path) -> Iterator[Occasion]:
    """The occasions of a file; a refusal says what is wrong with it."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8-sig"))["occasions"]
        yield from [made(row) for row in rows]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, re.error) as wrong:
        raise Refusal(f"{path}读不出来（{wrong}），请对照产品自带的{FILE}改正。") from wrong
    except (KeyError, TypeError, ValueError) as wrong:
        raise Refusal(
            f"{path}里每一项都要有name、words和days，days是成对的日期（{wrong}），请改正。"
        ) from wrong


def made(row: dict[str, Any]) -> Occasion:
    days = tuple(sorted((day(first), day(last)) for first, last in row["days"]))
    words = re.compile("|".join(f"(?:{word})" for word in row["words"]))
    return Occasion(str(row["name"]), words, days, bool(row.get("sure", True)))


def day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError(f"{value}不是日期")
    return value


def written(when: date) -> str:
    return f"{when.year}年{when.month}月{when.day}日"
