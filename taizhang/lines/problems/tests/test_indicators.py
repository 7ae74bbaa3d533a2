"""Open problems carry over by themselves; a late one is late from the day after its deadline until it is struck off."""

from datetime import date, timedelta

import pytest

from taizhang.core.period import Period
from taizhang.documents.printing import print_paper
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.problems.tests.lists import (
    CLOSED,
    DEADLINE,
    EXTENDED,
    category,
    problem,
    progress,
    saved,
)
from taizhang.lines.problems.workflow import problem as flow
from tests import cast
from tests.documents.printed import everything

DAY = timedelta(days=1)


def told(cutoff, period="2018Q1"):
    found = figures(LiveSource(cast.TOWN, cutoff), Period.parse(period))
    return {
        one.indicator.removeprefix("problems."): one.value
        for one in found
        if one.indicator.startswith("problems.")
    }


@pytest.fixture
def of(office):
    """Four: carried over and late, closed in time, closed too late, and put off."""
    of = saved(category())
    saved(problem(of, "甲", raised_on=date(2017, 10, 12)))
    saved(progress(saved(problem(of, "乙", **CLOSED))))
    saved(problem(of, "丙", **CLOSED | {"closed_on": DEADLINE + 10 * DAY}))
    saved(problem(of, "丁", **EXTENDED))
    return of


def test_what_is_open_stands_in_the_next_period_without_being_written_again(of):
    first, second = told(date(2018, 3, 26)), told(date(2018, 6, 20), "2018Q2")
    assert (first["raised"], first["closed"], first["open_problems"]) == (3, 2, 2)
    assert (second["raised"], second["closed"], second["open_problems"]) == (0, 0, 2)


@pytest.mark.parametrize(
    ("cutoff", "overdue"),
    [
        (DEADLINE, 0),
        (DEADLINE + DAY, 2),  # 甲, and 丙 until it was closed
        (DEADLINE + 9 * DAY, 2),
        (DEADLINE + 10 * DAY, 1),
        (date(2018, 6, 29), 1),
        (date(2018, 6, 30), 2),  # 丁 was put off, and is late now
    ],
)
def test_a_problem_is_late_from_the_day_after_until_it_is_struck_off(of, cutoff, overdue):
    assert told(cutoff, "2018")["overdue"] == overdue


def test_a_deadline_on_a_day_of_rest_gives_way_as_on_the_to_do_list(office):
    saturday = date(2018, 3, 3)
    made = saved(problem(saved(category()), deadline=saturday))
    assert told(saturday + 2 * DAY)["overdue"] == 0  # the Monday
    assert told(saturday + 3 * DAY)["overdue"] == 1
    [(_, due)] = flow.open_steps(made)
    assert due.on == saturday + 2 * DAY


def test_what_is_still_open_stays_in_the_denominator(of):
    found = told(date(2018, 3, 26))
    assert (found["due"], found["closed_in_time"]) == (3, 1)
    assert str(found["in_time_rate"]) == "33.33"


def test_the_list_and_the_slip_are_printed(of):
    listed = everything(print_paper("problems.problem_list", of, date(2018, 3, 26)))
    assert "没有销号的2个，已经销号的2个" in listed
    assert "2018年6月29日" in listed
    slip = everything(
        print_paper("problems.striking_off", of.problems.get(number="乙"), date(2018, 3, 26))
    )
    assert "路基完成" in slip
    assert "文汇总" in slip
