"""What a finding reads like."""

import pytest

from taizhang.core.finding import Finding, Refusal


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (Finding("error", "拆除日期早于协议日期"), "拆除日期早于协议日期"),
        (Finding("error", "面积过大", where="第3行"), "第3行：面积过大"),
        (
            Finding("ask", "面积过大", basis="土地管理法第六十二条"),
            "面积过大（土地管理法第六十二条）",
        ),
        (Finding("info", "已补录", where="C5", basis="第九条"), "C5：已补录（第九条）"),
    ],
)
def test_a_finding_says_where_what_and_why_leaving_out_what_is_empty(finding, sentence):
    assert str(finding) == sentence


def test_a_refusal_is_its_sentence():
    assert str(Refusal("没有这个村。")) == "没有这个村。"
