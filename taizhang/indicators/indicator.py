"""What a line of work counts, declared: an indicator, a ratio of two, or a level that cannot be added up."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from taizhang.indicators.definition import Definition
from taizhang.indicators.makers import Leg, Maker
from taizhang.ledgers.registry import declarations


@dataclass(frozen=True, eq=False)
class Declared:
    """What every figure says of itself: a title, a unit and its written definition (口径)."""

    title: str
    unit: str
    definition: str = field(default="", kw_only=True)
    aliases: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, eq=False)
class Indicator(Declared):
    """A list of dated, signed, placed entries: `counts` add, `less` take away.

    `show` says what the bare figure means: the period's flow, or the stock at the cut-off.
    """

    counts: Sequence[Maker] = ()
    less: Sequence[Maker] = ()
    show: str = "flow"

    def legs(self) -> list[tuple[Leg, int]]:
        added = [(leg, leg.sign) for maker in self.counts for leg in maker.legs()]
        return added + [(leg, -leg.sign) for maker in self.less for leg in maker.legs()]

    def makers(self) -> list[Maker]:
        return [*self.counts, *self.less]


@dataclass(frozen=True, eq=False)
class Level(Declared):
    """A reading that is not additive: the latest or the highest of the entries."""

    reads: Sequence[Maker] = ()
    pick: str = "latest"
    show: str = "flow"

    def legs(self) -> list[tuple[Leg, int]]:
        return [(leg, leg.sign) for maker in self.reads for leg in maker.legs()]

    def makers(self) -> list[Maker]:
        return list(self.reads)


@dataclass(frozen=True, eq=False)
class Ratio(Declared):
    """One indicator divided by another; % means times a hundred. Rounded once, half up, to `places`."""

    of: Indicator = field(kw_only=True)
    to: Indicator = field(kw_only=True)
    places: int = field(default=2, kw_only=True)


@cache
def indicators() -> dict[str, Indicator | Level]:
    """Everything with entries, by name."""
    return {**declarations("indicators", Indicator), **declarations("indicators", Level)}


@cache
def definitions() -> dict[str, Definition]:
    """Every figure's definition by name, in the order of the lines."""
    every = {name: counted(name, one) for name, one in indicators().items()}
    return every | {
        name: divided(name, one) for name, one in declarations("indicators", Ratio).items()
    }


def name_of(indicator: Indicator) -> str:
    return next(name for name, one in indicators().items() if one is indicator)


def counted(name: str, one: Indicator | Level) -> Definition:
    makers = one.makers()
    return Definition(
        name=name,
        title=one.title,
        unit=one.unit,
        definition=one.definition,
        kind="level" if isinstance(one, Level) else "additive",
        show=one.show,
        pick=one.pick if isinstance(one, Level) else "",
        ledgers={maker.model.ledger_name(): maker.model.kept_at for maker in makers},
        item_titles=item_titles(makers),
        declared=json.dumps(described(one), ensure_ascii=False, sort_keys=True),
        aliases=one.aliases,
    )


def described(one: Indicator | Level) -> list[dict[str, Any]]:
    """Its makers as text, each with its sign: to add what was taken away is another meaning."""
    less = len(one.less) if isinstance(one, Indicator) else 0
    makers = one.makers()  # those of `less` come last
    signs = [1] * (len(makers) - less) + [-1] * less
    return [maker.described() | {"sign": sign} for maker, sign in zip(makers, signs, strict=True)]


def divided(name: str, one: Ratio) -> Definition:
    of, to = counted(name_of(one.of), one.of), counted(name_of(one.to), one.to)
    return Definition(
        name=name,
        title=one.title,
        unit=one.unit,
        definition=one.definition,
        kind="ratio",
        show=one.of.show,
        places=one.places,
        of=of.name,
        to=to.name,
        ledgers=of.ledgers | to.ledgers,
        aliases=one.aliases,
    )


def item_titles(makers: Sequence[Maker]) -> dict[str, str]:
    """What the codes of a broken-down field are called."""
    titles: dict[str, str] = {}
    for maker in makers:
        if maker.item and "__" not in maker.item:
            choices = getattr(maker.model._meta.get_field(maker.item), "flatchoices", ())
            titles |= {str(code): str(title) for code, title in choices}
    return titles
