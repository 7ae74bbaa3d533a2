"""A report out of passages: its text, and what is known of it as gold labels."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bench.reports import analyses, county, filler, sectors, suspicious, township, wordings
from bench.reports.arithmetic import holds
from bench.reports.drawing import some
from bench.reports.gold import MARK, Link, Number, Passage, Sheet

Maker = Callable[[Sheet], Passage]
GENRES: dict[str, tuple[Maker, ...]] = {
    "township": township.PASSAGES,
    "county": county.PASSAGES,
    "sector": sectors.PASSAGES,
    "analysis": analyses.PASSAGES,
}
PLACES = {"township": "青溪镇", "county": "云泽县", "sector": "云泽县", "analysis": "云泽县"}
LENGTH = 7  # passages with figures
DOUBTED = 5  # of them suspicious, in a suspicious report
HEADED = 3  # passages under a heading
WORDED = 2  # passages whose numbers hang together with nothing
MARKS = re.compile(f"[{chr(MARK)}-{chr(MARK + 500)}]")


@dataclass(frozen=True)
class Label:
    """A number of a text, as a reader would mark it."""

    start: int
    end: int
    number: Number

    @property
    def is_claim(self) -> bool:
        return self.number.kind != "date"


@dataclass(frozen=True)
class Related:
    """A relation between labels, by their places in the list, and whether it holds."""

    link: Link
    labels: tuple[int, ...]
    holds: bool


@dataclass(frozen=True)
class Report:
    """A written report with its gold labels. `seeded` is the label that was changed, `mistake` what was done to it."""

    name: str
    group: str
    genre: str
    text: str
    labels: tuple[Label, ...]
    relations: tuple[Related, ...]
    mistake: str = ""
    seeded: int | None = None


def written(passages: Sequence[Passage]) -> tuple[str, list[Label], list[Related]]:
    """The passages one below the other, their marks replaced by numbers, their numbers labelled in the order of the text."""
    text, labels, related = "", [], []
    for passage in passages:
        at: dict[int, int] = {}
        last = 0
        for mark in MARKS.finditer(passage.text):
            text += passage.text[last : mark.start()]
            index = ord(mark[0]) - MARK
            number = passage.numbers[index]
            at[index] = len(labels)
            labels.append(Label(len(text), len(text) + len(number.text), number))
            text, last = text + number.text, mark.end()
        text += passage.text[last:] + "\n"
        for link in passage.links:
            members = tuple(at[index] for index in link.members)
            related.append(Related(link, members, holds(link, passage.numbers)))
    return text, labels, related


def made(maker: Maker, *key: object) -> Passage:
    return maker(Sheet((*key, maker.__name__)))


def at_home(passage: Passage, genre: str) -> Passage:
    """The passage said of the place that the report is about."""
    return (
        passage
        if genre == "township"
        else replace(passage, text=passage.text.replace("全镇", "全县"))
    )


def passages_of(genre: str, group: str, *key: object) -> list[Passage]:
    """The passages of a report: a head, headings, figures, and prose in between."""
    figures = [made(maker, *key) for maker in some(GENRES[genre], LENGTH, *key, "makers")]
    worded = [made(maker, *key) for maker in some(wordings.PASSAGES, WORDED, *key, "worded")]
    if group == "suspicious":
        doubted = [
            at_home(made(maker, *key), genre)
            for maker in some(suspicious.PASSAGES, DOUBTED, *key, "doubted")
        ]
        figures = [one for pair in zip(figures, doubted, strict=False) for one in pair]
    figures += worded
    found = [filler.head(PLACES[genre], Sheet((*key, "head")))]
    for n, figure in enumerate(figures):
        if n % HEADED == 0:
            found.append(Passage(filler.heading(n // HEADED), (), ()))
        found.append(figure)
        found.append(Passage(filler.prose(*key, n), (), ()))
    return found


def report(group: str, genre: str, number: int) -> Report:
    """The so-manieth report of a genre in a group; the same every time."""
    text, labels, related = written(passages_of(genre, group, group, genre, number))
    return Report(f"{group}-{genre}-{number:03}", group, genre, text, tuple(labels), tuple(related))
