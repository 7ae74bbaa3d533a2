"""The catalogue of ledgers, and what the lines of work declare over them."""

import difflib
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
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


def installed(name: str) -> type[Record] | None:
    """A ledger by its name, None where its line is not installed: for what meets another line by name only."""
    return next((model for model in ledgers() if model.ledger_name() == name), None)


def title(model: type[Record]) -> str:
    return str(model._meta.verbose_name)


@cache
def declarations(module: str, kind: type[Declared]) -> dict[str, Declared]:
    """What the apps declare: every module-level `kind` in their <module>.py, or in the files of their folder
    <module>/, as <line>.<attribute>.
    """
    found: dict[str, Declared] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("taizhang."):
            for file in files_of(f"{config.name}.{module}"):
                for attribute, value in vars(import_module(file)).items():
                    if isinstance(value, kind):
                        declare(found, f"{config.label}.{attribute}", value)
    return found


def files_of(module: str) -> list[str]:
    """A module and, where it is a folder, the files in it; none where there is no such module.

    A folder may tell in FILES which come first; the others follow by name.
    """
    spec = find_spec(module)
    if spec is None:
        return []
    first = list(getattr(import_module(module), "FILES", ()))
    names = [one.name for one in iter_modules(spec.submodule_search_locations or [])]
    return [module, *(f"{module}.{name}" for name in [*first, *sorted(set(names) - set(first))])]


def declare(found: dict[str, Declared], name: str, value: Declared) -> None:
    """Two files of one line may import the same thing; two things may not share a name."""
    if found.setdefault(name, value) is not value:
        raise ValueError(f"{name} is declared twice: give one of them another name")
