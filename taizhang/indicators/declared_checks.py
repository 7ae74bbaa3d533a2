"""`manage.py check` over what the lines declare: a mistake is a sentence before anything runs."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldError
from django.db.models import DateField

from taizhang.indicators.indicator import Indicator, Level, indicators
from taizhang.indicators.journal import columns, entries
from taizhang.indicators.makers import Leg
from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.registry import ledgers


@register()
def declarations_hold(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(sentence, id="taizhang.E001") for sentence in [*wrong_indicators(), *wrong_ledgers()]
    ]


def wrong_indicators() -> Iterable[str]:
    for name, one in indicators().items():
        for leg, sign in one.legs():
            try:
                str(columns(entries(name, leg, sign)).query)
            except (FieldError, AttributeError, ValueError) as wrong:
                yield f"指标 {name}：{wrong}"
                continue
            yield from wrong_leg(name, one, leg)


def wrong_leg(name: str, one: Indicator | Level, leg: Leg) -> Iterable[str]:
    dated = getattr(leg.on, "name", None)
    if dated and "__" not in dated and not isinstance(leg.model._meta.get_field(dated), DateField):
        yield f"指标 {name}：{dated} 不是日期字段"
    if isinstance(leg.amount, str) and "__" not in leg.amount:
        field = leg.model._meta.get_field(leg.amount)
        if isinstance(field, QuantityField) and field.unit != one.unit:
            yield f"指标 {name} 的单位是{one.unit}，字段{field.verbose_name}的单位却是{field.unit}"


def wrong_ledgers() -> Iterable[str]:
    for model in ledgers():
        if not any("number_once" in str(constraint.name) for constraint in model._meta.constraints):
            yield f"台账 {model.ledger_name()} 的 Meta 要继承 Record.Meta，否则编号可能重复"
