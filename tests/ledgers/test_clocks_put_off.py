"""A clock that somebody has put off to a day of their own: on the desk and in the database the same."""

from datetime import date

import pytest

from taizhang.core import calendar
from taizhang.core.calendar import Deadline
from taizhang.ledgers.due import due_by
from taizhang.ledgers.workflow import Clock
from taizhang.lines.land.models import Project
from tests import cast

BEGUN, PUT_OFF = date(2018, 3, 5), date(2018, 6, 1)
clock = Clock(60, since="approved_on", working=False, extended_to="extended_to")


def project(**said):
    return Project(
        number="ZJ-1",
        place_id=cast.TOWN,
        name="第一批",
        document_no="示例1号",
        approved_area="300",
        approved_on=BEGUN,
        ends_on=date(2019, 10, 18),
        **said,
    )


@pytest.mark.parametrize(
    ("said", "last"), [({}, date(2018, 5, 4)), ({"extended_to": PUT_OFF}, PUT_OFF)], ids=str
)
def test_the_day_that_was_set_is_the_last_one(office, said, last):
    one = project(**said)
    one.save()
    assert clock.deadline(one) == Deadline(last)
    found = Project.objects.filter(pk=one.pk)
    assert found.filter(due_by(clock, last)).exists()
    assert not found.filter(due_by(clock, last - calendar.DAY)).exists()


def test_a_day_in_a_year_without_a_calendar_is_provisional():
    known = Deadline(date(2018, 5, 4))
    assert not calendar.put_off_to(known, PUT_OFF).provisional
    assert calendar.put_off_to(known, date(2035, 1, 5)).provisional
    assert calendar.put_off_to(Deadline(known.on, provisional=True), PUT_OFF).provisional


def test_a_clock_that_has_not_started_is_not_put_off():
    assert clock.deadline(Project(approved_on=None, extended_to=PUT_OFF)) is None
