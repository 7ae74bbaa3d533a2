"""The catalogue of ledgers, and what the lines of work declare over them."""

import difflib
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from django.apps import apps

from taizhang.core.finding import Refusal
from taizhang.ledgers.record import Record

Declared = TypeVar("Declared")


@cache
def ledgers() -> tuple[type[Record], ...]:
    """Every ledger that is installed."""
    return tuple(model for model in apps.get_models() if issubclass(model, Record))


def ledger(name: str) -> type[Record]:
    """A ledger by its name (housing.site) or its Chinese title; a refusal offers the nearest."""
    known: dict[str, type[Record]] = {}
    for model in ledgers():
        known[model.ledger_name()] = known[str(model._meta.verbose_name)] = model
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or [
        m.ledger_name() for m in ledgers()
    ]
    raise Refusal(f"没有叫“{name}”的台账；可用的有：{'、'.join(near)}。")


def title(model: type[Record]) -> str:
    return str(model._meta.verbose_name)


@cache
def declarations(module: str, kind: type[Declared]) -> dict[str, Declared]:
    """What the apps declare: every module-level `kind` in their file <module>.py, as <line>.<attribute>."""
    found: dict[str, Declared] = {}
    for config in apps.get_app_configs():
        if not config.name.startswith("taizhang.") or find_spec(f"{config.name}.{module}") is None:
            continue
        for attribute, value in vars(import_module(f"{config.name}.{module}")).items():
            if isinstance(value, kind):
                found.setdefault(f"{config.label}.{attribute}", value)
    return found
