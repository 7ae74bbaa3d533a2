"""How a figure stands in Word: a bookmark around a link that looks like plain text.

Number and unit are one run, so no editor parts them by formatting. LibreOffice, Word and WPS keep bookmarks and links
through opening and saving; content controls lose their tags in LibreOffice before 7.5.
"""

import hashlib
import re
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from taizhang.documents.links import FigureLink, write
from taizhang.documents.model import Run, Runs, Tagged

BOOKMARK_DIGITS = 12
BOOKMARK = re.compile(r"fig_[0-9a-f]{12}")
# What XML 1.0 cannot hold; a name copied out of an old system may carry such characters.
NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """Text as XML can hold it, escaped."""
    return escape(NOT_XML.sub("", text))


def bookmark_name(link: FigureLink, occurrence: int) -> str:
    """The bookmark of the n-th use of a figure: the same in every compilation."""
    digest = hashlib.sha256(f"{link.snapshot}/{link.key}#{occurrence}".encode()).hexdigest()
    return f"fig_{digest[:BOOKMARK_DIGITS]}"


class Relations:
    """The link targets of one part; each address is kept once, and looked up without a search."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.names = (f"link{number}" for number in count(1))
        self.known = {one.target_ref: key for key, one in part.rels.items() if one.is_external}

    def of(self, address: str) -> str:
        """The relationship that leads to an address."""
        if address not in self.known:
            # python-docx would search all relations twice for each new one.
            key = next(name for name in self.names if name not in self.part.rels)
            self.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, key, True)
            self.known[address] = key
        return self.known[address]


class Tagger:
    """Writes runs as WordprocessingML and remembers which bookmark holds which figure."""

    def __init__(self, relations: Relations) -> None:
        self.relations = relations
        self.uses: dict[FigureLink, int] = {}
        self.bookmarks: dict[str, Tagged] = {}

    def runs(self, runs: Runs, bold: bool = False) -> str:
        """The XML of some runs."""
        return "".join(self._run(run, bold) for run in runs)

    def _run(self, run: Run, bold: bool) -> str:
        if isinstance(run, Tagged):
            return self._figure(run, bold)
        if not run.text:
            return ""
        style = '<w:rPr><w:rStyle w:val="Lead"/></w:rPr>' if bold else ""
        return f"<w:r>{style}{_text(run.text)}</w:r>"

    def _figure(self, figure: Tagged, bold: bool) -> str:
        occurrence = self.uses[figure.link] = self.uses.get(figure.link, 0) + 1
        name = bookmark_name(figure.link, occurrence)
        self.bookmarks[name] = figure
        number, weight = len(self.bookmarks), "<w:b/>" if bold else ""
        hint = f" w:tooltip={quoteattr(NOT_XML.sub('', figure.hint))}" if figure.hint else ""
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            f'<w:hyperlink r:id="{self.relations.of(write(figure.link))}"{hint} w:history="0">'
            f'<w:r><w:rPr><w:rStyle w:val="Figure"/>{weight}</w:rPr>{_text(figure.text)}</w:r>'
            f'</w:hyperlink><w:bookmarkEnd w:id="{number}"/>'
        )


def _text(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{safe(line)}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)
