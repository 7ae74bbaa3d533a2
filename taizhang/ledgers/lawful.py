"""What no ledger may set as an aim or a task: each such text field is checked as it is typed or imported (refusals.md)."""

from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError

from taizhang.core.finding import Refusal
from taizhang.core.refused import refuse


def lawful(text: str) -> None:
    """A sentence of an aim, a measure or a task; one that asks for a refused thing is told why, and what there is instead."""
    try:
        refuse(text)
    except Refusal as refusal:
        raise ValidationError(str(refusal)) from refusal


NOBODY = "."  # no name: a condition over no names at all would be no SQL


class NamesLike:
    """Names that are looked up when a rule asks for them, for what is declared by other lines."""

    def __init__(self, names: Callable[[], Iterator[str]]) -> None:
        self._names = names

    def __iter__(self) -> Iterator[str]:
        return iter([NOBODY, *self._names()])

    def __repr__(self) -> str:
        return f"NamesLike({self._names.__name__})"
