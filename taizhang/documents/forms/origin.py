"""What a filled form says of itself in docProps/custom.xml: its snapshot, and the mapping it was filled by."""

import hashlib
from dataclasses import dataclass
from typing import Any

from lxml import etree

from taizhang.core.period import Period
from taizhang.documents.answers import Facts
from taizhang.documents.forms.book import Book
from taizhang.documents.forms.mapping import FormMapping
from taizhang.documents.properties import (
    CONTENT_TYPE,
    DIGEST,
    FIRST_ID,
    FORMAT_ID,
    PERIOD,
    PROPERTIES,
    SHORT,
    VALUES,
)

PART, RELATIONS, TYPES = "docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
FORM, MAPPING = "报表", "对照摘要"


@dataclass(frozen=True)
class Origin:
    """Which form this is, by which mapping, from which snapshot; empty for any other workbook."""

    form: str = ""
    mapping: str = ""
    digest: str = ""
    short: str = ""
    period: str = ""

    @classmethod
    def of(cls, mapping: FormMapping, facts: Facts) -> "Origin":
        return cls(mapping.name, digest_of(mapping), facts.digest, facts.short, facts.period.name)

    @property
    def label(self) -> str:
        return Period.parse(self.period).label if self.period else ""

    def pairs(self) -> list[tuple[str, str]]:
        return [
            (FORM, self.form),
            (MAPPING, self.mapping),
            (DIGEST, self.digest),
            (SHORT, self.short),
            (PERIOD, self.period),
        ]


def digest_of(mapping: FormMapping) -> str:
    """Changes with any word of the mapping."""
    return hashlib.sha256(mapping.path.read_bytes()).hexdigest()


def write_origin(book: Book, origin: Origin) -> None:
    """Note the origin; properties of somebody else stay."""
    ours = dict(origin.pairs())
    kept = [(name, value) for name, value in all_properties(book) if name not in ours]
    book.changed[PART] = xml_with(book, kept, ours)
    if PART not in book.parts:
        announce(book)


def read_origin(book: Book) -> Origin:
    """What a workbook says of itself; an empty origin of any other."""
    said = {name: "".join(value.itertext()) for name, value in all_properties(book)}
    return Origin(*(said.get(name, "") for name, _ in Origin().pairs()))


def all_properties(book: Book) -> list[tuple[str, Any]]:
    if PART not in book.parts:
        return []
    return [(one.get("name", ""), one) for one in book.xml(PART)]


def xml_with(book: Book, kept: list[tuple[str, Any]], ours: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{PROPERTIES}}}Properties", nsmap={None: PROPERTIES, "vt": VALUES})
    for _, one in kept:
        root.append(one)
    for name, value in ours.items():
        one = etree.SubElement(root, f"{{{PROPERTIES}}}property", fmtid=FORMAT_ID, name=name)
        etree.SubElement(one, f"{{{VALUES}}}lpwstr").text = value
    for number, one in enumerate(root, FIRST_ID):
        one.set("pid", str(number))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def announce(book: Book) -> None:
    """Tell the package of a part that it did not have."""
    types = book.xml(TYPES)
    etree.SubElement(types, f"{CONTENT}Override", PartName=f"/{PART}", ContentType=CONTENT_TYPE)
    book.put(TYPES, types)
    relations = book.xml(RELATIONS)
    taken = {one.get("Id") for one in relations}
    free = next(
        f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken
    )
    etree.SubElement(relations, f"{PACKAGE}Relationship", Id=free, Type=KIND, Target=PART)
    book.put(RELATIONS, relations)
