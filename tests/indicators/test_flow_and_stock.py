"""Opening, flow and closing of one journal: exact, the same on every engine, before and after a cut-off."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.figures import figures, trace, trend
from tests.indicators.journals import EAST, GROUP, HOUSES, QUARTER, TOWN, WEST

NAME = HOUSES.name
ENTRIES = [
    (NAME, WEST, "2017-12-31", "10.0000", "", 1),
    (NAME, GROUP, "2018-01-01", "0.1000", "", 2),
    (NAME, EAST, "2018-02-10", "99999999999999.9999", "", 3),
    (NAME, EAST, "2018-03-31", "-0.0001", "", 3),
    (NAME, TOWN, "2018-03-31", "0.2000", "", 4),
    (NAME, WEST, "2018-04-01", "7.0000", "", 5),
]


def one(source, **asked):
    (figure,) = figures(source, asked.pop("period", QUARTER), names=[NAME], **asked)
    return figure


def test_opening_and_flow_make_closing_to_the_last_digit(journal):
    figure = one(journal(ENTRIES))
    assert figure.opening == Decimal(10)
    assert figure.inflow == Decimal("100000000000000.2999")
    assert figure.outflow == Decimal("-0.0001")
    assert figure.closing == Decimal("100000000000010.2998")
    assert str(figure.value) == "100000000000000.2998"
    assert figure.records == 4


def test_a_stock_counts_everything_up_to_the_cutoff(journal):
    figure = one(journal(ENTRIES), show="stock")
    assert str(figure.value) == "100000000000010.2998"
    assert figure.records == 5


def test_the_cutoff_may_be_before_the_periods_end(journal):
    early = journal(ENTRIES, cutoff=date(2018, 3, 30))
    assert one(early).value == Decimal("100000000000000.0999")
    assert one(early, period=Period.parse("2018Q2")).value is None, "not begun, so not zero"


def test_a_period_that_begins_within_a_month_counts_from_its_first_day(journal):
    figure = one(journal(ENTRIES), period=Period.parse("2018-02-11..2018-03-31"))
    assert figure.value == Decimal("0.1999")


def test_a_place_counts_itself_and_what_is_below_it(journal):
    source = journal(ENTRIES)
    assert one(source, place=WEST).value == Decimal("0.1")
    assert one(source, place=GROUP).value == Decimal("0.1")
    assert one(source, place=EAST).opening == 0


def test_trace_lists_the_entries_of_the_figure_in_their_order(journal):
    source = journal(ENTRIES)
    rows = trace(source, NAME, QUARTER)
    assert [row["record"] for row in rows] == [2, 3, 3, 4]
    assert sum(row["amount"] for row in rows) == one(source).value
    assert trace(source, NAME, QUARTER, limit=2, offset=1) == rows[1:3]
    assert [row["record"] for row in trace(source, NAME, QUARTER, show="stock")] == [1, 2, 3, 3, 4]
    assert [row["record"] for row in trace(source, NAME, QUARTER, place=WEST)] == [2]


def test_a_trend_is_the_same_figure_of_several_periods(journal):
    periods = [QUARTER.previous(), QUARTER, Period.parse("2018-01")]
    found = trend(journal(ENTRIES), NAME, periods)
    assert [(period.name, str(figure.value)) for period, figure in found] == [
        ("2017Q4", "10"),
        ("2018Q1", "100000000000000.2998"),
        ("2018-01", "0.1"),
    ]


def test_an_empty_journal_has_gaps_and_no_zeros(journal):
    figure = one(journal([]))
    assert figure.value is None
    assert figure.records == 0


def test_whole_numbers_are_written_without_exponent_or_decimals(journal):
    hundreds = [(NAME, WEST, "2018-01-05", "100", "", number) for number in range(20)]
    assert str(one(journal(hundreds)).value) == "2000"


def test_an_unknown_figure_a_strange_word_and_another_towns_place_are_refused(journal):
    source = journal(ENTRIES)
    with pytest.raises(Refusal, match=r"没有代号为“t\.nothing”的指标"):
        figures(source, QUARTER, names=["t.nothing"])
    with pytest.raises(Refusal, match="不能按“year”分组"):
        figures(source, QUARTER, by="year")
    with pytest.raises(Refusal, match="没有地区代码 430682999"):
        figures(source, QUARTER, place="430682999")
    strange = journal(ENTRIES, [replace(HOUSES, name="x' OR 1=1")])
    with pytest.raises(Refusal, match="不是地区代码或指标代号"):
        figures(strange, QUARTER)
