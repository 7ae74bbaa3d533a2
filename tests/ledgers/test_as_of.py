"""What lies after the cut-off is no concern of a closing; today is not over."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from taizhang.core.finding import Refusal
from taizhang.ledgers.as_of import judged_day, judged_up_to
from taizhang.lines.duty.tests.records import FIRST, LAST, SECOND, day, log, roster, saved
from taizhang.snapshots.conditions import questions
from tests import cast


def test_yesterday_is_the_last_day_that_is_over():
    assert judged_day() == timezone.localdate() - timedelta(days=1)


def test_while_a_period_is_closed_it_is_the_cutoff():
    with judged_up_to(LAST):
        with judged_up_to(FIRST):
            assert judged_day() == FIRST
        assert judged_day() == LAST
    assert judged_day() > LAST


@pytest.fixture
def two_of_three(office):
    """The first two days signed, the third not."""
    of = saved(roster())
    for on in (FIRST, SECOND, LAST):
        saved(day(of, on))
    saved(log(FIRST))
    saved(log(SECOND))


def test_a_period_closes_with_every_duty_day_up_to_the_cutoff_signed(two_of_three):
    with judged_up_to(SECOND):
        assert [one.rule.title for one in questions(cast.TOWN) if one.rule.at_closing] == []


def test_a_duty_day_without_a_signed_entry_bars_the_closing(two_of_three):
    with judged_up_to(LAST), pytest.raises(Refusal, match="2018-02-24") as refused:
        questions(cast.TOWN)
    assert "当日无来访" in str(refused.value)


def test_a_working_day_that_nobody_is_rostered_on_bars_it_too(two_of_three):
    saved(log(LAST))
    saved(roster("ZB2", since=date(2018, 2, 26), until=date(2018, 2, 27)))
    with judged_up_to(date(2018, 2, 28)), pytest.raises(Refusal, match="2018-02-26、2018-02-27"):
        questions(cast.TOWN)
