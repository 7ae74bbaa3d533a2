"""Colours of a workflow by the day: one a record, the most pressing one, none where nobody has said how many days."""

from datetime import date, timedelta

import pytest
from django.db.models import Q

from taizhang.ledgers.colours import BLUE, RED, TITLES, YELLOW, Colours
from taizhang.ledgers.standards import standard_on
from taizhang.lines.hollow_houses.models import HollowHouse
from tests import cast
from tests.desk.conftest import HOUSE

DAY = date(2018, 3, 26)


def older_than(days):
    return lambda day: Q(surveyed_on__lt=day - timedelta(days))


def unset(day):
    return Q(surveyed_on__lt=day - timedelta(int(standard_on("ledgers.nobody_set_it", day))))


NESTED = Colours(red=older_than(30), yellow=older_than(20), blue=older_than(10))


@pytest.fixture
def houses(office):
    for age in (5, 15, 25, 35):
        said = HOUSE | {"surveyed_on": DAY - timedelta(age)}
        HollowHouse.objects.create(number=f"{age}", place_id=cast.GUANGPING, **said)


def told(colours):
    marked = colours.marking(HollowHouse.objects.all(), DAY)
    return dict(marked.values_list("number", "warning_colour"))


def test_of_several_colours_the_most_pressing_is_shown(houses):
    assert told(NESTED) == {"5": "", "15": BLUE, "25": YELLOW, "35": RED}


@pytest.mark.parametrize(("colour", "numbers"), [(RED, ["35"]), (YELLOW, ["25"]), (BLUE, ["15"])])
def test_a_filter_finds_what_is_shown_in_that_colour(houses, colour, numbers):
    found = HollowHouse.objects.filter(NESTED.when(colour, DAY))
    assert [one.number for one in found] == numbers


def test_a_colour_whose_days_nobody_set_is_shown_of_nothing(houses):
    colours = Colours(red=unset, yellow=older_than(20), blue=older_than(10))
    assert told(colours) == {"5": "", "15": BLUE, "25": YELLOW, "35": YELLOW}
    assert not HollowHouse.objects.filter(colours.when(RED, DAY)).exists()
    assert HollowHouse.objects.filter(colours.when(BLUE, DAY)).count() == 1


def test_every_colour_has_its_name():
    assert set(TITLES) == {RED, YELLOW, BLUE}
