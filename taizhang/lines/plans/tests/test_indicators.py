"""Items are due by their deadline and done by the day they were done; the rate keeps what was not done."""

from datetime import date

import pytest

from taizhang.core.period import Period
from taizhang.documents.printing import print_paper
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.actions import take_step
from taizhang.ledgers.workflow import workflow
from taizhang.lines.plans.models import Item
from taizhang.lines.plans.tests.items import DEADLINE, item, plan, saved
from taizhang.people.models import Role
from tests import cast
from tests.documents.printed import everything

CUTOFF = date(2018, 3, 26)


@pytest.fixture
def of(office):
    """In time, late, not done, given up, and not due yet."""
    of = saved(plan())
    saved(item(of, "甲", turn=1, done_on=DEADLINE, result="拆完"))
    saved(item(of, "乙", turn=2, done_on=date(2018, 3, 22), result="晚了两天"))
    saved(item(of, "丙", turn=3))
    saved(item(of, "丁", turn=4, dropped_on=date(2018, 2, 1), dropped_because="并入别的项目"))
    saved(item(of, "戊", turn=5, deadline=date(2018, 3, 30)))
    return of


def told(cutoff=CUTOFF, period="2018Q1"):
    found = figures(LiveSource(cast.TOWN, cutoff), Period.parse(period))
    return {
        one.indicator.removeprefix("plans."): one.value
        for one in found
        if one.indicator.startswith("plans.")
    }


def test_each_is_counted_by_its_own_day(of):
    found = told()
    assert {name: int(value) for name, value in found.items() if name != "in_time_rate"} == {
        "planned": 0,  # listed in December
        "due": 3,
        "done": 2,
        "in_time": 1,
        "dropped": 1,
        "open_items": 2,
    }
    assert str(found["in_time_rate"]) == "33.33"
    assert told(date(2017, 12, 31), "2017Q4")["planned"] == 5


def test_an_item_is_finished_or_given_up_and_not_both(of):
    flow, open_item = workflow(Item), Item.objects.get(number="丙")
    assert [step.state for step, _ in flow.open_steps(open_item)] == ["done", "dropped"]
    open_item.result = "拆完"
    take_step(open_item, flow.step("done"), date(2018, 3, 26), Role.STATION_OFFICER, note="拆完")
    assert flow.open_steps(Item.objects.get(number="丙")) == []


def test_a_step_due_on_the_deadline_is_overdue_the_day_after(of):
    flow, open_item = workflow(Item), Item.objects.get(number="丙")
    assert flow.overdue(open_item, DEADLINE) == []
    assert [step.state for step, _ in flow.overdue(open_item, date(2018, 3, 21))] == ["done"]


def test_the_printed_plan_names_person_post_day_and_outcome(of):
    paper = everything(print_paper("plans.plan_table", of, CUTOFF))
    for said in ("安分管", "副镇长", "2018年3月20日", "2018年3月22日完成：晚了两天"):
        assert said in paper
    assert "2018年2月1日取消：并入别的项目" in paper
