"""The user's own Word file given back with remarks in the margin; a text or PDF becomes a Word file that has them."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml.etree import _Element as Element

from taizhang.checks.checking import Checked, Remark
from taizhang.checks.reading.word import SPACES, UNSAID, T, blocks, boxed, rows
from taizhang.core.finding import Refusal

AUTHOR = "台账核对"
LABELS = {"error": "不可能", "ask": "请核实", "info": "提示"}
R, TBL, CELL, ROW, P, BOX = (qn(f"w:{tag}") for tag in ("r", "tbl", "tc", "tr", "p", "txbxContent"))


def write_word(checked: Checked, target: Path) -> None:
    """Save the report with a comment at each remark's first number. Raises Refusal where the file cannot be written."""
    is_word = checked.report.path.suffix.lower() == ".docx"
    document = docx.Document(str(checked.report.path)) if is_word else made_of(checked.report.text)
    paragraphs = list(lines(document))
    for remark in checked.remarks:
        start, end = extent(checked, remark)
        commented = runs_between(paragraphs, start, end)
        if commented:
            text = f"〔{LABELS[remark.severity]}〕{remark.message}"
            document.add_comment(
                [Run(run, document.paragraphs[0]) for run in commented],
                text,
                author=AUTHOR,
                initials="台",
            )
    try:
        document.save(str(target))
    except OSError as trouble:
        raise Refusal(
            f"写不了“{target}”（{trouble.strerror}），请换一个位置，或先关上这个文件。"
        ) from trouble


def extent(checked: Checked, remark: Remark) -> tuple[int, int]:
    """Where a remark points: its first number, or the first sentence for one without."""
    if not remark.claims:
        return 0, 1
    claim = checked.claims[remark.claims[0]]
    return claim.start, claim.end


def made_of(text: str) -> WordDocument:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    return document


def lines(document: WordDocument) -> Iterator[tuple[int, list[Element]]]:
    """The paragraphs of each line of the text, with the offset at which the line begins, as reading/word.py counts."""
    start = 0
    for block in blocks(document.element.body):
        if block.tag == TBL:
            for row, words in zip(block.iter(ROW), rows(block), strict=True):
                yield from cells(row, start)
                start += len(words) + 1
            continue
        for paragraph in (block, *boxed(block)):
            yield start, [paragraph]
            start += sum(len(text) for _, text in leaves(paragraph)) + 1


def cells(row: Element, start: int) -> Iterator[tuple[int, list[Element]]]:
    for cell in row.iter(CELL):
        for paragraph in cell.iter(P):
            yield start, [paragraph]
            start += sum(len(text) for _, text in leaves(paragraph)) + 1


def leaves(element: Element) -> Iterator[tuple[Element, str]]:
    """Each piece of a paragraph's text with the element that holds it."""
    for child in element:
        if child.tag == T:
            yield child, child.text or ""
        elif child.tag in SPACES:
            yield child, SPACES[child.tag]
        elif child.tag not in UNSAID and child.tag != BOX:
            yield from leaves(child)


def runs_between(
    paragraphs: list[tuple[int, list[Element]]], start: int, end: int
) -> list[Element]:
    """The first and last run of a stretch of text, runs being cut so that they hold no more than it."""
    found: list[Element] = []
    for offset, (paragraph,) in reversed(paragraphs):
        if offset > start:
            continue
        at = offset
        for leaf, text in list(leaves(paragraph)):
            if at < end and start < at + len(text):
                run = cut(leaf, max(start - at, 0), min(end - at, len(text)))
                found += [run] if run is not None else []
            at += len(text)
        break
    return [found[0], found[-1]] if found else []


def cut(leaf: Element, start: int, end: int) -> Element | None:
    """The run of a text, split so that it holds just the letters from start to end."""
    run = leaf.getparent()
    if run is None or run.tag != R or leaf.tag != T:
        return run if run is not None and run.tag == R else None
    text = leaf.text or ""
    if len([one for one in run if one.tag in {T, *SPACES}]) > 1 or (
        start == 0 and end == len(text)
    ):
        return run
    for piece, before in ((text[:start], True), (text[end:], False)):
        if piece:
            copy = deepcopy(run)
            say(next(one for one in copy if one.tag == T), piece)
            (run.addprevious if before else run.addnext)(copy)
    say(leaf, text[start:end])
    return run


def say(leaf: Element, text: str) -> None:
    leaf.text = text
    leaf.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
