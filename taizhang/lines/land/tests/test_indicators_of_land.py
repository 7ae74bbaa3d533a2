"""Reported, levelled, measured, checked and accepted are different areas; net gain is told by every formula beside its inputs."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.documents.formulas import difference
from taizhang.indicators.figures import figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.live import LiveSource
from taizhang.lines.land.tests.records import (
    ACCEPTED,
    APPROVED_ON,
    ENDS_ON,
    lot,
    money,
    movement,
    moves,
    project,
    saved,
)
from tests import cast

REMEASURED = {"resurveyed_on": date(2018, 5, 10), "resurveyed_area": "19.50"}


def stocks(cutoff: date) -> dict[str, Decimal | None]:
    """The figures of the land line at the end of a day, by their short names."""
    names = [name for name in definitions() if name.startswith("land.")]
    period = Period.parse(f"2016-01-01..{cutoff}")
    found = figures(LiveSource(cast.TOWN, cutoff), period, names=names)
    return {figure.indicator.removeprefix("land."): figure.value for figure in found}


@pytest.fixture
def town(office):
    """A paddy lot, accepted with 19.80 亩; a mixed one of 10 亩, of which 4 became forest; one only levelled so far.

    25 亩 are planned, 12 of them used, 5 of these farmland; use that says nothing of farmland is 3 亩 more.
    """
    of = saved(project())
    saved(lot(of, "FK1", **ACCEPTED))
    mixed = {"land_class": "dry", "reported_area": "11", "surveyed_area": "10.5"}
    parts = {
        "first_checked_area": "10",
        "accepted_area": "10",
        "accepted_paddy": "2",
        "accepted_dry": "4",
    }
    saved(lot(of, "FK2", **ACCEPTED | mixed | parts))
    saved(lot(of, "FK3", levelled_on=date(2018, 3, 1), levelled_area="8.20", reported_area="8"))
    moves(of, ("grant", 60, APPROVED_ON), ("plan", 30, APPROVED_ON), ("reserve", 20, APPROVED_ON))
    saved(movement(of, "use", 12, date(2017, 3, 1), "ZB-7", cultivated_area=5))
    saved(movement(of, "use", 3, date(2017, 4, 1), "ZB-8"))
    saved(movement(of, "recall", 5, date(2018, 3, 30), "ZB-9"))
    return of


def test_every_stage_of_reclaiming_has_its_area(town):
    now = stocks(date(2018, 6, 1))
    assert {name: now[name] for name in ("levelled", "reclaimed", "surveyed", "first_checked")} == {
        "levelled": Decimal("8.2"),
        "reclaimed": 39,
        "surveyed": Decimal("30.3"),
        "first_checked": Decimal("29.8"),
    }
    assert now["accepted"] == Decimal("29.8")
    assert now["accepted_cultivated"] == Decimal("25.8")
    assert now["accepted_paddy"] == Decimal("21.8")


@pytest.mark.parametrize(
    ("day", "surveyed"),
    [
        (date(2018, 4, 8), "0"),
        (date(2018, 4, 9), "19.8"),
        (date(2018, 5, 9), "19.8"),
        (date(2018, 5, 10), "19.5"),
    ],
)
def test_a_second_measurement_counts_from_its_own_day(office, day, surveyed):
    saved(lot(saved(project()), **ACCEPTED | REMEASURED))
    assert stocks(day)["surveyed"] == Decimal(surveyed)


def test_net_gain_is_told_by_every_formula(town):
    now = stocks(date(2018, 6, 1))
    assert {name: now[name] for name in now if name.startswith("net_")} == {
        "net_farmland_planned": 39 - 25,
        "net_farmland": 39 - 15,
        "net_farmland_surveyed_planned": Decimal("30.3") - 25,
        "net_farmland_surveyed": Decimal("30.3") - 15,
        "net_farmland_accepted_planned": Decimal("25.8") - 25,
        "net_farmland_accepted": Decimal("25.8") - 15,
        "net_cultivated": Decimal("25.8") - 8,
    }
    assert now["farmland_taken"] == 8
    assert now["quota_surplus"] == Decimal("29.8") - 15


@pytest.mark.parametrize(
    ("name", "of", "less"),
    [
        ("net_farmland_planned", "reclaimed", "quota_planned"),
        ("net_farmland", "reclaimed", "quota_used"),
        ("net_farmland_surveyed_planned", "surveyed", "quota_planned"),
        ("net_farmland_surveyed", "surveyed", "quota_used"),
        ("net_farmland_accepted_planned", "accepted_cultivated", "quota_planned"),
        ("net_farmland_accepted", "accepted_cultivated", "quota_used"),
        ("net_cultivated", "accepted_cultivated", "farmland_taken"),
        ("quota_surplus", "accepted", "quota_used"),
        ("quota_unused", "quota_planned", "quota_used"),
    ],
)
def test_a_net_figure_is_shown_beside_its_inputs(name, of, less):
    known = definitions()
    found = difference(known[f"land.{name}"], known.values())
    assert found is not None
    assert [one.name for one in found] == [f"land.{of}", f"land.{less}"]


def test_what_expired_was_sold_and_was_bought_leaves_and_joins_what_is_at_hand(town):
    moves(town, ("buy", 7, ENDS_ON), ("sell", 4, ENDS_ON), ("expire", 20, ENDS_ON))
    before, after = stocks(date(2019, 10, 17)), stocks(ENDS_ON)
    assert before["quota_available"] == 35
    assert after["quota_available"] == 35 + 7 - 4 - 20
    names = ("quota_received", "quota_transferred", "quota_expired")
    assert [before[name] for name in names] == [0, 0, 0]
    assert [after[name] for name in names] == [7, 4, 20]


def test_quota_is_overdue_from_the_end_of_its_project_until_it_is_used_or_given_back(town):
    moves(town, ("use", 2, date(2019, 11, 4)), ("release", 3, date(2019, 11, 4)))
    moves(town, ("recall", 8, date(2019, 12, 2)), ("expire", 40, date(2019, 12, 2)))
    days = [date(2019, 10, 17), ENDS_ON, date(2019, 11, 4), date(2019, 12, 2)]
    assert [stocks(day)["quota_overdue"] for day in days] == [0, 45, 43, 3]


def test_a_project_planned_anew_is_overdue_from_its_new_end(town):
    new_end = date(2020, 10, 18)
    type(town).objects.update(replanned_on=ENDS_ON, extended_to=new_end)
    saved(project("XM2", settled_on=date(2019, 12, 2)))
    saved(project("XM3", settled_on=date(2019, 1, 7)))
    days = [date(2019, 10, 17), ENDS_ON, date(2019, 12, 2), new_end]
    assert [stocks(day)["projects_overdue"] for day in days] == [0, 1, 0, 1]
    assert [stocks(day)["quota_overdue"] for day in days] == [0, 0, 0, 45]


def test_projects_are_counted_when_approved_accepted_and_confirmed(office):
    saved(
        project(
            "XM2",
            accepted_on=date(2018, 6, 4),
            confirmed_on=date(2018, 7, 2),
            confirmed_area="29.80",
        )
    )
    saved(project("XM3", approved_area="100"))
    now = stocks(date(2018, 7, 1))
    assert [now[name] for name in ("projects", "quota_approved", "projects_accepted")] == [
        2,
        400,
        1,
    ]
    assert now["quota_confirmed"] == 0
    assert stocks(date(2018, 7, 2))["quota_confirmed"] == Decimal("29.8")


def test_money_raised_and_paid_is_counted_in_ten_thousands(office):
    of = saved(project())
    saved(money(of, "raised", "100.5", date(2018, 1, 8), "ZJ1"))
    saved(money(of, "paid", "60.123456", date(2018, 2, 5), "ZJ2"))
    now = stocks(date(2018, 2, 5))
    assert (now["money_raised"], now["money_paid"]) == (Decimal("100.5"), Decimal("60.1235"))
