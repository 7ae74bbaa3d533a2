"""A Word document read back: every figure found again, whatever the editors did to runs, relations and tables."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from taizhang.documents.links import FigureLink, read
from taizhang.documents.tagging import BOOKMARK

FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
P, T, CELL, ROW, BOX = qn("w:p"), qn("w:t"), qn("w:tc"), qn("w:tr"), qn("w:txbxContent")
NAME, ID, LINK, SAID, KIND = (
    qn(name) for name in ("w:name", "w:id", "r:id", "w:instr", "w:fldCharType")
)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Struck out by a reviewer, or said a second time for old readers: not what the document says.
UNSAID = {qn("w:del"), qn("w:moveFrom"), BOX, FALLBACK}
SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


@dataclass(eq=False)
class Found:
    """A figure in a document: its link, what is written there, and the words around it."""

    link: FigureLink
    bookmark: Element | None
    carriers: list[Element] = field(default_factory=list)  # what holds the address
    leaves: list[Element] = field(default_factory=list)  # what holds the text
    before: str = ""
    after: str = ""

    @property
    def name(self) -> str:
        """The name of its bookmark; empty for a copy, which Word makes without one."""
        return "" if self.bookmark is None else self.bookmark.get(NAME, "")

    @property
    def text(self) -> str:
        return "".join(leaf.text or "" for leaf in self.leaves)

    def say(self, text: str) -> None:
        """Put other words in its place, in the form the first of its letters has."""
        for leaf in self.leaves[1:]:
            leaf.text = ""
        self.leaves[0].text = text
        self.leaves[0].set(qn("xml:space"), "preserve")


@dataclass
class Reading:
    """What a document holds: its figures, and the text of each of our bookmarks and of each line."""

    figures: list[Found]
    bookmarked: dict[str, str]
    lines: list[str]

    @cached_property
    def whole(self) -> str:
        return "\n".join(self.lines)


def read_document(document: WordDocument) -> Reading:
    """Every figure of a document, in its order, those in tables and text boxes too."""
    reader = _Reader(
        {key: one.target_ref for key, one in document.part.rels.items() if one.is_external}
    )
    for paragraph in document.element.body.iter(P):
        if not any(True for _ in paragraph.iterancestors(FALLBACK)):
            reader.paragraph(paragraph)
    _label_cells(reader.reading)
    return reader.reading


@dataclass
class _Field:
    """A field in the old notation, HYPERLINK "…": its instruction stands in runs of its own."""

    instructions: list[Element] = field(default_factory=list)
    address: str = ""

    def separate(self) -> None:
        said = FIELD.match("".join(one.text or "" for one in self.instructions))
        self.address = said[1] if said else ""


class _Reader:
    """Walks paragraphs in order, knowing which bookmarks and links are open at every letter."""

    def __init__(self, targets: dict[str, str]) -> None:
        self.reading = Reading([], {}, [])
        self.targets = targets
        self.bookmarks: dict[str, Element] = {}
        self.links: list[tuple[str, list[Element]]] = []
        self.fields: list[_Field] = []
        self.line: list[str | Found] = []
        self.does = {
            T: self._leaf,
            qn("w:hyperlink"): self._hyperlink,
            qn("w:fldSimple"): self._simple_field,
            qn("w:fldChar"): self._field_mark,
            qn("w:instrText"): self._instruction,
            qn("w:bookmarkStart"): self._bookmark_start,
            qn("w:bookmarkEnd"): self._bookmark_end,
        }

    def paragraph(self, paragraph: Element) -> None:
        self.line = []
        self._children(paragraph)
        _note_context(self.line)
        found = [one for one in self.line if isinstance(one, Found)]
        self.reading.figures += found
        self.reading.lines.append(
            "".join(one if isinstance(one, str) else one.text for one in self.line)
        )

    def _children(self, element: Element) -> None:
        for child in element:
            if child.tag in self.does:
                self.does[child.tag](child)
            elif child.tag in SPACES:
                self.line.append(SPACES[child.tag])
            elif child.tag not in UNSAID:
                self._children(child)

    def _leaf(self, leaf: Element) -> None:
        for name in self.bookmarks.values():
            said = name.get(NAME)
            self.reading.bookmarked[said] = self.reading.bookmarked.get(said, "") + (
                leaf.text or ""
            )
        address, carriers = self._open_link()
        link = read(address) if address else None
        if link is None:
            self.line.append(leaf.text or "")
        else:
            self._figure(link, carriers, leaf)

    def _figure(self, link: FigureLink, carriers: list[Element], leaf: Element) -> None:
        """Letters of a figure: of the one just before if nothing parts them, else of a new one."""
        bookmark = next(reversed(self.bookmarks.values()), None)
        last = self.line[-1] if self.line else None
        if not (isinstance(last, Found) and last.link == link and _same(last.bookmark, bookmark)):
            last = Found(link, bookmark)
            self.line.append(last)
        last.bookmark = bookmark if last.bookmark is None else last.bookmark
        last.leaves.append(leaf)
        last.carriers += [one for one in carriers if one not in last.carriers]

    def _open_link(self) -> tuple[str, list[Element]]:
        for old in reversed(self.fields):
            if old.address:
                return old.address, old.instructions
        return self.links[-1] if self.links else ("", [])

    def _hyperlink(self, element: Element) -> None:
        address = self.targets.get(element.get(LINK, ""), "")
        self.links.append((address, [element]))
        self._children(element)
        self.links.pop()

    def _simple_field(self, element: Element) -> None:
        said = FIELD.match(element.get(SAID, ""))
        self.links.append((said[1] if said else "", [element]))
        self._children(element)
        self.links.pop()

    def _field_mark(self, element: Element) -> None:
        kind = element.get(KIND)
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].separate()
        elif self.fields and kind == "end":
            self.fields.pop()

    def _instruction(self, element: Element) -> None:
        if self.fields:
            self.fields[-1].instructions.append(element)

    def _bookmark_start(self, element: Element) -> None:
        if BOOKMARK.fullmatch(element.get(NAME, "")):
            self.bookmarks[element.get(ID, "")] = element

    def _bookmark_end(self, element: Element) -> None:
        self.bookmarks.pop(element.get(ID, ""), None)


def _same(one: Element | None, other: Element | None) -> bool:
    return one is None or other is None or one is other


def _note_context(line: list[str | Found]) -> None:
    """Give each figure of a line the words since the figure before it and up to the one after."""
    words = [""]
    figures = [one for one in line if isinstance(one, Found)]
    for one in line:
        if isinstance(one, Found):
            words.append("")
        else:
            words[-1] += one
    for figure, before, after in zip(figures, words, words[1:], strict=False):
        figure.before, figure.after = before, after


def _label_cells(reading: Reading) -> None:
    """A figure alone in its cell has no words around it: the head of its row stands for them."""
    for figure in reading.figures:
        if figure.before or figure.after:
            continue
        row = next(figure.leaves[0].iterancestors(ROW), None)
        first = None if row is None else row.find(CELL)
        if first is not None and not any(
            one is first for one in figure.leaves[0].iterancestors(CELL)
        ):
            figure.before = "".join(leaf.text or "" for leaf in first.iter(T))
