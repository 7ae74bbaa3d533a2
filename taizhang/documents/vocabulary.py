"""The words a template may use. docs/templates.md explains them to the office.

{{ figure("hollow_houses.demolished") }}     310栋      options: place, show, style, unit, period
{{ value("housing.scattered_approvals") }}   the bare number, None where it is missing; for {% if %}
{{ day("directives.upper_meetings") }}      2月28日    the day of the last record, or of the first
{% for site in places("housing.sites") %}    every place that has entries of a figure
{% call until("2018-03-20") %}…{% endcall %} words that hold until a date
{% call during("全国两会") %}…{% endcall %}   words that hold while an occasion lasts
{% for one in records("problems.open") %}    records that a line lists, each with its fields by their Chinese names
{% set so_far = progress(one) %}             what a record aims at: so_far.aim, so_far.figure, so_far.verdict
period, place, cutoff, issued, short, number; cutoff_day to compare with
"""

import difflib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.occasions import occasion
from taizhang.core.period import Period
from taizhang.documents.answers import PREVIOUS, YEAR_AGO, Answers, written_date
from taizhang.documents.links import STYLES, FigureLink, Part
from taizhang.documents.listings import listed, listings
from taizhang.documents.marks import ValueMarks
from taizhang.documents.record_words import RecordWords, record_behind
from taizhang.documents.so_far import SoFar, goal_in
from taizhang.indicators.figures import Figure
from taizhang.indicators.source import PlaceInfo

SHOWS = ("", "flow", "stock")
FIGURE_WORDS = {"figure", "value", "places", "day"}  # their first argument is the name of a figure
LISTING_WORDS = {"records"}  # theirs is the name of a listing
WORDS = (
    FIGURE_WORDS
    | LISTING_WORDS
    | {
        "until",
        "during",
        "progress",
        "cutoff_day",
        "period",
        "cutoff",
        "short",
        "number",
        "place",
        "issued",
        "paragraphs",
    }
)
PREVIEW = 20  # characters of a sentence that a remark quotes


class Vocabulary:
    """Answers, spoken into one document; what the compiler should tell the office is kept in `remarks`."""

    def __init__(self, answers: Answers, issued: date) -> None:
        self.answers, self.issued = answers, issued
        self.marks = ValueMarks()
        self.remarks: list[str] = []
        self.spoken: dict[FigureLink, Figure] = {}

    def words(self) -> dict[str, Any]:
        """Everything a template may name."""
        return {
            "figure": self.figure,
            "value": self.value,
            "places": self.places,
            "records": self.records,
            "progress": self.progress,
            "day": self.day,
            "until": self.until,
            "during": self.during,
            "cutoff_day": self.answers.source.cutoff,
            "period": self._fact("snapshot.period"),
            "cutoff": self._fact("snapshot.cutoff"),
            "short": self._fact("snapshot.short"),
            "number": self._fact("snapshot.number"),
            "place": self.answers.place_name(""),
            "issued": written_date(self.issued),
        }

    def figure(self, name: str, **options: Any) -> str:
        """A figure in words, tagged."""
        link = self._link(name, **options)
        self.spoken[link] = self.answers.figure(link)
        return self.marks.put(self.answers.tagged(link))

    def value(self, name: str, **options: Any) -> Decimal | None:
        """A figure as a number, to decide on; None is missing, which is not zero."""
        return self.answers.figure(self._link(name, **options)).value

    def day(self, name: str, which: str = "last", **options: Any) -> str:
        """The day of the last (or first) record behind a figure of the period, tagged like a figure."""
        if which not in ("first", "last"):
            raise Refusal(f"“{which}”不能用，day里可写last（最近一次）或first（最早一次）。")
        link = self._link(name, **options)
        part: Part = "last_day" if which == "last" else "first_day"
        return self.marks.put(self.answers.tagged(replace(link, part=part)))

    def places(self, name: str) -> list[PlaceInfo]:
        """The places that have entries of a figure, each as exact as the records say."""
        return self.answers.places_of(self._link(name))

    def until(self, last_day: str, caller: Callable[[], str]) -> str:
        """Words that hold until a day, that day included; later they are left out, and the office is told."""
        try:
            day = date.fromisoformat(last_day)
        except (TypeError, ValueError):
            raise Refusal(f"until里的“{last_day}”不是日期，请写成2018-03-20这样。") from None
        if self.issued <= day:
            return caller()
        return self._left_out(caller(), f"只写到{written_date(day)}有效")

    def during(self, name: str, caller: Callable[[], str]) -> str:
        """Words that hold while an occasion lasts; before and after it they are left out, and the office is told."""
        if occasion(name).holds_on(self.issued):
            return caller()
        return self._left_out(caller(), f"只在{name}期间有效")

    def records(self, name: str) -> list[RecordWords]:
        """The records of a listing as the snapshot keeps them, in its order."""
        if name not in listings():
            raise Refusal(unknown(name, listings(), "名单"))
        return listed(listings()[name], self.answers)

    def progress(self, row: RecordWords) -> SoFar:
        """How far a record has come with what it aims at, by the period's figures."""
        goal, aim = goal_in(record_behind(row), self.answers)
        asked = goal.asked_in(self.answers.facts.period) if goal else None
        if goal is None or asked is None:
            return SoFar(aim)
        figure = self.answers.figure(self._link(goal.indicator, period=asked.name))
        is_over = asked.last >= goal.span.last
        said = self.figure(goal.indicator, period=asked.name)
        return SoFar(aim, said, goal.verdict(figure, is_over=is_over))

    def _left_out(self, said: str, why: str) -> str:
        quoted = self.marks.plain(" ".join(said.split()))[:PREVIEW]
        self.remarks.append(f"有一句话{why}，已略去：“{quoted}…”，请核对是否改写。")
        return ""

    def _fact(self, name: str) -> str:
        return self.marks.put(
            self.answers.tagged(replace(self.answers.link(name), place="", period=""))
        )

    def _link(
        self,
        name: str,
        place: str | PlaceInfo = "",
        show: str = "",
        style: str = "exact",
        unit: bool = True,
        period: str = "",
    ) -> FigureLink:
        if self.answers.definition(name) is None:
            raise Refusal(unknown(name, self.answers.source.definitions))
        if style not in STYLES or show not in SHOWS:
            raise Refusal(
                f"“{style if style not in STYLES else show}”不能用，style可写about，show可写flow或stock。"
            )
        code = place.code if isinstance(place, PlaceInfo) else str(place)
        said = {"place": code, "show": show, "style": style, "period": self._period(period)}
        return replace(self.answers.link(name, **said), unit=unit)

    def _period(self, said: str) -> str:
        own = self.answers.facts.period
        relative = {"": own.name, YEAR_AGO: own.year_ago().name, PREVIOUS: own.previous().name}
        return relative[said] if said in relative else Period.parse(said).name


def unknown(name: str, known: Any, what: str = "指标") -> str:
    """A figure or listing nobody declared, with the names that look like it."""
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    where = (
        "请用 taizhang figures 查看"
        if what == "指标"
        else f"现有{'、'.join(known) or '的一个也没有'}"
    )
    return f"没有代号为“{name}”的{what}，" + (
        f"相近的有{'、'.join(near)}。" if near else f"{where}。"
    )
