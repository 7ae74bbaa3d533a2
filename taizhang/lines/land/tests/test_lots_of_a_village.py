"""A village clerk registers her lots for the town's project, by form and by workbook, and touches nothing else."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.land.models import ReclaimedLot
from taizhang.lines.land.tests.records import lot, project, saved
from tests import cast
from tests.ledgers.excel.sheets import write

ROW = {
    "编号": "FK1",
    "村（社区）": "广坪村",
    "增减挂钩项目": "XM1",
    "地块名称": "一号地块",
    "空心房编号": "KX001、KX002",
    "复垦地类": "水田",
    "拆旧面积（亩）": 20.5,
    "复垦完成日期": date(2018, 3, 1),
    "上报面积（亩）": 20,
}


@pytest.fixture
def of(acting):
    """The town's project; from here on the clerk of 广坪村 is at work."""
    acting("office")
    approved = saved(project())
    acting("clerk")
    return approved


def test_a_clerk_saves_a_lot_of_the_towns_project(of):
    assert save_record(lot(of)) == []
    assert ReclaimedLot.objects.get().project.name == "示例增减挂钩项目"


def test_a_clerk_imports_lots_of_the_towns_project(of, tmp_path):
    result = import_workbook(ReclaimedLot, write(tmp_path / "复垦.xlsx", [ROW], heads=list(ROW)))
    assert (result.new, result.wrong, result.written) == (1, 0, True)
    assert ReclaimedLot.objects.get().hollow_houses == "KX001、KX002"


def test_a_clerk_cannot_save_a_lot_of_another_village(of):
    with pytest.raises(Refusal, match="您的岗位不能登记或修改"):
        save_record(lot(of, place_id=cast.HEXING))


def test_a_clerk_cannot_change_the_project_itself(of):
    of.ends_on = date(2030, 1, 1)
    with pytest.raises(Refusal, match="您的岗位不能登记或修改"):
        save_record(of, "改到期日期")
    of.refresh_from_db()
    assert of.ends_on == date(2019, 10, 18)


def test_a_lot_that_breaks_a_rule_is_named_in_the_workbook(of, tmp_path):
    wrong = (
        ROW
        | {"测量日期": date(2018, 4, 9), "测量面积（亩）": 19.8}
        | {
            "申请验收日期": date(2018, 5, 2),
            "初验日期": date(2018, 5, 21),
            "初验面积（亩）": 19.8,
            "初验结果公告日期": date(2018, 5, 28),
            "验收日期": date(2018, 6, 1),
            "验收面积（亩）": 19.9,
        }
    )
    book = write(tmp_path / "复垦.xlsx", [wrong], heads=list(wrong))
    result = import_workbook(ReclaimedLot, book)
    (problem,) = result.problems.kept
    assert problem.rule == "验收面积不大于测量面积"
    assert problem.cell == "Q2"
    assert "验收面积 19.90 亩大于测量面积 19.80 亩" in problem.message
