"""Open cases by leader and by clock, with projects of linkage as the cases: due 60 working days after the application."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from taizhang.core.calendar import Deadline
from taizhang.documents.files import word_bytes
from taizhang.documents.printing import print_paper
from taizhang.ledgers.open_cases import days_left, leader_field, open_cases
from taizhang.lines.duty.documents import periods
from taizhang.lines.duty.models import Visit
from taizhang.lines.duty.tests.records import period
from taizhang.lines.duty.tests.records import saved as kept
from taizhang.lines.land.models import Project
from taizhang.lines.land.tests.records import project, saved
from tests import cast
from tests.documents.printed import everything, text

TODAY, DUE = date(2018, 3, 26), date(2018, 5, 18)


@pytest.fixture
def projects(office, monkeypatch):
    """Two with a leader, one of them a month later; one without; one whose clock has not started; one that is done."""
    monkeypatch.setattr(Project, "led_by", "plan_name", raising=False)
    applied = {"applied_on": date(2018, 2, 22), "name": "张三的地块"}
    later = {"applied_on": date(2018, 3, 22)}
    saved(project("XM0", plan_name="钱乙丑", **later))
    saved(project("XM1", plan_name="钱乙丑", **applied))
    saved(project("XM2", plan_name="", **applied))
    saved(project("XM3", plan_name="钱乙丑"))
    done = {"first_checked_on": date(2018, 3, 1), "accepted_on": date(2018, 3, 9)}
    saved(project("XM4", plan_name="钱乙丑", **applied, **done))


def test_they_come_leader_by_leader_and_the_first_deadline_first(projects):
    found = open_cases(cast.TOWN)
    assert [(one.number, one.leader) for one in found] == [
        ("XM1", "钱乙丑"),
        ("XM0", "钱乙丑"),
        ("XM2", ""),
    ]
    assert found[0].deadline == Deadline(DUE)
    assert found[0].steps == ("县级初验",)


def test_a_place_sees_its_own(projects):
    assert open_cases(cast.GUANGPING) == []


def test_only_ledgers_whose_records_somebody_leads_have_cases(office):
    assert leader_field(Visit) == ""
    saved(project(applied_on=date(2018, 2, 22)))
    assert open_cases(cast.TOWN) == []


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (TODAY, "还剩53天"),
        (DUE, "今天到期"),
        (date(2018, 5, 21), "已超3天"),
    ],
)
def test_the_days_left_are_said_in_words(today, told):
    assert days_left(Deadline(DUE), today) == told


def test_the_list_of_a_special_period_names_cases_and_nobody_who_brought_them(
    projects, monkeypatch
):
    monkeypatch.setattr(periods.timezone, "localdate", lambda: TODAY)
    paper = print_paper("duty.open_case_list", kept(period()), TODAY)
    document = Document(BytesIO(word_bytes(paper)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1] == ["钱乙丑", "增减挂钩项目", "XM1", "县级初验", "2018年5月18日", "还剩53天"]
    assert rows[-1][:3] == ["（还没有落实）", "增减挂钩项目", "XM2"]
    assert "张三" not in everything(document)
    assert "共3件" in text(document)
