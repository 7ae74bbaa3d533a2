"""The deadlines of a petition, worked out by the official calendar whenever a day changes."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from taizhang.core import calendar
from taizhang.core.calendar import Deadline
from taizhang.ledgers.derived import Derived
from taizhang.ledgers.standards import StandardMissing, standard_on, standards_read_once
from taizhang.lines.petitions.models import Petition

Values = tuple[Any, ...]


def days_on(standard: str, start: date) -> int | None:
    """The length of a clock that starts on a day; None where no regulation was in force."""
    try:
        return int(standard_on(f"petitions.{standard}", start))
    except StandardMissing:
        return None


def ends(standard: str, start: date | None) -> Deadline | None:
    """The end of a clock in calendar days, rolled over a rest day."""
    days = days_on(standard, start) if start else None
    return None if start is None or days is None else calendar.due(start, days, working=False)


def later(deadline: Deadline | None, days: int | None) -> Deadline | None:
    """A deadline put off by days, counted from it."""
    return calendar.extend(deadline, days, working=False) if deadline and days else deadline


def on(deadline: Deadline | None) -> date | None:
    return deadline.on if deadline else None


def deadlines_of(one: Any) -> Values:
    """Informing, handling, the longest extension, the day that counts, re-review, and whether a year is guessed."""
    inform = None if one.anonymous else ends("inform_days", one.received_on)
    handle = ends("handling_days", one.accepted_on)
    longest = later(handle, days_on("extension_days", one.accepted_on) if handle else None)
    again = ends("re_review_days", one.re_review_asked_on)
    if again and one.hearing_days:
        moved = calendar.calendar_days(again.on, one.hearing_days)
        again = Deadline(moved.on, again.provisional or moved.provisional)
    last = calendar.put_off_to(handle, one.extended_to) if handle and one.extended_to else handle
    guessed = any(end.provisional for end in (inform, last, again) if end)
    return on(inform), on(handle), on(longest), on(last), on(again), guessed


NEEDS = (
    "received_on",
    "anonymous",
    "accepted_on",
    "extended_to",
    "re_review_asked_on",
    "hearing_days",
)
read = attrgetter(*NEEDS)


def deadlines(petitions: Sequence[Any]) -> list[Values]:
    """Those of many petitions; most share their days with others."""
    told: dict[Values, Values] = {}
    keys = list(map(read, petitions))
    with standards_read_once():
        for key, one in zip(keys, petitions, strict=True):
            if key not in told:
                told[key] = deadlines_of(one)
    return [told[key] for key in keys]


petition_deadlines = Derived(
    Petition,
    fields=(
        "inform_due_on",
        "handle_due_on",
        "extension_limit_on",
        "handle_last_on",
        "re_review_due_on",
        "is_provisional",
    ),
    needs=NEEDS,
    work=deadlines,
)
