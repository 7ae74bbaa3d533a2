"""Sentences that say 'now' of something over are found; those that speak of it as past are left alone."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.core.occasions import occasion, occasions, stale_sentences

SIGNED = date(2018, 3, 26)


def found(text, day=SIGNED):
    return [str(one) for one in stale_sentences(text, day)]


def test_the_sentence_of_the_case_report_is_stale_on_the_day_it_was_signed():
    [said] = found("群众满意。特别是在现在正在召开的全国“两会”，每天都有坐班。其他工作正常。")
    assert "“特别是在现在正在召开的全国“两会”，每天都有坐班”" in said
    assert "2018年3月3日至2018年3月20日" in said
    assert "已经结束" in said
    assert "请改写成过去的事，或删去这一句" in said


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


def test_a_sentence_about_what_has_not_begun_says_so():
    assert "还没有开始" in found("目前正值全国两会。", date(2018, 2, 1))[0]


@pytest.mark.parametrize(
    "text",
    [
        "目前，各村已传达学习全国两会精神。",
        "现在全国两会闭幕不久，各项部署正在落实。",
        "目前春节以后的巡查已经排好。",
        "全国两会期间每天有人坐班。",  # no word of presence
        "当前正是春耕时节。",  # no occasion
        "2018年是落实党的十九大精神的开局之年，当前要抓紧。",
    ],
)
def test_what_is_spoken_of_as_past_or_is_no_occasion_is_left_alone(text):
    assert found(text) == []


def test_a_year_without_days_is_a_question_and_not_a_verdict():
    [said] = found("当前全国两会正在召开。", date(2035, 3, 10))
    assert "没有登记全国两会2035年的起止日期" in said


def test_each_sentence_is_told_once_for_each_occasion():
    text = "全国两会正在召开；正值春节假期，值班照常。"
    assert [one.split("是2018年")[0].rpartition("，")[2] for one in found(text)] == [
        "全国两会",
        "春节假期",
    ]


def test_the_office_adds_its_own_and_replaces_ours(monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "occasions.toml").write_text(
        '[[occasions]]\nname = "稻虾节"\nwords = ["稻虾节"]\ndays = [[2018-06-01, 2018-06-03]]\n',
        encoding="utf-8",
    )
    assert occasion("稻虾节").holds_on(date(2018, 6, 2))
    assert found("稻虾节正在举办。", date(2018, 6, 4))
    assert "全国两会" in {one.name for one in occasions()}


@pytest.mark.parametrize(
    "text",
    [
        "不是toml",
        '[[occasions]]\nname = "甲"\n',
        '[[occasions]]\nname = "甲"\nwords = ["("]\ndays = []\n',
        '[[occasions]]\nname = "甲"\nwords = ["甲"]\ndays = [["三月", "四月"]]\n',
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


def test_every_occasion_of_ours_ends_after_it_begins_and_is_known_by_its_own_name():
    for one in occasions():
        assert all(first <= last for first, last in one.days)
        assert one.days == tuple(sorted(one.days))
        assert one.words.search(one.name), one.name
