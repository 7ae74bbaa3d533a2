"""What is not additive: ratios are rounded once and half up; levels are picked."""

from decimal import Decimal

import pytest

from taizhang.indicators.figures import figures, trace
from tests.indicators.journals import EAST, HOUSES, QUARTER, TOWN, WEST, additive, level, ratio

OF, TO = additive("t.of"), additive("t.to")
LEVELS = [
    level("t.latest", "latest"),
    level("t.latest_ever", "latest", "stock"),
    level("t.highest", "highest"),
    level("t.highest_ever", "highest", "stock"),
]


@pytest.mark.parametrize(
    ("of", "to", "unit", "places", "expected"),
    [
        ("1", "3", "%", 2, "33.33"),
        ("2", "3", "%", 2, "66.67"),
        ("1", "8", "", 2, "0.13"),
        ("5", "1000", "", 2, "0.01"),
        ("-1", "8", "", 2, "-0.13"),
        ("0.1235", "1", "", 3, "0.124"),
        ("1", "1", "%", 2, "100.00"),
        ("0", "4", "%", 1, "0.0"),
    ],
)
def test_a_ratio_is_rounded_once_half_up(journal, of, to, unit, places, expected):
    entries = [("t.of", WEST, "2018-01-05", of, "", 1), ("t.to", WEST, "2018-01-05", to, "", 1)]
    source = journal(entries, [OF, TO, ratio("t.ratio", "t.of", "t.to", unit, places)])
    (figure,) = figures(source, QUARTER, names=["t.ratio"])
    assert str(figure.value) == expected
    assert [one.indicator for one in figure.inputs] == ["t.of", "t.to"]


@pytest.mark.parametrize("to", [["0"], ["2", "-2"], []])
def test_a_ratio_to_zero_or_to_nothing_is_missing(journal, to):
    entries = [("t.of", WEST, "2018-01-05", "5", "", 1)]
    entries += [("t.to", WEST, "2018-01-06", amount, "", 2) for amount in to]
    source = journal(entries, [OF, TO, ratio("t.ratio", "t.of", "t.to")])
    (figure,) = figures(source, QUARTER, names=["t.ratio"])
    assert figure.value is None


def test_a_ratio_traces_to_the_entries_of_both_inputs_each_in_its_own_habit(journal):
    stock = additive("t.to", "stock")
    entries = [
        ("t.of", WEST, "2017-05-05", "9", "", 1),
        ("t.of", WEST, "2018-01-05", "5", "", 2),
        ("t.to", EAST, "2017-05-05", "8", "", 3),
        ("t.to", EAST, "2018-02-05", "2", "", 4),
    ]
    source = journal(entries, [OF, stock, ratio("t.ratio", "t.of", "t.to")])
    (figure,) = figures(source, QUARTER, names=["t.ratio"])
    assert figure.value == Decimal("50.00")
    rows = trace(source, "t.ratio", QUARTER)
    assert [(row["indicator"], row["record"]) for row in rows] == [
        ("t.of", 2),
        ("t.to", 3),
        ("t.to", 4),
    ]
    assert len(rows) == figure.records


READINGS = [
    ("2017-06-01", "32.5", 1),
    ("2018-01-15", "30.5", 2),
    ("2018-01-20", "31.2", 3),
    ("2018-01-20", "29.9", 4),
]


def levels(journal, **asked):
    entries = [
        (one.name, WEST, day, amount, "", record)
        for one in LEVELS
        for day, amount, record in READINGS
    ]
    return figures(journal(entries, LEVELS), QUARTER, **asked)


def test_the_latest_reading_is_the_last_days_and_of_one_day_the_later_records(journal):
    values = {one.indicator: str(one.value) for one in levels(journal)}
    assert values["t.latest"] == values["t.latest_ever"] == "29.9"


def test_the_highest_reading_is_of_the_period_or_of_all_time(journal):
    values = {one.indicator: str(one.value) for one in levels(journal)}
    assert values["t.highest"] == "31.2"
    assert values["t.highest_ever"] == "32.5"


def test_a_level_stands_until_the_next_reading_but_a_month_without_one_has_none(journal):
    values = {}
    for one in levels(journal, by="month"):
        values.setdefault(one.indicator, []).append(None if one.value is None else str(one.value))
    assert values == {
        "t.latest": ["29.9", None, None],
        "t.latest_ever": ["29.9", "29.9", "29.9"],
        "t.highest": ["31.2", None, None],
        "t.highest_ever": ["32.5", "32.5", "32.5"],
    }


def test_a_level_before_any_reading_in_the_period_stands_from_before_it(journal):
    before = [(one.name, EAST, "2017-06-01", "32.5", "", 1) for one in LEVELS]
    found = figures(journal(before, LEVELS), QUARTER, by="month")
    values = {(one.indicator, one.key): one.value for one in found}
    assert values["t.latest_ever", "201801"] == Decimal("32.5")
    assert values["t.latest", "201801"] is None


def test_a_village_without_a_reading_has_none(journal):
    values = {(one.indicator, one.key): one.value for one in levels(journal, by="place")}
    assert values["t.latest", WEST] == Decimal("29.9")
    assert values["t.latest", EAST] is None


def test_figures_that_are_picked_and_added_come_in_one_answer(journal):
    entries = [
        ("t.latest", TOWN, "2018-01-01", "7", "", 1),
        (HOUSES.name, TOWN, "2018-01-01", "1", "", 1),
    ]
    found = figures(journal(entries, [HOUSES, LEVELS[0]]), QUARTER)
    assert {one.indicator: one.value for one in found} == {HOUSES.name: 1, "t.latest": 7}
