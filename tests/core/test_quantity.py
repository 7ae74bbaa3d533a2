"""Amounts and their units: exact inside, rounded once."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.core.quantity import AREA, Quantity, UnitMismatch, round_half_up

AMOUNTS = st.decimals(-(10**12), 10**12, places=4)
UNITS = st.sampled_from(sorted(AREA))


def test_the_two_ways_to_write_300_mu_differ_by_200_square_metres():
    assert Quantity(Decimal(300), "亩").to("㎡", 2) == Quantity(Decimal("200000.00"), "㎡")
    assert Quantity(Decimal(199800), "㎡").to("亩", 2) == Quantity(Decimal("299.70"), "亩")


@pytest.mark.parametrize(
    ("value", "unit", "other", "result"),
    [
        ("1", "亩", "㎡", "666.67"),
        ("15", "亩", "公顷", "1.00"),
        ("1", "平方公里", "亩", "1500.00"),
        ("1", "公顷", "平方公里", "0.01"),
    ],
)
def test_areas_convert_by_the_legal_factors(value, unit, other, result):
    assert Quantity(Decimal(value), unit).to(other, 2).value == Decimal(result)


def test_any_unit_stays_what_it_is():
    assert Quantity(Decimal("2.5"), "栋").to("栋", 0) == Quantity(Decimal(3), "栋")


def test_like_is_added_to_like():
    assert Quantity(Decimal(66), "栋") + Quantity(Decimal(59), "栋") == Quantity(Decimal(125), "栋")
    assert Quantity(Decimal(300), "亩") - Quantity(Decimal(230), "亩") == Quantity(
        Decimal(70), "亩"
    )


@pytest.mark.parametrize("other", ["户", "套", "人"])
def test_houses_households_flats_and_persons_do_not_add_up(other):
    with pytest.raises(UnitMismatch, match=f"栋和{other}"):
        Quantity(Decimal(1), "栋") + Quantity(Decimal(1), other)
    with pytest.raises(UnitMismatch):
        Quantity(Decimal(1), "栋") - Quantity(Decimal(1), other)
    with pytest.raises(UnitMismatch):
        Quantity(Decimal(1), "栋").to(other, 2)


def test_even_areas_are_not_added_before_they_share_a_unit():
    with pytest.raises(UnitMismatch, match="亩和㎡"):
        Quantity(Decimal(1), "亩") + Quantity(Decimal(1), "㎡")


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (Decimal("2.5"), 0, "3"),
        (Decimal("0.125"), 2, "0.13"),
        (Decimal("-0.125"), 2, "-0.13"),
        (Decimal("1.005"), 2, "1.01"),
        (Decimal("-0.001"), 2, "0.00"),
        (Decimal(7), 2, "7.00"),
        (Fraction(2, 3), 4, "0.6667"),
        (Decimal(1250), -2, "1.3E+3"),
    ],
)
def test_halves_go_away_from_zero(value, places, rounded):
    assert str(round_half_up(value, places)) == rounded


@given(AMOUNTS, st.integers(0, 6))
def test_rounding_is_that_of_the_decimal_standard(value, places):
    exact = Context(prec=60)
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, exact)
    assert round_half_up(value, places) == expected


@given(AMOUNTS, UNITS, UNITS)
def test_a_conversion_is_off_by_at_most_half_a_last_digit(value, unit, other):
    converted = Quantity(value, unit).to(other, 4)
    exact = Fraction(value) * AREA[unit] / AREA[other]
    assert abs(Fraction(converted.value) - exact) <= Fraction(1, 20000)


@given(AMOUNTS, AMOUNTS)
def test_taking_away_what_was_added_gives_the_amount_back(value, other):
    amount, more = Quantity(value, "㎡"), Quantity(other, "㎡")
    assert amount + more - more == amount
