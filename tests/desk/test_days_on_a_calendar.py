"""The month at a glance: who sits in, and which days are signed, in words as well as in colours."""

from datetime import date

import pytest

from taizhang.desk.calendar import shown_days
from taizhang.desk.record_actions import page_of
from taizhang.ledgers.as_of import judged_up_to
from taizhang.lines.duty.tests.records import (
    FIRST,
    LAST,
    LEADER,
    OTHER,
    SECOND,
    SUBSTITUTE,
    day,
    log,
    roster,
    saved,
)
from taizhang.lines.land.tests.records import project

MARCH = date(2018, 3, 1)


@pytest.fixture
def of(office):
    """Signed with visitors; over and not signed; a substitute at night; one to come in March."""
    of = saved(roster(until=MARCH))
    saved(day(of, FIRST))
    saved(log(FIRST, came="visitors", batches=2, people=3))
    saved(day(of, SECOND, leader=OTHER))
    saved(day(of, LAST, shift="night", substitute=SUBSTITUTE, substitute_reason="到市里开会"))
    saved(day(of, MARCH))
    return of


@pytest.fixture
def months(of):
    with judged_up_to(date(2018, 2, 28)):
        return shown_days(of)


def square(months, on):
    cells = (cell for month in months.months for week in month.weeks for cell in week if cell)
    return next(cell for cell in cells if cell.on == on)


def said(months, on):
    return [(told, tone) for told, tone, _ in square(months, on).marks]


def test_a_signed_day_says_so_and_how_many_came(months):
    assert said(months, FIRST) == [(f"{LEADER}　已签，来访2批", "good")]


def test_a_day_that_is_over_and_not_signed_is_late(months):
    assert said(months, SECOND) == [(f"{OTHER}　未签", "late")]


def test_the_night_names_the_substitute(months):
    assert said(months, LAST) == [(f"{SUBSTITUTE}（夜间）　未签", "late")]


def test_what_is_to_come_is_no_reproach(months):
    assert said(months, MARCH) == [(LEADER, "open")]


def test_made_up_and_free_days_are_marked(months):
    assert square(months, LAST).remark == "班"
    assert not square(months, LAST).is_rest
    assert square(months, date(2018, 2, 21)).remark == "休"
    assert square(months, date(2018, 2, 25)).is_rest


def test_each_month_is_a_table_of_weeks_from_monday(months):
    assert [month.title for month in months.months] == ["2018年2月", "2018年3月"]
    first = months.months[0].weeks[0]
    assert [cell and cell.on.day for cell in first] == [None, None, None, 1, 2, 3, 4]
    assert [(told, count) for _, told, count in months.tones] == [
        ("已签字", 1),
        ("过了没有签字", 2),
        ("还没有到", 1),
    ]


def test_a_ledger_without_days_has_no_calendar(office):
    assert shown_days(project()) is None
    assert shown_days(saved(roster())) is None


def test_the_page_of_a_roster_shows_it(of, visit):
    first, number = of.days.get(on=FIRST).pk, of.pk
    page = visit("office").get(f"/duty/roster/{number}/change/").content.decode()
    assert "坐班月历" in page
    assert f"{LEADER}　已签，来访2批" in page
    assert page_of("duty.roster_day", first) in page
