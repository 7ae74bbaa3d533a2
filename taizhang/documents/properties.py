"""What a document says of itself in docProps/custom.xml: its snapshot, and every figure it was written with.

The list is how a figure that somebody typed over is missed: its link is gone, but it is still on the list. Each figure
is a property of its own, because Word cuts a text property at 255 characters.
"""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from taizhang.documents.links import FigureLink, read_query
from taizhang.documents.reading import read_document
from taizhang.documents.tagging import BOOKMARK, NOT_XML

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_ID = 2  # 0 and 1 are reserved
LONGEST = 255
DIGEST, SHORT, PERIOD = "封存摘要", "封存号", "期间"
PAPER, RECORD = "文书", "记录"
BETWEEN = "|"
NEAR = 8  # characters of context kept on each side


@dataclass(frozen=True)
class Entry:
    """A figure on the list: its link, its wording, and the words before and after it."""

    link: FigureLink
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Manifest:
    """The snapshot a document was written from, and its figures by bookmark."""

    digest: str = ""
    short: str = ""
    period: str = ""
    entries: tuple[tuple[str, Entry], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.digest)


@dataclass(frozen=True)
class Origin:
    """The title of a paper and the record that it was printed from: it has no figures of a snapshot."""

    paper: str = ""
    record: str = ""


def write_manifest(document: WordDocument, manifest: Manifest) -> None:
    """Put the manifest into the document; properties of somebody else stay."""
    said = [(DIGEST, manifest.digest), (SHORT, manifest.short), (PERIOD, manifest.period)]
    said += [(bookmark, _line(entry)) for bookmark, entry in manifest.entries]
    _write(document, said)


def write_origin(document: WordDocument, origin: Origin) -> None:
    """Say of a paper which it is and what it was printed from."""
    _write(document, [(PAPER, origin.paper), (RECORD, origin.record)])


def read_origin(document: WordDocument) -> Origin:
    """What a paper says of itself; an empty one of any other document."""
    part = _part(document.part.package)
    said = dict(_pairs(part)) if part else {}
    return Origin(said.get(PAPER, ""), said.get(RECORD, ""))


def _write(document: WordDocument, said: list[tuple[str, str]]) -> None:
    package = document.part.package
    part = _part(package)
    kept = [one for one in _pairs(part) if not _is_ours(one[0])] if part else []
    content = _xml(kept + said)
    if part is None:
        part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE, content, package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    part._blob = content  # python-docx has no setter for a part it does not know


def read_manifest(document: WordDocument) -> Manifest:
    """The manifest of a document; an empty one where it has none."""
    part = _part(document.part.package)
    said = dict(_pairs(part)) if part else {}
    digest = said.get(DIGEST, "")
    entries = [
        (name, entry)
        for name, line in said.items()
        if BOOKMARK.fullmatch(name) and (entry := _entry(line, digest))
    ]
    return Manifest(digest, said.get(SHORT, ""), said.get(PERIOD, ""), tuple(entries))


def manifest_of(document: WordDocument, digest: str, short: str, period: str) -> Manifest:
    """The list of the figures that stand in a document now."""
    entries = (
        (one.name, shortened(Entry(one.link, one.text, one.before, one.after)))
        for one in read_document(document).figures
        if one.name
    )
    return Manifest(digest, short, period, tuple(entries))


def shortened(entry: Entry) -> Entry:
    """The entry with as much context as a property can hold."""
    spare = LONGEST - len(_line(Entry(entry.link, entry.text)))
    room = max(0, min(NEAR, spare // 2))
    before, after = (entry.before[-room:], entry.after[:room]) if room else ("", "")
    return Entry(entry.link, entry.text, before, after)


def _line(entry: Entry) -> str:
    words = (entry.text, entry.before, entry.after)
    return BETWEEN.join([entry.link.key, *(word.replace(BETWEEN, "") for word in words)])


def _entry(line: str, digest: str) -> Entry | None:
    key, _, rest = line.partition(BETWEEN)
    words = [*rest.split(BETWEEN), "", "", ""][:3]
    indicator, _, query = key.partition("/?")
    link = read_query(digest[:16], indicator, query)
    return Entry(link, *words) if link and indicator else None


def _is_ours(name: str) -> bool:
    return name in {DIGEST, SHORT, PERIOD, PAPER, RECORD} or bool(BOOKMARK.fullmatch(name))


def _part(package: OpcPackage) -> Part | None:
    for relation in package.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            return relation.target_part
    return None


def _pairs(part: Part) -> list[tuple[str, str]]:
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    return [(one.get("name", ""), "".join(one.itertext())) for one in root]


def _xml(pairs: list[tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{PROPERTIES}}}Properties", nsmap={None: PROPERTIES, "vt": VALUES})
    for number, (name, value) in enumerate(pairs, FIRST_ID):
        one = etree.SubElement(
            root, f"{{{PROPERTIES}}}property", fmtid=FORMAT_ID, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{VALUES}}}lpwstr").text = NOT_XML.sub("", value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
