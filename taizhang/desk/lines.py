"""The lines of work by their Chinese names, as posts and duties choose among them."""

from collections.abc import Iterable

from django.apps import apps

from taizhang.ledgers.registry import ledgers


def line_title(line: str) -> str:
    """A line of work's Chinese name."""
    return str(apps.get_app_config(line).verbose_name)


def lines_of_work() -> list[tuple[str, str]]:
    """Every line that keeps a ledger, by its folder and its Chinese name."""
    labels = dict.fromkeys(model._meta.app_label for model in ledgers())
    return [(label, line_title(label)) for label in labels if label != "ledgers"]


def confidential_matters() -> list[tuple[str, str]]:
    """What a post must be appointed for by name, over all ledgers."""
    return list(dict(one for model in ledgers() for one in model.confidential_matters).items())


def line_names(lines: Iterable[str]) -> str:
    """Some lines in Chinese; none named means all of them."""
    names = dict(lines_of_work())
    return "、".join(names.get(line, line) for line in lines) or "全部"
