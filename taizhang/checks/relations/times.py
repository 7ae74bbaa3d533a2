"""Dates against the report's own: a period that is not over, and a 'now' of something that is."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from taizhang.checks.relation import Relation
from taizhang.checks.structure import Passage
from taizhang.core.occasions import stale

WHOLE_DATE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
QUARTER = re.compile(r"(20\d\d)年(?:第?([一二三四1-4])季度|([上下])半年)")
HEAD = 200  # letters in which a report says what and of when it is
QUARTER_END = {
    "一": (3, 31),
    "二": (6, 30),
    "三": (9, 30),
    "四": (12, 31),
    "1": (3, 31),
    "2": (6, 30),
    "3": (9, 30),
    "4": (12, 31),
}
HALF_END = {"上": (6, 30), "下": (12, 31)}
CUTOFF = re.compile(r"截至|截止|统计时点|数据截")


def relations(passage: Passage) -> Iterator[Relation]:
    issued = issued_on(passage)
    if issued is None:
        return
    yield from period_not_over(passage, issued)
    yield from stale_now(passage, issued)


def issued_on(passage: Passage) -> date | None:
    """The day a report is dated: the first whole date of its head, or the last of its end."""
    found = (
        WHOLE_DATE.search(passage.plain[:HEAD])
        or (WHOLE_DATE.findall(passage.plain[-HEAD:]) or [None])[-1]
    )
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if isinstance(found, re.Match) else found
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def period_not_over(passage: Passage, issued: date) -> Iterator[Relation]:
    """Dated before the period ends, without a cut-off: what of the last days?"""
    match = QUARTER.search(passage.plain[:HEAD])
    if not match or CUTOFF.search(passage.plain[: HEAD * 3]):
        return
    year = int(match[1])
    month, day = QUARTER_END[match[2]] if match[2] else HALF_END[match[3]]
    end = date(year, month, day)
    if issued < end and end - issued < timedelta(days=40):
        message = f"报告写的是{match[0]}，落款{issued}时这一期到{end}才结束；请写明数据截至哪一天。"
        yield Relation("period", dates_at(passage, match.start()), False, message, "ask")


def stale_now(passage: Passage, issued: date) -> Iterator[Relation]:
    """A 'now' of an occasion that was over by then; what may be read otherwise is left alone."""
    for one in stale(passage.plain, issued):
        if one.is_plain:
            words = one.words.replace("\n", "")
            message = f"“{words}”说的是{one.spoken}，{one.why}。"
            yield Relation("stale", (), False, message, "ask")


def dates_at(passage: Passage, start: int) -> tuple[int, ...]:
    return tuple(claim.index for claim in passage.claims if claim.start <= start < claim.end)
