"""What numbers of one text say about each other: each kind as a table of passages that hold, that do not, and that only look so."""

from pathlib import Path

import pytest

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of
from tests.checks.passages import FALSE, INNOCENT, TRUE


def checked(text):
    return check(report_of(Path("报告.txt"), text))


def told(found, holds):
    return [
        (one.kind, [found.claims[i].text for i in one.claims])
        for one in found.relations
        if one.holds is holds
    ]


@pytest.mark.parametrize("name", TRUE)
def test_a_true_passage_holds(name):
    text, kind, claims = TRUE[name]
    found = checked(text)
    assert (kind, claims) in told(found, True)
    assert told(found, False) == []


@pytest.mark.parametrize("name", FALSE)
def test_a_false_passage_is_found(name):
    text, claims = FALSE[name]
    found = checked(text)
    assert claims in [texts for _, texts in told(found, False)]
    assert any(remark.severity in {"error", "ask"} for remark in found.remarks)


@pytest.mark.parametrize("text", INNOCENT)
def test_nobody_is_alarmed_by_what_is_true(text):
    found = checked(text)
    assert told(found, False) == []
    assert [remark for remark in found.remarks if remark.severity == "error"] == []


def test_a_contradiction_shows_its_arithmetic_and_the_smallest_set():
    found = checked("耕地7458亩，其中：水田960亩、旱田6518亩。")
    (remark,) = found.remarks
    assert remark.severity == "error"
    assert remark.message == "960亩＋6518亩＝7478亩，与总数“7458亩”相差20亩，其中至少有一个数不对。"
    assert {found.claims[i].text for i in remark.claims} == {"7458亩", "960亩", "6518亩"}
    assert [found.verdict(claim.index) for claim in found.claims] == ["contradiction"] * 3


def test_a_list_that_counts_something_twice_is_a_question():
    found = checked("在校学生28894人，其中幼儿6771人，小学15073人，初中7958人，高中5863人。")
    (remark,) = found.remarks
    assert remark.severity == "ask"
    assert "去掉幼儿6771人后正好等于总数" in remark.message


def test_every_number_has_a_verdict():
    found = checked("拆除310栋。耕地7478亩，其中水田960亩、旱田6518亩。共88㎡，2栋房屋共1288㎡。")
    verdicts = [found.verdict(claim.index) for claim in found.claims]
    assert verdicts == ["unchecked", *["consistent"] * 3, "unchecked", "doubtful", "doubtful"]


TIMES = [
    ("黄盖镇2018年一季度工作总结\n2018年3月26日\n全镇拆除310栋。", "请写明数据截至哪一天"),
    ("2018年3月26日\n现在正在召开的全国“两会”期间，值班2人。", "到成文的2018年3月26日已经结束"),
]


@pytest.mark.parametrize(("text", "words"), TIMES)
def test_dates_are_held_against_the_reports_own(text, words):
    assert any(words in remark.message for remark in checked(text).remarks)


@pytest.mark.parametrize(
    "text",
    [
        "黄盖镇2018年一季度工作总结\n2018年4月6日\n全镇拆除310栋。",
        "黄盖镇2018年一季度工作总结\n2018年3月26日\n截至3月25日全镇拆除310栋。",
        "2018年3月8日\n现在正在召开的全国“两会”期间，值班2人。",
    ],
)
def test_a_report_in_its_time_raises_no_question(text):
    assert checked(text).remarks == []


TABLE = "| 村 | 户数（户） | 耕地（亩） | 占比（%） |\n|---|---|---|---|\n| 广坪村 | 320 | 1200.5 | 60 |\n| 合兴村 | 210 | 800 | 40 |\n| 合计 | 530 | {total} | 100 |\n"


def test_a_table_is_added_up_by_its_column():
    right, wrong = checked(TABLE.format(total="2000.5")), checked(TABLE.format(total="2100.5"))
    assert told(right, False) == []
    assert ("sum", ["530", "320", "210"]) in told(right, True)
    assert told(wrong, False) == [("sum", ["2100.5", "1200.5", "800"])]
    (claim, *_) = [one for one in right.claims if one.text == "1200.5"]
    assert (claim.unit, claim.subject) == ("亩", "广坪村耕地")
