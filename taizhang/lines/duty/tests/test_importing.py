"""The sheets of duty as an office keeps them: in by their heads, and the errors and questions at their cells."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.core.refused import subjects
from taizhang.ledgers.actions import save_record, take_step
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.ledgers.workflow import workflow
from taizhang.lines.duty.models import DailyLog, SpecialPeriod, Visit
from taizhang.lines.duty.tests.records import FIRST, LEADER, log, period, saved
from taizhang.people.models import Role
from tests.ledgers.excel.sheets import write

TOWN = {"村（社区）": "黄盖镇"}
PERIOD = TOWN | {
    "编号": "TH1",
    "名称": "2018年全国两会期间",
    "起始日期": date(2018, 3, 3),
    "截止日期": date(2018, 3, 20),
    "加派第二名领导": "是",
    "安排夜间值班": "否",
}
LOG = TOWN | {
    "编号": "RZ1",
    "日期": FIRST,
    "班次": "白天",
    "来访情况": "当日无来访",
    "来访批次": 0,
    "来访人次": 0,
    "记录人": "李丁卯",
    "签字领导": LEADER,
    "签字日期": FIRST,
}
VISIT = TOWN | {
    "编号": "LF1",
    "接访日期": FIRST,
    "班次": "白天",
    "来访人": "周戊辰",
    "来访人数": 2,
    "反映事项": "宅基地边界",
    "接待人": "李丁卯",
    "接访领导": LEADER,
    "答复意见": "登记后答复",
    "下一步": "登记为信访件",
    "信访编号": "XF2018001",
    "来访人已签名": "是",
}


def imported(tmp_path, model, row):
    """One row as an office's own workbook."""
    return import_workbook(model, write(tmp_path / "台账.xlsx", [row], heads=list(row)))


def said(result):
    return str([problem.message for problem in result.problems.kept])


@pytest.mark.parametrize(
    ("model", "row"), [(SpecialPeriod, PERIOD), (DailyLog, LOG), (Visit, VISIT)]
)
def test_a_sheet_comes_in_by_its_heads_and_changes_nothing_again(office, tmp_path, model, row):
    assert imported(tmp_path, model, row).new == 1
    again = imported(tmp_path, model, row)
    assert (again.new, again.wrong) == (0, 0)


FORBIDDEN = [
    ("名称", "两会特护人员名单", "P2"),
    ("安排", "每名特护人员安排一名领导盯防", "P1"),
    ("安排", "确保期内无一人上访", "P6"),
]


@pytest.mark.parametrize(("head", "text", "number"), FORBIDDEN)
def test_a_special_period_that_asks_for_what_is_refused_is_not_imported(
    office, tmp_path, head, text, number
):
    result = imported(tmp_path, SpecialPeriod, PERIOD | {head: text})
    assert result.written is False
    assert subjects()[number].what in said(result)


@pytest.mark.parametrize(("head", "text", "number"), FORBIDDEN)
def test_nor_is_it_saved_from_the_form(office, head, text, number):
    field = "name" if head == "名称" else "measures"
    with pytest.raises(Refusal, match="本产品不做这件事") as refused:
        save_record(period(**{field: text}))
    assert subjects()[number].instead in str(refused.value)


def test_a_denser_roster_and_cases_by_clock_are_welcome(office):
    save_record(period(measures="每个工作日两名领导坐班，未办结的事项按负责领导和时限逐件过一遍"))


def test_a_log_that_contradicts_itself_is_refused_at_its_row(office, tmp_path):
    result = imported(tmp_path, DailyLog, LOG | {"来访人次": 3})
    assert result.written is False
    assert "填了“当日无来访”，来访却写了 0 批次、3 人次" in said(result)


def test_a_log_is_signed_on_the_desk_only_with_its_scan(office):
    record = saved(log(signed_by="", signed_on=None))
    step = workflow(DailyLog).step("signed")
    with pytest.raises(Refusal, match="《坐班日志》扫描后附"):
        take_step(record, step, FIRST, Role.OFFICE)
