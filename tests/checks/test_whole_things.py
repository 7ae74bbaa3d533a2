"""Percentages that no whole number of things can make."""

from pathlib import Path

import pytest

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of

IMPOSSIBLE = [
    "随机抽查群众30人，满意率95.6%。",
    "抽检样品12批，合格率97.5%。",
    "对57户进行测评，满意度达98.8%。",
]
POSSIBLE = [
    "随机抽查群众45人，满意率95.6%。",
    "抽检样品120批，合格率98.3%。",
    "问卷调查213份，群众满意度98.12%。",
    "问卷调查213份，群众满意度98.1%。",
    "抽查3户，合格率66.6%。",
    "抽查约30户，满意率95.6%。",
    "抽查30户，收回问卷28份，满意率95.6%。",
    "全镇有30个村民小组，群众满意率95.6%。",
    "抽查5000户，满意率95.67%。",
]


def remarks(text):
    return [one.message for one in check(report_of(Path("报告.txt"), text)).remarks]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_rate_that_so_few_cannot_give_is_asked_about(text):
    assert ["没有哪个整数" in one for one in remarks(text)] == [True]


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_rate_that_some_number_gives_or_that_may_be_of_others_is_left_alone(text):
    assert remarks(text) == []


def test_the_nearest_shares_are_written_out():
    assert "28÷30＝93.3%，29÷30＝96.7%" in remarks(IMPOSSIBLE[0])[0]
