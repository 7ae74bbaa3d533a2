"""What is due is found by the database, and is the same that each record says of itself."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from taizhang.ledgers.due import clocks, stands_at, waits_for
from taizhang.ledgers.models import Standard
from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.hollow_houses.models import HollowHouse
from tests import cast
from tests.desk.conftest import HOUSE

FIRST = date(2017, 9, 1)
DATES = ("surveyed_on", "agreement_on", "demolished_on")
SHAPES = [(1, 0, 0, 0), (1, 1, 0, 0), (1, 1, 0, 1), (1, 1, 1, 0), (1, 0, 1, 0), (1, 0, 0, 1)]
CLOCKS = {
    "working days": Clock(20, since="agreement_on"),
    "calendar days": Clock(15, since="agreement_on", working=False),
    "from the very day": Clock(0, since="agreement_on"),
    "extended": Clock(20, "agreement_on", extension=10, extended_on="resurveyed_on"),
    "extended by calendar days": Clock(60, "agreement_on", False, 30, "resurveyed_on"),
    "a standard's days": Clock("ledgers.days", since="agreement_on", working=False),
    "since another date": Clock(10, since="resurveyed_on"),
}


def flow(clock: Clock, other: Clock | None = None) -> Workflow:
    """Surveyed, agreed, then taken down within the clock, or refused within another."""
    return Workflow(
        HollowHouse,
        (
            Step("摸底", "surveyed", on="surveyed_on"),
            Step("签协议", "agreed", on="agreement_on", after=("surveyed",), clock=other),
            Step("拆除", "demolished", on="demolished_on", after=("agreed",), clock=clock),
        ),
    )


@pytest.fixture
def houses(office) -> list[HollowHouse]:
    """Houses of every shape, a day apart, around New Year and Spring Festival of 2018."""
    made = [
        HollowHouse(
            **{**HOUSE, **dated(shape, FIRST + timedelta(days=2 * turn))},
            number=f"{turn}-{''.join(map(str, shape))}",
            place_id=cast.GUANGPING,
        )
        for turn in range(100)
        for shape in SHAPES
    ]
    HollowHouse.objects.bulk_create(made)
    return list(HollowHouse.objects.all())


def dated(shape: tuple[int, ...], first: date) -> dict[str, date | None]:
    days = {
        name: first + timedelta(days=turn) for turn, name in enumerate((*DATES, "resurveyed_on"))
    }
    return {name: days[name] if set_ else None for name, set_ in zip(days, shape, strict=True)}


@pytest.fixture
def standards(office) -> None:
    """Seven days in autumn, fifteen from New Year until March; another notice overrides February."""
    for value, since, until in [
        ("7", date(2017, 10, 1), date(2018, 1, 1)),
        ("15", date(2018, 1, 1), date(2018, 3, 1)),
        ("3", date(2018, 2, 1), date(2018, 2, 10)),
    ]:
        Standard.objects.create(
            name="ledgers.days",
            title="公示期",
            value=Decimal(value),
            since=since,
            until=until,
            document="示例",
        )


def numbers(condition) -> set[str]:
    return set(HollowHouse.objects.filter(condition).values_list("number", flat=True))


@pytest.mark.parametrize("name", CLOCKS)
@pytest.mark.parametrize("day", [date(2017, 11, 20), date(2018, 1, 2), date(2018, 2, 22)])
def test_the_database_finds_what_each_record_says_of_itself(houses, standards, name, day):
    matter = flow(CLOCKS[name], Clock(30, since="surveyed_on"))
    due = {
        house.number
        for house in houses
        if any(end and end.on <= day for _, end in matter.open_steps(house))
    }
    assert numbers(clocks(matter).due_by(day)) == due
    assert due
    assert len(due) < len(houses)


@pytest.mark.parametrize("name", CLOCKS)
def test_where_a_record_stands_and_what_it_waits_for_are_the_same(houses, name):
    matter = flow(CLOCKS[name])
    for step in matter.steps:
        assert numbers(stands_at(matter, step)) == {
            house.number for house in houses if matter.state(house) == step
        }
        assert numbers(waits_for(matter, step)) == {
            house.number for house in houses if step in dict(matter.open_steps(house))
        }


def test_a_matter_that_has_not_begun_waits_for_its_first_step(houses):
    begun_by_agreement = Workflow(
        HollowHouse, (Step("签协议", "agreed", "agreement_on", clock=Clock(30, "surveyed_on")),)
    )
    waiting = {house.number for house in houses if house.agreement_on is None}
    assert numbers(waits_for(begun_by_agreement, begun_by_agreement.steps[0])) == waiting


def test_days_that_no_standard_covers_are_told_apart_and_stop_nothing(houses, standards):
    matter = flow(CLOCKS["a standard's days"])
    unread = clocks(matter).unread()
    assert list(unread) == ["ledgers.days"]
    waiting = [house for house in houses if matter.steps[2] in dict(matter.open_steps(house))]
    uncovered = {house.number for house in waiting if house.agreement_on < date(2017, 10, 1)} | {
        house.number for house in waiting if house.agreement_on >= date(2018, 3, 1)
    }
    assert numbers(unread["ledgers.days"]) == uncovered != set()
    house = next(house for house in waiting if house.number in uncovered)
    assert matter.open_steps(house) == [(matter.steps[2], None)]
    assert matter.overdue(house, date(2020, 1, 1)) == []
    assert "没有生效的标准" in matter.steps[2].trouble(house)
    assert matter.steps[0].trouble(house) == ""


def test_a_standard_nobody_entered_leaves_every_deadline_open(houses):
    matter = flow(CLOCKS["a standard's days"])
    running = clocks(matter)
    assert numbers(running.due_by(date(2030, 1, 1))) == set()
    assert len(numbers(running.unread()["ledgers.days"])) == 200
    assert HollowHouse.objects.order_by(running.about_when())[0]


def test_about_when_sorts_nearly_as_the_deadlines_do(houses):
    matter = flow(CLOCKS["extended"], Clock(30, since="surveyed_on"))
    running = clocks(matter)
    due = HollowHouse.objects.filter(running.due_by(date(2018, 3, 1))).order_by(
        running.about_when()
    )
    ends = [min(end.on for _, end in matter.open_steps(house) if end) for house in due]
    place = {end: turn for turn, end in enumerate(sorted(ends))}
    assert max(abs(place[end] - turn) for turn, end in enumerate(ends)) <= 30
    assert len(ends) > 200


def test_two_steps_of_one_clock_are_asked_for_once(office):
    decision = Clock(20, since="agreement_on")
    either = Workflow(
        HollowHouse,
        (
            *flow(decision).steps,
            Step("不拆", "kept", on="resurveyed_on", after=("agreed",), clock=decision),
        ),
    )
    assert [clock for clock, _ in clocks(either).running] == [decision]
