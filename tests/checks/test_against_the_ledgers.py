"""A report's numbers beside those of a closed period: agreeing, differing by so much and why, or not in any ledger."""

from decimal import Decimal
from pathlib import Path

import pytest

from taizhang.checks.against import Known, hold_against
from taizhang.checks.checking import check
from taizhang.checks.proposing import propose
from taizhang.checks.reading.plain_text import report_of
from taizhang.checks.since_last import gone_back


def known(name, unit, value, place="", indicator="", show="stock", usual=True, aliases=()):
    return Known(
        indicator or f"line.{name}",
        place,
        "43068211320101" if place else "430682113",
        show,
        (name, *aliases),
        unit,
        Decimal(value),
        usual,
    )


LEDGERS = [
    known("拆除空心房", "栋", "310", show="flow"),
    known("集中建房点规划用地", "亩", "230", indicator="housing.planned_land"),
    known("集中建房点已用地", "亩", "120", indicator="housing.phase_land"),
    known("集中建房", "栋", "125", indicator="housing.buildings"),
    known("集中建房", "栋", "66", place="广坪", indicator="housing.buildings"),
    known("集中建房点规划用地", "亩", "130", place="广坪", indicator="housing.planned_land"),
    known("拆除腾退土地", "㎡", "199800.00", show="flow"),
    known("入住率", "%", "98.84"),
    known("复垦土地", "亩", "300", indicator="land.reclaimed"),
]


def held(text):
    checked = check(report_of(Path("报告.txt"), text))
    hold_against(checked, LEDGERS)
    return checked


AGREE = [
    ("已完成拆除“空心房”310栋", "line.拆除空心房"),
    ("规划用地130亩的广坪集中建房点", "housing.planned_land"),
    ("广坪点集中建房66栋", "housing.buildings"),
    ("入住率98.8%", "line.入住率"),
    ("复垦土地约300亩", "land.reclaimed"),
    ("复垦土地20公顷", "land.reclaimed"),
]


@pytest.mark.parametrize(("text", "indicator"), AGREE)
def test_a_number_that_the_ledgers_say_too_is_bound(text, indicator):
    checked = held(text)
    assert [bound.indicator for bound in checked.bound.values()] == [indicator]
    assert checked.remarks == []
    assert checked.verdict(checked.passage.stated[0]) == "consistent"


DIFFER = [
    ("已完成拆除空心房320栋", "是310栋，文中写320栋，相差10栋"),
    ("全镇集中建房点已用地230亩", "写的数等于“集中建房点规划用地”"),
    ("广坪点集中建房76栋", "“广坪的集中建房”是66栋，文中写76栋，相差10栋"),
]


@pytest.mark.parametrize(("text", "words"), DIFFER)
def test_a_number_that_differs_says_by_how_much_and_why(text, words):
    checked = held(text)
    (remark,) = checked.remarks
    assert remark.severity == "ask"
    assert words in remark.message
    assert not checked.bound


def test_a_telling_number_without_a_name_is_what_it_equals_and_somebody_is_told():
    checked = held("拆除310间，共199800㎡。")
    assert [bound.indicator for bound in checked.bound.values()] == ["line.拆除腾退土地"]
    assert "没有写明" in checked.remarks[0].message


@pytest.mark.parametrize("text", ["培训农民320人。", "发放贷款1.2亿元。", "悬挂标语80多条。"])
def test_what_no_ledger_has_stays_unchecked(text):
    checked = held(text)
    assert not checked.bound
    assert checked.remarks == []
    assert checked.verdict(checked.passage.stated[0]) == "unchecked"


def test_a_cumulative_number_must_not_go_back():
    before = check(
        report_of(Path("上期.txt"), "全镇累计拆除空心房310栋，累计复垦300亩，养猪户505户。")
    )
    now = check(
        report_of(Path("本期.txt"), "全镇累计拆除空心房300栋，累计复垦320亩，养猪户405户。")
    )
    (remark,) = gone_back(now, before)
    assert "上一份报告是310栋，这一份是300栋" in remark.message


REPORT = """黄盖镇2018年一季度工作总结
一、工作成效
1、整治空心房。已完成拆除空心房310栋，悬挂标语80多条。
二、存在的问题
"""


def test_a_report_becomes_a_template_with_its_prose_and_a_list_of_the_rest():
    proposal = propose(held(REPORT))
    assert proposal.template == (
        "% 黄盖镇2018年一季度工作总结\n\n# 工作成效\n\n## 整治空心房\n\n"
        '已完成拆除空心房{{ figure("line.拆除空心房", show="flow") }}，悬挂标语80多条。\n\n# 存在的问题\n'
    )
    assert proposal.filled == 1
    assert proposal.left == ("第3行：悬挂标语80多条",)
