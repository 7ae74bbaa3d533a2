"""The words a template may use. docs/templates.md explains them to the office.

{{ figure("hollow_houses.demolished") }}     310栋      options: place, show, style, unit, period
{{ value("housing.scattered_approvals") }}   the bare number, None where it is missing; for {% if %}
{{ day("directives.upper_meetings") }}      2月28日    the day of the last record, or of the first
{% for site in places("housing.sites") %}    every place that has entries of a figure
{% call until("2018-03-20") %}…{% endcall %} words that hold until a date
period, place, cutoff, issued, short, number
"""

import difflib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.documents.answers import PREVIOUS, YEAR_AGO, Answers, written_date
from taizhang.documents.links import STYLES, FigureLink, Part
from taizhang.documents.marks import Marks
from taizhang.indicators.figures import Figure
from taizhang.indicators.source import PlaceInfo

SHOWS = ("", "flow", "stock")
FIGURE_WORDS = {"figure", "value", "places", "day"}  # their first argument is the name of a figure
WORDS = FIGURE_WORDS | {
    "until",
    "period",
    "cutoff",
    "short",
    "number",
    "place",
    "issued",
    "paragraphs",
}
PREVIEW = 20  # characters of a sentence that a remark quotes


class Vocabulary:
    """Answers, spoken into one document; what the compiler should tell the office is kept in `remarks`."""

    def __init__(self, answers: Answers, issued: date) -> None:
        self.answers, self.issued = answers, issued
        self.marks = Marks()
        self.remarks: list[str] = []
        self.spoken: dict[FigureLink, Figure] = {}

    def words(self) -> dict[str, Any]:
        """Everything a template may name."""
        return {
            "figure": self.figure,
            "value": self.value,
            "places": self.places,
            "day": self.day,
            "until": self.until,
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
        said = caller()
        if self.issued <= day:
            return said
        quoted = self.marks.plain(" ".join(said.split()))[:PREVIEW]
        self.remarks.append(
            f"有一句话只写到{written_date(day)}有效，已略去：“{quoted}…”，请核对是否改写。"
        )
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


def unknown(name: str, known: Any) -> str:
    """A figure nobody declared, with the names that look like it."""
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return f"没有代号为“{name}”的指标" + (
        f"，相近的有{'、'.join(near)}。" if near else "，请用 taizhang figures 查看。"
    )
