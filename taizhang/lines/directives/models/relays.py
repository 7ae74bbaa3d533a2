"""Which units have yet to pass a meeting on."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from taizhang.lines.directives.models.meetings import Meeting, Unit


def owing_units(meeting: Meeting) -> "QuerySet[Unit]":
    """Of the units in force on the day of a meeting that is to be passed on, those without a meeting of their own."""
    if not meeting.must_relay:
        return Unit.objects.none()
    return owing(meeting.pk, meeting.place_id, meeting.held_on).order_by("number")


def owing(meeting: Any, place: Any, day: Any) -> "QuerySet[Unit]":
    """The same for a meeting of an outer query."""
    passed_on = Meeting.objects.filter(relayed_from=inner(meeting), unit=OuterRef("pk"))
    begun = Unit.objects.filter(place=place, since__lte=day, kind__in=Unit.PASS_ON)
    return begun.filter(Q(until__isnull=True) | Q(until__gt=day)).filter(~Exists(passed_on))


def inner(value: Any) -> Any:
    """A reference to the outer query, seen from one level further in."""
    return OuterRef(value) if isinstance(value, OuterRef) else value
