"""Numbers set by notice: dated, with their document, editable by the office and by nobody else."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command

from taizhang.core.finding import Refusal
from taizhang.ledgers.models import History, Standard
from taizhang.ledgers.standards import load_standards, shipped, standard, standard_on
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.test_saving_a_record import house

NAME = "hollow_houses.test_limit"


@pytest.fixture
def limits(office):
    for value, since, until in [("100", "2010-01-01", "2018-03-01"), ("200", "2018-03-01", None)]:
        Standard.objects.create(
            name=NAME, title="试验", value=value, since=since, until=until, document="试〔2010〕1号"
        )


def test_the_value_of_the_day_counts(limits):
    assert standard_on(NAME, date(2018, 2, 28)) == Decimal(100)
    assert standard_on(NAME, date(2018, 3, 1)) == Decimal(200)
    with pytest.raises(Refusal, match="没有生效的标准"):
        standard_on(NAME, date(2009, 12, 31))


def test_a_rule_takes_the_value_of_the_records_own_day(limits):
    for number, day in [
        ("old", date(2018, 2, 28)),
        ("new", date(2018, 3, 1)),
        ("before", date(2009, 1, 1)),
    ]:
        house(number, surveyed_on=day).save()
    above = HollowHouse.objects.filter(floor_area__gt=standard(NAME, on="surveyed_on"))
    assert [one.number for one in above] == ["old"]


def test_every_shipped_standard_names_its_document():
    assert shipped()
    assert all(row["document"] and row["unit"] is not None for row in shipped())


def test_what_an_office_edited_stays(acting):
    acting("office")
    row = Standard.objects.order_by("pk").first()
    row.value += 1
    row.save()
    load_standards("default")
    assert Standard.objects.get(pk=row.pk).value == row.value
    assert History.objects.filter(ledger="ledgers.standard", record=row.pk, action="U").exists()


def test_a_clerk_cannot_change_a_standard(acting):
    acting("clerk")
    assert Standard.objects.update(value=0) == 0


def test_django_finds_nothing_to_object_to():
    call_command("check")
