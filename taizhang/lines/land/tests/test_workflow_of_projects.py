"""A linkage project is approved, accepted by two levels within sixty working days, filed, confirmed and settled."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
from taizhang.lines.land.tests.records import project
from taizhang.lines.land.workflow.projects import project as flow
from taizhang.people.models import Role
from tests.rule_cases import broken

WAY = [
    ("applied_on", date(2018, 5, 2), "applied"),
    ("first_checked_on", date(2018, 5, 21), "first_checked"),
    ("accepted_on", date(2018, 6, 4), "accepted"),
    ("filed_on", date(2018, 6, 11), "filed"),
    ("confirmed_on", date(2018, 7, 2), "confirmed"),
    ("settled_on", date(2018, 8, 6), "settled"),
]


def until(turn: int, **changes: object) -> dict[str, object]:
    """The dates of the way up to a step."""
    return {name: day for name, day, _ in WAY[:turn]} | changes


@pytest.mark.parametrize("turn", range(len(WAY) + 1))
def test_the_state_follows_from_the_dates(turn):
    state = WAY[turn - 1][2] if turn else "approved"
    assert flow.state(project(**until(turn))).state == state


@pytest.mark.parametrize("turn", range(1, len(WAY)))
def test_no_step_is_skipped(office, turn):
    skipped, next_step = WAY[turn - 1], WAY[turn]
    title = flow.step(next_step[2]).title
    before = "或".join(flow.step(state).title for state in flow.step(next_step[2]).after)
    assert (
        broken(project(**until(turn + 1, **{skipped[0]: None})))[f"{title}之前要有{before}"]
        == "error"
    )


@pytest.mark.parametrize("turn", range(1, len(WAY)))
def test_no_step_is_dated_before_the_one_it_follows(office, turn):
    earlier, later = WAY[turn - 1], WAY[turn]
    title, before = flow.step(later[2]).title, flow.step(earlier[2]).title
    early = until(turn + 1, **{later[0]: date(2018, 1, 1)})
    assert broken(project(**early))[f"{title}不早于{before}"] == "error"


def test_both_acceptances_are_due_sixty_working_days_after_the_application():
    for turn in (1, 2):
        ((step, deadline),) = flow.open_steps(project(**until(turn)))
        assert deadline.on == date(2018, 7, 26)
        assert "第29条" in step.clock.basis


def test_an_application_is_not_sent_without_its_signed_paper(office):
    record = project()
    save_record(record)
    with pytest.raises(Refusal, match="《复垦验收申请》"):
        take_step(record, flow.step("applied"), date(2018, 5, 2), Role.STATION_OFFICER)


def test_a_village_clerk_takes_no_step_of_a_project(office):
    record = project()
    save_record(record)
    with pytest.raises(Refusal, match="办理"):
        take_step(record, flow.step("applied"), date(2018, 5, 2), Role.VILLAGE_CLERK)
