"""Occasions with their days (全国两会, 春节 …), and sentences that speak of one as going on, or still to come, when it is not.

A text that was copied from the last report says 'now' of what has ended. Days are data: occasions.toml beside this
file, and the office's own in its templates folder, which need not exist.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.home import templates_there

FILE = "occasions.toml"
AROUND = 24  # letters either side of a verb in which it speaks of an occasion
RECENT = timedelta(days=183)  # a sentence about what is further off means another time of it
# 正在召开的全国两会, 当前正值两会期间; 即将召开的: said of the occasion in the same clause.
GOING_ON = r"正在(?:北?京)?(?:召开|举行|举办|进行|开)|正(?:值|逢)|正处(?:于|在)?"
TO_COME = r"即将(?:召开|举行|举办|开幕)|马上要(?:召开|开)|就要召开|将于近[期日](?:召开|举行)"
PLAINLY = re.compile(rf"(?:当前|目前|现在|眼下|现)?(?:{GOING_ON})|(?P<soon>{TO_COME})")
# A word of the present somewhere in the sentence: mostly of the occasion, not surely.
LOOSELY = re.compile(r"正在|现在|目前|当前|当下|眼下|现正|时值|恰逢|进行中|召开之际")
CLAUSE = re.compile(r"[，,。；;！!？?\n]")
SENTENCE = re.compile(r"[^。；！？\n]+")
# What follows an occasion that is spoken of as past or as coming near, or only as a name for something else.
OTHERWISE = re.compile(
    r"[”\"」]?的?(?:期间已|工作报告|报告|精神|以[后来]|之后|过后|后|闭幕|结束|胜利|圆满|刚刚?[闭结]|已"
    r"|前|将[至近]|临近|来临|到来|作出|提出|确定|部署|为指)"
)


@dataclass(frozen=True)
class Days:
    """One time of an occasion, first and last day; not `sure` where the announcement was not read, not `listed` where
    they are only the days usual in other years.
    """

    first: date
    last: date
    sure: bool = True
    document: str = ""
    listed: bool = True

    def hold(self, day: date) -> bool:
        return self.first <= day <= self.last

    def near(self, day: date) -> bool:
        return self.first - RECENT <= day <= self.last + RECENT


@dataclass(frozen=True)
class Occasion:
    """A meeting or a feast: the words that it is known by, and each time it was held; `once`: there is no other time."""

    name: str
    words: re.Pattern[str]
    days: tuple[Days, ...]
    usual: tuple[tuple[int, int], tuple[int, int]] | None = None
    once: bool = False

    def holds_on(self, day: date) -> bool:
        return any(time.hold(day) for time in self.days)

    def time_of(self, day: date) -> Days | None:
        """The time of it that a text of that day means: of its year, else the usual days; None where nobody knows."""
        own = [time for time in self.days if time.first.year == day.year or time.hold(day)]
        if own:
            return next((time for time in reversed(own) if time.first <= day), own[0])
        if self.usual:
            first, last = (date(day.year, *ends) for ends in self.usual)
            return Days(first, last, sure=False, listed=False)
        return self.days[0] if self.once and self.days else None


@dataclass(frozen=True)
class Saying:
    """Letters of a text, from `start` to `end`, that speak of an occasion as of now, or `soon`; plainly or perhaps."""

    start: int
    end: int
    soon: bool = False
    plain: bool = False


@dataclass(frozen=True)
class Stale:
    """What a text of a day says as of now, or as to come, of an occasion at another time than then."""

    words: str
    sentence: str
    saying: Saying
    occasion: Occasion
    day: date
    time: Days | None

    @property
    def is_over(self) -> bool:
        """Whether the occasion had ended by then, or had begun where the text says that it is to come."""
        if self.time is None:
            return False
        return self.day > (self.time.first if self.saying.soon else self.time.last)

    @property
    def is_plain(self) -> bool:
        """Whether hardly anybody would read it otherwise: said in one clause of the time that is just over."""
        lately = self.time is not None and (self.occasion.once or self.time.near(self.day))
        return self.saying.plain and self.is_over and lately

    @property
    def spoken(self) -> str:
        return "还没有开始" if self.saying.soon else "正在进行"

    @property
    def why(self) -> str:
        """The days of the occasion against the text's own, and what a clerk should do."""
        name, year = self.occasion.name, self.day.year
        if self.time is None:
            return f"没有登记{name}{year}年的起止日期，请核对它是不是还在进行"
        first, last = self.time.first, self.time.last
        if not self.time.listed:
            usual = f"往年是{first.month}月{first.day}日至{last.month}月{last.day}日"
            return (
                f"没有登记{name}{year}年的起止日期，{usual}（日期未核实），请核对它是不是还在进行"
            )
        doubt = "" if self.time.sure else "（日期未核实）"
        if self.day < first:
            stands = "还没有开始；请改写，或删去这一句"
        else:
            past = "已经结束" if self.day > last else "已经开始"
            stands = f"{past}；请改写成过去的事，或删去这一句"
        return (
            f"{name}是{written(first)}至{written(last)}{doubt}，到成文的{written(self.day)}{stands}"
        )


