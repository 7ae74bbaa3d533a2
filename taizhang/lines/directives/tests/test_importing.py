"""What an office's own sheets bring: what may not be is refused at its cell, nothing of it is written."""

from datetime import date

import pytest

from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.directives.models import Extension, Meeting, Task
from taizhang.lines.directives.tests.records import entered, meeting, saved, task, unit
from tests.ledgers.excel.sheets import write

TASK = {
    "编号": "DB1",
    "村（社区）": "黄盖镇",
    "督办事项": "传达三级干部会精神",
    "事项来源": "上级交办",
    "牵头领导": "李丁卯",
    "牵头单位": "DW1",
    "责任人": "赵甲子",
    "完成标准": "各单位都开会",
    "原定期限": date(2018, 3, 21),
    "反馈周期": "每周",
    "立项日期": date(2018, 3, 7),
    "交办日期": date(2018, 3, 7),
    "报结日期": date(2018, 3, 19),
    "报结人": "赵甲子",
    "办理结果": "都传达了",
    "核实人": "钱乙丑",
    "核实日期": date(2018, 3, 20),
    "核实情况": "属实",
    "销号依据": "会议记录",
    "销号人": "孙丙寅",
    "销号日期": date(2018, 3, 21),
}
EXTENSION = {
    "编号": "YQ1",
    "村（社区）": "黄盖镇",
    "督办事项": "RW1",
    "申请日期": date(2018, 3, 22),
    "申请人": "赵甲子",
    "申请延至": date(2018, 3, 28),
    "延期原因": "下雨",
}


def brought(tmp_path, model, row):
    return import_workbook(model, write(tmp_path / "表.xlsx", [row], list(row), title="表"))


def test_a_sheet_of_tasks_comes_in_with_what_is_worked_out(office, tmp_path):
    saved(unit())
    assert brought(tmp_path, Task, TASK).written
    one = Task.objects.get(number="DB1")
    assert (one.due_on, one.ended_on) == (date(2018, 3, 21), date(2018, 3, 21))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"销号依据": None}, "没有销号依据"),
        ({"销号人": "赵甲子"}, "请由承办人以外的人销号"),
        ({"销号人": None}, "请由承办人以外的人销号"),
        ({"核实人": "赵甲子"}, "请由承办人以外的人核实"),
        ({"核实日期": None}, "没有核实的日期"),
        ({"核实日期": date(2018, 3, 18)}, "早于报结日期"),
        ({"责任人": None}, "没有填，这一栏必填"),
        ({"原定期限": None}, "没有填，这一栏必填"),
    ],
)
def test_a_task_closed_by_the_doer_or_on_nothing_stays_out(office, tmp_path, changes, said):
    saved(unit())
    result = brought(tmp_path, Task, TASK | changes)
    assert result.written is False
    assert said in str([problem.message for problem in result.problems.kept])
    assert not Task.objects.exists()


@pytest.mark.parametrize(("day", "comes_in"), [(21, True), (22, False)])
def test_an_extension_asked_for_too_late_stays_out(office, tmp_path, day, comes_in):
    entered(task())
    result = brought(tmp_path, Extension, EXTENSION | {"申请日期": date(2018, 3, day)})
    assert result.written is comes_in
    assert Extension.objects.exists() is comes_in
    told = str([problem.message for problem in result.problems.kept])
    assert ("已经过了期限 2018-03-21" in told) is not comes_in


def test_an_approved_extension_in_a_sheet_moves_the_deadline_of_its_task(office, tmp_path):
    entered(task())
    granted = {"批准延期日期": date(2018, 3, 20), "批准人": "李丁卯", "申请日期": date(2018, 3, 19)}
    assert brought(tmp_path, Extension, EXTENSION | granted).written
    assert Task.objects.get().due_on == date(2018, 3, 28)


def test_an_exported_sheet_of_meetings_changes_nothing_when_it_comes_back(office, tmp_path):
    above = saved(meeting())
    saved(meeting("HY2", relayed_from=above, held_on=date(2018, 3, 9)))
    path = tmp_path / "会议.xlsx"
    export_workbook(Meeting, path)
    result = import_workbook(Meeting, path)
    assert (result.new, result.changed, result.same) == (0, 0, 2)
