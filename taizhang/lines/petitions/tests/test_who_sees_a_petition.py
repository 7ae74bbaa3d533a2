"""A petition is for those who handle it: the office, and a village only what was handed to it; closed, it has no names."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, connection, models, transaction

from taizhang.core.finding import Refusal
from taizhang.indicators.journal import journal_sql
from taizhang.ledgers.actions import attach, save_record
from taizhang.ledgers.history import changes
from taizhang.ledgers.registry import ledgers
from taizhang.lines.petitions.models import FollowUp, Petition
from taizhang.lines.petitions.tests.petitions import (
    NAME,
    accusation,
    follow_up,
    leader,
    petition,
    rows,
    saved,
)
from taizhang.snapshots.contents import ledger_table
from taizhang.snapshots.writing import ledger_sql
from tests import cast

OURS = [model for model in ledgers() if model._meta.app_label == "petitions"]
COUNT = "SELECT count(*) FROM petitions_petition"
HISTORY = "SELECT count(*) FROM ledgers_history WHERE ledger = 'petitions.petition'"
SCANS = "SELECT count(*) FROM ledgers_attachment WHERE ledger = 'petitions.petition'"


@pytest.fixture
def case(office):
    """A petition about 广坪村, kept at the town, with a scan."""
    one = saved(petition(handling_unit="国土所"))
    attach(one, SimpleUploadedFile("信.pdf", b"%PDF-1.4 x"), "other")
    return one


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("office", 1),
        ("petition_officer", 1),
        ("town_leader", 1),
        ("clerk", 0),  # the problem lies in her village; the petition is not hers to read
        ("other_clerk", 0),
        ("officer", 0),
        ("leader", 0),
        ("county", 0),  # reads closed figures, not petitioners
        ("administrator", 0),
        ("outsider", 0),
    ],
)
def test_it_is_seen_by_those_who_handle_it(case, acting, username, seen):
    acting(username)
    assert rows(COUNT) == rows(SCANS) == [(seen,)]
    assert bool(rows(HISTORY)[0][0]) == bool(seen)


def test_a_village_reads_what_is_handed_to_it_and_nothing_else(case, acting):
    saved(petition("XF2", petitioner_name="钱乙丑"))
    case.handed_to_id, case.handed_over_on = cast.GUANGPING, date(2018, 3, 2)
    save_record(case, "交办")
    acting("clerk")
    assert rows("SELECT number FROM petitions_petition") == [("XF1",)]
    assert rows(SCANS) == [(1,)]
    assert changes(case)
    acting("other_clerk")
    assert rows(COUNT) == rows(SCANS) == rows(HISTORY) == [(0,)]


def test_a_village_keeps_what_it_does_and_changes_nothing_else(case, acting):
    case.handed_to_id, case.handed_over_on = cast.GUANGPING, date(2018, 3, 2)
    save_record(case, "交办")
    acting("clerk")
    save_record(follow_up(case, place_id=cast.GUANGPING))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE petitions_petition SET closed_on = '2018-03-09'")
        assert cursor.rowcount == 0
    with pytest.raises(Refusal, match="您的岗位不能登记或修改"):
        save_record(leader(case))
    acting("office")
    assert FollowUp.objects.get().place_id == cast.GUANGPING


def test_what_the_village_registers_itself_is_its_own(office, acting):
    saved(petition("XF9"))
    acting("clerk")
    save_record(petition("C1", place_id=cast.GUANGPING))
    assert rows("SELECT number FROM petitions_petition") == [("C1",)]


def test_a_village_cannot_hang_anything_on_a_petition_it_does_not_see(case, acting):
    acting("clerk")
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        saved(follow_up(case, place_id=cast.GUANGPING))


def test_every_ledger_of_the_line_but_the_classes_is_kept_back():
    assert {model._meta.model_name for model in OURS if not model.is_kept_back()} == {
        "contentclass"
    }


@pytest.mark.parametrize("model", [one for one in OURS if one.is_kept_back()])
def test_a_snapshot_keeps_no_name_and_nothing_in_anybodys_words(model):
    for field in model.fields_in_snapshots():
        told = isinstance(field, models.CharField) and not field.choices
        assert not told or field.name == "number", field.name
        assert field.name not in ("id_number", "phone", "petitioner_name", "accused_place")


def test_a_snapshot_has_no_row_of_an_accusation(appointed):
    appointed("discipline")
    for one in (saved(petition()), saved(accusation(accused="甄有名", accused_place_id=None))):
        saved(follow_up(one, f"GJ-{one.number}"))
        saved(leader(one))
    for model in (Petition, FollowUp, *(one for one in OURS if one.__name__ == "CaseLeader")):
        assert model.objects.count() == 2
        assert len(rows(ledger_sql(model, cast.TOWN))) == 1
    closed = repr([rows(ledger_sql(model, cast.TOWN)) for model in OURS])
    assert NAME not in closed
    assert "村集体资金去向" not in closed
    assert "JK1" not in closed


def test_the_journal_that_goes_up_has_numbers_and_no_names(case):
    told = repr(rows(journal_sql(date(2018, 3, 26), cast.COUNTY)))
    assert "petitions.received" in told
    assert NAME not in told
    assert case.matter not in told


def test_the_table_of_a_snapshot_matches_its_rows():
    for model in OURS:
        table = ledger_table(model)
        assert [column.name for column in table.columns] == [
            field.column for field in model.fields_in_snapshots()
        ]
