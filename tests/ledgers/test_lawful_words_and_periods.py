"""Fields that check what an office sets as an aim, and periods in the one way they are kept."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from taizhang.ledgers.fields import PeriodField, QuantityField, check_period
from taizhang.ledgers.lawful import NamesLike, lawful
from taizhang.ledgers.periods import days_of_period, late_from


@pytest.mark.parametrize(
    "text",
    [
        "城镇品位大提升",
        "信访事项按期办结率达到95%",
        "",
        "落实领导包案，件件有答复",
        "不按上传条数排名",
    ],
)
def test_a_lawful_aim_passes(text):
    lawful(text)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("确保不出现一起进京赴省和越级上访事件", "按期办结率"),
        ("全年零上访", "及时受理率"),
        ("各村按信访量排名", "满意率"),
        ("对上访户安排专人盯防", "时限"),
        ("各村每周上传照片不少于10张", "缺"),
    ],
)
def test_a_refused_aim_is_told_why_and_what_there_is_instead(text, offered):
    with pytest.raises(ValidationError) as wrong:
        lawful(text)
    assert offered in wrong.value.messages[0]


@pytest.mark.parametrize("name", ["2018", "2018H1", "2018Q1", "2018-03"])
def test_a_period_is_kept_by_its_name(name):
    check_period(name)
    assert PeriodField().clean(name, None) == name


@pytest.mark.parametrize("name", ["2018q1", " 2018", "一季度", "2018-13", "2018Q5"])
def test_any_other_way_of_writing_it_is_refused(name):
    with pytest.raises(ValidationError, match="期间"):
        check_period(name)


def test_the_days_of_periods_are_worked_out_row_by_row():
    rows = [SimpleNamespace(period=name) for name in ("2018Q1", "2018", "看不懂")]
    assert days_of_period(rows) == [
        (date(2018, 1, 1), date(2018, 3, 31)),
        (date(2018, 1, 1), date(2018, 12, 31)),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("last", "late"),
    [
        (date(2018, 2, 28), date(2018, 3, 1)),  # a Wednesday
        (date(2018, 3, 3), date(2018, 3, 6)),  # a Saturday gives way to Monday
        (date(2018, 2, 15), date(2018, 2, 23)),  # Spring Festival: the 22nd is worked
        (date(2018, 2, 24), date(2018, 2, 25)),  # a make-up working Saturday
        (date(2035, 3, 2), date(2035, 3, 3)),  # no calendar yet: by the weekday
    ],
)
def test_a_deadline_is_late_from_the_day_after_its_last_working_day(last, late):
    assert late_from(last) == late


def test_names_are_looked_up_when_asked_and_never_none_at_all():
    known = ["甲.一"]
    names = NamesLike(lambda: iter(known))
    assert "甲.一" in list(names)
    known.clear()
    assert len(list(names)) == 1


@pytest.mark.parametrize(("unit", "label"), [("亩", "目标值（亩）"), ("", "目标值")])
def test_a_form_shows_a_unit_only_where_there_is_one(unit, label):
    assert QuantityField("目标值", unit=unit).formfield().label == label
