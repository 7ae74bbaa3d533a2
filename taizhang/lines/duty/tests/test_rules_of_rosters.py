"""Each rule of rosters and special periods: a record that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.as_of import judged_up_to
from taizhang.ledgers.record import Record
from taizhang.lines.duty.tests.records import (
    FIRST,
    LAST,
    LEADER,
    OTHER,
    SECOND,
    SUBSTITUTE,
    day,
    log,
    period,
    roster,
    saved,
)
from tests.rule_cases import broken, message

END_OF_FEBRUARY = date(2018, 2, 28)
SUNDAY, MONDAY, HOLIDAY = date(2018, 2, 25), date(2018, 2, 26), date(2018, 2, 21)
ALL = (FIRST, SECOND, LAST)
SUBSTITUTED = {"substitute": SUBSTITUTE, "substitute_reason": "到市里开会"}


@pytest.fixture(autouse=True)
def end_of_february(office):
    """As if closed at the end of February 2018: what lies later is no concern."""
    with judged_up_to(END_OF_FEBRUARY):
        yield


def alone(**changes: object) -> Record:
    return roster(**changes)


def with_days(rostered: tuple[date, ...] = ALL, **changes: object) -> Record:
    """A roster whose days are these."""
    of = saved(roster(**changes))
    for on in rostered:
        saved(day(of, on))
    return of


def after_another(ended: date, **changes: object) -> Record:
    """A roster after one that ended on this day."""
    saved(roster("ZB0", since=date(2018, 2, 1), until=ended))
    return roster(**{"since": MONDAY, "until": MONDAY} | changes)


def a_day(**changes: object) -> Record:
    """A signed day of a roster."""
    of = saved(roster(until=END_OF_FEBRUARY))
    saved(log(changes.get("on", FIRST)))
    return day(of, **changes)


def beside_a_period(until: date, **changes: object) -> Record:
    saved(period(until=until))
    return a_day(**changes)


def beside_a_night(leader: str, **changes: object) -> Record:
    record = a_day(**changes)
    saved(day(record.roster, FIRST, shift="night", leader=leader))
    return record


def logged(**changes: object) -> Record:
    """A day whose log was written like this."""
    of = saved(roster())
    saved(log(**changes))
    return day(of)


def unlogged(**changes: object) -> Record:
    return day(saved(roster(until=date(2018, 3, 9))), **changes)


def second_leaders(rostered: tuple[date, ...], **changes: object) -> Record:
    return with_shifts("second", rostered, {"second_leader": True} | changes)


def nights(rostered: tuple[date, ...], **changes: object) -> Record:
    return with_shifts("night", rostered, {"night_shift": True} | changes)


def with_shifts(shift: str, rostered: tuple[date, ...], changes: dict[str, object]) -> Record:
    of = saved(roster(until=END_OF_FEBRUARY))
    for on in rostered:
        saved(day(of, on, shift=shift))
    return period(**changes)


# ledger, title, how hard, record, what breaks the rule, what keeps it
ROWS = [
    (
        "duty.roster",
        "坐班表截止不早于起始",
        "error",
        alone,
        {"until": HOLIDAY},
        {"until": FIRST},
    ),
    (
        "duty.roster",
        "坐班表提前公布",
        "ask",
        alone,
        {"published_on": HOLIDAY},
        {"published_on": date(2018, 2, 20)},
    ),
    ("duty.roster", "坐班表要公布", "ask", alone, {"published_on": None}, {}),
    (
        "duty.roster",
        "坐班表要公布",
        "ask",
        alone,
        {"published_on": None},
        {"published_on": None, "since": date(2018, 3, 1), "until": date(2018, 3, 9)},
    ),
    (
        "duty.roster",
        "坐班表排满工作日",
        "ask",
        with_days,
        {"rostered": (FIRST, SECOND)},  # the made-up Saturday is missing
        {"rostered": ALL},
    ),
    (
        "duty.roster",
        "坐班表排满工作日",
        "ask",
        with_days,
        {"until": MONDAY},
        {"until": SUNDAY},
    ),
    (
        "duty.roster",
        "坐班表前后衔接",
        "ask",
        after_another,
        {"ended": SECOND},  # Saturday is worked, nobody is rostered
        {"ended": LAST},
    ),
    (
        "duty.roster",
        "坐班表到期要接上",
        "ask",
        alone,
        {"until": date(2018, 2, 27)},
        {"until": END_OF_FEBRUARY},
    ),
    ("duty.roster_day", "坐班日在坐班表期间内", "error", a_day, {"on": HOLIDAY}, {"on": FIRST}),
    (
        "duty.roster_day",
        "坐班日在坐班表期间内",
        "error",
        a_day,
        {"on": date(2018, 3, 1)},
        {"on": END_OF_FEBRUARY},
    ),
    ("duty.roster_day", "坐班日是工作日", "ask", a_day, {"on": SUNDAY}, {"on": LAST}),
    (
        "duty.roster_day",
        "坐班日是工作日",
        "ask",
        beside_a_period,
        {"until": LAST, "on": SUNDAY},
        {"until": SUNDAY, "on": SUNDAY},
    ),
    (
        "duty.roster_day",
        "替班要写明原因",
        "error",
        a_day,
        {"substitute": SUBSTITUTE},
        SUBSTITUTED,
    ),
    (
        "duty.roster_day",
        "替班人不是本人",
        "error",
        a_day,
        SUBSTITUTED | {"substitute": LEADER},
        SUBSTITUTED,
    ),
    (
        "duty.roster_day",
        "一人一天不排两班",
        "ask",
        beside_a_night,
        {"leader": LEADER},
        {"leader": OTHER},
    ),
    (
        "duty.roster_day",
        "坐班日要有签字的日志",
        "ask",
        logged,
        {"signed_by": "", "signed_on": None},
        {},
    ),
    ("duty.roster_day", "坐班日要有签字的日志", "ask", logged, {"on": SECOND}, {}),
    ("duty.roster_day", "坐班日要有签字的日志", "ask", logged, {"shift": "night"}, {}),
    (
        "duty.roster_day",
        "坐班日要有签字的日志",
        "ask",
        unlogged,
        {"on": END_OF_FEBRUARY},
        {"on": date(2018, 3, 1)},
    ),
    (
        "duty.special_period",
        "特护期截止不早于起始",
        "error",
        period,
        {"until": HOLIDAY},
        {"until": FIRST},
    ),
    (
        "duty.special_period",
        "特护期每个工作日有第二名领导",
        "ask",
        second_leaders,
        {"rostered": (FIRST, SECOND)},
        {"rostered": ALL},
    ),
    (
        "duty.special_period",
        "特护期每个工作日有第二名领导",
        "ask",
        second_leaders,
        {"rostered": (FIRST,)},
        {"rostered": (FIRST,), "second_leader": False},
    ),
    (
        "duty.special_period",
        "特护期每天有夜间值班",
        "ask",
        nights,
        {"rostered": ALL, "until": SUNDAY},  # nights of rest days too
        {"rostered": (*ALL, SUNDAY), "until": SUNDAY},
    ),
]
CASES = [(title, hard, maker, changes, True) for _, title, hard, maker, changes, _ in ROWS] + [
    (title, hard, maker, changes, False) for _, title, hard, maker, _, changes in ROWS
]


@pytest.mark.parametrize(("title", "hard", "maker", "changes", "breaks"), CASES)
def test_a_rule_is_broken_by_one_record_and_kept_by_another(title, hard, maker, changes, breaks):
    found = broken(maker(**changes))
    assert found.get(title) == (hard if breaks else None)


def test_a_missing_working_day_is_named():
    said = message(with_days((FIRST, SECOND)), "坐班表排满工作日")
    assert "2018-02-24" in said
    assert "2018-02-22" not in said


def test_a_special_period_waits_for_its_roster():
    assert broken(period(second_leader=True, night_shift=True)) == {}


def test_the_days_between_two_rosters_are_said():
    assert "排到 2018-02-23" in message(after_another(SECOND), "坐班表前后衔接")


def test_the_first_working_day_after_spring_festival_2018_is_the_22nd_of_february():
    of = saved(roster(since=date(2018, 2, 15)))
    for on in ALL:
        saved(day(of, on))
    assert "坐班表排满工作日" not in broken(of)
