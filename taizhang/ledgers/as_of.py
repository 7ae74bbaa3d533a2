"""The last day that counts: the cut-off while a period is closed, yesterday otherwise, for today is not over.

For rules that ask whether what belongs to a day has been done: what lies after the cut-off is no concern of a closing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Value
from django.utils import timezone

DAY = timedelta(days=1)

_judged: ContextVar[date | None] = ContextVar("judged_up_to", default=None)


@contextmanager
def judged_up_to(day: date) -> Iterator[None]:
    """Inside, rules look no further than this day."""
    before = _judged.set(day)
    try:
        yield
    finally:
        _judged.reset(before)


def judged_day() -> date:
    """The cut-off of the closing that is under way, else yesterday."""
    return _judged.get() or timezone.localdate() - DAY


class AsOf:
    """That day inside a rule's condition; looked up when the rule is asked."""

    def resolve_expression(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return Value(judged_day(), DateField()).resolve_expression(query, *args, **kwargs)
