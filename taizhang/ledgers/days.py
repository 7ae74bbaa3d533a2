"""Days between two dates of a record, counted by the database, for rules such as "posted for at least seven days".

The day it begins on does not count, the last one does (civil code, article 201).
"""

from typing import Any

from chinese_calendar.constants import holidays, workdays
from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, DateField, F, Func, IntegerField, Value
from django.db.models.expressions import CombinedExpression

from taizhang.core.calendar import SATURDAY

DAYS = ArrayField(DateField())


def calendar_days_between(start: Any, end: Any) -> Func:
    """Days after the date `start`, up to and with `end`: fields, or expressions."""
    return Func(
        _expression(end),
        _expression(start),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )


def later_by(start: str, length: str, unit: str = "days") -> Func:
    """The date in the field `start`, later by as many days or months as another field says."""
    return Func(
        F(start),
        F(length),
        template=f"(%(expressions)s * interval '1 {unit}')::date",
        arg_joiner=" + ",
        output_field=DateField(),
    )


class WorkingDays(Func):
    """How many days between two dates are worked, by the official calendar; Monday to Friday where it knows nothing."""

    output_field = IntegerField()

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> Any:  # type: ignore[override]
        """Unlike a template, this needs each part at its own place."""
        start, end, off, worked = map(compiler.compile, self.get_source_expressions())
        days = f"SELECT {start[0]} + generate_series(1, {end[0]} - {start[0]}) AS day"
        counts = (
            f"(extract(isodow FROM day) < 6 AND day <> ALL({off[0]})) OR day = ANY({worked[0]})"
        )
        values = [*start[1], *end[1], *start[1], *off[1], *worked[1]]
        return f"(SELECT count(*)::integer FROM ({days}) AS days WHERE {counts})", values


def working_days_between(start: Any, end: Any) -> Func:
    """Working days after the date `start`, up to and with `end`: fields, or expressions. Both must be filled."""
    return WorkingDays(*map(_expression, (start, end)), *calendar())


class Worked(Func):
    """Whether a date is a working day, by the official calendar; Monday to Friday where it knows nothing."""

    template = "(SELECT (extract(isodow FROM day) < 6 AND day <> ALL(off)) OR day = ANY(worked) FROM (SELECT %(expressions)s) AS days (day, off, worked))"
    output_field = BooleanField()


def is_worked(day: Any) -> Func:
    """Whether the date in a field, or of an expression, is a working day."""
    return Worked(_expression(day), *calendar())


def day_before(day: Any) -> CombinedExpression:
    """The date before one: with it a count of days after a start takes the start itself in."""
    return CombinedExpression(_expression(day), "-", Value(1), output_field=DateField())


def calendar() -> tuple[Value, Value]:
    """The weekdays that are holidays, and the weekend days that are worked."""
    off = sorted(day for day in holidays if day.weekday() < SATURDAY)
    return Value(off, DAYS), Value(sorted(workdays), DAYS)


def _expression(day: Any) -> Any:
    return F(day) if isinstance(day, str) else day
