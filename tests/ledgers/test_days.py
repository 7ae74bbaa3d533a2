"""Days between two dates as the database counts them are the days that the calendar counts in Python."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.core import calendar
from taizhang.ledgers.days import (
    calendar_days_between,
    day_before,
    is_worked,
    working_days_between,
)
from taizhang.lines.land.models import Project
from tests import cast

START, END = "approved_on", "ends_on"


def counted(first: date, last: date) -> tuple[int, int]:
    """Calendar and working days between two dates of a record."""
    made, _ = Project.objects.update_or_create(
        number="XM-1",
        defaults={
            "place_id": cast.TOWN,
            "name": "示例项目",
            "document_no": "示例1号",
            "approved_area": "300",
            START: first,
            END: last,
        },
    )
    rows = Project.objects.filter(pk=made.pk).annotate(
        calendar=calendar_days_between(START, END), working=working_days_between(START, END)
    )
    return rows.values_list("calendar", "working").get()


@pytest.mark.parametrize(
    ("first", "last", "days", "worked"),
    [
        (date(2018, 3, 12), date(2018, 3, 12), 0, 0),
        (date(2018, 3, 9), date(2018, 3, 12), 3, 1),
        # Spring Festival 2018: 15 to 21 February off, Sunday the 11th and Saturday the 24th worked.
        (date(2018, 2, 9), date(2018, 2, 26), 17, 8),
        # A year the calendar does not know: Monday to Friday.
        (date(2040, 1, 6), date(2040, 1, 13), 7, 5),
    ],
)
def test_known_spans(office, first, last, days, worked):
    assert counted(first, last) == (days, worked)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=st.dates(date(2005, 1, 1), date(2026, 6, 30)),
    length=st.integers(0, 60),
)
def test_the_database_counts_as_the_calendar_does(office, first, length):
    last = min(first + timedelta(days=length), date(2026, 12, 31))
    assert counted(first, last) == (
        (last - first).days,
        calendar.working_days_between(first, last),
    )


DAYS_OF_2018 = [
    (date(2018, 2, 11), True),  # a Sunday made up for
    (date(2018, 2, 21), False),  # a Wednesday of Spring Festival
    (date(2018, 2, 22), True),
    (date(2018, 2, 24), True),  # a Saturday made up for
    (date(2018, 2, 25), False),
    (date(2035, 3, 5), True),  # a Monday of a year without a calendar
    (date(2035, 3, 4), False),
]


@pytest.mark.parametrize(("day", "worked"), DAYS_OF_2018)
def test_the_database_knows_which_days_are_worked(office, day, worked):
    counted(day, day)
    rows = Project.objects.annotate(worked=is_worked(START))
    assert rows.values_list("worked", flat=True).get() is worked


def test_counted_from_the_day_before_the_first_day_counts_too(office):
    counted(date(2018, 2, 22), date(2018, 2, 26))
    rows = Project.objects.annotate(working=working_days_between(day_before(START), END))
    assert rows.values_list("working", flat=True).get() == 4
