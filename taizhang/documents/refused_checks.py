"""`manage.py check` over what the product refuses to do (docs/refusals.md): whatever declares it stops the build.

By words, over everything declared and worded; and by structure, where no word would tell: a link from a petition to a
benefit, a figure broken down by person, a case that can be closed without an answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.db.models import Field

from taizhang.core.finding import Refusal
from taizhang.core.refused import Refused, asked_for, named, subjects
from taizhang.documents.said import Said, everything_declared, everything_worded
from taizhang.indicators.indicator import Indicator, Level, indicators
from taizhang.ledgers.fields import NumberOfField, TypedNumberField
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations, ledgers
from taizhang.ledgers.workflow import Step, Workflow

DECLARED_ID, WORDED_ID = "taizhang.E021", "taizhang.E022"
OF_PETITIONS = {"petitions", "duty"}
# The office's own lines, which hand out nothing: what they say of petitions is about work, not about a benefit.
OF_THE_OFFICE = OF_PETITIONS | {"directives", "targets", "problems", "plans", "ledgers"}
PETITION_WORDS = re.compile("信访|上访|来访|访民")
BENEFIT_NUMBERS = re.compile(
    "(低保|特困|救助|补贴|补助|奖补|宅基地|建档立卡|贫困户|脱贫户|农户|危改|社保|养老金|学籍)"
    "(证|户|对象|账户|登记)?(编号|证号|号码|号|台账|状态|资格)"
)
COORDINATES = re.compile("经度|纬度|坐标|定位")
PLACE_NAMES = {"longitude", "latitude", "position", "coordinates", "gps"}
CLOSING = re.compile("办结|结案|销号|归档|关闭|closed?|archived?", re.IGNORECASE)
ANSWERING = re.compile(
    "答复|送达|告知|意见|调解|和解|撤回|转送|交办|移送|受理|引导|并入|并案|合并|served|opinion|mediat|withdraw",
    re.IGNORECASE,
)
NOT_AN_ANSWER = re.compile("^(已?受理|accepted)$")


@register()
def nothing_refused_is_declared(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """An error for each declaration that asks for what the product does not do."""
    told = [
        *in_words(everything_declared()),
        *linked(ledgers()),
        *located(ledgers()),
        *by_person(indicators()),
        *closed_unanswered(declarations("workflow", Workflow).values()),
    ]
    return [Error(sentence, id=DECLARED_ID) for sentence in told]


@register("templates")
def nothing_refused_is_worded(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """An error for each line of a template that does: a promise never to petition again, a list of names."""
    try:
        told = list(in_words(everything_worded()))
    except Refusal:
        return []  # a template that cannot be read is another check's business
    return [Error(sentence, id=WORDED_ID) for sentence in told]


def objection(where: str, words: str, one: Refused) -> str:
    """What is wrong, why, and what there is instead."""
    return f"{where}：“{words}”在不做的事里（{one.number}）。{one.sentence()}见 docs/refusals.md。"


def in_words(said: Iterable[Said]) -> Iterator[str]:
    """What is asked for in so many words, in Chinese or in the name that code calls it by."""
    for one in said:
        for subject, words in asked_for(one.text):
            yield objection(one.where, words, subject)
        for subject, part in named(one.name):
            yield objection(one.where, part, subject)


def linked(models: Iterable[type[Record]]) -> Iterator[str]:
    """P3: a reference, a number or a mark between petitions and whatever hands out a benefit, in either direction."""
    refused = subjects()["P3"]
    for model in models:
        line = model._meta.app_label
        for field in model._meta.concrete_fields:
            words = str(field.verbose_name)
            other = pointed_at(field)
            if apart(line, other) or betrays(line, words):
                yield objection(f"台账 {model.ledger_name()} 的字段 {field.name}", words, refused)


def pointed_at(field: "Field[Any, Any]") -> str:
    """The line that a field refers to: by reference, or by the number of a record; empty where to none."""
    if isinstance(field, NumberOfField):
        return field.ledger.partition(".")[0]
    other = field.related_model
    if isinstance(other, type) and issubclass(other, Record):
        return str(other._meta.app_label)
    return ""


def apart(line: str, other: str) -> bool:
    """Whether one is about petitions and the other no line of the office's own."""
    return bool(other) and any(
        one in OF_PETITIONS and another not in OF_THE_OFFICE
        for one, another in ((line, other), (other, line))
    )


def betrays(line: str, words: str) -> bool:
    """Whether a field's name refers from petitions to a benefit, or from a benefit to petitions."""
    if line in OF_PETITIONS:
        return BENEFIT_NUMBERS.search(words) is not None
    return line not in OF_THE_OFFICE and PETITION_WORDS.search(words) is not None


def located(models: Iterable[type[Record]]) -> Iterator[str]:
    """P2: where somebody is, in a ledger about people who petition."""
    for model in models:
        if model._meta.app_label in OF_PETITIONS:
            for field in model._meta.concrete_fields:
                words = str(field.verbose_name)
                if COORDINATES.search(words) or PLACE_NAMES & set(field.name.split("_")):
                    where = f"台账 {model.ledger_name()} 的字段 {field.name}"
                    yield objection(where, words, subjects()["P2"])


def by_person(declared: Mapping[str, Indicator | Level]) -> Iterator[str]:
    """P8: a figure about petitions is broken down by codes, declared or in a list, never by a name or a text."""
    for name, one in declared.items():
        for maker in one.makers():
            if maker.item and maker.model._meta.app_label in OF_PETITIONS:
                model, field = item_of(maker.model, maker.item)
                if not field.choices and (model is maker.model or not is_code_list(model)):
                    where = f"指标 {name} 按{field.verbose_name}分"
                    yield objection(where, str(field.verbose_name), subjects()["P8"])


def item_of(model: Any, path: str) -> tuple[Any, Any]:
    """The ledger and the field at the end of a path such as content_class__name."""
    *way, last = path.split("__")
    for name in way:
        model = model._meta.get_field(name).related_model
    return model, model._meta.get_field(last)


def is_code_list(model: Any) -> bool:
    """Whether a ledger only says what codes are called: no number of a person, and it points at no other ledger."""
    fields = model._meta.concrete_fields
    numbers = any(isinstance(field, TypedNumberField) for field in fields)
    return not numbers and not any(pointed_at(field) for field in fields)


def closed_unanswered(flows: Iterable[Workflow]) -> Iterator[str]:
    """P5: a way through the steps of a case that closes it without any answer."""
    for flow in flows:
        if flow.model._meta.app_label in OF_PETITIONS:
            for step in unanswered(flow):
                where = f"台账 {flow.model.ledger_name()} 的步骤 {step.title}"
                yield objection(where, "没有答复就办结", subjects()["P5"])


def unanswered(flow: Workflow) -> list[Step]:
    """The closing steps that can be reached without passing one that answers."""
    reached: set[str] = set()
    waiting = [step for step in flow.steps if not step.after]
    while waiting:
        step = waiting.pop()
        if step.state not in reached and not answers(step):
            reached.add(step.state)
            waiting += flow.following(step.state)
    return [step for step in flow.steps if step.state in reached and CLOSING.search(step.title)]


def answers(step: Step) -> bool:
    """Whether whoever brought the case learns by this step what becomes of it."""
    if NOT_AN_ANSWER.search(step.title) or CLOSING.search(step.title):
        return False
    return any(ANSWERING.search(text) for text in (step.title, step.state))
