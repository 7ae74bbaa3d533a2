"""Meetings, relays, tasks and standing meetings as figures; nothing that could rank a village or a person."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.indicator import definitions, indicators
from taizhang.indicators.live import LiveSource
from taizhang.lines.directives.models import GroupMember, Task
from taizhang.lines.directives.tests.records import (
    CLOSED,
    DOER,
    DUE,
    TOWN_DAY,
    VERIFIED,
    cadence,
    city,
    entered,
    extension,
    group,
    meeting,
    publicity,
    relay,
    saved,
    seat,
    session,
    task,
    unit,
    urging,
    vote,
)
from tests import cast

CUTOFF = date(2018, 3, 26)
NAMES = [name for name in definitions() if name.startswith("directives.")]


def told(
    cutoff: date = CUTOFF, period: str = "2018Q1", place: str = cast.TOWN, by: str | None = None
):
    """The figures of the line by their short names; broken down, those of each key."""
    found = figures(LiveSource(place, cutoff), Period.parse(period), names=NAMES, by=by)
    if by:
        return {(one.indicator.removeprefix("directives."), one.key): one.value for one in found}
    return {one.indicator.removeprefix("directives."): one.value for one in found}


@pytest.fixture
def units(office):
    village = {"name": "广坪村", "kind": "village"}
    return [saved(unit()), saved(unit("DW2", **village)), saved(unit("DW3", name="财政所"))]


def test_meetings_are_counted_by_whose_they_are(office):
    city()
    saved(meeting("HY1", expected=40, present=38))
    saved(meeting("HY2", kind="cadres", held_on=date(2018, 3, 5), expected=10, present=10))
    saved(meeting("HY3", kind="huddle", held_on=date(2018, 3, 27)))  # after the cut-off
    saved(meeting("HY4", kind="huddle", held_on=date(2017, 12, 29), expected=5, present=1))
    saved(meeting("HY6", kind="special", expected=10))  # nobody wrote down who came
    saved(vote("representatives"))
    now = told()
    assert now["upper_meetings"] == 1
    assert now["cadre_meetings"] == 1
    assert now["three_level_meetings"] == 1
    assert now["meetings_held"] == 3
    assert now["villagers_meetings"] == 1
    assert (now["expected"], now["present"]) == (50, 48)
    assert now["attendance"] == Decimal("96.00")
    assert told(by="item")[("meetings_held", "three_levels")] == 1


def test_a_unit_that_passed_a_meeting_on_twice_counts_once(units):
    of = saved(meeting(must_relay=True))
    saved(
        relay(of, units[0], date(2018, 3, 8), "HY11", reported_on=date(2018, 3, 12), report="已学")
    )
    saved(
        relay(of, units[0], date(2018, 3, 9), "HY12", reported_on=date(2018, 3, 12), report="已学")
    )
    saved(relay(of, units[1], date(2018, 3, 9), "HY13", level="village", place_id=cast.GUANGPING))
    saved(relay(of, units[2], date(2018, 3, 27), "HY14"))  # after the cut-off
    now = told()
    assert (now["relays_asked"], now["relays"], now["relays_open"]) == (3, 2, 1)
    assert now["relay_coverage"] == Decimal("66.67")
    assert now["reports_back"] == 1
    assert told(date(2018, 3, 31))["relays_open"] == 0


def test_what_need_not_be_passed_on_does_not_count_as_coverage(units):
    saved(relay(saved(meeting()), units[0], date(2018, 3, 8)))
    now = told()
    assert (now["relays_asked"], now["relays"]) == (0, 0)
    assert now["relay_coverage"] is None or now["relay_coverage"] == 0


def test_no_figure_of_relays_or_standing_meetings_can_be_told_by_village(units):
    of = saved(meeting(must_relay=True))
    village = {"level": "village", "place_id": cast.GUANGPING}
    saved(
        relay(
            of, units[1], date(2018, 3, 9), **village, reported_on=date(2018, 3, 12), report="已学"
        )
    )
    held = saved(meeting("HY7", kind="huddle", held_on=date(2018, 1, 9)))
    saved(session(saved(cadence()), held_on=date(2018, 1, 9), meeting=held))
    assert (told()["relays"], told()["sessions_held"]) == (1, 1)
    places = told(by="place")
    for name in ("relays", "relays_asked", "reports_back", "sessions_planned", "sessions_held"):
        told_of = {key for (one, key), value in places.items() if one == name and value}
        assert told_of == {cast.TOWN}, name


def test_no_figure_is_broken_down_by_person():
    names = {"responsible", "name", "lead_leader", "told_by", "urged_by", "unit", "lead_unit"}
    for name, one in indicators().items():
        if name.startswith("directives."):
            assert names.isdisjoint(leg.item for leg, _ in one.legs()), name


@pytest.fixture
def tasks(units):
    """In time, late, overdue, put off, not yet due, withdrawn, closed long before its deadline."""
    entered(task("RW1", **CLOSED))
    entered(task("RW2", title="二", **CLOSED | {"closed_on": date(2018, 3, 23)}))
    entered(task("RW3", title="三"))
    put_off = entered(task("RW4", title="四"))
    entered(extension(put_off, approved_on=date(2018, 3, 19), decided_by="李丁卯"))
    entered(task("RW5", title="五", deadline=date(2018, 4, 20)))
    entered(task("RW6", title="六", withdrawn_on=DUE, withdrawn_why="并入RW5"))
    entered(task("RW7", title="七", deadline=date(2018, 4, 20), **CLOSED))
    entered(task("RW8", title="八", **VERIFIED))
    entered(urging(Task.objects.get(number="RW3")))


def test_tasks_are_counted_with_those_that_hide(tasks):
    now = told()
    assert now["tasks_assigned"] == 8
    assert now["tasks_closed"] == 3
    assert now["tasks_due"] == 4  # RW1, RW2, RW3, RW8: verified is not closed
    assert now["tasks_closed_in_time"] == 1
    assert now["tasks_in_time"] == Decimal("25.00")
    assert now["tasks_open"] == 4
    assert now["tasks_overdue"] == 2
    assert (now["urgings"], now["extensions_granted"]) == (1, 1)


def test_a_late_closing_ends_being_overdue(tasks):
    by_day = {day: told(date(2018, 3, day))["tasks_overdue"] for day in (21, 22, 23)}
    assert by_day == {21: 0, 22: 3, 23: 2}


def test_a_deadline_on_a_rest_day_is_kept_by_the_next_working_day(units):
    entered(task("RW1", deadline=date(2018, 3, 24), **CLOSED | {"closed_on": CUTOFF}))
    assert told()["tasks_in_time"] == 100


def test_planned_and_held_are_told_turn_by_turn(office):
    of = saved(cadence())
    held = saved(meeting("HY7", kind="huddle", held_on=date(2018, 1, 9)))
    saved(session(of, "QC1", held_on=date(2018, 1, 9), meeting=held))
    saved(session(of, "QC2", begins_on=date(2018, 1, 15), due_on=date(2018, 1, 19)))
    saved(session(of, "QC3", begins_on=date(2018, 3, 26), due_on=date(2018, 3, 30)))
    saved(meeting("HY8", kind="huddle", held_on=date(2018, 1, 10)))  # one more, in no turn
    now = told()
    assert (now["sessions_planned"], now["sessions_held"]) == (2, 1)
    assert now["sessions_share"] == 50


def test_groups_and_seats_are_those_in_office(office):
    of = saved(group())
    saved(seat(of, until=date(2018, 3, 1), basis_no="1号"))
    saved(seat(of, "CY2", name="钱乙丑", since=date(2018, 3, 1), basis_no="1号"))
    assert (told()["leading_groups"], told()["group_seats"]) == (1, 1)
    assert GroupMember.objects.get(number="CY1").name == DOER
    assert told(date(2018, 1, 31))["group_seats"] == 1


def test_slogans_add_up_and_boards_are_no_slogans(office):
    saved(publicity())
    saved(publicity("XC2", kind="banner", pieces=57, put_up_on=TOWN_DAY))
    saved(publicity("XC3", kind="board", pieces=8, taken_down_on=TOWN_DAY))
    saved(publicity("XC4", kind="advert", pieces=2, put_up_on=date(2017, 12, 1)))
    now = told()
    assert (now["slogans"], now["boards"], now["adverts"]) == (83, 8, 0)
