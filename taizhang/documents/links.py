"""The address behind every figure of a document: what it is, of which place and period, from which snapshot.

A reader who clicks lands on the desk's page of that figure; verify and refresh read the same address back.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, get_args
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from django.conf import settings

SNAPSHOT_DIGITS = 16
REMEMBERED = 2**14  # addresses; a document is read more than once, and its figures recur
FOLDER = "figure"
SNAPSHOT = "snapshot"

Style = Literal["exact", "about", "bare"]
Part = Literal[
    "value", "records", "opening", "inflow", "outflow", "closing", "gaps", "first_day", "last_day"
]
STYLES: tuple[Style, ...] = ("exact", "about", "bare")
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True)
class FigureLink:
    """One figure in one wording.

    `indicator` may also be snapshot.period, .cutoff, .short or .number: what a document says of the
    snapshot itself, so that a refreshed document changes there too. `show` is empty where the
    indicator's own habit (flow or stock) is wanted. `style` about is 80多; bare is for tables, whose gaps
    are short. `part` is which side of the figure is written, or the day of its first or last entry
    in the period.
    """

    snapshot: str
    indicator: str
    place: str = ""
    period: str = ""
    show: str = ""
    style: Style = "exact"
    unit: bool = True
    part: Part = "value"

    @property
    def is_about_snapshot(self) -> bool:
        return self.indicator.split(".")[0] == SNAPSHOT

    @cached_property
    def key(self) -> str:
        """The link without base address and snapshot: the same figure in whatever snapshot."""
        return f"{quote(self.indicator)}/?{urlencode(self._query())}"

    def _query(self) -> dict[str, str]:
        said = {"place": self.place, "period": self.period, "show": self.show}
        said["style"] = self.style if self.style != "exact" else ""
        said["unit"] = "" if self.unit else "0"
        said["part"] = self.part if self.part != "value" else ""
        return {name: value for name, value in said.items() if value}


def write(link: FigureLink) -> str:
    """The full address, on this installation's desk."""
    base = settings.DESK_URL.rstrip("/")
    return f"{base}/{FOLDER}/{link.snapshot}/{link.key}"


@lru_cache(REMEMBERED)
def read(address: str) -> FigureLink | None:
    """The figure an address means; None for any other address. The host does not matter: desks move."""
    parts = urlsplit(address)
    folders = [unquote(one) for one in parts.path.split("/") if one]
    if len(folders) < 3 or folders[-3] != FOLDER or not _is_digest(folders[-2]):
        return None
    return read_query(folders[-2], folders[-1], parts.query)


def read_query(snapshot: str, indicator: str, query: str) -> FigureLink | None:
    """The figure from the three parts that an address has; None where a part is not ours."""
    said = {name: values[-1] for name, values in parse_qs(query).items()}
    style, part = said.get("style", "exact"), said.get("part", "value")
    if style not in STYLES or part not in PARTS:
        return None
    return FigureLink(
        snapshot=snapshot,
        indicator=indicator,
        place=said.get("place", ""),
        period=said.get("period", ""),
        show=said.get("show", ""),
        style=style,
        unit=said.get("unit") != "0",
        part=part,
    )


def _is_digest(text: str) -> bool:
    return len(text) == SNAPSHOT_DIGITS and all(letter in "0123456789abcdef" for letter in text)
