"""A step that the law takes by signature and seal is taken when the scan of the paper is there: a click is no seal."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.finding import Refusal
from taizhang.ledgers import actions
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.ledgers.workflow import Workflow, workflow
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import Role
from tests.ledgers.test_saving_a_record import house
from tests.pictures import picture

PAPER = "拆除协议"
SCAN = SimpleUploadedFile("协议.pdf", b"%PDF-1.4 signed")


@pytest.fixture
def agreed(monkeypatch):
    """The step of signing, which for this test wants its paper."""
    flow = workflow(HollowHouse)
    steps = [replace(s, paper=PAPER) if s.state == "agreed" else s for s in flow.steps]
    changed = Workflow(HollowHouse, tuple(steps))
    monkeypatch.setattr(actions, "workflow", lambda model: changed)
    return changed.step("agreed")


@pytest.fixture
def record(acting):
    acting("clerk")
    made = house(agreement_no="XY-1")
    save_record(made)
    return made


def test_without_its_scan_the_step_is_refused_and_nothing_is_dated(record, agreed):
    with pytest.raises(Refusal, match="签字盖章的《拆除协议》扫描后附在这条记录上"):
        take_step(record, agreed, date(2018, 2, 1), Role.VILLAGE_CLERK)
    assert HollowHouse.objects.get().agreement_on is None


def test_with_it_the_step_is_taken(record, agreed):
    attach(record, SCAN, "scan", paper=PAPER)
    take_step(record, agreed, date(2018, 2, 1), Role.VILLAGE_CLERK)
    assert HollowHouse.objects.get().agreement_on == date(2018, 2, 1)


@pytest.mark.parametrize(("kind", "paper"), [("scan", ""), ("photo", PAPER), ("scan", "别的文书")])
def test_another_file_does_not_stand_in_for_it(record, agreed, kind, paper):
    attach(record, SimpleUploadedFile("协议.png", picture()), kind, paper=paper)
    with pytest.raises(Refusal, match="扫描"):
        take_step(record, agreed, date(2018, 2, 1), Role.VILLAGE_CLERK)
