"""Of what a number is, as the words around it say."""

from pathlib import Path

import pytest

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of
from taizhang.checks.telling.as_json import described

HEAD = "青溪镇2018年第一季度工作总结\n"
SAID = [
    ("全镇现有耕地7458亩，其中水田960亩。", "7458亩", {"place": "青溪镇", "measure": "stock", "extent": "total"}),
    ("全镇现有耕地7458亩，其中水田960亩。", "960亩", {"extent": "part"}),
    ("广坪村拆除空心房66栋，计划复垦土地130亩。", "66栋", {"place": "广坪村", "stage": "done", "measure": "flow", "period": "2018年第一季度"}),
    ("广坪村拆除空心房66栋，计划复垦土地130亩。", "130亩", {"place": "广坪村", "stage": "planned"}),
    ("2017年企业由86家增至102家，增加16家。", "86家", {"period": "2017年", "change": "before"}),
    ("2017年企业由86家增至102家，增加16家。", "102家", {"change": "after"}),
    ("2017年企业由86家增至102家，增加16家。", "16家", {"change": "by"}),
    ("今年受理信访42件。年末存款余额1.2亿元。", "42件", {"period": "今年", "measure": "flow"}),
    ("今年受理信访42件。年末存款余额1.2亿元。", "1.2亿元", {"measure": "stock"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "wanted"), SAID)
def test_a_number_has_the_aspects_that_its_words_give_it(text, number, wanted):
    answer = described(check(report_of(Path("报告.txt"), HEAD + text)))
    claim = next(one for one in answer["claims"] if one["text"] == number)
    assert {key: claim[key] for key in wanted} == wanted


def test_what_is_no_number_has_none():
    answer = described(check(report_of(Path("报告.txt"), HEAD)))
    assert ["stage" in one for one in answer["claims"]] == [False]
