"""Each paper of a hollow house, printed, saved, opened again, and its fields read back."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from taizhang.core.finding import Refusal
from taizhang.documents.files import word_bytes
from taizhang.documents.papers import papers
from taizhang.documents.printing import print_paper
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.hollow_houses.tests.owners import co_owner
from tests.documents.printed import everything, fields, text

TODAY = date(2018, 3, 26)
OWNER, ACCOUNT = "430682195306281002", "6217995520001234567"
BROTHER = "430682195506151018"
WHOLE = {
    "group": "3组",
    "address": "广坪村3组7号",
    "built_year": 1983,
    "other_house": True,
    "occupied": False,
    "longitude": "113.553",
    "latitude": "29.70027",
    "system": "gcj02",
    "found_by": "amap",
    "taped_distance": "31.0",
    "distance_to_dyke": "29.9",
    "notice_from": date(2017, 11, 1),
    "notice_until": date(2017, 11, 8),
    "agreement_no": "XY-1",
    "agreement_on": date(2018, 1, 10),
    "consent_by": "agreement",
    "witness": "甄见证",
    "reapply": "waived",
    "compensation_document": "镇办〔2017〕示例3号",
    "compensation_for": "floor",
    "compensation_rate": "80",
    "compensation_quantity": "120.50",
    "compensation_amount": "9640.00",
    "compensation_notice_from": date(2018, 1, 12),
    "compensation_notice_until": date(2018, 1, 19),
    "paid_on": date(2018, 1, 30),
    "paid_amount": "9640.00",
    "payee_account": ACCOUNT,
    "handed_over_on": date(2018, 2, 20),
    "demolished_on": date(2018, 3, 5),
    "resurveyed_on": date(2018, 3, 9),
    "resurveyed_area": "630.00",
    "reclaim_type": "farmland",
    "farmed_by": "广坪合作社",
    "project_number": "ZJGG-2016-01",
}

# paper, and what stands beside its labels
CASES = {
    "survey_sheet": {
        "户主姓名": "贾空房",
        "身份证号": OWNER,
        "建筑面积（㎡）": "120.50",
        "宅基地面积（㎡）": "640.00",
        "户主另有住房": "是",
        "有人居住": "否",
        "经度": "113.55300000",
        "坐标系": "GCJ-02（高德、腾讯）",
        "坐标来源": "高德或腾讯地图",
        "实地丈量离大堤（m）": "31.0",
        "摸底日期": "2017年10月9日",
    },
    "agreement": {
        "坐落": "广坪村3组7号",
        "宅基地面积（㎡）": "640.00",
        "补偿标准文件": "镇办〔2017〕示例3号",
        "补偿计量": "建筑面积",
        "补偿金额（元）": "9640.00",
        "收款账号": ACCOUNT,
    },
    "demolition_record": {
        "协议编号": "XY-1",
        "同意文书": "拆除退出协议",
        "补偿付清日期": "2018年1月30日",
        "腾空交房日期": "2018年2月20日",
        "拆除日期": "2018年3月5日",
        "距大堤距离（m）": "29.9",
        "共有人": "贾共有（2018年1月8日）",
    },
    "resurvey_sheet": {
        "摸底时宅基地面积（㎡）": "640.00",
        "复测面积（㎡）": "630.00",
        "复测日期": "2018年3月9日",
        "土地去向": "复垦耕地",
        "后续经营人": "广坪合作社",
        "增减挂钩项目编号": "ZJGG-2016-01",
    },
}


@pytest.fixture
def record(office) -> HollowHouse:
    made = house(**WHOLE)
    made.save()
    co_owner(made, id_number=BROTHER, consent_on=date(2018, 1, 8)).save()
    house(
        "KX-2",
        **WHOLE | {"owner_name": "贾邻居", "id_number": BROTHER, "floor_area": "80.25"},
    ).save()
    house("KX-3", owner_name="贾未公示", id_number="").save()
    return made


def printed(name: str, record: HollowHouse):
    """The paper as whoever gets the file opens it."""
    made = print_paper(f"hollow_houses.{name}", record, TODAY)
    return Document(BytesIO(word_bytes(made)))


@pytest.mark.parametrize(("name", "expected"), CASES.items(), ids=CASES)
def test_a_paper_says_what_the_record_says(record, name, expected):
    read = fields(printed(name, record))
    assert {label: read.get(label) for label in expected} == expected


@pytest.mark.parametrize(
    ("name", "columns", "sums"),
    [
        ("survey_notice", ["户主", "建筑面积（㎡）"], ["200.75", "1280.00"]),
        ("compensation_notice", ["户主", "金额（元）"], ["19280.00"]),
    ],
)
def test_a_notice_lists_the_houses_posted_together_and_no_others(record, name, columns, sums):
    table = printed(name, record).tables[0]
    head, *rows, last = [[cell.text for cell in row.cells] for row in table.rows]
    shown = [[row[head.index(column)] for column in columns] for row in rows]
    values = {"survey_notice": ("120.50", "80.25"), "compensation_notice": ("9640.00", "9640.00")}
    assert shown == [["贾空房", values[name][0]], ["贾邻居", values[name][1]]]
    assert last[:2] == ["合计", "2 栋"]
    assert last[-len(sums) :] == sums


@pytest.mark.parametrize("name", ["survey_notice", "compensation_notice"])
def test_what_is_posted_holds_no_whole_number_of_anybody(record, name):
    whole = everything(print_paper(f"hollow_houses.{name}", record, TODAY))
    assert not [number for number in (OWNER, BROTHER, ACCOUNT) if number in whole]
    assert "公示期从" in whole


def test_the_agreement_names_both_sides_and_all_co_owners(record):
    paper = printed("agreement", record)
    words = text(paper)
    assert f"乙方（户主）：贾空房，身份证号{OWNER}" in words
    assert "再申请宅基地的约定：不再申请。" in words
    assert "见证人（签字）：甄见证" in words
    owners = [[cell.text for cell in row.cells] for row in paper.tables[-1].rows]
    assert owners[1][1:3] == ["贾共有", BROTHER]


def test_what_is_not_known_yet_is_a_blank_to_be_filled_in_by_pen(office):
    record = house()
    record.save()
    read = fields(printed("survey_sheet", record))
    assert read["经度"] == ""
    assert "见证人（签字）：＿＿＿＿＿＿" in text(printed("agreement", record))


@pytest.mark.parametrize(
    ("name", "date_of"),
    [
        ("survey_notice", "摸底公示起始日期"),
        ("compensation_notice", "补偿公示起始日期"),
        ("demolition_record", "拆除日期"),
        ("resurvey_sheet", "复测日期"),
    ],
)
def test_a_paper_waits_for_what_it_is_about(office, name, date_of):
    record = house()
    record.save()
    with pytest.raises(Refusal, match=f"还没有填“{date_of}”"):
        print_paper(f"hollow_houses.{name}", record, TODAY)


def test_every_paper_of_the_line_is_printed_here():
    ours = {name for name in papers() if name.startswith("hollow_houses.")}
    here = {*CASES, "survey_notice", "compensation_notice"}
    assert ours == {f"hollow_houses.{name}" for name in here}
