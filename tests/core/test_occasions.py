"""Sentences that say 'now' of something over are found, plain or perhaps; those that speak of it otherwise are left alone."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.core.occasions import occasion, occasions, stale

SIGNED = date(2018, 3, 26)
OWN = '[[occasions]]\nname = "稻虾节"\nwords = ["稻虾节"]\ndays = [[2018-06-01, 2018-06-03]]\n'
PLAIN = [
    ("现在正在召开的全国“两会”期间，值班2人。", SIGNED, "2018年3月20日，到"),
    ("当前正值全国两会，严防死守。", date(2020, 6, 1), "2020年5月28日，到"),
    ("全国人民代表大会正在举行，全镇收看。", date(2019, 3, 16), "2019年3月15日，到"),
    ("学习正在召开的全国两会精神。", SIGNED, "已经结束"),
    ("全国两会正在北京召开。", SIGNED, "已经结束"),
    ("迎接即将召开的党的二十大。", date(2022, 11, 2), "已经结束"),
    ("迎接即将召开的党的二十大。", date(2022, 10, 18), "已经开始"),
    ("正在召开的党的十九大。", date(2021, 3, 1), "已经结束"),
    ("当前正值“两会”期间。", date(2031, 3, 25), "没有登记全国两会2031年的起止日期，往年是3月3日"),
    ("全国两会正在召开。", date(2014, 3, 20), "（日期未核实）"),
    ("正在召开的省两会听取了报告。", date(2018, 2, 5), "（日期未核实）"),
]
PERHAPS = [
    "目前全镇干部在全国两会期间坚守岗位，情况平稳。",
    "时值全国两会，每天有人坐班。",
    "在全国两会召开之际，全镇平稳。",
]
FINE = [
    ("现在正在召开的全国“两会”期间，值班2人。", date(2018, 3, 20)),
    ("全国两会已经闭幕，正在召开的村民代表会议讨论了方案。", SIGNED),
    ("学习贯彻党的十九大精神，正在进行的换届工作平稳。", date(2021, 3, 26)),
    ("正在召开的市“两会”听取了报告。", SIGNED),
    ("目前，各村已传达学习全国两会精神。", SIGNED),
    ("当前正值全国两会精神学习热潮。", SIGNED),
    ("现在全国两会闭幕不久，各项部署正在落实。", SIGNED),
    ("目前春节以后的巡查已经排好。", SIGNED),
    ("目前春节前的走访已经排好。", date(2018, 2, 1)),
    ("春节来临之际，走访慰问32户。", SIGNED),
    ("全国两会期间每天有人坐班。", SIGNED),  # no word of presence
    ("当前正是春耕时节。", SIGNED),  # no occasion
    ("2018年是落实党的十九大精神的开局之年，当前要抓紧。", SIGNED),
    ("当前，全镇以党的十九大为指引。", SIGNED),  # a name for something else
    ("当前，全国两会确定的任务已经分解。", SIGNED),
    ("迎接即将召开的党的二十大。", date(2022, 9, 2)),
    ("迎接即将召开的党的二十大。", date(2021, 9, 2)),
    ("迎接即将召开的全国两会。", date(2018, 12, 20)),  # the next
    ("当前正值春节期间，值班照常。", date(2018, 2, 26)),  # to the Lantern Festival
]


def found(text, day=SIGNED):
    return [(one.is_plain, one.spoken, one.why) for one in stale(text, day)]


@pytest.mark.parametrize(("text", "day", "told"), PLAIN)
def test_what_is_plainly_over_is_told_with_its_days_and_its_words(text, day, told):
    [one] = stale(text, day)
    assert told in one.why
    assert one.is_plain
    assert text[one.saying.start : one.saying.end] == one.words
    assert one.sentence == text.rstrip("。")


@pytest.mark.parametrize("text", PERHAPS)
def test_what_may_be_read_otherwise_is_told_but_is_not_plain(text):
    assert [plain for plain, _, _ in found(text)] == [False]


@pytest.mark.parametrize(("text", "day"), FINE)
def test_what_is_true_or_past_or_of_something_else_is_left_alone(text, day):
    assert found(text, day) == []


def test_the_sentence_of_the_case_report_is_stale_on_the_day_it_was_signed():
    text = "群众满意。特别是在现在正在召开的全国“两会”，每天都有坐班。其他工作正常。"
    [one] = stale(text, SIGNED)
    assert one.sentence == "特别是在现在正在召开的全国“两会”，每天都有坐班"
    assert one.words == "现在正在召开的全国“两会"
    assert one.spoken == "正在进行"
    assert one.why == (
        "全国两会是2018年3月3日至2018年3月20日，到成文的2018年3月26日已经结束；"
        "请改写成过去的事，或删去这一句"
    )


@pytest.mark.parametrize(
    ("day", "is_stale"),
    [
        (date(2018, 3, 2), True),
        (date(2018, 3, 3), False),
        (date(2018, 3, 20), False),
        (date(2018, 3, 21), True),
    ],
)
def test_it_is_true_from_the_first_day_to_the_last(day, is_stale):
    assert bool(found("全国两会正在召开。", day)) is is_stale


@pytest.mark.parametrize(
    ("text", "day"),
    [("目前正值全国两会。", date(2018, 2, 1)), ("当前正值全国两会。", date(2020, 3, 26))],
)
def test_what_has_not_begun_is_told_but_is_not_over(text, day):
    [(plain, _, why)] = found(text, day)
    assert "还没有开始；请改写，或删去这一句" in why
    assert not plain


def test_half_a_year_later_another_time_may_be_meant():
    [(plain, _, why)] = found("正在召开的全国两会。", date(2018, 12, 20))
    assert "已经结束" in why
    assert not plain
    assert found("目前全国两会的议题已经分解。", date(2018, 12, 20)) == []


def test_a_year_without_days_is_a_question_and_not_a_verdict():
    [(plain, _, why)] = found("当前全国两会正在召开。", date(2035, 3, 10))
    assert why.startswith("没有登记全国两会2035年的起止日期")
    assert not plain
    [(plain, _, why)] = found("当前正值春节。", date(2035, 2, 10))
    assert why == "没有登记春节2035年的起止日期，请核对它是不是还在进行"
    assert not plain


def test_each_sentence_is_told_once_for_each_occasion():
    text = "全国两会正在召开，全国两会正在举行；正值春节假期，值班照常。"
    assert [one.occasion.name for one in stale(text, SIGNED)] == ["全国两会", "春节假期"]


def test_a_long_text_without_stops_is_read_once():
    text = "正在召开" * 20_000 + "全国两会"
    assert [one.is_plain for one in stale(text, SIGNED)] == [True]


def test_the_office_adds_its_own_and_replaces_ours(monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    (tmp_path / "templates").mkdir()
    path = tmp_path / "templates" / "occasions.toml"
    path.write_text(OWN, encoding="utf-8")
    assert occasion("稻虾节").holds_on(date(2018, 6, 2))
    assert [plain for plain, _, _ in found("稻虾节正在举办。", date(2018, 6, 4))] == [True]
    assert "全国两会" in {one.name for one in occasions()}
    table = "{ from = 2018-06-01, to = 2018-06-03, sure = false }"
    path.write_text(
        OWN.replace("稻虾节", "全国两会").replace("[2018-06-01, 2018-06-03]", table),
        encoding="utf-8",
    )
    [(_, _, why)] = found("全国两会正在召开。")
    assert "2018年6月1日至2018年6月3日（日期未核实）" in why


def test_no_home_is_made_where_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / "none"))
    assert found("全国两会正在召开。")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "text",
    [
        "不是toml",
        '[[occasions]]\nname = "甲"\n',
        '[[occasions]]\nname = "甲"\nwords = ["("]\ndays = []\n',
        '[[occasions]]\nname = "甲"\nwords = ["甲"]\ndays = [["三月", "四月"]]\n',
        '[[occasions]]\nname = "甲"\nwords = ["甲"]\ndays = [[2018-03-04, 2018-03-03]]\n',
        '[[occasions]]\nname = "甲"\nwords = ["甲"]\ndays = [{ from = 2018-03-04 }]\n',
        '[[occasions]]\nname = "甲"\nwords = ["甲"]\ndays = [2018-03-04]\n',
        '[[occasions]]\nname = "甲"\nwords = ["甲"]\ndays = []\nusual = [[2, 31], [3, 1]]\n',
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_name(monkeypatch, tmp_path, text):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "occasions.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match=r"occasions\.toml"):
        occasions()


def test_an_occasion_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(Refusal, match="全国两会"):
        occasion("全镇运动会")


def test_every_occasion_of_ours_has_days_in_order_that_do_not_overlap_and_is_known_by_its_own_name():
    for one in occasions():
        assert all(a.last < b.first for a, b in zip(one.days, one.days[1:], strict=False))
        assert one.words.search(one.name), one.name
        assert all(time.document for time in one.days if time.sure), one.name
