"""The example town's summary: results, problems, plans; numbered as the office numbers, the last plan held against its results."""

import pytest

from taizhang.documents.files import open_word
from taizhang.documents.reading import read_document


@pytest.fixture(scope="module")
def summary(example):
    return next((example.home / "documents").glob("*.docx"))


@pytest.fixture(scope="module")
def lines(summary):
    return read_document(open_word(summary)).lines


@pytest.fixture(scope="module")
def text(lines):
    return "\n".join(lines)


def test_the_three_parts_stand_in_order_under_their_chinese_numbers(lines):
    parts = ["一、工作成效", "二、存在的问题", "三、下一步工作打算"]
    assert [line for line in lines if line in parts] == parts


def between(text, start, end):
    return text[text.index(start) : text.index(end)]


def test_the_first_part_has_the_board_before_and_the_comparison_behind(text):
    part = between(text, "一、工作成效", "二、存在的问题")
    assert "着力抓好“六个突出、六个确保”6项目标" in part
    assert "确保城镇品位大提升" in part
    assert "目标是拆除空心房不低于300栋，截至2018年3月26日为310栋，已达到目标" in part
    assert part.index("六个突出") < part.index("规范村民建房") < part.index("对照计划抓落实")
    assert "计划拆除空心房不低于300栋，结果为310栋，已达到目标" in part
    assert "贫困户建档立卡信息核对，计划2018年3月9日前完成，2018年3月14日才完成" in part
    assert "春季招商推介会，2018年3月12日取消，原因是改为上门对接企业" in part
    assert "稻虾产业规划，计划2018年3月30日前完成，还在办理" in part


def test_the_second_part_tells_the_open_problems_by_category(text):
    part = between(text, "二、存在的问题", "三、下一步工作打算")
    assert (
        "土地矛盾、养老保险、村集体经济等“三大历史遗留问题”仍然存在，"
        "产业发展起点低、文化旅游基础薄弱、人才总量短板突出等“三大挑战”仍然严峻，"
        "招商引资、龙头企业引进培育、干部作风能力等“三个滞后”仍然突出。"
    ) in part
    assert "没有销号的问题共9个，其中6个是本期新列入的，已经逾期的有1个" in part
    assert "2018年2月28日前完成，已经逾期" in part
    assert "1、三大历史遗留问题。一是土地矛盾。" in part


def test_what_was_solved_is_a_result_and_no_problem(text):
    assert "广坪点排水不畅" in between(text, "一、工作成效", "二、存在的问题")
    assert "广坪点排水不畅" not in between(text, "二、存在的问题", "三、下一步工作打算")


def test_the_third_part_goes_down_to_person_post_and_day(text):
    part = between(text, "三、下一步工作打算", "附件：")
    assert "2018年是落实党的十九大精神的开局之年" in part
    assert "1、深入调整经济结构，实现产业结构再优化再升级。一是" in part
    assert (
        "由副镇长（分管村镇建设）孙丙寅负责，2018年6月28日前完成。要求复垦验收面积不低于297亩"
        in part
    )


def test_nobody_s_absence_from_a_petition_office_is_an_achievement(text):
    for word in ("无一人上访", "越级上访", "进京赴省", "管控方案", "特护人员"):
        assert word not in text


def test_the_table_of_plan_and_result_is_annexed(summary):
    tables = open_word(summary).tables
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    [table] = [
        table for table, head in zip(tables, heads, strict=True) if head[1:2] == ["计划事项"]
    ]
    told = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert len(told) == 8
    assert told[1][4:6] == ["拆除空心房不低于300栋", "310栋"]
    assert told[5][6].startswith("2018年3月14日完成")
    assert told[6][6] == "还在办理"


def test_an_altered_result_is_found(example, summary, tmp_path):
    document = open_word(summary)
    result = [one for one in read_document(document).figures if one.text == "310栋"][-1]
    result.say("330栋")
    altered = tmp_path / "altered.docx"
    document.save(str(altered))
    done = example.run("verify", altered)
    assert done.returncode == 1
    assert "330栋" in done.stdout + done.stderr


def test_no_sentence_is_stale_in_march_and_a_copied_one_is_flagged(example, tmp_path):
    path = tmp_path / "总结.docx"
    march = ("compile", "summary", "2018Q1", "--issued", "2018-03-26", "-o", path)
    assert "正在进行" not in example.run(*march).stdout
    folder = example.home / "templates" / "land"
    folder.mkdir(parents=True)
    copied = folder / "summary.md"
    copied.write_text("## 用地\n现在正在召开的全国“两会”期间，用地巡查照常。\n", encoding="utf-8")
    try:
        done = example.run(*march)
    finally:
        copied.unlink()
        folder.rmdir()
        folder.parent.rmdir()
    assert done.returncode == 0, done.stderr
    assert path.exists()
    assert "现在正在召开的全国“两会”期间，用地巡查照常" in done.stdout
    assert "2018年3月3日至2018年3月20日" in done.stdout
