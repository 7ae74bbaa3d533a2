"""An office's own sheets: those of 2016 without the new columns, and the errors that the issue names, at their cells."""

from datetime import date

import pytest

from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.housing.models import Approval, Household, Member
from taizhang.lines.housing.tests.applications import HEAD, SON, WIFE, homestead, person
from taizhang.lines.housing.tests.records import saved
from tests.ledgers.excel.sheets import write

OLD_ROW = {
    "编号": "JF001",
    "村（社区）": "广坪村",
    "户主姓名": "贾新居",
    "户主身份证号": HEAD,
    "建房方式": "集中",
    "土地权属": "集体",
    "地类": "农用地（耕地）",
    "宅基地面积（㎡）": 128.5,
    "房基占地面积（㎡）": 110.25,
    "建筑面积（㎡）": 168.2,
    "层数": 2,
    "农用地转用批准文号": "湘政地〔2016〕示例12号",
    "申请日期": date(2016, 11, 14),
    "受理日期": date(2016, 11, 18),
    "批准日期": date(2016, 12, 9),
    "审批机关": "县级",
    "批准文号": "临建审〔2016〕示例1号",
}
REFUSED = {
    "编号": "JF002",
    "户主身份证号": WIFE,
    "批准日期": None,
    "审批机关": None,
    "不予批准日期": date(2016, 12, 23),
}
NEW_ROW = OLD_ROW | {
    "现有宅基地处置": "退给村集体",
    "建房类型": "异址新建",
    "申请理由": "按规划迁址新建",
    "已征求相邻权利人意见": "是",
    "建筑高度（米）": 8.5,
    "承诺书签署日期": date(2021, 3, 1),
    "申请日期": date(2021, 3, 1),
    "村组讨论日期": date(2021, 3, 4),
    "公示张贴日期": date(2021, 3, 5),
    "公示截止日期": date(2021, 3, 15),
    "公示撤下日期": date(2021, 3, 16),
    "村级审查日期": date(2021, 3, 17),
    "受理日期": date(2021, 3, 22),
    "自然资源审查日期": date(2021, 3, 25),
    "农业农村审查日期": date(2021, 3, 26),
    "八不准核对日期": date(2021, 3, 30),
    "批准日期": date(2021, 4, 6),
    "审批机关": "乡镇",
}
NO_VILLAGE = dict.fromkeys(
    ["村组讨论日期", "公示张贴日期", "公示截止日期", "公示撤下日期", "村级审查日期"]
)


def imported(tmp_path, *rows, model=Approval):
    return import_workbook(
        model, write(tmp_path / "建房审批.xlsx", rows, list(rows[0]), title="表")
    )


def test_a_sheet_of_2016_comes_in_without_an_error_or_a_question(office, tmp_path):
    result = imported(tmp_path, OLD_ROW, OLD_ROW | REFUSED)
    assert (result.written, result.new, result.wrong, result.questions.total) == (True, 2, 0, 0)


def test_the_columns_of_the_national_forms_come_in(office, tmp_path):
    result = imported(tmp_path, NEW_ROW)
    assert (result.written, result.wrong) == (True, 0)
    assert result.questions.total == 1  # its first visit, which is registered after it
    record = Approval.objects.get()
    assert record.neighbours_consulted is True
    assert (record.disposal, record.building_type, str(record.height)) == (
        "return",
        "relocate",
        "8.50",
    )


@pytest.mark.parametrize(
    ("row", "title", "said"),
    [
        (OLD_ROW | {"审批机关": "乡镇"}, "批准日期", "应由县级批准"),
        (NEW_ROW | {"审批机关": "县级"}, "批准日期", "应由乡镇批准"),
        (NEW_ROW | {"宅基地面积（㎡）": 131}, "宅基地面积", "每户 130 ㎡ 的上限"),
        (
            NEW_ROW | {"现有宅基地处置": "保留"},
            "批准日期",
            "本户贾新居（宅基地登记 ZJ1）已有宅基地",
        ),
        (NEW_ROW | NO_VILLAGE, "村级审查日期", "三步齐了"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(office, tmp_path, row, title, said):
    own = saved(Household(**HOUSEHOLD))
    saved(homestead(own))
    result = imported(tmp_path, row)
    found = [(one.row, one.title, one.message) for one in result.problems.in_order()]
    assert [(row, title) for row, title, _ in found] == [(2, title)]
    assert said in found[0][2]
    assert not result.written


HOUSEHOLD = {
    "number": "NH1",
    "place_id": "430682113201",
    "householder": "贾新居",
    "id_number": HEAD,
    "since": date(1995, 5, 1),
}


def test_households_and_members_come_in_by_number(office, tmp_path):
    household = {
        "编号": "NH1",
        "村（社区）": "广坪村",
        "村民小组": "三组",
        "户主姓名": "贾新居",
        "户主身份证号": HEAD,
        "立户日期": date(1995, 5, 1),
    }
    assert imported(tmp_path, household, model=Household).written
    people = [("贾新居", HEAD, "户主"), ("孙内当", WIFE, "配偶"), ("贾小乙", SON, "子")]
    rows = [
        {
            "编号": f"NH1-{turn}",
            "村（社区）": "广坪村",
            "农户": "NH1",
            "姓名": name,
            "身份证号": number,
            "与户主关系": relation,
            "入户日期": date(1995, 5, 1),
        }
        for turn, (name, number, relation) in enumerate(people, 1)
    ]
    assert imported(tmp_path, *rows, model=Member).new == 3
    second = rows[1] | {"编号": "NH1-4", "姓名": "李后来", "身份证号": person(8)}
    again = imported(tmp_path, second, model=Member)
    assert [one.message[:16] for one in again.problems.kept] == ["“农户NH1”在这段时间另有配偶"]
