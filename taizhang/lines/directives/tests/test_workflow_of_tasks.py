"""A task on the desk, step by step: what each step asks for, when it is due, who may take it, and its colours."""

from datetime import date, timedelta

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
from taizhang.ledgers.colours import BLUE, RED, YELLOW
from taizhang.ledgers.models import Standard
from taizhang.ledgers.waiting import Asked, due, questions
from taizhang.ledgers.workflow import workflow
from taizhang.lines.directives.models import Extension, Meeting, Session, Task, Urging
from taizhang.lines.directives.tests.records import (
    CLERK,
    CLOSED,
    DOER,
    DONE,
    DUE,
    OTHER,
    TOWN_DAY,
    VERIFIED,
    cadence,
    city,
    entered,
    extension,
    meeting,
    relay,
    saved,
    session,
    some_unit,
    task,
    urging,
    with_scan,
)
from taizhang.people.duties import duties_on
from taizhang.people.models import Role, User
from tests import cast

FLOW = workflow(Task)
DAY = timedelta(1)
BARE = {"noticed_on": None}
BACK = DONE | {"returned_on": date(2018, 3, 20), "return_reason": "没有办到位"}


def taken(record, state, on, role=Role.OFFICE, **filled):
    for name, value in filled.items():
        setattr(record, name, value)
    take_step(record, FLOW.step(state), on, role)
    record.refresh_from_db()
    return record


def test_the_whole_way_from_setting_up_to_closing(office):
    record = entered(task(**BARE))
    with pytest.raises(Refusal, match="督办通知单"):
        take_step(record, FLOW.step("noticed"), TOWN_DAY, Role.OFFICE)
    with_scan(record, "督办通知单")
    record.refresh_from_db()
    taken(record, "noticed", TOWN_DAY)
    taken(record, "accepted", TOWN_DAY + DAY, Role.VILLAGE_CLERK)
    taken(record, "reported", DUE - DAY, Role.STATION_OFFICER, result="办成了", reported_by=DOER)
    taken(record, "verified", DUE, verified_by=OTHER, finding="属实")
    taken(record, "closed", DUE, closed_by=CLERK, evidence="会议记录复印件")
    assert FLOW.state(record).title == "销号"
    assert record.ended_on == DUE


@pytest.mark.parametrize(
    ("state", "values", "filled", "told"),
    [
        ("verified", DONE, {"verified_by": DOER, "finding": "属实"}, "请由承办人以外的人核实"),
        ("verified", DONE, {}, "核实人或核实情况还空着"),
        ("closed", VERIFIED, {"closed_by": CLERK}, "没有销号依据"),
        ("closed", VERIFIED, {"closed_by": DOER, "evidence": "照片"}, "请由承办人以外的人销号"),
        ("closed", DONE, {"closed_by": CLERK, "evidence": "照片"}, "现在不能办“销号”"),
        ("verified", BACK, {"verified_by": OTHER, "finding": "属实"}, "现在不能办“核实”"),
        ("returned", DONE, {}, "退回原因还空着"),
    ],
)
def test_a_step_that_lacks_what_it_needs_is_refused(office, state, values, filled, told):
    record = entered(task(**values))
    with pytest.raises(Refusal, match=told):
        taken(record, state, DUE, **filled)
    assert getattr(Task.objects.get(pk=record.pk), FLOW.step(state).on) is None


@pytest.mark.parametrize("state", ["verified", "closed", "withdrawn"])
def test_the_doer_s_post_takes_no_step_of_the_office(office, state):
    record = entered(task(**VERIFIED if state == "closed" else DONE))
    with pytest.raises(Refusal, match="办理。"):
        take_step(record, FLOW.step(state), DUE, Role.VILLAGE_CLERK)


def test_what_was_sent_back_is_verified_after_it_is_reported_again(office):
    record = entered(task(**BACK))
    taken(record, "reported_again", date(2018, 3, 21), Role.STATION_OFFICER)
    assert record.last_report_on == date(2018, 3, 21)
    taken(record, "verified", date(2018, 3, 22), verified_by=OTHER, finding="属实")
    assert record.verified_on == date(2018, 3, 22)


@pytest.mark.parametrize(
    ("values", "step", "on"),
    [
        (BARE, "交办", date(2018, 3, 9)),
        ({}, "签收", date(2018, 3, 8)),
        ({}, "报结", DUE),
        ({"deadline": date(2018, 4, 5)}, "报结", date(2018, 4, 8)),  # 清明, and 8 April is made up
        (DONE, "核实", date(2018, 3, 26)),
        (BACK, "再次报结", DUE),
        (VERIFIED, "销号", date(2018, 3, 23)),
        (
            {"deadline": date(2099, 3, 8)},
            "报结",
            date(2099, 3, 9),
        ),  # a Sunday, nobody knows the year
    ],
)
def test_when_a_step_is_due(office, values, step, on):
    record = entered(task(**values))
    told = {one.title: deadline for one, deadline in FLOW.open_steps(record)}
    assert told[step].on == on
    assert told[step].provisional == (on.year == 2099)


