"""What is planned, reserved, used and left over are different figures, and each comes back when quota does."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.land.tests.records import lot, movement, project, saved
from tests import cast


def stocks(cutoff: date) -> dict[str, Decimal | None]:
    """The figures of the land line by their short names."""
    found = figures(LiveSource(cast.TOWN, cutoff), Period.parse("2018Q1"))
    return {
        figure.indicator.removeprefix("land."): figure.value
        for figure in found
        if figure.indicator.startswith("land.")
    }


@pytest.fixture
def town(office):
    """300 granted, 230 planned and 30 taken back, 120 reserved, 10 let go, 70 used; 50 亩 reclaimed."""
    of = saved(project())
    steps = [
        ("grant", 300, date(2016, 10, 18)),
        ("plan", 230, date(2016, 11, 7)),
        ("reserve", 120, date(2016, 12, 5)),
        ("use", 70, date(2017, 3, 1)),
        ("release", 10, date(2018, 2, 1)),
        ("recall", 30, date(2018, 3, 30)),
    ]
    for kind, area, day in steps:
        saved(movement(of, kind, area, day, f"ZB-{kind}"))
    measured = {"surveyed_on": date(2018, 3, 20), "surveyed_area": "49.50"}
    saved(lot(of, reported_area="50", **measured))


def test_quota_is_told_apart_by_where_it_stands(town):
    now = stocks(date(2018, 3, 26))
    assert now["quota_granted"] == 300
    assert now["quota_planned"] == 230
    assert now["quota_reserved"] == 40
    assert now["quota_used"] == 70
    assert now["quota_released"] == 10
    assert now["quota_unused"] == 160
    assert now["quota_available"] == 70
    assert now["quota_use_rate"] == Decimal("30.43")


def test_quota_taken_back_is_no_longer_planned(town):
    later = stocks(date(2018, 3, 31))
    assert later["quota_planned"] == 200
    assert later["quota_available"] == 100
    assert later["net_farmland_planned"] == -150
    assert later["net_farmland"] == -20


def test_reported_surveyed_and_accepted_areas_stay_apart(town):
    now = stocks(date(2018, 3, 26))
    assert (now["reclaimed"], now["surveyed"], now["accepted"]) == (50, Decimal("49.5"), 0)


def test_net_farmland_is_told_by_both_formulas(town):
    now = stocks(date(2018, 3, 26))
    assert now["net_farmland_planned"] == 50 - 230
    assert now["net_farmland"] == 50 - 70
