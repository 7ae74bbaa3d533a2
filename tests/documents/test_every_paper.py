"""Every paper of every line is asked the same questions; a new one gets these tests for nothing."""

from datetime import date

import pytest
from django.db.models import DateField

from taizhang.documents.papers import papers
from taizhang.documents.printing import print_paper
from taizhang.documents.record_words import fields_with_words
from taizhang.ledgers.fields import TypedNumberField
from tests import cast
from tests.documents.printed import everything, text

TODAY = date(2018, 3, 9)
NUMBERS = {"IdNumberField": "430682195306281002", "PhoneField": "13812341234"}


def barely(paper):
    """A record with its number, place and the date that the paper waits for, and nothing else."""
    record = paper.model(pk=0, number="甲1", place_id=cast.GUANGPING)
    if paper.when:
        setattr(record, paper.when, TODAY)
    return record


@pytest.mark.parametrize("name", sorted(papers()))
def test_it_prints_with_everything_else_empty(office, name):
    """An officer fills in by pen what is not known yet; a template must not stumble over it."""
    assert text(print_paper(name, barely(papers()[name]), TODAY)).strip()


@pytest.mark.parametrize("name", sorted(papers()))
def test_a_public_one_hides_every_number_of_its_record(office, name):
    paper = papers()[name]
    record = barely(paper)
    numbers = {}
    for field in fields_with_words(paper.model):
        if isinstance(field, TypedNumberField) and field.name not in paper.shown_whole:
            numbers[field.name] = NUMBERS.get(type(field).__name__, "6217995520001234567")
            setattr(record, field.name, numbers[field.name])
    whole = everything(print_paper(name, record, TODAY))
    assert not paper.public or not [one for one in numbers.values() if one in whole]


@pytest.mark.parametrize("name", sorted(papers()))
def test_it_waits_for_a_date_of_its_own_ledger(name):
    paper = papers()[name]
    assert not paper.when or isinstance(paper.model._meta.get_field(paper.when), DateField)
    assert len(paper.title) <= 60, "是附件里“是哪份文书”的选项，最多 60 字"
