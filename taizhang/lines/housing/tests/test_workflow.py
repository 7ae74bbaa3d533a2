"""An application to build: accepted, then decided within twenty working days."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
from taizhang.lines.housing.tests.records import approval
from taizhang.lines.housing.workflow.approvals import approval as flow
from taizhang.people.models import Role
from tests.rule_cases import broken

UNDECIDED = {"approved_on": None, "authority": "", "document_no": ""}


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        (UNDECIDED | {"accepted_on": None}, "applied"),
        (UNDECIDED, "accepted"),
        ({}, "approved"),
        (UNDECIDED | {"refused_on": date(2016, 12, 9)}, "refused"),
    ],
)
def test_the_state_follows_from_the_dates(dates, state):
    assert flow.state(approval(**dates)).state == state


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        ({"accepted_on": None}, "批准之前要有受理"),
        ({"accepted_on": date(2016, 11, 13)}, "受理不早于申请"),
        ({"approved_on": date(2016, 11, 17)}, "批准不早于受理"),
        (
            UNDECIDED | {"accepted_on": None, "refused_on": date(2016, 12, 9)},
            "不予批准之前要有受理",
        ),
        (UNDECIDED | {"refused_on": date(2016, 11, 17)}, "不予批准不早于受理"),
    ],
)
def test_dates_out_of_order_bar_the_application(office, dates, title):
    assert broken(approval(**dates))[title] == "error"


@pytest.mark.parametrize(
    ("accepted", "due"),
    [
        # Qingming (5 to 7 April) is off, and Sunday 8 April was worked instead of Friday 6 April.
        (date(2018, 3, 19), date(2018, 4, 17)),
        # Spring Festival 2018: 15 to 21 February off, 11 and 24 February worked.
        (date(2018, 2, 1), date(2018, 3, 6)),
    ],
)
def test_a_decision_is_due_twenty_working_days_after_acceptance(accepted, due):
    pending = approval(**UNDECIDED | {"accepted_on": accepted})
    deadlines = {step.state: deadline.on for step, deadline in flow.open_steps(pending)}
    assert deadlines == {"approved": due, "refused": due}
    assert flow.overdue(pending, due) == []
    assert {step.state for step, _ in flow.overdue(pending, date(2018, 5, 2))} == {
        "approved",
        "refused",
    }


def test_a_refusal_needs_its_reasons_and_cannot_follow_an_approval(office):
    pending = approval(**UNDECIDED)
    save_record(pending)
    refuse = flow.step("refused")
    with pytest.raises(Refusal, match="写明意见"):
        take_step(pending, refuse, date(2016, 12, 9), Role.STATION_OFFICER)
    take_step(pending, refuse, date(2016, 12, 9), Role.STATION_OFFICER, "原宅基地没有退回")
    with pytest.raises(Refusal, match="现在不能办"):
        take_step(pending, flow.step("approved"), date(2016, 12, 12), Role.STATION_OFFICER)
