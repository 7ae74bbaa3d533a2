"""Houses are counted by the day of what happened to them; floor area and land are two figures."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.hollow_houses.tests.houses import house
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
