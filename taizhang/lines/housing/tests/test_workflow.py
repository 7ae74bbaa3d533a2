"""An application on its way: which step comes next, by when, with which signed paper."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.housing.tests.applications import acceptance, application, undecided
from taizhang.lines.housing.tests.records import approval
from taizhang.lines.housing.workflow.acceptance import acceptance as inspection
from taizhang.lines.housing.workflow.approvals import approval as flow
from taizhang.people.models import Role
from tests.rule_cases import broken

UNDECIDED = {"approved_on": None, "authority": "", "document_no": ""}
ASKED = {"correction_items": "缺四邻签字"}


def sign(record: Record, step: Step) -> None:
    """Keep the scan of the paper that a step wants."""
    if step.paper:
        scan = SimpleUploadedFile("scan.pdf", step.paper.encode())
        attach(record, scan, kind="scan", paper=step.paper)


def due(record: Record, state: str) -> date | None:
    deadlines = {step.state: deadline for step, deadline in flow.open_steps(record)}
    return deadlines[state].on if deadlines[state] else None


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        (UNDECIDED | {"accepted_on": None}, "applied"),
        (UNDECIDED, "accepted"),
        ({}, "approved"),
        (UNDECIDED | {"refused_on": date(2016, 12, 9)}, "refused"),
        (UNDECIDED | {"withdrawn_on": date(2016, 12, 9)}, "withdrawn"),
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
        ({"delivered_on": date(2016, 12, 8)}, "发证不早于批准"),
        ({"started_on": date(2016, 12, 8)}, "开工不早于批准"),
        ({"completed_on": date(2018, 1, 15)}, "竣工之前要有开工"),
        ({"noticed_on": date(2016, 11, 15)}, "公示之前要有村组讨论"),
    ],
)
def test_dates_out_of_order_bar_the_application(office, dates, title):
    assert broken(approval(**dates))[title] == "error"


@pytest.mark.parametrize(
    ("accepted", "changes", "last"),
    [
        # Qingming (5 to 7 April) is off, and Sunday 8 April was worked instead of Friday 6 April.
        (date(2018, 3, 19), {}, date(2018, 4, 17)),
        # Spring Festival 2018: 15 to 21 February off, 11 and 24 February worked.
        (date(2018, 2, 1), {}, date(2018, 3, 6)),
        # The head gave ten more: the 30th working day.
        (date(2018, 2, 1), {"extended_on": date(2018, 3, 1)}, date(2018, 3, 20)),
        # Several departments jointly: 45 working days, and fifteen more; Saturday 28 April was worked.
        (date(2018, 2, 1), {"is_joint": True}, date(2018, 4, 11)),
        (date(2018, 2, 1), {"is_joint": True, "extended_on": date(2018, 4, 2)}, date(2018, 5, 3)),
        # Papers came on 1 February, nothing was said within five working days (8 February): accepted as of then.
        (date(2018, 2, 9), {"received_on": date(2018, 2, 1)}, date(2018, 3, 6)),
        (date(2018, 2, 8), {"received_on": date(2018, 2, 1)}, date(2018, 3, 13)),
        # Asked in time for what was missing: the clock starts with the acceptance.
        (
            date(2018, 2, 9),
            ASKED
            | {
                "received_on": date(2018, 2, 1),
                "correction_asked_on": date(2018, 2, 8),
                "corrected_on": date(2018, 2, 9),
            },
            date(2018, 3, 14),
        ),
    ],
)
def test_a_decision_is_due_by_working_days(db, accepted, changes, last):
    pending = approval(**UNDECIDED | changes | {"accepted_on": accepted})
    assert (due(pending, "approved"), due(pending, "refused")) == (last, last)
    assert due(pending, "withdrawn") is None
    assert flow.overdue(pending, last) == []
    assert {step.state for step, _ in flow.overdue(pending, date(2018, 6, 1))} == {
        "approved",
        "refused",
    }


def test_the_window_has_five_working_days_from_the_papers_or_from_what_was_missing(db):
    early = {"accepted_on": None, "received_on": date(2018, 2, 9)}
    received = approval(**UNDECIDED | early)
    # Sunday 11 February was worked; the holidays from the 15th on were not.
    assert due(received, "correction_asked") == due(received, "accepted") == date(2018, 2, 22)
    asked = approval(**UNDECIDED | early | ASKED | {"correction_asked_on": date(2018, 2, 12)})
    assert [(step.state, on) for step, on in flow.open_steps(asked)] == [("corrected", None)]
    asked.corrected_on = date(2018, 2, 23)
    assert due(asked, "accepted") == date(2018, 3, 1)


@pytest.mark.parametrize(
    ("approved", "last"),
    [
        (date(2019, 12, 31), None),  # the county issued the papers
        (date(2021, 2, 5), date(2021, 2, 24)),  # Spring Festival 11 to 17 February; 7 and 20 worked
    ],
)
def test_certificates_are_delivered_within_ten_working_days(db, approved, last):
    record = undecided(approved_on=approved)
    assert due(record, "delivered") == last


def test_setting_out_follows_the_local_limit(db):
    assert due(undecided(delivered_on=date(2021, 4, 12)), "set_out") == date(2021, 4, 19)


def test_a_refusal_needs_its_paper_and_reasons_and_cannot_follow_an_approval(office):
    pending = undecided()
    save_record(pending)
    refuse, on = flow.step("refused"), date(2021, 4, 6)
    with pytest.raises(Refusal, match="写明意见"):
        take_step(pending, refuse, on, Role.STATION_OFFICER)
    with pytest.raises(Refusal, match="签字盖章的《不予批准决定书》"):
        take_step(pending, refuse, on, Role.STATION_OFFICER, "原宅基地没有退回")
    sign(pending, refuse)
    with pytest.raises(Refusal, match="行政许可法第38条"):
        take_step(pending, refuse, on, Role.STATION_OFFICER, "原宅基地没有退回")
    pending.refusal_reason, pending.refused_on = "原宅基地没有退回", None
    take_step(pending, refuse, on, Role.STATION_OFFICER, "原宅基地没有退回")
    with pytest.raises(Refusal, match="现在不能办"):
        take_step(pending, flow.step("approved"), on, Role.STATION_OFFICER)


def walk(record: Record, table: Workflow, steps: list[tuple[str, date, dict[str, object]]]) -> None:
    """Take steps on the desk, each with its paper and with what is filled in on that day."""
    for state, on, values in steps:
        for name, value in values.items():
            setattr(record, name, value)
        step = table.step(state)
        sign(record, step)
        take_step(record, step, on, step.by[0], "情况属实")


TO_THE_DECISION = [
    ("received", date(2021, 3, 18), {"receipt_no": "示例1号"}),
    ("correction_asked", date(2021, 3, 19), {"correction_items": "缺四邻签字"}),
    ("corrected", date(2021, 3, 22), {}),
    ("accepted", date(2021, 3, 22), {}),
    (
        "approved",
        date(2021, 4, 6),
        {
            "natural_resources_on": date(2021, 3, 25),
            "agriculture_on": date(2021, 3, 26),
            "authority": "town",
        },
    ),
]
AT_THE_VILLAGE = [
    ("discussed", date(2021, 3, 4), {}),
    ("noticed", date(2021, 3, 5), {"notice_until": date(2021, 3, 15)}),
    ("village_reviewed", date(2021, 3, 17), {"notice_removed_on": date(2021, 3, 16)}),
]
CERTIFIED = [
    (
        "delivered",
        date(2021, 4, 12),
        {
            "permit_no": "乡字第示例1号",
            "certificate_no": "4306821132021001",
            "result_noticed_on": date(2021, 4, 7),
        },
    ),
    ("set_out", date(2021, 4, 15), {}),
]
BUILT = [("started", date(2021, 4, 20), {}), ("completed", date(2021, 10, 20), {})]
ACCEPTED = {"homestead_area": "149", "footprint": "99", "storeys": 2, "old_house": "not_applicable"}


def new_application(**changes: object) -> Record:
    """An application on the day it is made."""
    dates = {step.on: None for step in flow.steps if step.state != "applied"}
    blank = dates | {"notice_until": None, "notice_removed_on": None}
    record = undecided(**(blank | changes))
    save_record(record)
    return record


def test_the_whole_way_on_collective_land(office):
    record = new_application()
    walk(record, flow, AT_THE_VILLAGE + TO_THE_DECISION + CERTIFIED + BUILT)
    with pytest.raises(Refusal, match="没有在此之前的合格记录"):
        take_step(record, flow.step("registered"), date(2021, 12, 1), Role.STATION_OFFICER)
    record.refresh_from_db()
    found = acceptance(record, **dict.fromkeys(("inspected_on", "passed_on", "height")))
    save_record(found)
    walk(found, inspection, [("inspected", date(2021, 11, 1), ACCEPTED)])
    walk(found, inspection, [("passed", date(2021, 11, 3), {})])
    walk(record, flow, [("registered", date(2021, 12, 1), {"title_no": "湘（2021）示例第1号"})])
    assert broken(record) == {}


def test_the_shorter_way_on_state_land(office):
    record = new_application(land_owner="state")
    walk(record, flow, [*TO_THE_DECISION, ("set_out", date(2021, 4, 15), {}), *BUILT])
    assert broken(record) == {"国有土地另有审批机关": "ask"}


def test_the_way_of_state_land_is_barred_on_collective_land(office):
    record = new_application()
    with pytest.raises(Refusal, match="三步齐了，乡镇才能收件、受理和批准"):
        take_step(record, flow.step("received"), date(2021, 3, 18), Role.STATION_OFFICER)


def test_a_village_clerk_does_not_decide(office):
    record = undecided()
    save_record(record)
    with pytest.raises(Refusal, match="由站所干部、分管领导办理"):
        take_step(record, flow.step("approved"), date(2021, 4, 6), Role.VILLAGE_CLERK)


def test_an_application_in_good_order_stands_where_its_last_date_says(office):
    assert flow.state(application()).state == "completed"
