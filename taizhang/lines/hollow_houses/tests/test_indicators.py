"""Houses are counted by the day of what happened to them; floor area and land are two figures."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.live import LiveSource
from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.hollow_houses.tests.owners import co_owner
from tests import cast

AGREED = {"agreement_no": "XY", "agreement_on": date(2017, 12, 28)}


def told(cutoff: date) -> dict[str, Decimal | None]:
    """The figures of this line by their short names."""
    found = figures(LiveSource(cast.TOWN, cutoff), Period.parse("2018Q1"))
    return {
        figure.indicator.removeprefix("hollow_houses."): figure.value
        for figure in found
        if figure.indicator.startswith("hollow_houses.")
    }


@pytest.fixture
def village(office):
    """Four houses: one surveyed, one agreed on, one down in time, one down after the cut-off."""
    house("KX-1").save()
    house("KX-2", **AGREED).save()
    house("KX-3", **AGREED, demolished_on=date(2018, 3, 5)).save()
    large = {"floor_area": "240.10", "plot_area": "810.00"}
    house("KX-4", **AGREED, **large, demolished_on=date(2018, 3, 28)).save()


def test_each_step_is_counted_by_its_own_date(village):
    now = told(date(2018, 3, 26))
    assert (now["surveyed"], now["agreements"], now["demolished"]) == (4, 3, 1)


def test_floor_area_is_not_the_land_that_was_vacated(village):
    now = told(date(2018, 3, 26))
    assert now["floor_area"] == Decimal("120.5")
    assert now["plot_area"] == 640
    assert now["floor_area_per_house"] == Decimal("120.50")


def test_what_happens_after_the_cut_off_belongs_to_the_next_edition(village):
    later = told(date(2018, 3, 31))
    assert later["demolished"] == 2
    assert later["largest_floor_area"] == Decimal("240.1")
    assert later["plot_area"] == 1450


# Households, papers, money, the dyke, the land

SECOND_ID = "430682195506151018"
PAID = {"compensation_amount": "9640.00", "paid_amount": "9640.00", "paid_on": date(2018, 1, 30)}
USED = {
    "resurveyed_on": date(2018, 3, 9),
    "resurveyed_area": "630.00",
    "reclaim_type": "farmland",
    "reclaimed_on": date(2018, 3, 20),
    "accepted_on": date(2018, 3, 22),
    "accepted_area": "610.00",
    "accepted_class": "paddy",
}


@pytest.fixture
def town(office):
    """Two houses of one owner and one of another, gone; one of nobody known; one old house that stays."""
    gone = AGREED | {"demolished_on": date(2018, 3, 5)}
    first = house("KX-1", **gone, **PAID, **USED, notice_from=date(2017, 11, 1), in_strip=True)
    first.save()
    house("KX-2", **gone | {"demolished_on": date(2018, 3, 6)}, in_strip=True).save()
    other = {"id_number": SECOND_ID, "compensation_amount": "360.00"}
    dry = USED | {"accepted_area": "200.00", "accepted_class": "dry", "reclaim_type": "green"}
    house("KX-3", **gone, **other, **dry, in_strip=False, handed_over_on=date(2018, 3, 1)).save()
    house("KX-4", **gone, id_number="").save()
    house("KX-5", heritage=True, in_strip=True, surveyed_on=date(2017, 9, 1)).save()
    house("KX-6", place_id=cast.HEXING, **gone).save()
    co_owner(first, consent_on=date(2018, 1, 8)).save()
    co_owner(first, "GY-2", name="贾未签").save()


FIGURES = {
    "surveyed_households": 3,  # one of them has houses in two villages
    "demolished_households": 3,
    "posted": 1,
    "agreements": 5,
    "co_owners_consented": 1,
    "compensation_due": 10_000,
    "compensation_paid": 9_640,
    "compensation_paid_share": Decimal("96.40"),
    "paid_houses": 1,
    "handed_over": 1,
    "demolished": 5,
    "demolished_in_strip": 2,
    "surveyed_in_strip": 3,
    "heritage_kept": 1,
    "reclaimed": 2,
    "reclaimed_area": 1_260,
    "accepted_area": 810,
    "accepted_paddy": 610,
}


@pytest.mark.parametrize(("name", "expected"), FIGURES.items())
def test_each_figure_of_the_town(town, name, expected):
    assert told(date(2018, 3, 26))[name] == expected


def test_a_household_counts_on_the_day_of_its_first_house(town):
    on_the_5th = told(date(2018, 3, 5))
    assert (on_the_5th["demolished"], on_the_5th["demolished_households"]) == (4, 3)


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("reclaimed", {"farmland": 1, "green": 1}),
        ("accepted_area", {"paddy": 610, "dry": 200}),
        ("demolished_in_strip", {"idle": 2}),
    ],
)
def test_what_became_of_the_land_can_be_broken_down(town, name, items):
    source = LiveSource(cast.TOWN, date(2018, 3, 26))
    found = figures(
        source, Period.parse("2018Q1"), names=[f"hollow_houses.{name}"], by="item", show="stock"
    )
    assert {one.key: one.value for one in found} == items


def test_the_digest_of_a_definition_does_not_change_by_itself():
    """A query inside a definition would be told by its address in memory."""
    for name, definition in definitions().items():
        if name.startswith("hollow_houses."):
            assert " at 0x" not in definition.declared, name
