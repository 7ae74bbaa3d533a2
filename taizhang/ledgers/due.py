"""What is due, as conditions that the database answers over a whole ledger.

A clock that starts later ends later. So "due by this day" is the same as "started by that day", a comparison of two
dates; the official calendar is asked once for a clock, not once for a record.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, DateTimeField, ExpressionWrapper, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Least

from taizhang.core.calendar import latest_start
from taizhang.ledgers.standards import values_of
from taizhang.ledgers.workflow import Clock, Step, Workflow

NOTHING = Q(pk__in=[])
NEVER = Value(None, output_field=DateTimeField())
WEEK, WORKED = 7, 5  # days in a week, and those that are worked


@dataclass(frozen=True)
class Span:
    """A clock's number of days, and the condition under which it is this number."""

    days: int
    holds: Q


def spans(clock: Clock) -> list[Span]:
    """One number for most clocks; for one that a standard sets, each of its values with the starts it is for."""
    if isinstance(clock.days, int):
        return [Span(clock.days, started(clock))]
    found, newer = [], NOTHING
    for row in values_of(clock.days):
        dated = Q(**{f"{clock.since}__gte": max(row.since, clock.first)})
        if row.until:
            dated &= Q(**{f"{clock.since}__lt": row.until})
        found.append(Span(int(row.value), dated & ~newer))
        newer |= dated
    return found


def started(clock: Clock) -> Q:
    """The clock runs: dated, and not before the day from which the duty holds."""
    return Q(**{f"{clock.since}__gte": clock.first})


def unread(clock: Clock) -> Q:
    """Started on a day for which the clock's standard has no value."""
    return started(clock) & ~any_of(span.holds for span in spans(clock))


def due_by(clock: Clock, day: date) -> Q:
    """The clock ends on this day or earlier."""
    return any_of(span.holds & ends_by(clock, span.days, day) for span in spans(clock))


def ends_by(clock: Clock, days: int, day: date) -> Q:
    by = Q(**{f"{clock.since}__lte": latest_start(day, days, clock.working)})
    if clock.extended_to:
        set_by_hand = Q(**{f"{clock.extended_to}__isnull": False})
        return (~set_by_hand & by) | Q(**{f"{clock.extended_to}__lte": day})
    if not clock.extended_on:
        return by
    earlier = latest_start(day, clock.extension, clock.working)
    put_off = Q(**{f"{clock.since}__lte": latest_start(earlier, days, clock.working)})
    extended = Q(**{f"{clock.extended_on}__isnull": False})
    return (~extended & by) | (extended & put_off)


def any_of(conditions: Iterator[Q]) -> Q:
    return reduce(or_, conditions, NOTHING)


def stands_at(flow: Workflow, step: Step) -> Q:
    """The condition under which a record stands at a step: dated, and nothing after it in the table is."""
    after = flow.steps[flow.steps.index(step) + 1 :]
    return Q(**{f"{step.on}__isnull": False}, **{f"{later.on}__isnull": True for later in after})


def waits_for(flow: Workflow, step: Step) -> Q:
    """The condition under which a step may be taken next: the record stands at one of those before it."""
    if not step.after:
        return Q(**{f"{one.on}__isnull": True for one in flow.steps})
    return any_of(stands_at(flow, flow.step(state)) for state in step.after)


@dataclass(frozen=True)
class Clocks:
    """The clocks of one workflow, each with the condition under which it runs."""

    running: tuple[tuple[Clock, Q], ...]

    def due_by(self, day: date) -> Q:
        """An open step is due on this day or earlier."""
        return any_of(waits & due_by(clock, day) for clock, waits in self.running)

    def unread(self) -> dict[str, Q]:
        """For each standard that clocks are set by: the records whose day has no value of it."""
        found: dict[str, Q] = {}
        for clock, waits in self.running:
            if isinstance(clock.days, str):
                found[clock.days] = found.get(clock.days, NOTHING) | (waits & unread(clock))
        return found

    def about_when(self) -> Any:
        """About when the earliest open step is due, to sort by: a working week for a week, no holidays."""
        ends = [
            Case(When(waits & span.holds, then=about(clock, span.days)), default=None)
            for clock, waits in self.running
            for span in spans(clock)
        ]
        return Least(NEVER, NEVER, *ends)  # of two at least, and it passes over what is empty


def about(clock: Clock, days: int) -> Any:
    end = in_days(F(clock.since), days, clock.working)
    if clock.extended_to:
        return Coalesce(Cast(clock.extended_to, DateTimeField()), end)
    if not clock.extended_on:
        return end
    extended = Q(**{f"{clock.extended_on}__isnull": False})
    later = in_days(end, clock.extension, clock.working)
    return Case(When(extended, then=later), default=end)


def in_days(start: Any, days: int, working: bool) -> Any:
    span = timedelta(days=days * WEEK // WORKED if working else days)
    return ExpressionWrapper(start + span, output_field=DateTimeField())


def clocks(flow: Workflow) -> Clocks:
    """Steps that have the same clock and wait for the same, such as approving and refusing, are one."""
    running: list[tuple[Clock, Q]] = []
    for step in flow.steps:
        if step.clock and (one := (step.clock, waits_for(flow, step))) not in running:
            running.append(one)
    return Clocks(tuple(running))
