"""Who has not reported is named; nothing reported is a gap, a report of nothing is a zero."""

from decimal import Decimal

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.source import Coverage
from tests.indicators.journals import EAST, HOUSES, LEDGER, NORTH, QUARTER, TOWN, WEST

ENTRIES = [(HOUSES.name, WEST, "2018-01-05", "2", "", 1)]


def by_place(journal, *coverage, period=QUARTER):
    source = journal(ENTRIES, coverage=coverage)
    return {one.key: one for one in figures(source, period, by="place")}


def whole(journal, *coverage, period=QUARTER):
    (figure,) = figures(journal(ENTRIES, coverage=coverage), period)
    return figure


def test_the_towns_figure_names_the_villages_that_did_not_report(journal):
    figure = whole(journal)
    assert figure.value == Decimal(2)
    assert figure.gaps == (EAST, NORTH)


def test_a_silent_village_has_a_gap_and_one_that_reported_nothing_has_zero(journal):
    found = by_place(journal, Coverage(LEDGER, EAST, "2018Q1"))
    assert found[WEST].value == 2
    assert found[EAST].value == 0
    assert found[EAST].gaps == ()
    assert found[NORTH].value is None
    assert found[NORTH].gaps == (NORTH,)


def test_zero_returns_of_all_months_cover_the_quarter_and_two_of_three_do_not(journal):
    months = [Coverage(LEDGER, EAST, f"2018-0{month}") for month in (1, 2, 3)]
    assert whole(journal, *months).gaps == (NORTH,)
    assert whole(journal, *months[:2]).gaps == (EAST, NORTH)


def test_a_return_for_the_year_covers_its_quarters_and_the_towns_covers_its_villages(journal):
    assert whole(journal, Coverage(LEDGER, TOWN, "2018")).gaps == ()


def test_a_zero_return_of_another_ledger_or_another_period_covers_nothing(journal):
    other = [Coverage("test.lot", EAST, "2018Q1"), Coverage(LEDGER, EAST, "2017Q4")]
    assert whole(journal, *other).gaps == (EAST, NORTH)


def test_a_village_that_keeps_the_ledger_has_reported_a_period_without_events(journal):
    figure = by_place(journal, period=Period.parse("2018-03"))[WEST]
    assert figure.value == 0
    assert figure.gaps == ()
