"""`manage.py check` over the papers: each has a template that can be read and names only words that exist."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, DateField, Model
from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from taizhang.core.finding import Refusal
from taizhang.documents.paper_names import wrong_words
from taizhang.documents.paper_words import COMMON, WHOLE, label_of
from taizhang.documents.papers import WORD, Paper, office_word_file, papers, template_of
from taizhang.documents.record_words import fields_with_words, word_of
from taizhang.documents.templates import (
    environment,
    lines,
    office_path,
    product_path,
    read,
    syntax_error,
    template_path,
)
from taizhang.documents.word_templates import word_sandbox, word_sources, word_syntax_error
from taizhang.ledgers.fields import PhoneField, TypedNumberField
from taizhang.ledgers.registry import ledger
from taizhang.ledgers.workflow import workflow


@register("templates")
def papers_hold(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """An error for each trouble of a paper or its template, saying the file, the line and the word."""
    told = [sentence for name, paper in papers().items() for sentence in troubles(name, paper)]
    return [Error(sentence, id="taizhang.E012") for sentence in [*told, *strays()]]


def troubles(name: str, paper: Paper) -> Iterator[str]:
    """What is wrong with a paper, one sentence each."""
    for sentence in declaration_troubles(paper):
        yield f"文书{name}：{sentence}"
    yield from template_troubles(name, paper)


def declaration_troubles(paper: Paper) -> Iterator[str]:
    """What a line has declared that its ledgers do not have."""
    if paper.when and not isinstance(_field(paper.model, paper.when), DateField):
        yield f"when写的“{paper.when}”不是《{paper.model._meta.verbose_name}》的日期。"
    if (paper.mask_names or paper.shown_whole) and not paper.public:
        yield "只有公示的文书（public=True）才打码，mask_names和shown_whole写了没有用。"
    flow = workflow(paper.model)
    for step in flow.steps if flow else ():
        if step.paper == paper.title and step.on == paper.when:
            yield f"办“{step.title}”要先有它的扫描件，它却要等“{step.title}”的日期填了才能打印，请改when。"
    yield from _mask_troubles(paper)
    words = [word_of(one) for one in fields_with_words(paper.model)]
    for word in {one for one in words if words.count(one) > 1}:
        yield f"《{paper.model._meta.verbose_name}》有两栏都叫“{word}”，模板里分不清，请给其中一栏换个名字。"
    taken = {*words, *COMMON, WHOLE}
    for called in paper.lists:
        if not called.isidentifier() or called in taken:
            yield f"名单不能叫“{called}”，和别的词重了，或者不是一个词，请换个名字。"


def _mask_troubles(paper: Paper) -> Iterator[str]:
    for told in paper.mask_names:
        field = _labelled(paper, told)
        if not isinstance(field, CharField) or isinstance(field, TypedNumberField):
            yield f"mask_names写的“{told}”不是写名字的栏。"
    for told in paper.shown_whole:
        if not isinstance(_labelled(paper, told), PhoneField):
            yield f"shown_whole写的“{told}”不是电话；身份证号和账号公示时一律打码。"


def _field(model: type[Model], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _labelled(paper: Paper, told: str) -> Any:
    try:
        model, _, name = label_of(paper, told).rpartition(".")
        return _field(ledger(model), name)
    except Refusal:
        return None


def template_troubles(name: str, paper: Paper) -> Iterator[str]:
    """What is wrong with the template that would be used: the office's Word file, its text, or the product's."""
    if not product_path(template_of(name)).is_file():
        yield f"文书{name}没有模板，请写一份{product_path(template_of(name))}。"
    try:
        word = office_word_file(name)
        path = word or template_path(template_of(name))
        if path is None:
            return
        for line, sentence in _word(word, paper) if word else _text(path, name, paper):
            yield f"模板{path}{f'第{line}行' if line else ''}：{sentence}"
    except Refusal as refusal:
        yield str(refusal)


def _text(path: Path, name: str, paper: Paper) -> Iterator[tuple[int, str]]:
    sandbox = environment({})
    try:
        tree = sandbox.parse(read(path), template_of(name))
    except TemplateSyntaxError as wrong:
        yield 0, syntax_error(template_of(name), wrong)
        return
    yield from wrong_words(tree, paper)


def _word(path: Path, paper: Paper) -> Iterator[tuple[int, str]]:
    sandbox: SandboxedEnvironment = word_sandbox()
    for source in word_sources(path):
        try:
            tree = sandbox.parse(source)
        except TemplateSyntaxError as wrong:
            yield 0, word_syntax_error(wrong)
            continue
        for _, sentence in wrong_words(tree, paper):
            yield 0, sentence


def strays() -> Iterator[str]:
    """Files in the office's folders of papers that no paper is printed from: a name mistyped is a form not used."""
    known = {Path(template_of(name)).with_suffix("") for name in papers()}
    for config in lines():
        for path in sorted(office_path(f"{config.label}/papers").glob("[!.~]*")):
            own = Path(config.label) / "papers" / path.stem
            if own not in known or path.suffix not in {".md", WORD}:
                yield f"模板{path}没有用上：没有这份文书，或不是.md、.docx文件，请对照 taizhang templates 列出的名称。"
