"""The papers of linkage, printed and read back: the areas side by side, balances after each movement, both sides of a statement."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from taizhang.core.finding import Refusal
from taizhang.documents.files import word_bytes
from taizhang.documents.printing import print_paper
from taizhang.lines.land.tests.records import (
    ACCEPTED,
    APPROVED_ON,
    ENDS_ON,
    lot,
    movement,
    moves,
    project,
    saved,
    statement,
)
from tests import cast
from tests.documents.printed import fields, text

TODAY = date(2018, 7, 2)
WAY = {
    "applied_on": date(2018, 5, 2),
    "first_checked_on": date(2018, 5, 21),
    "first_check_no": "临初验1号",
    "accepted_on": date(2018, 6, 4),
    "acceptance_no": "岳验1号",
}


@pytest.fixture
def of(office):
    """A project with an accepted lot, a mixed one, and quota that has been moved."""
    of = saved(project(old_area="32", new_area="230", **WAY))
    saved(lot(of, "FK1", **ACCEPTED, old_area="20.50", plot_no="TB-1"))
    mixed = {"land_class": "dry", "reported_area": "11", "surveyed_area": "10.50"}
    again = {"resurveyed_on": date(2018, 5, 10), "resurveyed_area": "10.20"}
    parts = {"first_checked_area": "10", "accepted_area": "10", "accepted_paddy": "2"}
    saved(lot(of, "FK2", **ACCEPTED | mixed | again | parts, place_id=cast.HEXING, name="二号地块"))
    return of


def printed(of, name):
    """The paper as a file that is opened again."""
    of.refresh_from_db()
    return Document(BytesIO(word_bytes(print_paper(f"land.{name}", of, TODAY))))


def tables(document):
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def test_the_application_lists_every_lot_with_its_areas_side_by_side(of):
    paper = printed(of, "acceptance_application")
    lots = tables(paper)[1]
    assert "拆旧区共2个地块" in text(paper)
    assert fields(paper)["拆旧区面积（亩）"] == "32.00"
    assert lots[0][5:] == [
        "拆旧面积（亩）",
        "上报面积（亩）",
        "测量日期",
        "测量面积（亩）",
        "复测面积（亩）",
    ]
    assert lots[1][1:] == [
        "广坪村", "一号地块", "TB-1", "水田", "20.50", "20.00", "2018-04-09", "19.80", "—",
    ]  # fmt: skip
    assert lots[2][5:] == ["—", "11.00", "2018-04-09", "10.50", "10.20"]
    assert lots[3][5:] == ["20.50", "31.00", "", "30.30", ""]


def test_the_sheet_of_the_first_check_says_by_when_all_is_due(of):
    paper = printed(of, "first_check")
    assert fields(paper)["应办结日期"] == "2018年7月26日"
    assert fields(paper)["初验文号"] == "临初验1号"
    assert tables(paper)[1][1][5:] == ["19.80", "—", "19.80", ""]


def test_there_is_nothing_to_check_before_somebody_has_applied(of):
    of.applied_on = of.first_checked_on = of.accepted_on = None
    of.save()
    with pytest.raises(Refusal, match="申请验收日期"):
        printed(of, "first_check")


def test_the_confirmation_sheet_adds_up_farmland_and_paddy(of):
    paper = printed(of, "confirmation_sheet")
    read = fields(paper)
    assert read["最终验收文号"] == "岳验1号"
    assert read["验收复垦面积合计（亩）"] == "29.80"
    form, listed = tables(paper)
    assert form[-1] == ["其中耕地（亩）", "21.80", "其中水田（亩）", "21.80"]
    assert listed[2][5:] == ["—", "10.20", "10.00", "2.00", "2.00"]


def test_the_quota_page_shows_every_balance_after_every_movement(of):
    moves(of, ("grant", 200, APPROVED_ON), ("plan", 120, APPROVED_ON), ("reserve", 80, APPROVED_ON))
    saved(movement(of, "buy", 10, ENDS_ON, "ZB-8"))
    saved(movement(of, "use", 45, date(2017, 3, 1), "ZB-9", document_no="示例2号"))
    page = tables(printed(of, "quota_page"))[1]
    assert page[0][2:] == ["可用", "已规划", "已预留", "已使用", "已失效", "已流转"]
    assert [row[0].split()[1] for row in page[1:]] == ["YD-0", "YD-1", "YD-2", "ZB-9", "ZB-8"]
    assert page[4] == [
        "2017-03-01　ZB-9\n使用　GP\n示例2号", "45.00",
        "80.00", "40.00", "35.00", "45.00", "0.00", "0.00",
    ]  # fmt: skip
    assert page[5][2:] == ["90.00", "40.00", "35.00", "45.00", "0.00", "0.00"]
    for row in page[1:4]:
        assert sum(float(cell) for cell in row[2:]) == 200


def test_the_sheet_for_the_county_shows_both_sides_and_the_difference(of):
    moves(of, ("grant", 200, APPROVED_ON))
    saved(statement(of, "granted", "200", ENDS_ON, "DZ1"))
    saved(statement(of, "accepted", "30.00", TODAY, "DZ2"))
    rows = tables(printed(of, "statement_sheet"))[1]
    assert rows[1:] == [
        ["2019-10-18", "累计下达", "200.00", "200.00", "0.00", "是", "—"],
        ["2018-07-02", "验收复垦面积", "30.00", "29.80", "-0.20", "否", "—"],
    ]
