"""An illegal building: stopped within the local time, with the order's scan, then handed over and closed."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.ledgers.models import Standard
from taizhang.lines.housing.tests.visit_records import violation
from taizhang.lines.housing.workflow.patrol import violation as flow
from taizhang.people.models import Role
from tests.rule_cases import broken

STOPPED = {"stopped_on": date(2018, 2, 7), "stop_order_no": "停1"}
HANDED = {"handed_to": "land", "handed_over_on": date(2018, 2, 9)}
CLOSED = {"result": "mended", "closed_on": date(2018, 3, 12)}


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({}, "found"),
        (STOPPED, "stopped"),
        (STOPPED | HANDED, "handed_over"),
        (STOPPED | CLOSED, "closed"),
    ],
)
def test_the_state_follows_from_the_dates(dates, state):
    assert flow.state(violation(**dates)).state == state


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        (STOPPED | {"stopped_on": date(2018, 2, 5)}, "责令停工不早于发现"),
        (HANDED | {"handed_over_on": date(2018, 2, 5)}, "移交不早于发现"),
        (STOPPED | HANDED | {"handed_over_on": date(2018, 2, 6)}, "移交不早于责令停工"),
        (CLOSED, "办结之前要有责令停工或移交"),
        (STOPPED | CLOSED | {"closed_on": date(2018, 2, 6)}, "办结不早于责令停工"),
    ],
)
def test_dates_out_of_order_bar_the_record(office, dates, title):
    assert broken(violation(**dates))[title] == "error"


def test_the_local_reaction_time_is_a_standard(office):
    found = violation()
    due = {step.state: deadline.on for step, deadline in flow.open_steps(found) if deadline}
    assert due == {"stopped": date(2018, 2, 7)}
    Standard.objects.filter(name="housing.reaction_days").update(value="3")
    due = {step.state: deadline.on for step, deadline in flow.open_steps(found) if deadline}
    assert due == {"stopped": date(2018, 2, 9)}


def test_work_is_stopped_with_the_scan_of_the_order(office):
    found = violation(stop_order_no="停1")
    save_record(found)
    stop = flow.step("stopped")
    with pytest.raises(Refusal, match="责令停工通知书"):
        take_step(found, stop, date(2018, 2, 7), Role.STATION_OFFICER)
    attach(found, SimpleUploadedFile("停.pdf", b"%PDF-1.4"), "scan", paper="责令停工通知书")
    take_step(found, stop, date(2018, 2, 7), Role.STATION_OFFICER)
    assert flow.state(found).state == "stopped"
