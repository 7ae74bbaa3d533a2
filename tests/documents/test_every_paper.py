"""Every paper of every line is asked the same questions; a new one gets these tests for nothing."""

from datetime import date

import pytest
from django.db.models import DateField, DecimalField, IntegerField

from taizhang.documents.papers import papers
from taizhang.documents.printing import print_paper
from taizhang.documents.record_words import fields_with_words
from taizhang.ledgers.fields import TypedNumberField
from tests import cast
from tests.documents.printed import everything, text

TODAY = date(2018, 3, 9)
NUMBERS = {"IdNumberField": "430682195306281002", "PhoneField": "13812341234"}
ACCOUNT = "6217995520001234567"


def number(field):
    return NUMBERS.get(type(field).__name__, ACCOUNT)


def barely(paper):
    """A record with what its ledger insists on, and the date that the paper waits for; references point nowhere."""
    record = paper.model(pk=0, number="甲1", place_id=cast.GUANGPING)
    for field in fields_with_words(paper.model):
        optional = field.null or field.blank or field.has_default() or field.is_relation
        if field.name == paper.when or not optional:
            setattr(record, field.name, anything(field))
    record.number, record.place_id = "甲1", cast.GUANGPING
    return record


def anything(field):
    """A value for a field that has to have one."""
    if isinstance(field, TypedNumberField):
        return number(field)
    if isinstance(field, DateField):
        return TODAY
    if field.choices:
        return field.flatchoices[0][0]
    return 1 if isinstance(field, DecimalField | IntegerField) else "甲"


@pytest.mark.parametrize("name", sorted(papers()))
def test_it_prints_with_everything_else_empty(office, name):
    """An officer fills in by pen what is not known yet; a template does not stumble over it."""
    assert text(print_paper(name, barely(papers()[name]), TODAY)).strip()


@pytest.mark.parametrize("name", sorted(papers()))
def test_a_public_one_hides_every_number_of_its_record(office, name):
    paper = papers()[name]
    record = barely(paper)
    numbers = {}
    for field in fields_with_words(paper.model):
        if isinstance(field, TypedNumberField) and field.name not in paper.shown_whole:
            numbers[field.name] = number(field)
            setattr(record, field.name, numbers[field.name])
    whole = everything(print_paper(name, record, TODAY))
    assert not paper.public or not [one for one in numbers.values() if one in whole]


@pytest.mark.parametrize("name", sorted(papers()))
def test_it_waits_for_a_date_of_its_own_ledger(name):
    paper = papers()[name]
    assert not paper.when or isinstance(paper.model._meta.get_field(paper.when), DateField)
    assert len(paper.title) <= 60, "是附件里“是哪份文书”的选项，最多 60 字"
