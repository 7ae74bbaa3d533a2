"""`manage.py check` over the templates: each can be read, and names only words and figures that exist.

So an office's own wording, or a line's, fails before a quarter is closed and not while the summary is due.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import jinja2
from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from jinja2 import meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from taizhang.core.finding import Refusal
from taizhang.documents.listings import listings
from taizhang.documents.templates import (
    environment,
    read,
    syntax_error,
    template_names,
    template_path,
)
from taizhang.documents.vocabulary import FIGURE_WORDS, LISTING_WORDS, WORDS, unknown
from taizhang.indicators.indicator import definitions


@register("templates")
def templates_hold(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """An error for each trouble, saying the file, the line and the name."""
    sandbox = environment({})
    return [
        Error(f"模板{template_path(name)}{sentence}", id="taizhang.E011")
        for name in template_names()
        for sentence in troubles(sandbox, name)
    ]


def troubles(sandbox: SandboxedEnvironment, name: str) -> Iterator[str]:
    """What is wrong with a template, one sentence each."""
    path = template_path(name)
    if path is None:
        return
    try:
        tree = sandbox.parse(read(path), name)
    except jinja2.TemplateSyntaxError as wrong:
        yield f"：{syntax_error(name, wrong)}"
        return
    except Refusal as refusal:
        yield f"：{refusal}"
        return
    for word in sorted(meta.find_undeclared_variables(tree) - WORDS):
        yield f"：没有“{word}”这个词，可用的有{'、'.join(sorted(WORDS))}。"
    yield from unknown_in(tree, FIGURE_WORDS, definitions(), "指标")
    yield from unknown_in(tree, LISTING_WORDS, listings(), "名单")


def unknown_in(
    tree: nodes.Template, words: set[str], known: Collection[str], what: str
) -> Iterator[str]:
    """The figures or listings that a template names and nobody has declared."""
    for line, name in named_in(tree, words):
        if name not in known:
            yield f"第{line}行：{unknown(name, known, what)}"


def named_in(tree: nodes.Template, words: set[str]) -> Iterator[tuple[int, str]]:
    """What a template names outright as the first argument of these words, and where."""
    for call in tree.find_all(nodes.Call):
        first = call.args[0] if call.args else None
        named = isinstance(call.node, nodes.Name) and call.node.name in words
        if named and isinstance(first, nodes.Const) and isinstance(first.value, str):
            yield call.lineno, first.value
