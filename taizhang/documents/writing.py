"""A document written as Word by the measures of GB/T 9704-2012."""

from datetime import UTC, datetime, time

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer

from taizhang.documents import measures
from taizhang.documents.blocks import block_xml
from taizhang.documents.model import Document
from taizhang.documents.properties import Origin, manifest_of, write_manifest, write_origin
from taizhang.documents.styles import styles_xml
from taizhang.documents.tagging import Relations, Tagger

NAMESPACES = nsdecls("w", "r")
# What python-docx's own starting document carries and an official paper does not want: a Japanese theme,
# numbering, a thumbnail.
CARRIED = (
    "theme",
    "numbering",
    "stylesWithEffects",
    "webSettings",
    "fontTable",
    "customXml",
    "thumbnail",
    "extended-properties",
)


def word(document: Document) -> WordDocument:
    """The Word document, its figures tagged and listed."""
    paper = _blank()
    tagger = Tagger(Relations(paper.part))
    body = paper.element.body
    for block in document.blocks:
        for element in parse_xml(f"<w:body {NAMESPACES}>{block_xml(block, tagger)}</w:body>"):
            body.insert(len(body) - 1, element)  # the last child is the section
    if document.digest:
        write_manifest(paper, manifest_of(paper, document.digest, document.short, document.period))
    else:
        write_origin(paper, Origin(document.title, document.record))
    _say_what_it_is(paper, document)
    return paper


def _blank() -> WordDocument:
    """An empty official paper: page, grid, styles, page numbers."""
    paper = docx.Document()
    for holder in (paper.part, paper.part.package):
        for key, relation in list(holder.rels.items()):
            if any(relation.reltype.endswith(f"/{kind}") for kind in CARRIED):
                del holder.rels[key]
    styles = paper.styles.element
    styles[:] = list(parse_xml(styles_xml()))
    paper.settings.element[:] = list(parse_xml(f"<w:settings {NAMESPACES}>{SETTINGS}</w:settings>"))
    _lay_out(paper)
    return paper


SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)


def _lay_out(paper: WordDocument) -> None:
    section = paper.sections[0]
    page = section._sectPr
    _number_pages(section.footer, "PageNumberOdd")
    _number_pages(section.even_page_footer, "PageNumberEven")
    for old in page.xpath("w:pgSz|w:pgMar|w:cols|w:docGrid"):
        page.remove(old)
    for element in parse_xml(f"<w:sectPr {NAMESPACES}>{_page()}</w:sectPr>"):
        page.append(element)


def _page() -> str:
    m = measures
    return (
        f'<w:pgSz w:w="{m.PAPER_WIDTH}" w:h="{m.PAPER_HEIGHT}"/>'
        f'<w:pgMar w:top="{m.TOP}" w:right="{m.RIGHT}" w:bottom="{m.BOTTOM}" w:left="{m.LEFT}"'
        f' w:header="{m.TOP // 2}" w:footer="{m.FOOTER}" w:gutter="0"/><w:cols w:space="420"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{m.LINE_PITCH}"/>'
    )


def _number_pages(footer: _Footer, style: str) -> None:
    """The page number between two dashes, on the outer side (GB/T 9704-2012, 7.5)."""
    footer.is_linked_to_previous = False
    number = (
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )
    footer._element[:] = [parse_xml(number)]


def _say_what_it_is(paper: WordDocument, document: Document) -> None:
    said, when = paper.core_properties, datetime.combine(document.issued, time(), UTC)
    said.title, said.author, said.last_modified_by = (
        document.title,
        document.author,
        document.author,
    )
    said.created = said.modified = when
    said.comments, said.keywords, said.language, said.revision = "", "", "zh-CN", 1
