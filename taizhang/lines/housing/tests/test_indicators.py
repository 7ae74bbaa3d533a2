"""Planned is not begun, given out is not moved into, and a building is not a household."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.housing.tests.records import (
    SECOND_ID,
    allocation,
    approval,
    building,
    phase,
    saved,
    site,
    unit,
)
from tests import cast

CUTOFF = date(2018, 3, 26)


def told(period: str = "2018Q1") -> dict[str, Decimal | None]:
    """The figures of this line by their short names."""
    found = figures(LiveSource(cast.TOWN, CUTOFF), Period.parse(period))
    return {
        figure.indicator.removeprefix("housing."): figure.value
        for figure in found
        if figure.indicator.startswith("housing.")
    }


@pytest.fixture
def town(office):
    """A site with one building of two dwellings, both given out, one moved into; a phase still to begin."""
    of = saved(site())
    begun = saved(phase(of))
    saved(phase(of, "GP-2", ordinal=2, area="60", started_on=date(2018, 4, 2)))
    block = saved(building(begun))
    saved(building(begun, "GP02", completed_on=None))
    first, second = saved(unit(block)), saved(unit(block, "GP01-2"))
    saved(allocation(first, moved_in_on=date(2018, 3, 20)))
    saved(allocation(second, "FF2", id_number=SECOND_ID, moved_in_on=date(2018, 4, 2)))


def test_land_planned_is_told_apart_from_land_begun(town):
    now = told()
    assert (now["sites"], now["planned_land"], now["phase_land"]) == (1, 130, 70)
    assert now["phase_share"] == Decimal("53.85")


def test_buildings_dwellings_and_households_are_three_figures(town):
    now = told()
    assert (now["buildings"], now["units"], now["households_allocated"]) == (1, 2, 2)
    assert now["households_per_building"] == 2


def test_a_house_given_out_is_not_yet_moved_into(town):
    now = told()
    assert now["households_moved_in"] == 1
    assert now["move_in_rate"] == 50


def test_approvals_are_counted_by_their_day_and_kind(office):
    saved(approval("JF1"))
    saved(approval("JF2", kind="scattered", approved_on=date(2016, 12, 12)))
    saved(approval("JF3", approved_on=None, refused_on=date(2016, 12, 13), authority=""))
    then, now = told("2016Q4"), told()
    assert (then["approvals"], then["concentrated_approvals"]) == (2, 1)
    assert (then["scattered_approvals"], then["refusals"]) == (1, 1)
    assert (now["approvals"], now["scattered_approvals"]) == (0, 0)


def test_scattered_approvals_are_missing_where_nobody_reported(office):
    assert told()["scattered_approvals"] is None
