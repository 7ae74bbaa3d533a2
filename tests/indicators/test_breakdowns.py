"""By place, by month and by item: parts that make the whole, none invented and none left out."""

from decimal import Decimal

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from tests.indicators.journals import (
    EAST,
    GROUP,
    HOUSES,
    NORTH,
    QUARTER,
    TOWN,
    WEST,
    additive,
    ratio,
)

NAME = HOUSES.name
ENTRIES = [
    (NAME, WEST, "2016-05-05", "5", "brick", 1),
    (NAME, GROUP, "2018-01-09", "3", "earth", 2),
    (NAME, EAST, "2018-01-31", "4", "brick", 3),
    (NAME, TOWN, "2018-03-01", "2", "", 4),
    (NAME, EAST, "2018-03-15", "-1", "brick", 3),
]


def told(found):
    return {figure.key: figure.value for figure in found}


def test_by_place_every_village_is_shown_and_the_towns_own_entries_too(journal):
    by_place = figures(journal(ENTRIES), QUARTER, by="place")
    assert told(by_place) == {TOWN: 2, WEST: 3, EAST: 3, NORTH: None}
    assert {figure.key: figure.place for figure in by_place} == {c: c for c in told(by_place)}


def test_by_place_below_a_village(journal):
    by_place = figures(journal(ENTRIES), QUARTER, place=WEST, by="place", show="stock")
    assert told(by_place) == {WEST: 5, GROUP: 3}


def test_by_month_each_opens_with_what_the_one_before_closed_with(journal):
    months = figures(journal(ENTRIES), QUARTER, by="month")
    assert told(months) == {"201801": 7, "201802": 0, "201803": 1}
    assert [(one.opening, one.closing) for one in months] == [(5, 12), (12, 12), (12, 13)]
    assert [(one.inflow, one.outflow) for one in months] == [(7, 0), (0, 0), (2, -1)]


def test_by_month_a_stock_runs_on(journal):
    months = figures(journal(ENTRIES), QUARTER, by="month", show="stock")
    assert told(months) == {"201801": 12, "201802": 12, "201803": 13}
    assert [one.records for one in months] == [3, 3, 5]


def test_by_month_of_a_period_that_begins_within_a_month(journal):
    months = figures(journal(ENTRIES), Period.parse("2018-01-20..2018-03-10"), by="month")
    assert told(months) == {"201801": 4, "201802": 0, "201803": 2}
    assert [(one.opening, one.closing) for one in months] == [(8, 12), (12, 12), (12, 14)]


def test_by_month_nothing_is_said_of_months_after_the_cutoff(journal):
    months = figures(journal(ENTRIES), Period.parse("2018"), by="month")
    assert [one.key for one in months] == ["201801", "201802", "201803"]


def test_by_item_only_what_the_figure_has(journal):
    other = additive("t.lots")
    entries = [*ENTRIES, (other.name, WEST, "2018-01-01", "1", "paddy", 9)]
    found = figures(journal(entries, [HOUSES, other]), QUARTER, by="item")
    assert {(one.indicator, one.key): one.value for one in found} == {
        (NAME, ""): 2,
        (NAME, "brick"): 3,
        (NAME, "earth"): 3,
        (other.name, "paddy"): 1,
    }


def test_a_ratio_is_worked_out_for_every_part(journal):
    area = additive("t.area")
    each = ratio("t.each", of=area.name, to=NAME, unit="㎡/栋", places=1)
    entries = [
        *ENTRIES,
        (area.name, GROUP, "2018-01-09", "310", "earth", 2),
        (area.name, EAST, "2018-01-31", "400", "brick", 3),
    ]
    found = figures(journal(entries, [HOUSES, area, each]), QUARTER, by="place")
    ratios = {one.key: one.value for one in found if one.indicator == each.name}
    assert ratios[WEST] == Decimal("103.3")
    assert ratios[EAST] == Decimal("133.3")
    assert ratios[NORTH] is None
