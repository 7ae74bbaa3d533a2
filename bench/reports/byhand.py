"""Reports written by hand in written/*.txt: their numbers in braces, below a line of dashes what holds between them and which mistakes to seed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from bench.reports.arithmetic import holds
from bench.reports.gold import MEASURED, SCALES, Link, Number, kind_of
from bench.reports.report import Label, Related, Report

FOLDER = Path(__file__).with_name("written")
BRACES = re.compile(r"\{(?:(?P<name>[a-z]+\d*[a-z]*):)?(?P<number>[^{}]+)\}")
DIGITS = re.compile(
    r"(?P<digits>-?[\d,]+(?:\.\d+)?)(?P<vague>[多余]?)(?P<scale>万亿|亿|万|百|千(?!克|瓦|米))?(?P<more>[多余]?)(?P<unit>.*)"
)


@dataclass
class Written:
    """A report taken apart: the text with its numbers in place, their names, the links, and the mistakes to seed."""

    name: str
    pieces: list[str]  # the prose between the numbers, one more than there are numbers
    numbers: list[Number]
    names: dict[str, int]
    links: list[Link] = field(default_factory=list)
    wrong: list[tuple[int, Number, str]] = field(default_factory=list)

    def report(self, at: int | None = None, other: Number | None = None, what: str = "") -> Report:
        """The report as it is, or with one of its numbers replaced."""
        numbers = [other if i == at and other else one for i, one in enumerate(self.numbers)]
        text, labels = self.pieces[0], []
        for number, piece in zip(numbers, self.pieces[1:], strict=True):
            labels.append(Label(len(text), len(text) + len(number.text), number))
            text += number.text + piece
        related = tuple(Related(one, one.members, holds(one, numbers)) for one in self.links)
        group, suffix = ("written", "") if at is None else ("rewritten", f"-{what}")
        name, genre = f"{self.name}{suffix}", self.name
        return Report(name, group, genre, text, tuple(labels), related, what, at)


def number_of(said: str) -> Number:
    """{4.7万亩}, or with its value said: {三条=3 条}."""
    text, _, value = said.partition("=")
    if value:
        digits, _, unit = value.partition(" ")
        kind = kind_of(unit) if unit else "ratio"
        return Number(Decimal(digits), unit, text, kind)
    match = DIGITS.fullmatch(text)
    if match is None:
        raise ValueError(f"No number: {said}")
    scale = SCALES[match["scale"] or ""]
    digits = Decimal(match["digits"].replace(",", ""))
    unit = match["unit"].removeprefix("个") if "百分点" in match["unit"] else match["unit"]
    kind = kind_of(unit) if unit else "ratio"
    places = -int(digits.as_tuple().exponent)
    rounded = scale > 1 or places > 0 or unit in MEASURED or kind != "quantity"
    step = Decimal(1).scaleb(-places) * scale if rounded else Decimal(0)
    if match["vague"] or match["more"]:
        step = digits * scale / 5
    return Number(digits * scale, unit, text, kind, step)


def taken_apart(path: Path) -> Written:
    """A file of the folder."""
    text, _, below = path.read_text(encoding="utf-8").partition("---\n")
    pieces, numbers, names, last = [], [], {}, 0
    for match in BRACES.finditer(text):
        pieces.append(text[last : match.start()])
        if match["name"]:
            names[match["name"]] = len(numbers)
        numbers.append(number_of(match["number"]))
        last = match.end()
    written = Written(path.stem, [*pieces, text[last:]], numbers, names)
    for n, line in enumerate(below.splitlines()):
        told(written, line, n)
    return written


def told(written: Written, line: str, n: int) -> None:
    """One line below the dashes: `wrong f 68241亩`, `sum f f1 f2`, `count_list r 3`, `product=1/1000 s y t`, `growth_by g c r -`."""
    word, *rest = line.split()
    if word == "wrong":
        name, said = line.split(maxsplit=2)[1:]
        written.wrong.append((written.names[name], number_of(said), f"{n:02}"))
        return
    kind, _, size = word.partition("=")
    if kind == "count_list":
        size = rest.pop()
    sign = -1 if rest[-1] == "-" else 1
    members = tuple(written.names[name] for name in rest if name != "-")
    written.links.append(Link(kind, members, kind, sign, Fraction(size or 1)))


@cache
def all_written() -> tuple[Written, ...]:
    return tuple(taken_apart(path) for path in sorted(FOLDER.glob("*.txt")))


def reports() -> Iterator[Report]:
    """Each report as it is, and once for each of its mistakes."""
    for written in all_written():
        yield written.report()
        for at, number, what in written.wrong:
            yield written.report(at, number, what)