def stale(text: str, day: date) -> Iterator[Stale]:
    """What a text dated `day` says of occasions as of now or to come though they are not, one for a sentence and
    occasion, in the order of the text.
    """
    for found in SENTENCE.finditer(text):
        sentence = found[0]
        if not (PLAINLY.search(sentence) or LOOSELY.search(sentence)):
            continue
        for one in occasions():
            wrong = next((s for s in sayings(one, sentence) if is_wrong(one, s, day)), None)
            if wrong:
                words = sentence[wrong.start : wrong.end]
                at = Saying(
                    found.start() + wrong.start, found.start() + wrong.end, wrong.soon, wrong.plain
                )
                yield Stale(words, sentence.strip(), at, one, day, one.time_of(day))


def sayings(one: Occasion, sentence: str) -> list[Saying]:
    """Where a sentence speaks of an occasion plainly; where it does so nowhere, where it perhaps does."""
    return list(plain_sayings(one, sentence)) or list(loose_sayings(one, sentence))[:1]


def plain_sayings(one: Occasion, sentence: str) -> Iterator[Saying]:
    for verb in PLAINLY.finditer(sentence):
        start, end = clause_around(sentence, verb)
        for named in one.words.finditer(sentence, start, end):
            between = sentence[verb.end() : named.start()]
            if between in {"的", "的“"} or not OTHERWISE.match(sentence, named.end()):
                first, last = min(verb.start(), named.start()), max(verb.end(), named.end())
                yield Saying(first, last, verb["soon"] is not None, plain=True)


def loose_sayings(one: Occasion, sentence: str) -> Iterator[Saying]:
    if LOOSELY.search(sentence):
        for named in one.words.finditer(sentence):
            if not OTHERWISE.match(sentence, named.end()):
                yield Saying(*named.span())


def is_wrong(one: Occasion, saying: Saying, day: date) -> bool:
    """Whether what is said does not hold on a day, or nobody can tell; what is far off is not meant."""
    time = one.time_of(day)
    if time is None:
        return not saying.soon
    if saying.soon:
        return day > time.first and (one.once or time.near(day))
    return not (time.hold(day) and time.listed) and (saying.plain or time.near(day))


def clause_around(sentence: str, verb: re.Match[str]) -> tuple[int, int]:
    """The clause around a verb, so many letters of it at most."""
    start = max(0, verb.start() - AROUND)
    cuts = [cut.end() for cut in CLAUSE.finditer(sentence, start, verb.start())]
    behind = CLAUSE.search(sentence, verb.end(), verb.end() + AROUND)
    end = behind.start() if behind else min(len(sentence), verb.end() + AROUND)
    return (cuts[-1] if cuts else start), end


def occasion(name: str) -> Occasion:
    """An occasion by its name; a refusal lists those there are."""
    known = {one.name: one for one in occasions()}
    if name not in known:
        raise Refusal(
            f"没有登记过“{name}”的起止日期，现有{'、'.join(known)}；可以写在数据目录templates文件夹的{FILE}里。"
        )
    return known[name]


def occasions() -> tuple[Occasion, ...]:
    """The product's and the office's own, of two with one name the office's; a home that is not there is not made."""
    own = templates_there() / FILE
    try:
        stamp = own.stat().st_mtime_ns
    except OSError:
        stamp = 0
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
    words = re.compile("|".join(f"(?:{word})" for word in row["words"]))
    days = sorted((days_of(said, row) for said in row["days"]), key=lambda time: time.first)
    return Occasion(
        str(row["name"]), words, tuple(days), usual_of(row), bool(row.get("once", False))
    )


def usual_of(row: dict[str, Any]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Month and day of the first and the last day in a year that is not listed."""
    if "usual" not in row:
        return None
    (month, on), (last_month, last_on) = row["usual"]
    ends = date(2001, month, on), date(2001, last_month, last_on)
    return (ends[0].month, ends[0].day), (ends[1].month, ends[1].day)


def days_of(said: Any, row: dict[str, Any]) -> Days:
    """One time of an occasion, written [first, last], or as a table where it is surer or of another document."""
    if isinstance(said, dict):
        row, said = row | said, (said["from"], said["to"])
    first, last = said
    if not isinstance(first, date) or not isinstance(last, date):
        raise TypeError(f"{first}、{last}不是日期")
    if last < first:
        raise ValueError(f"{last}早于{first}")
    return Days(first, last, bool(row.get("sure", True)), str(row.get("document", "")))


def written(when: date) -> str:
    return f"{when.year}年{when.month}月{when.day}日"
