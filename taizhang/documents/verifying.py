"""Every figure of a document held against the snapshot it names."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from docx.document import Document as WordDocument

from taizhang.core.finding import Refusal
from taizhang.documents.answers import Answers
from taizhang.documents.properties import Entry, Manifest, read_manifest, read_origin
from taizhang.documents.reading import Found, Reading, read_document

Verdict = Literal["agrees", "altered", "relinked", "nonsense", "lost", "removed"]
AnswersFor = Callable[
    [str], Answers
]  # by the digits of the digest in an address; refuses an unknown snapshot
TELLING = 4  # characters of context that do not stand anywhere by chance
LONGEST_NUMBER = 30


@dataclass(frozen=True)
class Outcome:
    """What became of one figure: `written` in the document, `expected` by the snapshot."""

    verdict: Verdict
    title: str
    written: str
    expected: str

    @property
    def is_wrong(self) -> bool:
        return self.verdict not in {"agrees", "removed"}

    def __str__(self) -> str:
        return SENTENCES[self.verdict].format(**vars(self))


SENTENCES: dict[Verdict, str] = {
    "agrees": "{title}：“{written}”，一致。",
    "altered": "{title}：写的是“{written}”，应为“{expected}”。",
    "relinked": "{title}：“{written}”的链接被换过，原来的数是“{expected}”，请核对。",
    "nonsense": "{title}：“{written}”的链接看不懂（{expected}）",
    "lost": "{title}：这个数已不是原来的链接，写的是“{written}”，应为“{expected}”。",
    "removed": "{title}：文中已没有这个数（原为“{expected}”）。",
}


def verify(document: WordDocument, answers_for: AnswersFor) -> list[Outcome]:
    """One outcome for each figure the document has or had. Raises Refusal where there is none at all."""
    reading, manifest, origin = (
        read_document(document),
        read_manifest(document),
        read_origin(document),
    )
    if origin.paper and not reading.figures and not manifest:
        raise Refusal(
            f"这是《{origin.paper}》（{origin.record}），由记录打印，文中没有封存的数字，不用核对；内容以台账里的记录为准。"
        )
    if not reading.figures and not manifest:
        raise Refusal(
            "这份文件里没有台账写入的数字，无法核对，请选用 taizhang compile 生成的文件。"
        )
    listed = dict(manifest.entries)
    outcomes = [held(found, listed.get(found.name), answers_for) for found in reading.figures]
    for name, entry in missing(reading, manifest):
        outcomes.append(gone(name, entry, reading, answers_for))
    return outcomes


def held(found: Found, entry: Entry | None, answers_for: AnswersFor) -> Outcome:
    """A figure that still has its link. A link other than the listed one proves nothing, whatever it says."""
    if entry and entry.link != found.link:
        title = answers_for(entry.link.snapshot).title(entry.link)
        return Outcome("relinked", title, found.text, entry.text)
    answers = answers_for(found.link.snapshot)
    try:
        title, expected = answers.title(found.link), answers.text(found.link)
    except Refusal as wrong:
        return Outcome("nonsense", found.link.indicator, found.text, str(wrong))
    return Outcome("agrees" if found.text == expected else "altered", title, found.text, expected)


def missing(reading: Reading, manifest: Manifest) -> Iterator[tuple[str, Entry]]:
    """The listed figures that no link stands for; a copy without its bookmark stands for one of its kind."""
    found = {one.name for one in reading.figures if one.name}
    listed = {name for name, _ in manifest.entries}
    copies = [one.link for one in reading.figures if one.name not in listed]
    for name, entry in manifest.entries:
        if name in found:
            continue
        if entry.link in copies:
            copies.remove(entry.link)
        else:
            yield name, entry


def gone(name: str, entry: Entry, reading: Reading, answers_for: AnswersFor) -> Outcome:
    """A figure without its link: typed over if its words are still there, else its sentence was deleted."""
    answers = answers_for(entry.link.snapshot)
    title, expected = answers.title(entry.link), answers.text(entry.link)
    written = reading.bookmarked.get(name, "").strip()
    if written or stands(entry, reading):
        return Outcome("lost", title, written or instead(entry, reading), expected)
    return Outcome("removed", title, "", expected)


def stands(entry: Entry, reading: Reading) -> bool:
    """Whether the words around a figure are still in the document; too few of them prove nothing, so: yes."""
    telling = [words for words in (entry.before, entry.after) if len(words) >= TELLING]
    return not telling or any(words in reading.whole for words in telling)


def instead(entry: Entry, reading: Reading) -> str:
    """What stands now where the figure was, if its words on both sides are as they were."""
    between = f"{re.escape(entry.before)}(.{{1,{LONGEST_NUMBER}}}?){re.escape(entry.after) or '$'}"
    found = re.search(between, reading.whole, re.M) if entry.before else None
    return found[1] if found else "（未找到）"
