"""What a record aims at: which part of its span a report can speak of, and what the figure says of it."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from taizhang.core.period import Period
from taizhang.indicators.aims import Aim, Comparison, Goal
from taizhang.indicators.fields import IndicatorField, titles
from taizhang.indicators.figures import Figure
from taizhang.indicators.indicator import definitions

DEMOLISHED = "hollow_houses.demolished"
AT_LEAST, AT_MOST, EXACTLY = Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EXACTLY


def goal(comparison=AT_LEAST, value="300", tolerance="0", span="2018"):
    return Goal(DEMOLISHED, Decimal(value), comparison, Decimal(tolerance), Period.parse(span))


def figure(value):
    return Figure(
        DEMOLISHED, "拆除空心房", "栋", None if value is None else Decimal(value), 0, "", "", "flow"
    )


@pytest.mark.parametrize(
    ("span", "reported", "asked"),
    [
        ("2018", "2018Q1", "2018Q1"),  # both begin together
        ("2018", "2018Q2", "2018-01-01..2018-06-30"),  # the year so far
        ("2018", "2018Q4", "2018"),
        ("2018", "2018", "2018"),
        ("2018Q1", "2018Q1", "2018Q1"),
        ("2018-02", "2018Q1", "2018-02"),  # over by the end of the report
        ("2018Q2", "2018Q1", None),  # not begun
        ("2017", "2018Q1", "2017"),
    ],
)
def test_a_report_speaks_of_the_span_up_to_its_own_last_day(span, reported, asked):
    found = goal(span=span).asked_in(Period.parse(reported))
    assert (found and found.name) == asked


@pytest.mark.parametrize(
    ("comparison", "tolerance", "value", "is_over", "verdict"),
    [
        (AT_LEAST, "0", "300", True, "已达到目标"),
        (AT_LEAST, "0", "310", False, "已达到目标"),
        (AT_LEAST, "0", "299", False, "尚未达到目标"),
        (AT_LEAST, "0", "299", True, "未达到目标"),
        (AT_LEAST, "5", "295", True, "在允许的误差以内"),
        (AT_LEAST, "5", "294.99", True, "未达到目标"),
        (AT_MOST, "0", "300", True, "没有超过目标"),
        (AT_MOST, "0", "301", False, "已超过目标"),
        (AT_MOST, "5", "305", True, "在允许的误差以内"),
        (EXACTLY, "0", "300", True, "与目标一致"),
        (EXACTLY, "0", "299", False, "与目标不一致"),
        (EXACTLY, "1", "301", True, "在允许的误差以内"),
        (AT_LEAST, "0", None, True, "缺报，无法比较"),
    ],
)
def test_the_verdict_says_what_the_figure_says(comparison, tolerance, value, is_over, verdict):
    found = goal(comparison, tolerance=tolerance).verdict(figure(value), is_over=is_over)
    assert found == verdict


def test_the_aim_is_worded_with_title_unit_and_tolerance():
    definition = definitions()[DEMOLISHED]
    assert goal().wording(definition) == "拆除空心房不低于300栋"
    assert goal(AT_MOST, "300.50", "2.50").wording(definition) == (
        "拆除空心房不高于300.5栋（允许相差2.5）"
    )


def test_a_record_without_indicator_or_value_aims_at_nothing():
    aim = Aim(object, tolerance="tolerance", period="plan__period")
    plan = SimpleNamespace(period="2018Q1")
    whole = {
        "indicator": DEMOLISHED,
        "target": Decimal(1),
        "comparison": "at_least",
        "tolerance": None,
        "plan": plan,
    }
    assert aim.of(SimpleNamespace(**whole)) == goal(value="1", span="2018Q1")
    assert aim.of(SimpleNamespace(**whole | {"indicator": ""})) is None
    assert aim.of(SimpleNamespace(**whole | {"target": None})) is None


def test_the_field_offers_every_indicator_by_title_and_leaves_no_choices_in_migrations():
    field = IndicatorField("挂钩指标", blank=True)
    assert dict(field.flatchoices) == dict(titles())
    assert dict(titles())[DEMOLISHED] == "拆除空心房"
    *_, said = field.deconstruct()
    assert said == {"blank": True, "verbose_name": "挂钩指标"} or said == {"blank": True}
