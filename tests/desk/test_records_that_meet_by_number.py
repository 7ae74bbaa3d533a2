"""Lines are strangers: a number is all they have of each other, and the page of a record opens what it names."""

import pytest

from taizhang.desk.record_actions import page_of
from taizhang.ledgers import mentions
from taizhang.ledgers.fields import NumberOfField
from taizhang.ledgers.mentions import meeting
from taizhang.lines.duty.models import Visit
from taizhang.lines.duty.tests.records import saved
from taizhang.lines.duty.tests.records import visit as entered
from taizhang.lines.land.models import Project
from taizhang.lines.land.tests.records import project
from tests import cast

FIELD: NumberOfField = Visit._meta.get_field("petition_no")


@pytest.fixture
def met(office, monkeypatch):
    """A visit that names a record of another line; projects of linkage stand in for the petitions."""
    monkeypatch.setattr(FIELD, "ledger", "land.project")
    named = saved(project("XM1"))
    saved(project("XM2"))
    return saved(entered("JF1", next_step="registered", petition_no="XM1")), named


def test_a_record_meets_what_it_names_and_what_names_it(met):
    came, named = met
    assert list(meeting(came)) == [named]
    assert list(meeting(named)) == [came]


def test_a_number_of_another_town_is_another_number(met):
    came, _ = met
    Project.objects.filter(number="XM1").update(place=cast.TOWN)
    came.place_id = cast.OTHER_TOWN
    assert list(meeting(came)) == []


def test_without_the_other_line_nothing_is_met(met, monkeypatch):
    monkeypatch.setattr(mentions, "installed", lambda name: None)
    assert list(meeting(met[0])) == []


def test_the_page_opens_what_is_named_for_those_who_see_its_line(met, visit):
    came, named = met
    here, there = page_of("duty.visit", came.pk), page_of("land.project", named.pk)
    page = visit("office").get(here).content.decode()
    assert "其他条线的记录" in page
    assert there in page
    assert here in visit("office").get(there).content.decode()
