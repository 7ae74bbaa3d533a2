"""Events by year, and sentences that speak of a past one as going on."""

from datetime import date

import pytest

from taizhang.core.events import events, stale

STALE = [
    ("现在正在召开的全国“两会”期间，值班2人。", date(2018, 3, 26), "2018-03-20已经闭幕"),
    ("当前正值全国两会，严防死守。", date(2020, 6, 1), "2020-05-28已经闭幕"),
    ("全国人民代表大会正在举行，全镇收看。", date(2019, 3, 16), "2019-03-15已经闭幕"),
    ("迎接即将召开的党的二十大。", date(2022, 11, 2), "2022-10-16已经开幕"),
    ("当前正值“两会”期间。", date(2031, 3, 25), "（日期未核实）"),
]
FINE = [
    ("现在正在召开的全国“两会”期间，值班2人。", date(2018, 3, 20)),
    ("当前正值全国两会，严防死守。", date(2020, 3, 26)),
    ("全国两会已经闭幕，正在召开的村民代表会议讨论了方案。", date(2018, 3, 26)),
    ("学习贯彻党的十九大精神，正在进行的换届工作平稳。", date(2021, 3, 26)),
    ("正在召开的省两会听取了报告。", date(2018, 3, 26)),
    ("迎接即将召开的党的二十大。", date(2022, 9, 2)),
    ("迎接即将召开的党的二十大。", date(2021, 9, 2)),
]


@pytest.mark.parametrize(("text", "day", "told"), STALE)
def test_what_is_over_is_told_with_its_day(text, day, told):
    found = list(stale(text, day))
    assert [told in one.sentence(day) for one in found] == [True]
    assert text[found[0].start : found[0].end] == found[0].words


@pytest.mark.parametrize(("text", "day"), FINE)
def test_what_goes_on_that_day_or_is_of_another_meeting_is_left_alone(text, day):
    assert list(stale(text, day)) == []


def test_no_event_ends_before_it_begins_and_years_stand_in_order():
    for event in events():
        assert all(one.first <= one.last for one in event.held)
        assert [one.first for one in event.held] == sorted(one.first for one in event.held)
        assert all(one.document for one in event.held)
