"""Printing a paper: its template filled with the words of one record."""

from collections.abc import Iterable
from datetime import date

from docx.document import Document as WordDocument

from taizhang.core.finding import Refusal
from taizhang.documents.markdown import pieces, unquoted
from taizhang.documents.marks import Marks
from taizhang.documents.model import (
    Addressee,
    Block,
    Document,
    Note,
    Paragraph,
    Run,
    Runs,
    Signature,
    Text,
)
from taizhang.documents.model import plain as words_of
from taizhang.documents.numbering import numbered
from taizhang.documents.paper_words import paper_words, town_of
from taizhang.documents.papers import named_paper, template_of
from taizhang.documents.record_words import said
from taizhang.documents.templates import environment, render
from taizhang.documents.writing import word
from taizhang.ledgers.record import Record


def print_paper(name: str, record: Record, today: date) -> WordDocument:
    """A paper of a record as a Word document. Raises Refusal where its date is missing or its template does not hold."""
    name, paper = named_paper(name)
    if missing := paper.missing_date(record):
        raise Refusal(f"{record}还没有填“{missing}”，填好以后才能打印《{paper.title}》。")
    text = render(environment(paper_words(paper, record, today), said), template_of(name))
    blocks = numbered(pieces(text), "standard", ValueMarks())
    document = Document(
        paper.title,
        town_of(record),
        today,
        blocks=tuple(_as_papers_do(blocks)),
        record=str(record),
    )
    return word(document)


class ValueMarks(Marks):
    """The text of a paper holds values of a record, which come out as they were."""

    def runs(self, text: str) -> Runs:
        told: list[Run] = [
            Text(unquoted(run.text)) if isinstance(run, Text) else run for run in super().runs(text)
        ]
        return tuple(told)


def _as_papers_do(blocks: Iterable[Block]) -> Iterable[Block]:
    """Closing remarks are who signs; a first line that ends in a colon is whom the paper is for."""
    begun = False
    for block in blocks:
        if isinstance(block, Note):
            yield Signature(block.runs)
        elif isinstance(block, Paragraph) and not begun and words_of(block.runs).endswith("："):
            yield Addressee(block.runs)
        else:
            yield block
        begun = begun or isinstance(block, Paragraph)
