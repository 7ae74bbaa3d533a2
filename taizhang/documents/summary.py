"""The quarterly summary: the lines' paragraphs in one frame, the annexes behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinja2.sandbox import SandboxedEnvironment

from taizhang.documents.annex import annex_blocks, annexes
from taizhang.documents.answers import Answers
from taizhang.documents.listings import woven
from taizhang.documents.markdown import Piece, pieces
from taizhang.documents.model import (
    AttachmentNote,
    Block,
    Document,
    Note,
    Paragraph,
    Remark,
    Run,
    Text,
)
from taizhang.documents.numbering import Numbering, numbered
from taizhang.documents.phrases import GAP
from taizhang.documents.stale import stale_remarks
from taizhang.documents.templates import environment, lines_with, render
from taizhang.documents.vocabulary import Vocabulary
from taizhang.indicators.figures import Figure

FRAME, ANNEX = "summary.md", "annex"


@dataclass(frozen=True)
class Compiled:
    """A document and what the office should know before sending it."""

    document: Document
    remarks: tuple[str, ...]


def compile_summary(answers: Answers, issued: date, numbering: Numbering = "office") -> Compiled:
    """The summary of a snapshot's period, dated `issued`. Raises Refusal for a template that does not hold."""
    vocabulary = Vocabulary(answers, issued)
    sandbox = environment(vocabulary.words(), woven)

    def paragraphs(part: str) -> str:
        """The paragraphs of all lines for one part of the document, in the order of the lines."""
        return "\n\n".join(rendered(sandbox, part))

    sandbox.globals["paragraphs"] = paragraphs
    body = numbered(pieces(render(sandbox, FRAME)), numbering, vocabulary.marks)
    annexed = [*annexes(answers), *own_annexes(sandbox, numbering, vocabulary)]
    blocks = [
        *_with_gaps_said(body, vocabulary),
        AttachmentNote(tuple(title for title, _ in annexed)),
        *annex_blocks(annexed),
    ]
    facts, place = answers.facts, answers.place_name("")
    title = f"{place}{facts.period.label}工作总结"
    document = Document(
        title, place, issued, facts.digest, facts.short, facts.period.name, tuple(blocks)
    )
    remarks = (*_remarks(vocabulary), *vocabulary.remarks, *stale_remarks(blocks, issued))
    return Compiled(document, remarks)


def rendered(sandbox: SandboxedEnvironment, part: str) -> Iterator[str]:
    """What each line has to say in a part of the document, in the order of the lines."""
    file = f"{part}.md"
    return (render(sandbox, f"{config.label}/{file}") for config in lines_with(file))


def own_annexes(
    sandbox: SandboxedEnvironment, numbering: Numbering, vocabulary: Vocabulary
) -> Iterator[tuple[str, list[Block]]]:
    """The annexes that lines word themselves in annex.md, each under its title; one without is left out."""
    for text in rendered(sandbox, ANNEX):
        title, *rest = pieces(text) or [Piece("paragraph", "")]
        if title.kind == "title":
            yield (
                title.text,
                [
                    Remark(block.runs) if isinstance(block, Paragraph) else block
                    for block in numbered(rest, numbering, vocabulary.marks)
                ],
            )


def _incomplete(vocabulary: Vocabulary) -> Iterator[Figure]:
    """The figures of the text that lack a report, each indicator once."""
    seen: set[str] = set()
    for figure in vocabulary.spoken.values():
        if (figure.value is None or figure.gaps) and figure.indicator not in seen:
            seen.add(figure.indicator)
            yield figure


def _with_gaps_said(body: list[Block], vocabulary: Vocabulary) -> list[Block]:
    """Below the text and above the closing remark: which figures lack whose report."""
    runs: list[Run] = []
    for figure in _incomplete(vocabulary):
        runs += [
            Text("；" if runs else "缺报情况："),
            Text(figure.title),
            *_who(figure, vocabulary.answers),
        ]
    if not runs:
        return body
    said = Paragraph((*runs, Text("。补报后数字会相应调整。")))
    end = next((at for at, block in enumerate(body) if isinstance(block, Note)), len(body))
    return [*body[:end], said, *body[end:]]


def _who(figure: Figure, answers: Answers) -> tuple[Run, ...]:
    if not figure.gaps:
        return (Text("（封存时尚无这项指标）"),)
    link = answers.link(figure.indicator, place=figure.place, part="gaps")
    return (Text("（未报单位："), answers.tagged(link), Text("）"))


def _remarks(vocabulary: Vocabulary) -> Iterator[str]:
    names = vocabulary.answers.names
    for figure in _incomplete(vocabulary):
        silent = "、".join(names.get(code, code) for code in figure.gaps)
        who = f"未报单位：{silent}" if silent else "封存时还没有这个指标"
        shown = (
            f"文中以“{GAP.format(title=figure.title)}”标出"
            if figure.value is None
            else "文中数字不含未报单位"
        )
        yield f"“{figure.title}”缺报，{who}；{shown}。"
