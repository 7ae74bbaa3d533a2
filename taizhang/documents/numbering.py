"""Headings and clauses numbered, either as offices write them or as the standard orders them.

office      一、 then 1、 running into its paragraph, clauses 一是…；二是…。 in the same paragraph
standard    一、 then （一） then 1. then （1）, each on a line of its own (GB/T 9704-2012, 7.3.3)
"""

from collections.abc import Callable
from itertools import groupby
from typing import Literal, get_args

from taizhang.core.wording import chinese_number, ordinal_clause
from taizhang.documents.markdown import Piece
from taizhang.documents.marks import Marks
from taizhang.documents.model import Block, Byline, Heading, Note, Paragraph, Runs, Title
from taizhang.documents.tables import table

Numbering = Literal["office", "standard"]
NUMBERINGS: tuple[Numbering, ...] = get_args(Numbering)
ENDS = "。；;，,、 "

Counter = Callable[[int], str]
OFFICE: tuple[Counter, ...] = (
    lambda n: f"{chinese_number(n)}、",
    lambda n: f"{n}、",
    lambda n: f"（{n}）",
)
STANDARD: tuple[Counter, ...] = (
    lambda n: f"{chinese_number(n)}、",
    lambda n: f"（{chinese_number(n)}）",
    lambda n: f"{n}.",
    lambda n: f"（{n}）",
)


def numbered(pieces: list[Piece], numbering: Numbering, marks: Marks) -> list[Block]:
    """The parts of a document with their numbers; a heading under which nothing stands is left out."""
    kept = _without_empty_headings(pieces)
    writer = _Office(marks) if numbering == "office" else _Standard(marks)
    for kind, group in groupby(kept, key=lambda piece: piece.kind):
        writer.add(kind, list(group))
    return writer.finished()


def _without_empty_headings(pieces: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in reversed(pieces):
        if piece.kind != "heading" or (kept and not _ends(piece, kept[-1])):
            kept.append(piece)
    return kept[::-1]


def _ends(heading: Piece, following: Piece) -> bool:
    """Whether what follows leaves the heading empty: another of its rank, or the closing remark."""
    return following.kind == "note" or (
        following.kind == "heading" and following.level <= heading.level
    )


class _Writer:
    """What both ways have in common: counting, and the parts that carry no number."""

    counters: tuple[Counter, ...] = STANDARD

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.blocks: list[Block] = []
        self.counts = [0] * len(self.counters)
        self.level = 0

    def add(self, kind: str, pieces: list[Piece]) -> None:
        if kind == "clause":
            self.clauses([piece.text for piece in pieces])
            return
        for piece in pieces:
            if kind == "heading":
                self.heading(piece)
            elif kind == "paragraph":
                self.paragraph(piece.text)
            elif kind == "table":
                self.blocks.append(table(piece.text, self.marks))
            else:
                self.blocks.append(PLAIN[kind](self.marks.runs(piece.text)))
        if kind == "byline":
            self.blocks.append(Byline(()))  # a blank line before the text

    def count(self, level: int) -> str:
        """The next number of a level; the levels below start again."""
        self.level = level
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (len(self.counts) - level)
        return self.counters[level - 1](self.counts[level - 1])

    def heading(self, piece: Piece) -> None:
        text = self.count(piece.level) + piece.text.rstrip(ENDS)
        self.blocks.append(Heading(piece.level, self.marks.runs(text)))

    def paragraph(self, text: str) -> None:
        self.blocks.append(Paragraph(self.marks.runs(text)))

    def clauses(self, texts: list[str]) -> None:
        raise NotImplementedError

    def finished(self) -> list[Block]:
        return self.blocks


PLAIN: dict[str, Callable[[Runs], Block]] = {"title": Title, "byline": Byline, "note": Note}


class _Standard(_Writer):
    """Each clause is a paragraph, numbered one level below the heading it stands under."""

    def clauses(self, texts: list[str]) -> None:
        level = min(self.level + 1, len(self.counters))
        self.counts[level - 1 :] = [0] * (len(self.counts) - level + 1)
        for number, text in enumerate(texts, 1):
            said = f"{self.counters[level - 1](number)}{text.rstrip(ENDS)}。"
            self.blocks.append(Paragraph(self.marks.runs(said)))


class _Office(_Writer):
    """Items run into their paragraph, and so do their clauses."""

    counters = OFFICE

    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        self.lead = ""

    def heading(self, piece: Piece) -> None:
        self._leave_lead()
        if piece.level == 1:
            super().heading(piece)
        else:
            self.lead = f"{self.count(piece.level)}{piece.text.rstrip(ENDS)}。"

    def paragraph(self, text: str) -> None:
        self.blocks.append(Paragraph(self.marks.runs(text), self.marks.runs(self.lead)))
        self.lead = ""

    def clauses(self, texts: list[str]) -> None:
        said = self._clauses([text.rstrip(ENDS) for text in texts])
        last = self.blocks[-1] if self.blocks else None
        if self.lead or not isinstance(last, Paragraph):
            self.paragraph(said)
        else:
            self.blocks[-1] = Paragraph(last.runs + self.marks.runs(said), last.lead)

    def _clauses(self, texts: list[str]) -> str:
        """One clause needs no number; clauses with sentences in them end in full stops."""
        if len(texts) == 1:
            return f"{texts[0]}。"
        between = "。" if any("。" in text for text in texts) else "；"
        return between.join(f"{ordinal_clause(n)}{text}" for n, text in enumerate(texts, 1)) + "。"

    def _leave_lead(self) -> None:
        """A heading directly above another stands on a line of its own."""
        if self.lead:
            self.blocks.append(Heading(self.level, self.marks.runs(self.lead.rstrip(ENDS))))
            self.lead = ""

    def finished(self) -> list[Block]:
        self._leave_lead()
        return self.blocks
