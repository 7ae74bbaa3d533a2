"""Reading a paper's template without a record: which words it names, and whether the ledgers have them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.db.models import Model, QuerySet
from jinja2 import meta, nodes

from taizhang.documents.paper_words import COMMON, WHOLE
from taizhang.documents.papers import Paper, Rows
from taizhang.documents.record_words import fields_by_word, has_words
from taizhang.documents.templates import unknown_word
from taizhang.ledgers.registry import title
from taizhang.ledgers.workflow import workflow

DEADLINE, TOTAL = "到期", "合计"
# What asking a list of a record that does not exist can run into.
TROUBLES = (
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    ObjectDoesNotExist,
    DatabaseError,
)


class ListOf:
    """A list in a template, of rows of this ledger."""

    def __init__(self, model: type[Model] | None) -> None:
        self.model = model


Kind = type[Model] | ListOf | None  # a record's words, a list, or anything that is not looked into


def names_of(paper: Paper) -> dict[str, Kind]:
    """Every word of a paper's template and what may be asked of it."""
    names: dict[str, Kind] = dict.fromkeys(COMMON)
    names |= {word: _pointed_at(field) for word, field in fields_by_word(paper.model).items()}
    names |= {called: ListOf(rows_model(paper, rows)) for called, rows in paper.lists.items()}
    return names | {WHOLE: paper.model}


def rows_model(paper: Paper, rows: Rows) -> type[Model] | None:
    """The ledger that a list's rows are of, None where the declaration does not tell without a record."""
    nobody: Any = paper.model
    try:
        found = rows(nobody(pk=0))
    except TROUBLES:
        return None
    return found.model if isinstance(found, QuerySet) else None


def _pointed_at(field: Any) -> type[Model] | None:
    return field.related_model if field.is_relation and has_words(field.related_model) else None


def wrong_words(tree: nodes.Template, paper: Paper) -> Iterator[tuple[int, str]]:
    """What a template names that is not there, with the line (0 where it is not known)."""
    names = names_of(paper)
    for word in sorted(meta.find_undeclared_variables(tree) - set(names)):
        line = next((one.lineno for one in tree.find_all(nodes.Name) if one.name == word), 0)
        yield line, unknown_word(word, names)
    yield from _Look(paper).at(tree, names)


class _Look:
    """Walks through a template and asks of each word behind a dot whether its ledger has it."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def at(self, node: nodes.Node, names: Mapping[str, Kind]) -> Iterator[tuple[int, str]]:
        if isinstance(node, nodes.For):
            yield from self._loop(node, names)
            return
        if isinstance(node, nodes.Getattr):
            yield from self._behind_a_dot(node, names)
        if isinstance(node, nodes.Call):
            yield from self._asked_for(node, names)
        for child in node.iter_child_nodes():
            yield from self.at(child, names)

    def _loop(self, loop: nodes.For, names: Mapping[str, Kind]) -> Iterator[tuple[int, str]]:
        yield from self.at(loop.iter, names)
        rows = self._kind(loop.iter, names)
        inside = dict(names)
        if isinstance(loop.target, nodes.Name):
            inside[loop.target.name] = rows.model if isinstance(rows, ListOf) else None
        for child in [*loop.body, *([loop.test] if loop.test else [])]:
            yield from self.at(child, inside)
        for child in loop.else_:
            yield from self.at(child, names)

    def _kind(self, node: nodes.Node, names: Mapping[str, Kind]) -> Kind:
        """What an expression is: a word, or a word behind a dot."""
        if isinstance(node, nodes.Name):
            return names.get(node.name)
        if isinstance(node, nodes.Getattr):
            owner = self._kind(node.node, names)
            field = fields_by_word(owner).get(node.attr) if isinstance(owner, type) else None
            return _pointed_at(field) if field else None
        return None

    def _behind_a_dot(
        self, node: nodes.Getattr, names: Mapping[str, Kind]
    ) -> Iterator[tuple[int, str]]:
        owner = self._kind(node.node, names)
        if isinstance(owner, type) and node.attr not in fields_by_word(owner):
            words = unknown_word(node.attr, fields_by_word(owner))
            yield node.lineno, f"《{owner._meta.verbose_name}》里{words}"

    def _asked_for(self, call: nodes.Call, names: Mapping[str, Kind]) -> Iterator[tuple[int, str]]:
        """到期("…") names a step that has a clock; 合计(…, "…") a field of the list."""
        said = [one.value if isinstance(one, nodes.Const) else None for one in call.args]
        function = call.node.name if isinstance(call.node, nodes.Name) else ""
        if function == DEADLINE and said and isinstance(said[0], str):
            flow = workflow(self.paper.model)
            timed = [step.title for step in (flow.steps if flow else ()) if step.clock]
            if said[0] not in timed:
                of = title(self.paper.model)
                yield call.lineno, f"《{of}》有期限的办理步骤里{unknown_word(said[0], timed)}"
        if function == TOTAL and len(said) > 1 and isinstance(said[1], str):
            rows = self._kind(call.args[0], names)
            fields = fields_by_word(rows.model) if isinstance(rows, ListOf) and rows.model else {}
            if fields and said[1] not in fields:
                yield call.lineno, unknown_word(said[1], fields)
