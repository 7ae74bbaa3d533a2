"""One text, numbered as an office writes it or as the standard orders it."""

import pytest

from taizhang.documents.markdown import pieces
from taizhang.documents.marks import Marks
from taizhang.documents.model import Heading, Paragraph, plain
from taizhang.documents.numbering import numbered

TEXT = """
# 工作成效

## 整治空心房

全镇统一部署：

- 摸清底数。
- 签订协议；
- 依规拆除

## 用地指标

逐笔记账。

# 存在问题

## 资金

不足。
"""


def lines(text, numbering):
    """What a reader sees, a line for each paragraph of Word."""
    shown = []
    for block in numbered(pieces(text), numbering, Marks()):
        lead = plain(block.lead) if isinstance(block, Paragraph) else ""
        shown.append(lead + plain(block.runs))
    return shown


def test_an_office_runs_items_and_clauses_into_the_paragraph():
    assert lines(TEXT, "office") == [
        "一、工作成效",
        "1、整治空心房。全镇统一部署：一是摸清底数；二是签订协议；三是依规拆除。",
        "2、用地指标。逐笔记账。",
        "二、存在问题",
        "1、资金。不足。",
    ]


def test_the_standard_gives_each_level_its_line_and_sign():
    assert lines(TEXT, "standard") == [
        "一、工作成效",
        "（一）整治空心房",
        "全镇统一部署：",
        "1.摸清底数。",
        "2.签订协议。",
        "3.依规拆除。",
        "（二）用地指标",
        "逐笔记账。",
        "二、存在问题",
        "（一）资金",
        "不足。",
    ]


def test_clauses_below_a_third_level_get_the_fourth_sign():
    text = "# 成效\n## 建房\n### 审批\n- 受理。\n- 批准。"
    assert lines(text, "standard")[2:] == ["1.审批", "（1）受理。", "（2）批准。"]


def test_headings_keep_their_level():
    levels = [
        one.level for one in numbered(pieces(TEXT), "standard", Marks()) if isinstance(one, Heading)
    ]
    assert levels == [1, 2, 2, 1, 2]


def test_clauses_without_an_opening_follow_the_heading():
    assert lines("## 建房\n- 规划。\n- 建设。", "office") == ["1、建房。一是规划；二是建设。"]


def test_clauses_of_several_sentences_end_in_full_stops():
    said = lines("- 先签协议。本期签了十户。\n- 后拆房屋。", "office")
    assert said == ["一是先签协议。本期签了十户。二是后拆房屋。"]


def test_a_single_clause_needs_no_number():
    assert lines("做法如下。\n- 逐户登记；", "office") == ["做法如下。逐户登记。"]


def test_lines_that_follow_one_another_are_one_paragraph():
    assert lines("第一行\n第二行\n\n另一段", "office") == ["第一行第二行", "另一段"]


@pytest.mark.parametrize("numbering", ["office", "standard"])
def test_a_heading_under_which_nothing_stands_is_left_out(numbering):
    said = lines("# 成效\n\n## 空着\n\n## 建房\n有。\n\n# 也空着\n\n> 数据截至", numbering)
    assert "空着" not in "".join(said)
    assert said[0] == "一、成效"
    assert said[-1] == "数据截至"


def test_the_eleventh_item_counts_on():
    text = "".join(f"# 第{n}\n有。\n" for n in range(11))
    assert lines(text, "office")[-2] == "十一、第10"
