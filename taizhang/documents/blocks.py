"""The parts of a document as WordprocessingML; tables as raw XML, for python-docx rebuilds the grid for every cell."""

from collections.abc import Callable
from typing import Any

from taizhang.documents.measures import TEXT_WIDTH
from taizhang.documents.model import (
    Addressee,
    AnnexTitle,
    AttachmentNote,
    Block,
    Byline,
    Cell,
    Column,
    Heading,
    Line,
    Note,
    Paragraph,
    Remark,
    Signature,
    Table,
    Text,
    Title,
)
from taizhang.documents.tagging import Tagger

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
CELL_STYLES = {"left": "TableText", "center": "TableCentre", "right": "TableNumber"}
HEAD = "<w:tblHeader/>"
FORM = '<w:trHeight w:val="560" w:hRule="atLeast"/>'  # twips: room for a pen
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in SIDES
)


def block_xml(block: Block, tagger: Tagger) -> str:
    """The XML of one part of a document."""
    return WRITERS[type(block)](block, tagger)


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _styled(style: str) -> Callable[[Any, Tagger], str]:
    return lambda block, tagger: _paragraph(style, tagger.runs(block.runs))


def _heading(block: Heading, tagger: Tagger) -> str:
    return _paragraph(f"Heading{block.level}", tagger.runs(block.runs))


def _body(block: Paragraph, tagger: Tagger) -> str:
    return _paragraph("BodyText", tagger.runs(block.lead, bold=True) + tagger.runs(block.runs))


def _attachments(block: AttachmentNote, tagger: Tagger) -> str:
    lines = [f"附件：1. {block.titles[0]}"]
    lines += [f"{number}. {title}" for number, title in enumerate(block.titles[1:], 2)]
    if len(block.titles) == 1:
        lines = [f"附件：{block.titles[0]}"]
    styles = ["Attachment"] + ["AttachmentMore"] * (len(lines) - 1)
    return "".join(
        _paragraph(style, tagger.runs((Text(line),)))
        for style, line in zip(styles, lines, strict=True)
    )


def _annex(block: AnnexTitle, tagger: Tagger) -> str:
    label, title = tagger.runs((Text(block.label),)), tagger.runs((Text(block.title),))
    return _paragraph("AnnexLabel", label) + _paragraph("AnnexTitle", title)


def _table(table: Table, tagger: Tagger) -> str:
    widths = _widths(table.columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads: tuple[Cell, ...] = tuple(((Text(column.head),),) for column in table.columns)
    styles = [CELL_STYLES[column.align] for column in table.columns]
    rows = [_row(heads, ["TableHead"] * len(widths), widths, tagger, HEAD)] if table.headed else []
    kind = "" if table.headed else FORM
    rows += [_row(row, styles, widths, tagger, kind) for row in table.rows]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: tuple[Cell, ...], styles: list[str], widths: list[int], tagger: Tagger, kind: str
) -> str:
    """A row that no page break cuts; the head row comes again on every page."""
    last = len(cells) - 1
    content = "".join(
        _cell(cell, styles[at], widths[at:] if at == last else [widths[at]], tagger)
        for at, cell in enumerate(cells)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{content}</w:tr>"


def _cell(paragraphs: Cell, style: str, widths: list[int], tagger: Tagger) -> str:
    whole: Cell = paragraphs or ((),)  # a cell without a paragraph is a broken file
    content = "".join(
        _paragraph(CELL_STYLES[one.align], tagger.runs(one.runs))
        if isinstance(one, Line)
        else _paragraph(style, tagger.runs(one))
        for one in whole
    )
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _widths(columns: tuple[Column, ...]) -> list[int]:
    """Widths in twips that fill the text block to the last twip."""
    whole = sum(column.share for column in columns)
    widths = [TEXT_WIDTH * column.share // whole for column in columns]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


WRITERS: dict[type, Callable[[Any, Tagger], str]] = {
    Title: _styled("Title"),
    Byline: _styled("Byline"),
    Heading: _heading,
    Addressee: _styled("Addressee"),
    Paragraph: _body,
    Signature: _styled("Signature"),
    Note: _styled("Note"),
    Remark: _styled("Remark"),
    AttachmentNote: _attachments,
    AnnexTitle: _annex,
    Table: _table,
}
