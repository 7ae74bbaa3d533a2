"""Counting days: the official calendar of 2018, roll-over, extensions, and years nobody knows yet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.core.calendar import (
    CalendarUnknown,
    Deadline,
    calendar_days,
    due,
    extend,
    is_working_day,
    latest_start,
    working_days,
    working_days_between,
)
from taizhang.core.finding import Refusal

KNOWN = st.dates(date(2017, 1, 10), date(2018, 9, 1))
ANY_DAY = st.dates(date(1950, 1, 1), date(2150, 1, 1))
DAYS = st.integers(0, 60)


@pytest.mark.parametrize("day", [date(2018, 2, 11), date(2018, 2, 24)])
def test_sundays_and_saturdays_made_up_for_spring_festival_are_worked(day):
    assert day.weekday() >= 5
    assert is_working_day(day)


def test_offices_reopened_on_22_february_after_spring_festival_2018():
    assert working_days(date(2018, 2, 14), 1) == Deadline(date(2018, 2, 15 + 7))
    assert not any(is_working_day(date(2018, 2, day)) for day in range(15, 22))


def test_a_relay_from_28_february_to_5_march_2018_took_three_working_days():
    assert working_days_between(date(2018, 2, 28), date(2018, 3, 5)) == 3
    assert working_days_between(date(2018, 3, 5), date(2018, 2, 28)) == -3
    assert working_days_between(date(2018, 3, 5), date(2018, 3, 5)) == 0


@pytest.mark.parametrize(
    ("start", "n", "last"),
    [
        (date(2018, 2, 28), 3, date(2018, 3, 5)),  # over a weekend
        (date(2018, 2, 9), 1, date(2018, 2, 11)),  # the Sunday is worked
        (date(2018, 9, 28), 2, date(2018, 9, 30)),  # so are two days before the National Day
        (date(2018, 9, 30), 1, date(2018, 10, 8)),  # and then nobody for a week
        (date(2018, 3, 3), 0, date(2018, 3, 5)),
    ],
)
def test_working_days_skip_rest_days_and_the_day_of_the_start(start, n, last):
    assert working_days(start, n) == Deadline(last, provisional=False)


@pytest.mark.parametrize(
    ("start", "n", "last"),
    [
        (date(2018, 3, 5), 15, date(2018, 3, 20)),  # the start does not count
        (date(2018, 3, 2), 15, date(2018, 3, 19)),  # 17 March is a Saturday
        (date(2018, 2, 1), 15, date(2018, 2, 22)),  # 16 February is the Spring Festival
        (date(2018, 2, 9), 15, date(2018, 2, 24)),  # a Saturday, but worked
    ],
)
def test_calendar_days_roll_over_a_rest_day_at_the_end(start, n, last):
    assert calendar_days(start, n) == Deadline(last, provisional=False)


def test_calendar_days_stay_where_they_fall_when_a_rule_knows_no_roll_over():
    assert calendar_days(date(2018, 2, 1), 15, roll=False) == Deadline(date(2018, 2, 16))


def test_one_clock_counts_either_kind_of_day():
    start = date(2018, 3, 2)
    assert due(start, 5, working=True).on == date(2018, 3, 9)
    assert due(start, 5, working=False).on == date(2018, 3, 7)


def test_an_extension_counts_from_the_old_deadline():
    sixty = calendar_days(date(2018, 3, 5), 60)
    assert sixty.on == date(2018, 5, 4)
    assert extend(sixty, 30, working=False).on == date(2018, 6, 4)  # 3 June is a Sunday
    assert extend(sixty, 5, working=True).on == date(2018, 5, 11)


def test_a_year_without_official_calendar_gives_a_provisional_deadline():
    monday_to_friday = working_days(date(2091, 1, 3), 5)
    assert monday_to_friday == Deadline(date(2091, 1, 10), provisional=True)
    assert calendar_days(date(2091, 1, 3), 10).provisional
    assert not calendar_days(date(2091, 1, 3), 10, roll=False).provisional
    assert "暂定" in str(monday_to_friday)


def test_a_deadline_that_only_passes_through_an_unknown_year_says_so_too():
    guessed = Deadline(date(2018, 3, 5), provisional=True)
    assert extend(guessed, 3, working=True).provisional
    assert extend(Deadline(date(2091, 1, 3)), 3, working=False).provisional
    assert working_days(date(2003, 12, 29), 5).provisional  # the calendar begins with 2004


def test_an_unknown_year_is_never_counted_as_fact():
    with pytest.raises(CalendarUnknown, match="2091"):
        is_working_day(date(2091, 1, 3))
    with pytest.raises(Refusal, match="放假安排"):
        working_days_between(date(2091, 1, 3), date(2091, 1, 10))


def test_a_clock_does_not_run_backwards():
    with pytest.raises(ValueError, match="backwards"):
        working_days(date(2018, 3, 5), -1)
    with pytest.raises(ValueError, match="backwards"):
        calendar_days(date(2018, 3, 5), -1)


@given(KNOWN, DAYS)
def test_counting_forth_and_back_agree(start, n):
    deadline = working_days(start, n)
    assert not deadline.provisional
    assert is_working_day(deadline.on)
    if n:
        assert working_days_between(start, deadline.on) == n


@given(KNOWN, DAYS)
def test_roll_over_never_shortens_a_clock_and_ends_on_a_working_day(start, n):
    rolled = calendar_days(start, n).on
    assert rolled >= start + timedelta(days=n)
    assert is_working_day(rolled)


@given(ANY_DAY, DAYS, st.booleans())
def test_no_year_makes_a_deadline_fail(start, n, working):
    assert due(start, n, working).on >= start


@given(ANY_DAY, DAYS, DAYS, st.booleans())
def test_a_longer_clock_never_ends_earlier(start, n, more, working):
    assert due(start, n, working).on <= due(start, n + more, working).on


@given(last=ANY_DAY, n=DAYS, working=st.booleans())
def test_what_started_by_the_latest_start_is_due_by_the_day_and_nothing_else_is(last, n, working):
    start = latest_start(last, n, working)
    assert due(start, n, working).on <= last
    assert due(start + timedelta(days=1), n, working).on > last


def test_the_latest_start_skips_what_a_clock_skips():
    assert latest_start(date(2018, 3, 5), 3, working=True) == date(2018, 2, 28)
    assert latest_start(date(2018, 2, 22), 15, working=False) == date(2018, 2, 7)
    assert latest_start(date(2018, 2, 21), 0, working=True) == date(2018, 2, 14)
