"""What a closed period answers to the wishes of a mapping: numbers for cells, exact, in the unit the form wants."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.core.quantity import Quantity, round_half_up
from taizhang.documents.answers import Answers
from taizhang.documents.forms.sheet import Value
from taizhang.documents.forms.wishes import Wish, nearest, period_of
from taizhang.indicators.definition import Definition
from taizhang.indicators.figures import Figure, figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.reading import Reading

CONVERTED_PLACES = 2
TEN_THOUSAND = 10_000
SIDES = ("opening", "inflow", "outflow")


@dataclass(frozen=True)
class Answer:
    """A cell's value, and the figure behind it where there is one; a figure without a value is a gap."""

    value: Value
    figure: Figure | None = None
    where: str = ""

    @property
    def is_missing(self) -> bool:
        return self.figure is not None and self.value is None


class FormAnswers:
    """A snapshot asked for the cells of a form, filled in on a day."""

    def __init__(self, answers: Answers, issued: date) -> None:
        self.answers, self.issued = answers, issued
        self.by_item: dict[tuple[str, str, str, str], dict[str, Figure]] = {}

    @cached_property
    def known(self) -> dict[str, Definition]:
        """Every indicator by name: those of the snapshot, and today's for their titles."""
        return {**self.answers.source.definitions, **definitions()}

    @cached_property
    def villages(self) -> list[str]:
        """The places one level down that were there in the period, by code."""
        source, period = self.answers.source, self.answers.facts.period
        return sorted(Reading(source, period, source.place, None).places_below())

    def ask(self, wish: Wish, place: str = "") -> Answer:
        """The answer to a wish, at a place where the mapping does not name one."""
        if wish.text:
            return Answer(wish.text)
        if wish.fact:
            return Answer(self._fact(wish.fact))
        code = self._place(wish) or place or self.answers.source.place
        period = period_of(wish.period, self.answers.facts.period)
        figure = self._figure(wish, code, period)
        where = f"{self.answers.place_name(code)}{period.label}{figure.title}"
        return Answer(self._value(wish, figure), figure, where)

    def _figure(self, wish: Wish, place: str, period: Period) -> Figure:
        show = {"closing": "stock", "flow": "flow"}.get(wish.part, "")
        if wish.item:
            return self._of_item(wish, place, period, show)
        link = self.answers.link(wish.indicator, place=place, period=period.name, show=show)
        return self.answers.figure(link)

    def _of_item(self, wish: Wish, place: str, period: Period, show: str) -> Figure:
        definition = self.known[wish.indicator]
        codes = {title: code for code, title in definition.item_titles.items()}
        if wish.item not in codes and wish.item not in definition.item_titles:
            raise Refusal(f"“{wish.words}”：没有“{wish.item}”这一类，{nearest(wish.item, codes)}")
        key = (wish.indicator, place, period.name, show)
        if key not in self.by_item:
            found = figures(
                self.answers.source,
                period,
                place=place,
                by="item",
                names=[wish.indicator],
                show=show or None,
            )
            self.by_item[key] = {one.key: one for one in found}
        told = self.by_item[key]
        whole = self._figure(Wish(wish.words, wish.indicator, part=wish.part), place, period)
        nothing = Figure(
            wish.indicator,
            whole.title,
            whole.unit,
            None if whole.value is None else Decimal(0),
            0,
            place,
            whole.definition,
            whole.show,
        )
        return told.get(codes.get(wish.item, wish.item)) or nothing

    def _value(self, wish: Wish, figure: Figure) -> Decimal | None:
        if figure.value is None:
            return None
        if wish.part == "records":
            return Decimal(figure.records)
        value = figure.value
        if wish.part in SIDES:
            if self.known[wish.indicator].kind != "additive":
                raise Refusal(
                    f"“{wish.words}”：“{figure.title}”不能相加，没有期初数、增加数和减少数。"
                )
            value = -figure.outflow if wish.part == "outflow" else getattr(figure, wish.part)
        return in_unit(value, figure.unit, wish)

    def _place(self, wish: Wish) -> str:
        """The code of the place a wish names; empty where it names none."""
        if not wish.place:
            return ""
        places = self.answers.source.places
        by_name = {one.name: one.code for one in places.values()}
        found = wish.place if wish.place in places else by_name.get(wish.place)
        if found is None:
            raise Refusal(
                f"“{wish.words}”里“{wish.place}”既不是地区，也不是别的词，{nearest(wish.place, by_name)}"
            )
        return found

    def _fact(self, name: str) -> Value:
        facts = self.answers.facts
        told: dict[str, Value] = {
            "期间": facts.period.label,
            "年": Decimal(facts.period.last.year),
            "截止日期": self.answers.source.cutoff,
            "填报单位": self.answers.place_name(""),
            "封存号": facts.short,
            "填报日期": self.issued,
        }
        return told[name]


def in_unit(value: Decimal, unit: str, wish: Wish) -> Decimal:
    """The value in the form's unit, rounded half up once; without a unit or places exact."""
    if not wish.unit or wish.unit == unit:
        return value if wish.places is None else round_half_up(value, wish.places)
    places = CONVERTED_PLACES if wish.places is None else wish.places
    if (unit, wish.unit) == ("元", "万元"):
        return round_half_up(value / TEN_THOUSAND, places)
    return Quantity(value, unit).to(wish.unit, places).value
