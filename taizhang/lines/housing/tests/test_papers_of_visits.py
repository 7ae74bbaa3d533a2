"""The papers of visits, of acceptance and of illegal buildings: printed, opened again, read back."""

from datetime import date

import pytest

from taizhang.documents.papers import papers
from taizhang.lines.housing.models import Acceptance, SiteVisit, Violation
from taizhang.lines.housing.tests import paper_records
from taizhang.lines.housing.tests.records import FIRST_ID
from taizhang.lines.housing.tests.test_papers_of_approvals import opened
from taizhang.lines.housing.tests.visit_records import THIRD_ID
from tests.documents.printed import fields, text


@pytest.fixture
def case(office):
    return paper_records.case()


def tables(document):
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]


def test_the_sheet_of_a_visit_has_its_measures_people_and_finding(case):
    read = fields(opened("visit_sheet", paper_records.visited(case)))
    told = {
        "建房审批编号": "JF1",
        "户主姓名": "贾新居",
        "到场环节": "放线（丈量批放）",
        "到场日期": "2017年3月6日",
        "批准面积（㎡）": "120.00",
        "实测面积（㎡）": "120.00",
        "实测长（米）": "12.00",
        "经度": "113.512345",
        "纬度": "29.712345",
        "到场结论": "符合",
        "到场人员": "宋量土（国土所）；甄广平（广坪村）",
    }
    assert {label: read.get(label) for label in told} == told


def test_slogans_are_lists_to_tick_by_pen_and_say_where_they_were_not_held_against_a_source(case):
    paper_records.check_list()
    head, *rows = tables(opened("visit_sheet", paper_records.visited(case)))[1]
    assert head == ["口号", "要点", "做到", "没有做到"]
    assert rows == [
        ["三个严禁（来源未核实）", "1．示例要点甲", "□", "□"],
        ["三个严禁（来源未核实）", "2．示例要点乙", "□", "□"],
    ]
    assert "旧口号" not in str(tables(opened("empty_visit_sheet", case)))


def test_without_slogans_there_is_no_list(case):
    sheet = opened("visit_sheet", paper_records.visited(case))
    assert "对照要点" not in text(sheet)


def test_a_clerk_prints_the_towns_slogans_too(case, acting):
    paper_records.check_list()
    visit = paper_records.visited(case)
    acting("clerk")
    assert "示例要点甲" in str(tables(opened("visit_sheet", visit)))


def test_the_acceptance_form_shows_approved_actual_and_drawing_side_by_side(case):
    form = opened("acceptance_form", paper_records.accepted(case))
    read = fields(form)
    assert (read["户主姓名"], read["身份证号"]) == ("贾新居", FIRST_ID)
    assert (read["许可证号"], read["批准书号"]) == ("乡字第示例0001号", "4306821132016001")
    assert (read["开工日期"], read["竣工日期"]) == ("2017年3月8日", "2017年8月31日")
    assert read["拆除旧房、退还宅基地"] == "适用，已落实"
    assert read["验收经办人"] == "宋量土、甄广平"
    assert tables(form)[1][1:] == [
        ["宅基地面积（㎡）", "120.00", "120.00", "—"],
        ["房基占地面积（㎡）", "90.00", "90.00", "90.00"],
        ["建筑面积（㎡）", "168.20", "168.20", "168.20"],
        ["层数", "2", "2", "2"],
        ["建筑高度（米）", "7.20", "7.20", "7.20"],
    ]


def test_the_order_to_stop_says_what_why_and_what_to_do_against_it(office):
    said = text(opened("stop_order", paper_records.illegal()))
    for sentence in (
        "黄停〔2018〕示例1号",
        "贾抢建：",
        "于2018年2月6日被发现在广坪村三组渠道东侧建房",
        "占用集体土地（建设用地）96.50平方米，涉嫌未批先建",
        "《中华人民共和国城乡规划法》第六十五条，责令你自收到本通知书之时起立即停止建设",
        "陈述和申辩",
        "六十日内向临湘市人民政府申请行政复议",
        "六个月内依法直接向人民法院提起行政诉讼",
        "黄盖镇人民政府（盖章）",
    ):
        assert sentence in said


@pytest.mark.parametrize(
    ("receiver", "addressee", "law"),
    [
        ("land", "县级国土资源部门：", "（2004年修正）第七十七条"),
        ("agriculture", "县级农业农村部门：", "《中华人民共和国土地管理法》第七十八条"),
        ("", "＿＿＿＿＿＿：", "现依照＿＿＿＿＿＿＿＿的规定"),
    ],
)
def test_the_letter_of_hand_over_names_the_law_of_its_receiver(office, receiver, addressee, law):
    letter = opened(
        "hand_over", paper_records.illegal(handed_to=receiver, stopped_on=date(2018, 2, 7))
    )
    assert addressee in text(letter)
    assert law in text(letter)
    assert "已于2018年2月7日发出黄停〔2018〕示例1号责令停止建设" in text(letter)
    read = fields(letter)
    assert (read["建房人"], read["身份证号"]) == ("贾抢建", THIRD_ID)
    assert (read["违法类型"], read["违法占地面积（㎡）"]) == ("未批先建", "96.50")
    assert read["原审批编号"] == "无"


def test_every_paper_of_these_ledgers_is_read_back():
    mine = {SiteVisit, Acceptance, Violation}
    declared = {name for name, paper in papers().items() if paper.model in mine}
    read_back = {"visit_sheet", "acceptance_form", "stop_order", "hand_over"}
    assert declared == {f"housing.{name}" for name in read_back}
