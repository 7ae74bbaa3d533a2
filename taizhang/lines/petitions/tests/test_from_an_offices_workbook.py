"""An office's workbook of petitions: what is wrong is named by row and in a sentence, and nothing of it is written."""

from datetime import date

import pytest
from openpyxl import Workbook

from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.petitions.models import CaseLeader, Petition
from taizhang.lines.petitions.tests.petitions import content_class, petition, saved

GOOD = {
    "编号": "XF1",
    "村（社区）": "黄盖镇",
    "收到日期": date(2018, 3, 1),
    "登记日期": date(2018, 3, 1),
    "登记人": "登记甲",
    "信访形式": "来访",
    "匿名": "否",
    "信访人姓名": "赵甲子",
    "电话": "13800000001",
    "人数": 1,
    "信访目的": "求决",
    "内容分类": "02",
    "问题发生地": "广坪村",
    "反映事项": "三组水田界址",
}
ACCEPTED = {
    "受理日期": date(2018, 3, 5),
    "信访事项类别": "申诉求决类",
    "申诉求决办理途径": "信访程序",
}
WRONG = [
    ({"信访人姓名": None}, "没有信访人姓名，也没有注明匿名"),
    ({"反映事项": None}, "没有填，这一栏必填"),
    (ACCEPTED | {"申请延期日期": date(2018, 5, 7)}, "期满以后不能再延"),
    (ACCEPTED | {"办结日期": date(2018, 5, 7)}, "没有送达的处理意见"),
    (
        {"信访目的": "揭发控告", "信访事项类别": "检举控告类"},
        "只由授权受理检举控告的岗位登记和查看",
    ),
    ({"交办到村（社区）": "合兴村"}, "却没有交办日期"),
]


def workbook(folder, *rows):
    book = Workbook()
    sheet = book.active
    heads = list(dict.fromkeys(head for row in rows for head in row))
    sheet.append(heads)
    for row in rows:
        sheet.append([row.get(head) for head in heads])
    book.save(folder / "x.xlsx")
    return folder / "x.xlsx"


@pytest.fixture(autouse=True)
def _at_the_office(office):
    content_class()


def test_a_good_one_comes_in_with_its_deadlines(tmp_path):
    result = import_workbook(Petition, workbook(tmp_path, GOOD | ACCEPTED))
    assert (result.written, result.new) == (True, 1)
    one = Petition.objects.get()
    assert (one.inform_due_on, one.handle_last_on) == (date(2018, 3, 16), date(2018, 5, 4))
    assert import_workbook(Petition, workbook(tmp_path, GOOD | ACCEPTED)).same == 1


@pytest.mark.parametrize(("said", "sentence"), WRONG, ids=[sentence for _, sentence in WRONG])
def test_a_wrong_one_is_named_and_nothing_is_written(tmp_path, said, sentence):
    fine = GOOD | {"编号": "XF2", "信访人姓名": "钱乙丑", "电话": "13800000002"}
    result = import_workbook(Petition, workbook(tmp_path, fine, GOOD | said))
    told = [problem for problem in result.problems.kept if sentence in problem.message]
    assert told
    assert told[0].row == 3
    assert not result.written
    assert Petition.objects.count() == 0


def test_the_same_petitioner_twice_in_one_file_is_a_repeat(tmp_path):
    again = GOOD | {"编号": "XF2", "收到日期": date(2018, 3, 9), "登记日期": date(2018, 3, 9)}
    assert import_workbook(Petition, workbook(tmp_path, again, GOOD)).written
    assert Petition.objects.get(number="XF2").repeat_of.number == "XF1"


def test_a_column_that_claims_first_is_no_column(tmp_path):
    heads = {field.verbose_name for field in Petition._meta.concrete_fields if field.editable}
    assert not {"重复件", "原件", "负责领导", "办理期限"} & heads


def test_two_leaders_at_once_in_a_file_are_refused(tmp_path):
    saved(petition())
    leader = {
        "编号": "BA1", "村（社区）": "黄盖镇", "信访事项编号": "XF1", "负责领导姓名": "孙丙寅", "职务": "副镇长",
        "起始日期": date(2018, 3, 5),
    }  # fmt: skip
    other = leader | {"编号": "BA2", "负责领导姓名": "冯辛未"}
    result = import_workbook(CaseLeader, workbook(tmp_path, leader, other))
    assert not result.written
    assert "同一时间只有一名负责领导" in result.problems.kept[0].message
    later = other | {"起始日期": date(2018, 3, 12)}
    result = import_workbook(CaseLeader, workbook(tmp_path, leader, later))
    assert not result.written
    assert "是交接的请写明交接原因" in result.problems.kept[0].message