def colours(record, day):
    return FLOW.colours.marking(Task.objects.filter(pk=record.pk), day).get().warning_colour


@pytest.mark.parametrize(
    ("values", "day", "colour"),
    [
        ({}, DUE - 8 * DAY, ""),
        ({}, DUE - 7 * DAY, BLUE),
        ({}, DUE, BLUE),
        ({}, DUE + DAY, RED),
        ({"every": "week"}, TOWN_DAY + 7 * DAY, BLUE),
        ({"every": "week"}, TOWN_DAY + 8 * DAY, YELLOW),
        ({"every": "week", "deadline": date(2018, 6, 1)}, TOWN_DAY + 7 * DAY, ""),
        ({"every": "week", "deadline": date(2018, 6, 1)}, TOWN_DAY + 8 * DAY, YELLOW),
        (DONE | {"every": "week", "deadline": date(2018, 6, 1)}, TOWN_DAY + 20 * DAY, ""),
        (BACK | {"deadline": date(2018, 6, 1)}, TOWN_DAY + 20 * DAY, YELLOW),
        (DONE, DUE + DAY, RED),
        (CLOSED, DUE + DAY, ""),
        ({"withdrawn_on": DUE, "withdrawn_why": "并案"}, DUE + DAY, ""),
        ({"deadline": date(2018, 4, 5)}, date(2018, 4, 8), BLUE),
        ({"deadline": date(2018, 4, 5)}, date(2018, 4, 9), RED),
    ],
)
def test_the_colour_of_a_day(office, values, day, colour):
    record = entered(task(**values))
    assert colours(record, day) == colour
    one_colour = [
        name
        for name in (RED, YELLOW, BLUE)
        if Task.objects.filter(FLOW.colours.when(name, day), pk=record.pk).exists()
    ]
    assert one_colour == ([colour] if colour else [])


def test_the_days_of_a_colour_are_a_dated_standard(office):
    record = entered(task())
    ahead = {"name": "directives.blue_days", "value": 3, "since": date(2018, 1, 1)}
    Standard.objects.create(title="蓝色预警：距期限天数", document="黄发〔2018〕3号", **ahead)
    assert colours(record, DUE - 4 * DAY) == ""
    assert colours(record, DUE - 3 * DAY) == BLUE


def test_no_colour_is_guessed_for_a_day_without_a_standard(office):
    record = entered(task())
    Standard.objects.filter(name="directives.blue_days").update(until=date(2018, 1, 1))
    assert colours(record, DUE) == ""
    assert colours(record, DUE + DAY) == RED


def todo(day):
    models = (Task, Urging, Extension, Meeting, Session)
    user = User.objects.get(username="office")
    return Asked(models, user, day, duties_on(day), place=cast.TOWN)


def test_the_to_do_list_shows_what_is_due_with_its_colour(office):
    late = entered(task())
    entered(task("RW2", title="另一件", every="week", deadline=date(2018, 3, 30)))
    entered(urging(late))
    entered(extension(task_of("RW2"), asked_on=date(2018, 3, 20), until=date(2018, 4, 9)))
    saved(relay(city(), some_unit(), date(2018, 3, 20)))
    saved(session(saved(cadence()), begins_on=date(2018, 3, 19), due_on=date(2018, 3, 23)))
    listed = {one.record.number: one for one in due(todo(date(2018, 3, 23))).rows}
    assert {number: one.marks for number, one in listed.items()} == {
        "RW1": [("red", "红：逾期")],
        "RW2": [("yellow", "黄：滞后"), ("late", "逾期")],  # overdue is the signing, not the task
        "CB1": [],
        "YQ1": [],
        "HY9": [],
        "QC1": [],
    }
    assert listed["HY9"].steps == ("上报学习贯彻情况",)
    assert listed["HY9"].deadline.on == date(2018, 3, 27)
    assert listed["YQ1"].deadline.on == date(2018, 3, 23)


def task_of(number):
    return Task.objects.get(number=number)


def test_what_is_behind_is_asked_about_every_day(office):
    entered(task(every="week"))
    told = [one.rule.title for one in questions(todo(date(2018, 3, 23)))]
    assert "超过反馈周期没有报进展" in told


def test_a_meeting_is_not_chased_for_a_report_nobody_asked_for(office):
    entered(meeting())
    assert due(todo(date(2018, 3, 23))).rows == []


def test_a_second_extension_is_held_against_the_first(office):
    of = entered(task())
    granted = {"approved_on": date(2018, 3, 17), "decided_by": "李丁卯"}
    save_record(extension(of, **granted))
    save_record(extension(of, "YQ2", asked_on=date(2018, 3, 27), until=date(2018, 4, 3)))
    with pytest.raises(Refusal, match="已经过了期限 2018-03-28"):
        save_record(extension(of, "YQ3", asked_on=date(2018, 3, 29), until=date(2018, 4, 3)))
