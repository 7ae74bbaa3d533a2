"""An edited document brought to another snapshot: its figures change, the prose around them does not."""

from dataclasses import dataclass, replace

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.documents.answers import Answers, moved_period
from taizhang.documents.links import FigureLink, read, write
from taizhang.documents.properties import (
    Entry,
    Manifest,
    manifest_of,
    read_manifest,
    write_manifest,
)
from taizhang.documents.reading import Found, Reading, read_document
from taizhang.documents.tagging import Relations, bookmark_name
from taizhang.documents.verifying import AnswersFor, missing, stands

HYPERLINK, INSTRUCTION = qn("w:hyperlink"), qn("w:instrText")


@dataclass(frozen=True)
class Change:
    """A figure whose words changed. `by_hand`: what stood there was not what its snapshot had said."""

    title: str
    before: str
    after: str
    by_hand: bool = False

    def __str__(self) -> str:
        edited = "（原文被手工改过）" if self.by_hand else ""
        return f"{self.title}：“{self.before}”改为“{self.after}”{edited}"


def refresh(
    document: WordDocument, answers_for: AnswersFor, new: Answers
) -> tuple[list[Change], list[str]]:
    """Every figure as the new snapshot has it; also the titles of those that cannot be reached any more."""
    reading, manifest = read_document(document), read_manifest(document)
    if not reading.figures:
        raise Refusal(
            "这份文件里没有台账写入的数字，没有可更新的，请选用 taizhang compile 生成的文件。"
        )
    lost = [
        (name, entry)
        for name, entry in missing(reading, manifest)
        if typed_over(name, entry, reading)
    ]
    unreached = [answers_for(entry.link.snapshot).title(entry.link) for _, entry in lost]
    mover = _Mover(Relations(document.part), answers_for, new)
    listed = dict(manifest.entries)
    moves = [mover.move(found, listed.get(found.name)) for found in reading.figures]
    still_lost = tuple((name, replace(entry, link=mover.link(entry.link))) for name, entry in lost)
    drop_unused_links(document)
    list_anew(document, new, still_lost)
    retitle(document, manifest, new)
    return [change for change in moves if change], unreached


def typed_over(name: str, entry: Entry, reading: Reading) -> bool:
    """Whether a figure without its link is still said in the document."""
    return bool(reading.bookmarked.get(name, "").strip()) or stands(entry, reading)


class _Mover:
    """Moves one figure after another; the n-th use of a figure gets the n-th bookmark, as when compiling."""

    def __init__(self, relations: Relations, answers_for: AnswersFor, new: Answers) -> None:
        self.relations, self.answers_for, self.new = relations, answers_for, new
        self.uses: dict[FigureLink, int] = {}
        self.renamed: set[Element] = set()

    def link(self, link: FigureLink) -> FigureLink:
        """The same figure in the new snapshot; its period moves along, last year's figure stays last year's."""
        moved = replace(link, snapshot=self.new.facts.mark)
        if not link.period:
            return moved
        old = self.answers_for(link.snapshot).facts.period
        return replace(moved, period=moved_period(link.period, old, self.new.facts.period))

    def move(self, found: Found, listed: Entry | None) -> Change | None:
        """Refresh one figure; where its link was changed, the list says what it really is."""
        was = listed.link if listed else found.link
        before, expected = found.text, self.answers_for(was.snapshot).text(was)
        link = self.link(was)
        tagged = self.new.tagged(link)
        occurrence = self.uses[link] = self.uses.get(link, 0) + 1
        if found.bookmark is not None and found.bookmark not in self.renamed:
            self.renamed.add(found.bookmark)
            found.bookmark.set(qn("w:name"), bookmark_name(link, occurrence))
        point(found, write(link), tagged.hint, self.relations)
        if before == tagged.text:
            return None
        found.say(tagged.text)
        return Change(self.new.title(link), before, tagged.text, by_hand=before != expected)


def point(found: Found, address: str, hint: str, relations: Relations) -> None:
    """Lead every carrier of a figure's link to another address, in the notation it has."""
    for number, carrier in enumerate(found.carriers):
        instruction = (
            f' HYPERLINK "{address}" ' if number == 0 or carrier.tag != INSTRUCTION else ""
        )
        if carrier.tag == HYPERLINK:
            carrier.set(qn("r:id"), relations.of(address))
            carrier.set(qn("w:tooltip"), hint)
            carrier.attrib.pop(qn("w:tgtFrame"), None)  # where LibreOffice puts the old hint
        elif carrier.tag == INSTRUCTION:
            carrier.text = instruction
        else:
            carrier.set(qn("w:instr"), instruction)


def drop_unused_links(document: WordDocument) -> None:
    """Addresses of the old snapshot that nothing leads to any more."""
    used = set(document.element.body.xpath("//w:hyperlink/@r:id"))
    for key, relation in list(document.part.rels.items()):
        if relation.is_external and key not in used and read(relation.target_ref):
            del document.part.rels[key]


def list_anew(document: WordDocument, new: Answers, lost: tuple[tuple[str, Entry], ...]) -> None:
    """The list of figures as they stand now; those typed over stay on it, or nobody would miss them again."""
    now = manifest_of(document, new.facts.digest, new.facts.short, new.facts.period.name)
    write_manifest(document, replace(now, entries=now.entries + lost))


def retitle(document: WordDocument, old: Manifest, new: Answers) -> None:
    """The period in the file's title property."""
    if old.period:
        said, label = document.core_properties, Period.parse(old.period).label
        said.title = (said.title or "").replace(label, new.facts.period.label)
