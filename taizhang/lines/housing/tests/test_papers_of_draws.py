"""The papers of a draw, printed, opened again and read: what stands on them, and what the public ones hide."""

import re
from io import BytesIO

import docx
import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.printing import print_paper
from taizhang.lines.housing.documents.draws import sealed_paper
from taizhang.lines.housing.models import drawing
from taizhang.lines.housing.tests.draw_records import (
    COMMITTED,
    DRAWN,
    FIRST_ID,
    LISTED,
    OFFICER,
    SECRET,
    altered,
    ready,
)
from taizhang.lines.housing.tests.records import saved
from taizhang.lines.housing.tests.test_drawing import drawn
from tests.documents.printed import everything, fields, rows, text


@pytest.fixture
def lot(office):
    return ready()


def printed(title, lot):
    return print_paper(title, lot, DRAWN)


def digest(paper, label):
    """A digest stands in two lines of 32."""
    return fields(paper)[label].replace("\n", "")


def test_the_rule_is_printed_before_anything_is_decided(lot):
    said = text(printed("分房抽签规则公告", lot))
    assert "广坪集中建房点的套房将以抽签方式分配" in said
    assert "每户抽一套，当场签字。" in said
    assert "时间：2018年3月9日。地点：村部。" in said
    assert "重抽" not in said


def test_a_list_is_printed_once_its_digest_is_known(lot):
    with pytest.raises(Refusal, match="还没有填“名单公布日期”"):
        printed("分房资格名单公告", lot)
    drawing.publish_list(lot, LISTED, OFFICER)
    lot.refresh_from_db()
    paper = printed("分房资格名单公告", lot)
    said = text(paper)
    assert "以下3户具备参加“广坪一期分房抽签”（编号CQ1）的资格，参加抽签的套房3套" in said
    assert "公示期7天，从公布的次日起算" in said
    assert digest(paper, "名单摘要") == lot.list_digest
    assert rows(paper)[1][:3] == ["ZG1", "赵*子", "4"]
    flats = [[cell.text for cell in row.cells] for row in paper.tables[1].rows]
    assert flats[1][0] == "GP01-1"
    assert flats[1][4] == "168.20"


def test_who_is_struck_off_is_not_on_the_list(lot):
    row = lot.entitlements.get(number="ZG2")
    saved(altered(row, struck_on=LISTED, struck_reason="另有宅基地"))
    drawing.publish_list(lot, LISTED, OFFICER)
    lot.refresh_from_db()
    assert [row[0] for row in rows(printed("分房资格名单公告", lot))] == ["编号", "ZG1", "ZG3"]


def test_the_promise_is_printed_with_both_digests_and_without_the_secret(lot):
    secrets = []
    drawing.publish_list(lot, LISTED, OFFICER)
    drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: secrets.append(secret))
    lot.refresh_from_db()
    paper = printed("分房抽签承诺公告", lot)
    assert digest(paper, "承诺摘要") == lot.commitment
    assert digest(paper, "名单摘要") == lot.list_digest
    assert secrets[0] not in everything(paper)


def test_the_list_to_sign_has_whole_names_and_everything_that_was_announced(lot):
    secret = drawn(lot)
    paper = printed("分房抽签现场签字表", lot)
    told = fields(paper)
    assert told["抽签名称"] == "广坪一期分房抽签（编号CQ1）"
    assert told["公开数"] == "305162，由钱丑、孙寅报出（掷骰子六次）"
    assert told["密数（当众拆封）"] == secret
    assert "村务监督委员会李卯" in told["监督人（签字）"]
    signed = [[cell.text for cell in row.cells] for row in paper.tables[1].rows]
    assert signed[0] == ["编号", "户主", "套房", "楼号", "房号", "签名（指印）"]
    assert [row[:2] for row in signed[1:]] == [[f"ZG{n}", "赵甲子"] for n in (1, 2, 3)]
    given = {one.number: one.unit.number for one in lot.allocations.all()}
    assert {row[0]: row[2] for row in signed[1:]} == given


def test_the_result_is_posted_with_masked_names_and_all_that_is_needed_to_check_it(lot):
    secret = drawn(lot)
    saved(altered(lot, result_notice_until=DRAWN.replace(day=16)))
    paper = printed("分房抽签结果公告", lot)
    whole = everything(paper)
    assert "赵甲子" not in whole
    assert FIRST_ID not in whole
    assert rows(paper)[1][:2] == ["ZG1", "赵*子"]
    assert "3户抽得套房，现予公示。公示期从张贴的次日起，到2018年3月16日为止" in text(paper)
    told = fields(paper)
    assert told["密数"] == secret
    assert told["公开数"] == "305162（掷骰子六次）"
    assert digest(paper, "承诺摘要（会前公布）") == lot.commitment
    assert digest(paper, "名单摘要（会前公布）") == lot.list_digest
    assert digest(paper, "结果摘要") == lot.result_digest


@pytest.mark.parametrize("announced", ["1391234567", "1860123456", "4306821953"])
def test_an_announced_number_is_never_taken_for_a_telephone(lot, announced):
    drawn(lot, announced=announced)
    assert fields(printed("分房抽签结果公告", lot))["公开数"].startswith(f"{announced}（")


def test_a_repeated_draw_says_so_wherever_it_is_posted(lot):
    drawn(lot)
    again = drawing.repeat(lot, "CQ2", "停电，公证人离场", DRAWN.replace(day=12), OFFICER)
    said = text(printed("分房抽签规则公告", again))
    assert "原来的抽签编号CQ1，于2018年3月12日作废，原因是停电，公证人离场" in said


def test_the_paper_for_the_envelope(lot):
    drawing.publish_list(lot, LISTED, OFFICER)
    lot.refresh_from_db()
    paper = docx.Document(BytesIO(sealed_paper(lot, SECRET, COMMITTED)))
    said = text(paper)
    assert re.search(r"密数：ABCD-2345-EFGH-6789-JKLM-NPQR-STUV$", said, re.M)
    assert "2018年3月2日" in said
    assert lot.list_digest in said.replace(" ", "")
