"""Duty days that were rostered, signed and signed as empty; visits by batch and by person."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.live import LiveSource
from taizhang.lines.duty.tests.records import (
    FIRST,
    LAST,
    OTHER,
    SECOND,
    SUBSTITUTE,
    day,
    log,
    roster,
    saved,
    visit,
)
from tests import cast

CUTOFF = date(2018, 2, 28)


@pytest.fixture
def february(office):
    """Three days rostered: one with two batches, one signed as empty, one with a log that nobody signed; a night too."""
    of = saved(roster())
    saved(day(of, FIRST))
    saved(day(of, SECOND, substitute=SUBSTITUTE, substitute_reason="到市里开会"))
    saved(day(of, LAST))
    saved(day(of, LAST, shift="night", leader=OTHER))
    saved(log(FIRST, came="visitors", batches=2, people=5))
    saved(log(SECOND, signed_by=SUBSTITUTE))
    saved(log(LAST, signed_by="", signed_on=None))
    saved(log(LAST, shift="night", came="visitors", batches=1, people=1, signed_by=OTHER))
    saved(visit("JF1"))
    saved(visit("JF2", people=3, next_step="registered", petition_no="XF2018001"))
    saved(visit("JF3", people=1, on=LAST, shift="night", next_step="mediation"))


def told(cutoff=CUTOFF):
    """The figures of duty of the first quarter, by their short names."""
    names = [name for name in definitions() if name.startswith("duty.")]
    period = Period.parse(f"2018-01-01..{cutoff}")
    found = figures(LiveSource(cast.TOWN, cutoff), period, names=names)
    return {figure.indicator.removeprefix("duty."): figure.value for figure in found}


EXPECTED = {
    "days_rostered": "3",
    "days_signed": "2",
    "signed_share": "66.67",
    "days_with_visitors": "1",
    "zero_entries": "1",
    "substitutions": "1",
    "extra_shifts": "1",
    "visits": "3",
    "visitors": "6",
    "visits_answered": "1",
    "visits_registered": "1",
    "visits_to_mediation": "1",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_figure_of_duty(february, name):
    assert told()[name] == Decimal(EXPECTED[name])


def test_every_figure_of_duty_has_its_case():
    assert {f"duty.{name}" for name in EXPECTED} == {
        name for name in definitions() if name.startswith("duty.")
    }


def test_a_signature_that_comes_later_counts_for_the_day_it_is_for(february):
    saved(log(date(2018, 2, 28)))  # nobody was rostered: signed, and no duty day
    assert told()["days_signed"] == Decimal(2)


def test_what_lies_after_the_cutoff_does_not_count(february):
    assert told(SECOND)["days_rostered"] == Decimal(2)
