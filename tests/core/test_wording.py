"""Numbers in official wording, and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.core.finding import Refusal
from taizhang.core.wording import approximate, chinese_number, ordinal_clause, plain, read_number

DECIMALS = st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("199800", None, "199800"),
        ("199800.0000", None, "199800"),
        ("1E+3", None, "1000"),
        ("118.40", None, "118.4"),
        ("-0.00", None, "0"),
        ("1E-7", None, "0.0000001"),
        ("118.4", 2, "118.40"),
        ("2.675", 2, "2.68"),
        ("-0.001", 2, "0.00"),
        ("310", 0, "310"),
    ],
)
def test_a_number_is_written_without_exponent_comma_or_idle_zeros(value, places, text):
    assert plain(Decimal(value), places) == text


@given(DECIMALS)
def test_reading_what_was_written_gives_the_number_back(value):
    assert read_number(plain(value)) == value


@given(DECIMALS, st.integers(0, 6))
def test_a_number_written_with_places_reads_back_within_half_of_the_last(value, places):
    read = read_number(plain(value, places))
    assert abs(read - value) * 2 <= Decimal(1).scaleb(-places)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2万", "12000"),
        ("3.5亿", "350000000"),
        ("0.3万", "3000"),
        ("199,800", "199800"),
        ("１９９，８００", "199800"),
        (" 310 ", "310"),
        ("-4", "-4"),
        ("+4", "4"),
    ],
)
def test_a_number_is_read_as_people_type_it(text, value):
    assert str(read_number(text)) == value


@pytest.mark.parametrize(
    "text",
    ["", "约300", "310栋", "1,2", "12,34", "4.3068E+17", "1.2.3", "34千万", "80多", "nan", "٣"],
)
def test_what_is_no_number_is_refused_by_name(text):
    with pytest.raises(Refusal, match="不是数字"):
        read_number(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("83", "80多"),
        ("80", "80"),
        ("89.5", "80多"),
        ("99", "90多"),
        ("100", "100"),
        ("312", "310多"),
        ("310", "310"),
        ("1234", "1200多"),
        ("10.5", "10多"),
        ("7", "7"),
        ("0", "0"),
    ],
)
def test_an_approximate_number_keeps_its_leading_digits(value, text):
    assert approximate(Decimal(value)) == text


@given(st.integers(10, 10**9))
def test_so_many_and_more_is_never_more_than_there_are(number):
    text = approximate(Decimal(number))
    kept = int(text.removesuffix("多"))
    assert kept <= number < kept * 2
    assert text.endswith("多") == (kept != number)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (2018, "二千零一十八"),
    ],
)
def test_headings_count_in_chinese(number, text):
    assert chinese_number(number) == text


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_two_headings_never_share_a_number(one, other):
    assert (chinese_number(one) == chinese_number(other)) == (one == other)


def test_headings_do_not_count_beyond_9999():
    with pytest.raises(ValueError, match="10000"):
        chinese_number(10000)


def test_clauses_open_with_their_number():
    assert [ordinal_clause(n) for n in (1, 2, 11)] == ["一是", "二是", "十一是"]
