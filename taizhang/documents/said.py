"""Everything the product declares, as words: titles, choices, sentences and templates, each with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from taizhang.documents.list_files import list_files
from taizhang.documents.papers import papers, template_of
from taizhang.documents.templates import read, template_names, template_path
from taizhang.indicators.indicator import Declared, Indicator, Level, Ratio
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations, ledgers, title
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import shipped
from taizhang.ledgers.workflow import Workflow


@dataclass(frozen=True)
class Said:
    """A text and where it is declared; `name` is what code calls it by."""

    where: str
    text: str
    name: str = ""


def everything_declared() -> Iterator[Said]:
    """Ledgers, steps, rules, figures, standards, papers and lists."""
    for model in ledgers():
        yield from of_ledger(model)
    for flow in declarations("workflow", Workflow).values():
        yield from of_workflow(flow)
    for name, rule in declarations("rules", Rule).items():
        yield from of_rule(name, rule)
    for kind in (Indicator, Level, Ratio):
        yield from of_indicators(declarations("indicators", kind))
    for row in shipped():
        yield Said(f"标准 {row['name']}", str(row["title"]), str(row["name"]))
    for name, paper in papers().items():
        yield from (Said(f"文书 {name}", text, name) for text in (paper.title, *paper.lists))
    for name, one in list_files().items():
        yield from (Said(f"清单 {name}", text, name) for text in (one.title, *one.columns))


def of_ledger(model: type[Record]) -> Iterator[Said]:
    """A ledger's own name, and of each field its name, its hint and its choices."""
    yield Said(f"台账 {model.ledger_name()}", title(model), model.ledger_name())
    for field in model._meta.concrete_fields:
        where = f"台账 {model.ledger_name()} 的字段 {field.name}"
        yield Said(where, str(field.verbose_name), field.name)
        yield Said(where, str(field.help_text))
        # A zero return chooses among all ledgers, whose names have been told.
        named = () if callable(getattr(field, "_choices", None)) else field.flatchoices
        for code, label in named:
            yield Said(f"{where} 的选项", str(label), str(code))


def of_workflow(flow: Workflow) -> Iterator[Said]:
    for step in flow.steps:
        where = f"台账 {flow.model.ledger_name()} 的步骤 {step.state}"
        yield Said(where, step.title, step.state)
        yield Said(where, step.paper)


def of_rule(name: str, rule: Rule) -> Iterator[Said]:
    yield Said(f"规则 {name}", rule.title, name)
    yield Said(f"规则 {name}", rule.message)


def of_indicators(declared: "dict[str, Any]") -> Iterator[Said]:
    for name, one in declared.items():
        yield from of_indicator(name, one)


def of_indicator(name: str, one: Declared) -> Iterator[Said]:
    for text in (one.title, one.unit, one.definition, *one.aliases):
        yield Said(f"指标 {name}", text, name)


def everything_worded() -> Iterator[Said]:
    """The templates of summaries and papers that are in use, the office's own in place of the product's."""
    for name in dict.fromkeys([*template_names(), *map(template_of, papers())]):
        path = template_path(name)
        if path is not None:
            yield from paragraphs(f"模板 {path}", read(path).splitlines())


def paragraphs(where: str, lines: Iterable[str]) -> Iterator[Said]:
    """Line by line, so that a message can say which."""
    for number, text in enumerate(lines, 1):
        yield Said(f"{where} 第{number}行", text)
