"""A ledger with very many fields: its form in sections, its list with few filters, and old records that wait for nothing."""

from datetime import date

import pytest

from taizhang.desk.columns import own_fields, sections
from taizhang.desk.filters import filters
from taizhang.ledgers.registry import ledgers
from taizhang.lines.housing.models import Approval
from taizhang.lines.housing.tests.applications import application, person, undecided
from taizhang.lines.housing.tests.records import approval, saved


@pytest.mark.parametrize("model", ledgers())
def test_every_field_but_the_note_is_in_one_section(model):
    found = [field for _, fields in sections(model) for field in fields]
    assert found == own_fields(model)[:-1]


def test_a_form_without_sections_is_one_group_without_a_title():
    with_sections = {model for model in ledgers() if len(sections(model)) > 1}
    assert Approval in with_sections
    for model in set(ledgers()) - with_sections:
        assert [title for title, _ in sections(model)] == [""]


def test_the_form_shows_its_sections_to_those_who_write_and_those_who_read(visit, office):
    record = saved(application())
    for username in ("officer", "county"):
        page = visit(username).get(f"/housing/approval/{record.pk}/change/").content.decode()
        assert "村组讨论、公示和审查" in page
        assert "宅基地批准书号" in page


def test_a_ledger_may_name_its_filters():
    assert len(filters(Approval)) == 2 + len(Approval.filtered)


def test_old_approvals_do_not_hide_what_is_due(visit, office):
    """Until 2019 the county issued the papers: dozens of old approvals wait for no certificate of the township's."""
    for number in range(25):
        saved(approval(f"ALT{number}", id_number=person(100 + number)))
    saved(undecided("NEU", approved_on=date(2021, 4, 6), authority="town"))
    waiting = visit("officer").get("/todo/").content.decode()
    assert "NEU" in waiting
    assert "发证" in waiting
    assert "ALT" not in waiting
