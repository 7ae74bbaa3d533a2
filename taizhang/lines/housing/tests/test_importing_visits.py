"""The sheets that an office keeps of plans, visits and patrols: in by their heads, out again, and the errors at their cells."""

from datetime import date

import pytest

from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.housing.models import Approval, Drawing, Patrol, Plan, SiteVisit, Violation
from taizhang.lines.housing.tests.records import approval, saved
from taizhang.lines.housing.tests.test_importing_sheets import OLD_ROW
from tests.ledgers.excel.sheets import write

PLAN = {
    "编号": "GH1",
    "村（社区）": "黄盖镇",
    "规划名称": "黄盖镇总体规划（2015—2030年）",
    "规划类别": "总体规划",
    "版本": "2015年版",
    "规划范围": "全镇",
    "规划面积（亩）": 60000,
    "规划期起": 2015,
    "规划期止": 2030,
    "批准机关": "临湘市人民政府",
    "批准日期": date(2015, 8, 3),
    "批准文号": "临政函〔2015〕示例3号",
    "起用日期": date(2015, 8, 10),
}
DRAWING = {
    "编号": "TJ1",
    "村（社区）": "黄盖镇",
    "图集名称": "村镇住宅图集示例",
    "图号": "A-01",
    "层数": 2,
    "房基占地面积（㎡）": 90,
    "建筑面积（㎡）": 168.2,
    "建筑高度（米）": 7.2,
    "起用日期": date(2015, 1, 1),
}
VISIT = {
    "编号": "DC1",
    "村（社区）": "广坪集中建房点",
    "建房审批": "JF1",
    "到场环节": "选址（申请审查）",
    "到场日期": date(2016, 11, 21),
    "到场人员": "宋量土（国土所）；甄广平（广坪村）",
    "实测长（米）": 12,
    "实测宽（米）": 10,
    "实测用地面积（㎡）": 120,
    "经度（°）": 113.512345,
    "纬度（°）": 29.712345,
    "到场结论": "符合",
}
PATROL = {
    "编号": "XC1",
    "村（社区）": "广坪村",
    "巡查日期": date(2018, 2, 6),
    "巡查路线": "一组至五组",
    "巡查人员": "甄广平（广坪村）；宋量土（国土所）",
    "发现处数": 0,
}
VIOLATION = {
    "编号": "WJ1",
    "村（社区）": "广坪村",
    "发现日期": date(2018, 2, 6),
    "具体位置": "三组渠道东侧",
    "建房人": "贾抢建",
    "违法类型": "未批先建",
    "建设阶段": "基础",
    "土地权属": "集体",
    "地类": "农用地（耕地）",
    "违法占地面积（㎡）": 96.5,
}
SHEETS = [(Plan, PLAN), (Drawing, DRAWING), (SiteVisit, VISIT), (Patrol, PATROL)]


@pytest.fixture(autouse=True)
def case(office):
    saved(approval())


def imported(tmp_path, model, row):
    return import_workbook(model, write(tmp_path / "表.xlsx", [row], list(row), title="表"))


@pytest.mark.parametrize(("model", "row"), [*SHEETS, (Violation, VIOLATION)])
def test_a_sheet_comes_in_and_the_same_again_changes_nothing(tmp_path, model, row):
    first = imported(tmp_path, model, row)
    assert (first.written, first.new, first.wrong) == (True, 1, 0)
    again = imported(tmp_path, model, row)
    assert (again.new, again.wrong) == (0, 0)


def test_what_is_exported_comes_in_again_unchanged(tmp_path):
    imported(tmp_path, SiteVisit, VISIT)
    out = tmp_path / "出.xlsx"
    export_workbook(SiteVisit, out)
    again = import_workbook(SiteVisit, out)
    assert (again.new, again.wrong) == (0, 0)
    assert str(SiteVisit.objects.get().longitude) == "113.512345"


@pytest.mark.parametrize(
    ("model", "row", "said"),
    [
        (SiteVisit, VISIT | {"到场人员": "宋量土、甄广平"}, "姓名（单位）；姓名（单位）"),
        (SiteVisit, VISIT | {"到场结论": "合格"}, "不在可选项里"),
        (SiteVisit, VISIT | {"建房审批": "JF404"}, "没有编号“JF404”的建房审批"),
        (SiteVisit, VISIT | {"经度（°）": 29.7, "纬度（°）": 113.5}, "是不是填反了"),
        (SiteVisit, VISIT | {"实测用地面积（㎡）": 120.01}, "不符合（超占）"),
        (Patrol, PATROL | {"发现处数": None}, "没有填，这一栏必填"),
        (Violation, VIOLATION | {"违法类型": "占基本农田"}, "地类却是农用地（耕地）"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, model, row, said):
    result = imported(tmp_path, model, row)
    assert result.written is False
    assert said in str([problem.message for problem in result.problems.kept])


def test_a_sheet_of_approvals_names_its_plan_drawing_and_builder(tmp_path):
    imported(tmp_path, Plan, PLAN)
    imported(tmp_path, Drawing, DRAWING)
    named = {"依据的规划": "GH1", "图样": "TJ1", "施工单位或工匠": "李丁卯"}
    assert imported(tmp_path, Approval, OLD_ROW | named).written
    made = Approval.objects.get(number=OLD_ROW["编号"])
    assert (made.plan.number, made.drawing.drawing_no) == ("GH1", "A-01")
    assert made.contractor == "李丁卯"
