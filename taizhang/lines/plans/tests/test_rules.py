"""Each rule of plans: a record that keeps it and one that breaks it."""

from dataclasses import replace
from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.actions import save_record
from taizhang.lines.plans import rules as declared
from taizhang.lines.plans.models import Item
from taizhang.lines.plans.tests.items import DEADLINE, DRAWN_UP, item, plan, saved
from tests.rule_cases import broken, declared_rules

AIMED = {"indicator": "hollow_houses.demolished", "comparison": "at_least", "target": "300"}
DONE = {"done_on": DEADLINE, "result": "拆了310栋"}
DROPPED = {"dropped_on": DEADLINE, "dropped_because": "并入别的项目"}

# title, how hard, what breaks it, what keeps it
ITEMS = [
    ("一个事项一名责任人", "ask", {"owner": "安分管，宋量土"}, {}),
    (
        "完成期限在计划期间以内",
        "error",
        {"deadline": date(2018, 4, 1)},
        {"deadline": date(2018, 3, 31)},
    ),
    ("完成期限在计划期间以内", "error", {"deadline": date(2017, 12, 31)}, {}),
    ("列入不晚于完成期限", "error", {"listed_on": date(2018, 3, 21)}, {"listed_on": DEADLINE}),
    ("计划的指标要有目标值和比较方式", "error", AIMED | {"comparison": ""}, AIMED),
    ("计划的目标值要有挂钩指标", "error", {"target": "3"}, AIMED),
    ("完成要写完成情况", "error", DONE | {"result": ""}, DONE),
    ("取消要写原因", "error", DROPPED | {"dropped_because": ""}, DROPPED),
    ("完成和取消只有一样", "error", DONE | DROPPED, DONE),
    ("上期事项编号要查得到", "ask", {"carried_from": "没有"}, {"carried_from": "上期"}),
]
ELSEWHERE = {"信访量不能作计划的目标", "一期一份计划", "计划在期间结束前制定", "同一计划序号不重复"}


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), ITEMS)
def test_an_item_that_keeps_a_rule_and_one_that_breaks_it(office, title, severity, breaks, keeps):
    before = saved(plan("上期计划", period="2017Q4", drawn_up_on=date(2017, 9, 28)))
    saved(item(before, "上期", listed_on=date(2017, 9, 28), deadline=date(2017, 12, 20)))
    of = saved(plan())
    assert broken(item(of, "甲", turn=1, **breaks)).get(title) == severity
    assert title not in broken(item(of, "乙", turn=2, **keeps))


def test_a_number_comes_once_in_a_plan_and_a_plan_once_a_period(office):
    of = saved(plan())
    saved(item(of, "甲"))
    assert broken(item(of, "乙"))["同一计划序号不重复"] == "error"
    again = saved(plan("又一份"))
    assert broken(again)["一期一份计划"] == "ask"
    again.period = "2018Q2"
    assert broken(saved(again)) == {}


def test_a_plan_is_drawn_up_before_its_period_is_over(office):
    late = saved(plan("甲", drawn_up_on=date(2018, 4, 1)))
    assert broken(late)["计划在期间结束前制定"] == "error"
    late.drawn_up_on = date(2018, 3, 31)
    assert broken(saved(late)) == {}


@pytest.mark.parametrize("period", ["2018年一季度", "2018q1", "2018-13", "一季度"])
def test_a_period_is_written_in_one_way(office, period):
    with pytest.raises(Refusal, match="计划期间"):
        save_record(plan(period=period))


@pytest.mark.parametrize("missing", ["owner", "post", "deadline"])
def test_person_post_and_day_cannot_be_left_out(office, missing):
    of = saved(plan())
    with pytest.raises(Refusal):
        save_record(item(of, **{missing: None if missing == "deadline" else ""}))


def test_what_the_product_refuses_is_no_plan(office):
    of = saved(plan())
    with pytest.raises(Refusal, match="按期办结率"):
        save_record(item(of, content="确保无一人进京上访"))
    assert not Item.objects.exists()


def test_the_number_of_petitions_is_no_figure_to_aim_at(office, monkeypatch):
    known = definitions()["hollow_houses.demolished"]
    received = replace(known, name="petitions.received", title="来访人次", unit="人次")
    monkeypatch.setattr(declared, "definitions", lambda: {"petitions.received": received})
    wrong = item(saved(plan()), **AIMED | {"indicator": "petitions.received"})
    assert broken(wrong)["信访量不能作计划的目标"] == "error"


def test_every_rule_of_the_line_has_its_case_here():
    told = {title for title, *_ in ITEMS} | ELSEWHERE
    assert {title for _, title in declared_rules("plans")} == told


def test_listed_on_may_be_the_day_the_plan_was_drawn_up(office):
    assert broken(item(saved(plan()), listed_on=DRAWN_UP)) == {}
