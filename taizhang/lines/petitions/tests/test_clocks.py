"""The clock table of both regulations: days that cross the Spring Festival of 2018, made-up weekends and unknown years."""

from datetime import date

import pytest

from taizhang.core import calendar
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.due import due_by
from taizhang.ledgers.workflow import workflow
from taizhang.lines.petitions.derived import deadlines_of
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.tests.petitions import accusation, petition, saved
from taizhang.lines.petitions.workflow import decide, handle, re_review, review
from tests.rule_cases import broken

# 2018: rest from 15 to 21 February; 11 and 24 February, a Sunday and a Saturday, and Sunday 8 April are worked.
INFORM = [
    ("2018-01-27", "2018-02-11"),  # ends on a made-up Sunday: that day
    (
        "2018-01-31",
        "2018-02-22",
    ),  # on the first day of the festival: the first day of work after it
    ("2018-02-06", "2018-02-22"),
    ("2018-02-07", "2018-02-22"),  # on that day itself
    ("2018-02-09", "2018-02-24"),  # on a made-up Saturday
    ("2018-02-10", "2018-02-26"),  # on an ordinary Sunday
    ("2018-03-01", "2018-03-16"),
    ("2022-09-20", "2022-10-08"),  # the regulations of 2022, on a day of the autumn holidays
]
HANDLE = [
    ("2017-12-18", "2018-02-22", "2018-03-26"),  # 16 February; 24 March is a Saturday
    ("2018-01-05", "2018-03-06", "2018-04-08"),  # 5 April is a holiday, Sunday 8 April is worked
    ("2018-01-08", "2018-03-09", "2018-04-08"),  # the last day is a made-up Sunday
    ("2018-03-05", "2018-05-04", "2018-06-04"),  # 3 June is a Sunday
    ("2022-04-30", "2022-06-29", "2022-07-29"),  # the last day of the old regulations
    ("2022-05-01", "2022-06-30", "2022-08-01"),  # the first of the new ones
]
OBJECT = [
    ("2018-02-09", "2018-02-22"),  # 11, 12, 13, 14, 22: five working days
    ("2018-02-13", "2018-02-26"),  # 14, 22, 23, 24, 26
    ("2018-03-01", "2018-03-08"),
    ("2018-04-04", "2018-04-12"),  # 8, 9, 10, 11, 12: a made-up Sunday counts
]
REVIEW = [("2018-01-16", "2018-02-22"), ("2018-03-12", "2018-04-11")]
RE_REVIEW = [
    ("2018-01-16", 0, "2018-02-22"),
    ("2018-01-16", 10, "2018-03-05"),  # ten days of hearing after 22 February: 4 March is a Sunday
    ("2018-03-12", 5, "2018-04-16"),
]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture(autouse=True)
def _standards(office):
    """The clocks are data that both regulations ship."""


@pytest.mark.parametrize(("received", "last"), INFORM)
def test_telling_the_petitioner_takes_fifteen_days(received, last):
    one = Petition(received_on=day(received))
    assert decide.deadline(one).on == day(last) == deadlines_of(one)[0]


@pytest.mark.parametrize(("accepted", "last", "longest"), HANDLE)
def test_handling_takes_sixty_days_and_at_most_thirty_more(accepted, last, longest):
    one = Petition(received_on=day(accepted), accepted_on=day(accepted))
    _, due, limit, counted, _, _ = deadlines_of(one)
    assert (due, limit, counted) == (day(last), day(longest), day(last))
    assert handle.deadline(one).on == day(last)
    one.extended_to = day(longest)
    assert handle.deadline(one).on == deadlines_of(one)[3] == day(longest)


@pytest.mark.parametrize(("received", "last"), OBJECT)
def test_an_objection_has_five_working_days(received, last):
    title = "异议在五个工作日内提出"
    said = {
        "channel": "transferred",
        "source_level": "county",
        "source_document": "示例1号",
        "objection_reason": "不归本级",
        "received_on": day(received),
    }
    assert calendar.working_days(day(received), 5).on == day(last)
    assert title not in broken(petition(objected_on=day(last), **said))
    late = calendar.working_days(day(last), 1).on
    assert broken(petition("XF2", objected_on=late, **said))[title] == "error"


@pytest.mark.parametrize(("asked", "last"), REVIEW)
def test_a_review_takes_thirty_days(asked, last):
    assert review.deadline(Petition(review_asked_on=day(asked))).on == day(last)


@pytest.mark.parametrize(("asked", "hearing", "last"), RE_REVIEW)
def test_a_re_review_takes_thirty_days_without_those_of_the_hearing(asked, hearing, last):
    one = Petition(received_on=day(asked), re_review_asked_on=day(asked), hearing_days=hearing)
    one.re_review_due_on = deadlines_of(one)[4]
    assert one.re_review_due_on == re_review.deadline(one).on == day(last)


def test_a_deadline_in_a_year_without_a_calendar_is_provisional():
    one = saved_with_deadlines(received_on=date(2026, 12, 20))
    assert decide.deadline(one).provisional
    assert str(decide.deadline(one)).endswith("（暂定）")
    assert one.is_provisional


def saved_with_deadlines(**said: object) -> Petition:
    one = petition(**said)
    save_record(one)
    one.refresh_from_db()
    return one


def test_nobody_is_told_where_nobody_signed():
    assert saved_with_deadlines(anonymous=True).inform_due_on is None
    assert saved_with_deadlines(number="XF2").inform_due_on == date(2018, 3, 16)


def test_before_any_regulation_there_is_no_clock():
    assert deadlines_of(Petition(received_on=date(2004, 3, 1)))[0] is None


@pytest.mark.parametrize(("accepted", "last", "longest"), HANDLE)
def test_the_database_finds_what_is_due_by_the_same_days(accepted, last, longest):
    kept = saved(petition(accepted_on=day(accepted), received_on=day(accepted)))
    put_off = saved(
        petition(
            "XF2", accepted_on=day(accepted), received_on=day(accepted), extended_to=day(longest)
        )
    )
    for one, end in ((kept, last), (put_off, longest)):
        found = Petition.objects.filter(pk=one.pk)
        assert found.filter(due_by(handle, day(end))).exists()
        assert not found.filter(due_by(handle, day(end) - calendar.DAY)).exists()


def test_an_accusation_has_the_same_clocks(appointed):
    appointed("discipline")
    one = saved(accusation(accused="甄有名", accused_place_id=None))
    flow = workflow(Petition)
    assert {end.on for _, end in flow.open_steps(one) if end} == {date(2018, 3, 16)}
