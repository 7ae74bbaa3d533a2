"""A batch of award money goes step by step, on paper; each payment waits for the bank's answer."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.lines.housing.tests.award_records import (
    APPROVED,
    LAST_DAY,
    POSTED,
    batch,
    scene,
)
from taizhang.lines.housing.tests.award_records import payment as sent_payment
from taizhang.lines.housing.tests.test_rules_of_award_batches import DRAWN_UP_ONLY
from taizhang.lines.housing.workflow.awards import award_batch as flow
from taizhang.lines.housing.workflow.awards import award_payment
from taizhang.people.models import Role
from tests.rule_cases import broken

CHECKED = {"checked_on": POSTED, "checked_by": "镇国土所"}
NOTICED = {"notice_from": POSTED, "notice_until": LAST_DAY, "posted_at": "村务公开栏"}
TAKEN_DOWN = {"taken_down_on": APPROVED}
GRANTED = {
    "approved_on": APPROVED,
    "approved_by": "镇长办公会",
    "households": 2,
    "amount": "30000",
}
STATES = [
    ("drawn_up", {}),
    ("checked", CHECKED),
    ("posted", NOTICED),
    ("taken_down", TAKEN_DOWN),
    ("approved", GRANTED),
    ("sent", {"sent_on": APPROVED}),
    ("reconciled", {"reconciled_on": date(2018, 3, 23)}),
]


def up_to(state: str, **changes: object):
    """A batch that has come as far as a state."""
    values = dict(DRAWN_UP_ONLY)
    for name, dates in STATES:
        values |= dates
        if name == state:
            break
    return batch(**(values | changes))


@pytest.mark.parametrize("state", [name for name, _ in STATES])
def test_the_state_follows_from_the_dates(state):
    assert flow.state(up_to(state)).state == state


@pytest.mark.parametrize(
    ("state", "missing", "title"),
    [
        ("posted", CHECKED, "公示之前要有部门审核"),
        ("taken_down", NOTICED, "公示期满撤下之前要有公示"),
        ("approved", TAKEN_DOWN, "审定之前要有公示期满撤下"),
        ("sent", GRANTED, "送银行之前要有审定"),
        ("reconciled", {"sent_on": None}, "对账之前要有送银行"),
    ],
)
def test_no_step_is_skipped(office, state, missing, title):
    without = {name: DRAWN_UP_ONLY.get(name) for name in missing}
    assert broken(up_to(state, **without))[title] == "error"


@pytest.mark.parametrize(
    ("state", "changes", "step", "due"),
    [
        ("posted", {}, "taken_down", LAST_DAY),
        # A notice that ends on Saturday is taken down on the Monday after.
        ("posted", {"notice_until": date(2018, 3, 24)}, "taken_down", date(2018, 3, 26)),
        ("sent", {}, "reconciled", date(2018, 4, 18)),
    ],
)
def test_deadlines(office, state, changes, step, due):
    deadlines = {one.state: end.on for one, end in flow.open_steps(up_to(state, **changes)) if end}
    assert deadlines == {step: due}


def test_money_does_not_leave_on_a_click(office):
    record = up_to("taken_down", **(GRANTED | {"approved_on": None}))
    save_record(record)
    with pytest.raises(Refusal, match="签字盖章的《奖补资金公示结果说明》扫描"):
        take_step(record, flow.step("approved"), APPROVED, Role.LINE_LEADER)
    sign(record, "奖补资金公示结果说明")
    with pytest.raises(Refusal, match="由分管领导、党政办办理"):
        take_step(record, flow.step("approved"), APPROVED, Role.STATION_OFFICER)
    take_step(record, flow.step("approved"), APPROVED, Role.LINE_LEADER)
    with pytest.raises(Refusal, match="签字盖章的《奖补资金发放明细表》扫描"):
        take_step(record, flow.step("sent"), APPROVED, Role.STATION_OFFICER)
    sign(record, "奖补资金发放明细表")
    take_step(record, flow.step("sent"), APPROVED, Role.STATION_OFFICER)
    asked = take_step(record, flow.step("reconciled"), date(2018, 3, 23), Role.STATION_OFFICER)
    assert "对账要有对账单" in {finding.rule for finding in asked}


def sign(record, paper: str) -> None:
    upload = SimpleUploadedFile(f"{paper}.pdf", b"%PDF-1.4 " + paper.encode(), "application/pdf")
    attach(record, upload, "scan", paper=paper)


def test_a_payment_waits_five_working_days_for_the_bank(office):
    record = sent_payment(scene().first)
    deadlines = {step.state: end and end.on for step, end in award_payment.open_steps(record)}
    assert deadlines == {"paid": date(2018, 3, 27), "returned": None}
    record.paid_on = date(2018, 3, 21)
    # It may come back all the same, but nobody waits for that.
    assert [(step.state, end) for step, end in award_payment.open_steps(record)] == [
        ("returned", None)
    ]
    record.returned_on = date(2018, 3, 22)
    assert award_payment.state(record).state == "returned"
    assert award_payment.open_steps(record) == []
