"""Public events by year, and sentences that speak of one as going on or still to come when it is over."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

EVENTS = Path(__file__).with_name("events.toml")
# 正在召开的全国两会, 当前正值两会期间; 即将召开的.
GOING_ON = r"正在(?:召开|举行|进行|开)|(?:当前|目前|现在|眼下|现)?正(?:值|逢)|[当目]前正处"
TO_COME = r"即将(?:召开|举行|开幕)|马上要(?:召开|开)|就要召开|将于近[期日](?:召开|举行)"
SPEAKS = re.compile(rf"(?P<now>{GOING_ON})|(?P<soon>{TO_COME})")
CLAUSE = re.compile(r"[，,。；;！!？?\n]")
AROUND = 24  # letters either side of the word in which the event is named


@dataclass(frozen=True)
class Held:
    """The days of one event in one year; not `sure` where they are usual days or were not read in the announcement."""

    first: date
    last: date
    sure: bool
    document: str = ""


@dataclass(frozen=True)
class Event:
    """Something that everybody knows of: its name, how texts say it, and when it was."""

    name: str
    said: re.Pattern[str]
    held: tuple[Held, ...]
    usual: tuple[tuple[int, int], tuple[int, int]] | None = None

    def last_before(self, day: date) -> Held | None:
        """The event of that day's year, where it is listed or usual; None before it has begun to be known."""
        listed = [one for one in self.held if one.first.year == day.year]
        if listed:
            return listed[-1]
        if self.usual:
            first, last = (date(day.year, *ends) for ends in self.usual)
            return Held(first, last, sure=False)
        past = [one for one in self.held if one.last < day]
        return past[-1] if past else None


@dataclass(frozen=True)
class Stale:
    """Words of a text, from `start` to `end`, that say of something over that it goes on or is still to come."""

    start: int
    end: int
    words: str
    event: str
    held: Held
    soon: bool = False

    def sentence(self, day: date) -> str:
        """What a clerk is told."""
        doubt = "" if self.held.sure else "（日期未核实）"
        if self.soon:
            return f"“{self.words}”说的是还没有开始，落款{day}，{self.event}{self.held.first}已经开幕{doubt}；请改写这一句。"
        return f"“{self.words}”说的是正在进行，落款{day}，{self.event}{self.held.last}已经闭幕{doubt}；请改写这一句。"


@cache
def events() -> tuple[Event, ...]:
    """All events, as events.toml lists them."""
    return tuple(
        Event(
            one["name"],
            re.compile(one["said"]),
            tuple(Held(d["from"], d["to"], d["sure"], d["document"]) for d in one["held"]),
            _usual(one),
        )
        for one in tomllib.loads(EVENTS.read_text(encoding="utf-8"))["event"]
    )


def _usual(one: dict) -> tuple[tuple[int, int], tuple[int, int]] | None:
    if "usual_from" not in one:
        return None
    first, last = one["usual_from"], one["usual_to"]
    return (first[0], first[1]), (last[0], last[1])


def stale(text: str, day: date) -> Iterator[Stale]:
    """The words of a text dated so that speak of a past event as going on or to come, in their order."""
    for match in SPEAKS.finditer(text):
        start, end = _clause(text, match)
        for event in events():
            named = event.said.search(text, start, end)
            held = event.last_before(day) if named else None
            if named is None or held is None:
                continue
            soon = match["soon"] is not None
            if day > held.last or (soon and day > held.first):
                first, last = min(match.start(), named.start()), max(match.end(), named.end())
                yield Stale(first, last, text[first:last].replace("\n", ""), event.name, held, soon)
                break


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause around a word, so many letters of it at most."""
    start = max(0, match.start() - AROUND)
    cuts = [cut.end() for cut in CLAUSE.finditer(text, start, match.start())]
    behind = CLAUSE.search(text, match.end(), match.end() + AROUND)
    end = behind.start() if behind else min(len(text), match.end() + AROUND)
    return (cuts[-1] if cuts else start), end
