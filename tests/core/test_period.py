"""Periods: what they are called, what they cover, what they are compared with."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.core.finding import Refusal
from taizhang.core.period import Period

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
NAMED = st.builds(
    "{}{}".format,
    st.integers(1950, 2150),
    st.sampled_from(["", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "-01", "-02", "-09", "-12"]),
)
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(lambda days: f"{days[0]}..{days[1]}")
PERIODS = st.one_of(NAMED, SPANS).map(Period.parse)


@pytest.mark.parametrize(
    ("name", "first", "last", "label"),
    [
        ("2018", "2018-01-01", "2018-12-31", "2018年"),
        ("2018H1", "2018-01-01", "2018-06-30", "2018年上半年"),
        ("2018H2", "2018-07-01", "2018-12-31", "2018年下半年"),
        ("2018Q1", "2018-01-01", "2018-03-31", "2018年一季度"),
        ("2018Q4", "2018-10-01", "2018-12-31", "2018年四季度"),
        ("2018-03", "2018-03-01", "2018-03-31", "2018年3月"),
        ("2016-02", "2016-02-01", "2016-02-29", "2016年2月"),
        ("2018-01-01..2018-03-26", "2018-01-01", "2018-03-26", "2018年1月1日至3月26日"),
        ("2017-12-30..2018-03-26", "2017-12-30", "2018-03-26", "2017年12月30日至2018年3月26日"),
        ("2018-03-26..2018-03-26", "2018-03-26", "2018-03-26", "2018年3月26日"),
    ],
)
def test_a_period_knows_its_days_and_how_an_office_writes_it(name, first, last, label):
    period = Period.parse(name)
    assert (period.name, str(period.first), str(period.last)) == (name, first, last)
    assert period.label == label


@pytest.mark.parametrize("text", [" 2018q1 ", "２０１８Ｑ１", "2018Q1"])
def test_case_blanks_and_full_width_letters_do_not_matter(text):
    assert Period.parse(text).name == "2018Q1"


@pytest.mark.parametrize(
    "text",
    [
        *("", "18", "2018年", "一季度", "2018-3", "2018Q1x", "2018Q", "٢٠١٨"),
        *("2018Q0", "2018Q5", "2018H3", "2018-00", "2018-13", "0018"),
        *("2018-01-01", "2018-01-01..", "0018-01-01..0018-02-01"),
    ],
)
def test_anything_else_is_refused_with_the_forms_to_use(text):
    with pytest.raises(Refusal, match="2018Q1"):
        Period.parse(text)


def test_a_day_that_no_calendar_has_is_named():
    with pytest.raises(Refusal, match="2018-02-30"):
        Period.parse("2018-01-01..2018-02-30")


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(Refusal, match="早于"):
        Period.parse("2018-03-26..2018-01-01")


@pytest.mark.parametrize(
    ("name", "previous", "year_ago"),
    [
        ("2018", "2017", "2017"),
        ("2018H1", "2017H2", "2017H1"),
        ("2018Q1", "2017Q4", "2017Q1"),
        ("2018Q3", "2018Q2", "2017Q3"),
        ("2018-01", "2017-12", "2017-01"),
        ("2018-01-01..2018-03-26", "2017-10-08..2017-12-31", "2017-01-01..2017-03-26"),
        ("2018-01-01..2018-02-28", "2017-11-01..2017-12-31", "2017-01-01..2017-02-28"),
        ("2016-02-01..2016-02-29", "2016-01-01..2016-01-31", "2015-02-01..2015-02-28"),
        ("2017-02-01..2017-02-28", "2017-01-01..2017-01-31", "2016-02-01..2016-02-29"),
        ("2016-02-10..2016-02-29", "2016-01-21..2016-02-09", "2015-02-10..2015-02-28"),
    ],
)
def test_a_period_is_compared_with_its_like(name, previous, year_ago):
    period = Period.parse(name)
    assert period.previous() == Period.parse(previous)
    assert period.year_ago() == Period.parse(year_ago)


@given(PERIODS)
def test_reading_a_name_back_gives_the_same_period(period):
    assert Period.parse(period.name) == period


@given(PERIODS)
def test_the_previous_period_ends_the_day_before(period):
    assert period.previous().last == period.first - timedelta(days=1)


@given(PERIODS)
def test_months_cover_the_period_without_gap_or_overlap(period):
    months = period.months()
    assert period.first in months[0]
    assert period.last in months[-1]
    for earlier, later in pairwise(months):
        assert later.first == earlier.last + timedelta(days=1)


@given(NAMED.map(Period.parse))
def test_months_of_a_named_period_cover_nothing_else(period):
    months = period.months()
    assert (months[0].first, months[-1].last) == (period.first, period.last)


@given(PERIODS, DAYS)
def test_a_day_is_in_a_period_from_its_first_to_its_last_day(period, day):
    assert (day in period) == (period.first <= day <= period.last)
    assert period.first in period
    assert period.last in period


@given(st.lists(PERIODS, max_size=5))
def test_periods_sort_by_their_days(periods):
    days = [(period.first, period.last) for period in sorted(periods)]
    assert days == sorted(days)
