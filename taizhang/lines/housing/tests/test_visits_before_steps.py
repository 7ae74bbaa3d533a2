"""On the desk no homestead is approved before the visit: an import may bring the papers of a cabinet in any order."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers import actions
from taizhang.ledgers.actions import save_record, take_step
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.housing.models import Approval
from taizhang.lines.housing.tests.records import SECOND_ID, approval, saved
from taizhang.lines.housing.tests.visit_records import visit
from taizhang.people.models import Role

APPROVE = Step("批准", "approved", on="approved_on", after=("accepted",))
FLOW = Workflow(Approval, (Step("受理", "accepted", on="accepted_on"), APPROVE))
BY = Role.STATION_OFFICER


@pytest.fixture(autouse=True)
def flow(monkeypatch):
    monkeypatch.setattr(actions, "workflow", lambda model: FLOW)


DATES = ("applied_on", "discussed_on", "noticed_on", "received_on", "accepted_on")
REVIEWED = ("notice_until", "village_reviewed_on", "natural_resources_on", "agriculture_on")


def pending(day: date) -> Record:
    """Accepted on a day with everything in order, and only the decision is open."""
    dates = dict.fromkeys((*DATES, *REVIEWED), day)
    return saved(approval(**dates, approved_on=None, authority="town", kind="scattered"))


def test_the_step_is_refused_before_the_visit_and_taken_after_it(office):
    case = pending(date(2021, 3, 3))
    with pytest.raises(Refusal, match="没有“选址（申请审查）”的到场记录"):
        take_step(case, APPROVE, date(2021, 3, 24), BY)
    assert Approval.objects.get().approved_on is None
    saved(visit(case, on=date(2021, 3, 8)))
    case.refresh_from_db()
    take_step(case, APPROVE, date(2021, 3, 24), BY)
    assert Approval.objects.get().approved_on == date(2021, 3, 24)


def test_until_2019_it_is_a_question(office):
    saved(visit(saved(approval("JF0", id_number=SECOND_ID))))
    case = pending(date(2018, 3, 5))
    case.authority = "county"
    asked = take_step(case, APPROVE, date(2018, 3, 26), BY)
    assert "批准前要到场：选址（申请审查）" in [finding.rule for finding in asked]


def test_a_record_of_the_past_is_saved_with_a_question(office):
    case = pending(date(2021, 3, 3))
    case.approved_on = date(2021, 3, 24)
    asked = {finding.rule: finding.severity for finding in save_record(case)}
    assert asked["批准前要到场：选址（申请审查）"] == "ask"


def test_what_was_missing_before_does_not_bar_a_later_step(office, monkeypatch):
    publish = Step("公布", "published", on="result_noticed_on", after=("approved",))
    longer = Workflow(Approval, (*FLOW.steps, publish))
    monkeypatch.setattr(actions, "workflow", lambda model: longer)
    case = pending(date(2021, 3, 3))
    case.approved_on = date(2021, 3, 24)
    save_record(case)
    take_step(case, publish, date(2021, 3, 25), BY)
    assert Approval.objects.get().result_noticed_on == date(2021, 3, 25)
