"""A document as its parts, before it is Word: what an official summary is made of and nothing else."""

from dataclasses import dataclass, field
from datetime import date

from taizhang.documents.links import FigureLink


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Tagged:
    """A figure in the text: its wording, where it comes from, and what shows when the mouse rests on it."""

    text: str
    link: FigureLink
    hint: str = ""


Run = Text | Tagged
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Title:
    runs: Runs


@dataclass(frozen=True)
class Byline:
    """A line under the title: the issuing organ, or the date."""

    runs: Runs


@dataclass(frozen=True)
class Heading:
    """A heading of its own line, level 1 to 4, its number already in the text."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """Body text; `lead` is a heading that runs into it, as offices write 1、…。"""

    runs: Runs
    lead: Runs = ()


@dataclass(frozen=True)
class Note:
    """A closing remark of the compiler: cut-off and snapshot."""

    runs: Runs


@dataclass(frozen=True)
class AttachmentNote:
    """What is attached, said below the text (附件：1. …)."""

    titles: tuple[str, ...]


@dataclass(frozen=True)
class AnnexTitle:
    """The head of an annex: 附件 and its number on a new page, its title centred."""

    label: str
    title: str


@dataclass(frozen=True)
class Remark:
    """Small text above or below a table."""

    runs: Runs


@dataclass(frozen=True)
class Line:
    """A paragraph of a cell that stands differently from its column."""

    runs: Runs
    align: str


@dataclass(frozen=True)
class Addressee:
    """To whom a paper goes, flush left above the text."""

    runs: Runs


@dataclass(frozen=True)
class Signature:
    """Who signs, and the date, on the right below the text."""

    runs: Runs


Cell = tuple[Runs | Line, ...]  # the paragraphs of one cell


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its share of the width, and how its cells stand."""

    head: str
    share: int
    align: str = "center"  # left, center or right


@dataclass(frozen=True)
class Table:
    """A list under its heads, or without `headed` a form; the last cell of a short row reaches to the right edge."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    headed: bool = True


Block = (
    Title
    | Byline
    | Heading
    | Addressee
    | Paragraph
    | Signature
    | Note
    | AttachmentNote
    | AnnexTitle
    | Remark
    | Table
)


@dataclass(frozen=True)
class Document:
    """A whole document and the snapshot all its figures come from; a paper of a record has none, but its `record`."""

    title: str
    author: str
    issued: date
    digest: str = ""
    short: str = ""
    period: str = ""
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    record: str = ""


def plain(runs: Runs) -> str:
    """The words of some runs."""
    return "".join(run.text for run in runs)
