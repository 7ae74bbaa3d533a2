"""Printing a paper: its template filled with the words of one record."""

import re
from collections.abc import Iterable
from datetime import date

from docx.document import Document as WordDocument

from taizhang.core.finding import Refusal
from taizhang.documents.markdown import pieces
from taizhang.documents.marks import ValueMarks
from taizhang.documents.model import (
    Addressee,
    Block,
    Byline,
    Document,
    Note,
    Paragraph,
    Signature,
    Title,
)
from taizhang.documents.model import plain as words_of
from taizhang.documents.numbering import numbered
from taizhang.documents.paper_words import paper_words, town_of
from taizhang.documents.papers import WORD, Paper, named_paper, office_word_file, template_of
from taizhang.documents.properties import Origin, write_origin
from taizhang.documents.record_words import said
from taizhang.documents.templates import environment, render
from taizhang.documents.word_templates import fill_word
from taizhang.documents.writing import word
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import title

NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\s]+')
BLANK_LINE = Byline(())


def print_paper(name: str, record: Record, today: date) -> WordDocument:
    """A paper of a record as a Word document. Raises Refusal where its date is missing or its template does not hold."""
    name, paper = named_paper(name)
    if missing := paper.missing_date(record):
        raise Refusal(f"{record}还没有填“{missing}”，填好以后才能打印《{paper.title}》。")
    words = paper_words(paper, record, today)
    origin = Origin(paper.title, f"{title(paper.model)}{record.number}")
    if own := office_word_file(name):
        filled = fill_word(own, words)
        write_origin(filled, origin)
        return filled
    text = render(environment(words, said), template_of(name))
    blocks = _as_papers_do(numbered(pieces(text), "standard", ValueMarks()))
    return word(
        Document(paper.title, town_of(record), today, blocks=tuple(blocks), record=origin.record)
    )


def file_name(paper: Paper, record: Record) -> str:
    """What a printed paper is called on a disk."""
    return NO_FILE_NAME.sub("-", f"{paper.title}_{record.number}") + WORD


def _as_papers_do(blocks: Iterable[Block]) -> Iterable[Block]:
    """Closing remarks are who signs; a first line that ends in a colon is whom the paper is for."""
    before: Block | None = None
    begun = False
    for block in blocks:
        if isinstance(before, Title) and not isinstance(block, Byline):
            yield BLANK_LINE
        if isinstance(block, Note) and not isinstance(before, Note):
            yield BLANK_LINE
        yield _as_a_paper_does(block, begun)
        begun = begun or isinstance(block, Paragraph)
        before = block


def _as_a_paper_does(block: Block, begun: bool) -> Block:
    if isinstance(block, Note):
        return Signature(block.runs)
    if isinstance(block, Paragraph) and not begun and words_of(block.runs).endswith("："):
        return Addressee(block.runs)
    return block
