"""Each paper of award money printed, opened again, and its words read back; the public ones hold no number of anybody."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.printing import print_paper
from taizhang.lines.housing.models import Award, AwardBatch
from taizhang.lines.housing.tests.award_records import (
    FIRST_CARD,
    PAID,
    SECOND_CARD,
    Scene,
    objection,
    payment,
    scene,
)
from taizhang.lines.housing.tests.records import FIRST_ID, SECOND_ID, saved
from tests.documents.printed import everything, fields, rows, text

TODAY = date(2018, 3, 23)
NUMBERS = (FIRST_ID, SECOND_ID, FIRST_CARD, SECOND_CARD)


@pytest.fixture
def town(office) -> Scene:
    """A list of two households, approved and sent."""
    town = scene()
    town.batch.sent_on = date(2018, 3, 20)
    town.batch.save()
    return town


def test_the_posted_list_has_who_where_and_how_much_and_nobodys_number(town):
    paper = print_paper("housing.award_notice", town.batch, TODAY)
    assert rows(paper) == [
        ["序号", "村（社区）、建房点", "户主姓名", "奖补数量", "应发金额（元）"],
        ["1", "广坪集中建房点", "赵甲子", "1.00", "15000.00"],
        ["2", "广坪集中建房点", "钱乙丑", "1.00", "15000.00"],
    ]
    said = text(paper)
    assert "公示期从2018年3月12日起，到2018年3月19日止（张贴当天不算，按自然日）" in said
    assert "临办发〔2017〕示例3号，每户15000.00元。" in said
    assert "共2户，30000.00元。" in said
    assert not [number for number in NUMBERS if number in everything(paper)]


def test_who_was_struck_off_is_not_posted(town):
    Award.objects.filter(pk=town.first.pk).update(
        withdrawn_on=date(2018, 3, 10), withdrawn_because="重复"
    )
    assert [row[2] for row in rows(print_paper("housing.award_notice", town.batch, TODAY))] == [
        "户主姓名",
        "钱乙丑",
    ]


def test_the_list_that_is_signed_has_whole_numbers(town):
    paper = print_paper("housing.award_details", town.batch, TODAY)
    [_, first, second] = rows(paper)
    assert first[1:5] == [
        f"赵甲子\n{FIRST_ID}",
        f"赵甲子\n{FIRST_CARD}\n临湘农商行黄盖支行",
        "1.00",
        "15000.00",
    ]
    assert SECOND_CARD in second[2]
    assert "共2户，30000.00元。公示期2018年3月12日至2018年3月19日，2018年3月20日撤下。" in text(
        paper
    )
    signed = [cell.text for row in paper.tables[1].rows for cell in row.cells]
    assert {"造册人", "镇国土所", "分管领导", "主要领导"} <= set(signed)


def test_the_result_says_that_nobody_objected(town):
    said = text(print_paper("housing.award_notice_result", town.batch, TODAY))
    assert "（2户，30000.00元）于2018年3月12日在广坪村村务公开栏公示" in said
    assert "公示期间没有收到异议。" in said


def test_the_result_tells_each_objection_and_not_who_raised_it(town):
    saved(objection(town.batch, raised_by="李不平"))
    paper = print_paper("housing.award_notice_result", town.batch, TODAY)
    assert "公示期间收到异议1件" in text(paper)
    assert rows(paper)[1] == [
        "1",
        "2018年3月14日",
        "反映这一户没有在本村建房",
        "2018年3月16日",
        "不成立",
        "经到场核实，房屋已竣工，异议不成立，已答复",
    ]
    assert "李不平" not in everything(paper)


def test_the_disclosure_lists_what_has_arrived(town):
    saved(payment(town.first, paid_on=PAID))
    saved(payment(town.second, "JB2-1", returned_on=PAID, returned_because="销户"))
    paper = print_paper("housing.award_disclosure", town.batch, TODAY)
    assert rows(paper)[1:] == [["1", "广坪集中建房点", "赵甲子", "15000.00", "2018年3月21日"]]
    assert "应发2户、30000.00元。截至2018年3月23日，已到账1笔、15000.00元。" in text(paper)
    assert not [number for number in NUMBERS if number in everything(paper)]


def test_the_notice_of_a_return_is_for_one_household(town):
    returned = saved(payment(town.first, returned_on=PAID, returned_because="账号户名不符"))
    paper = print_paper("housing.award_repayment_notice", returned, TODAY)
    said = text(paper)
    assert "赵甲子：" in said
    assert "资金15000.00元，于2018年3月20日送银行代发，2018年3月21日被银行退回" in said
    assert "退回原因：账号户名不符。" in said
    assert fields(paper)["原收款账号"] == FIRST_CARD


@pytest.mark.parametrize(
    ("paper", "cleared", "title"),
    [
        ("award_notice", "checked_on", "部门审核日期"),
        ("award_details", "taken_down_on", "公示撤下日期"),
        ("award_notice_result", "taken_down_on", "公示撤下日期"),
        ("award_disclosure", "sent_on", "送银行日期"),
    ],
)
def test_a_paper_waits_for_its_step(town, paper, cleared, title):
    AwardBatch.objects.update(**{cleared: None})
    with pytest.raises(Refusal, match=f"还没有填“{title}”"):
        print_paper(f"housing.{paper}", AwardBatch.objects.get(), TODAY)
