"""A field that names an indicator: chosen by its title, kept by its name, as workbooks and forms of a ledger need it."""

from typing import Any

from django.db import models

from taizhang.indicators.indicator import definitions

LONGEST_NAME = 80


def titles() -> list[tuple[str, str]]:
    """Every indicator that is declared, its name and its title."""
    return [(name, one.title) for name, one in definitions().items()]


class IndicatorField(models.CharField):
    """The dotted name of an indicator; an office reads and writes its title."""

    def __init__(self, verbose_name: Any = "挂钩指标", **kwargs: Any) -> None:
        kwargs |= {"max_length": LONGEST_NAME, "choices": titles}
        super().__init__(verbose_name, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Without the choices: a new indicator is no change of the database."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["choices"], kwargs["max_length"]
        return name, path, list(args), kwargs
