"""When a form has to be sent, by the official calendar; and what waits for the office."""

from datetime import date

import pytest

from taizhang.core.period import Period
from taizhang.documents.forms.catalogue import Entry
from taizhang.documents.forms.shelf import due_forms, form_named, shelf

LAST_PERIODS = {
    ("每月", "2018-03-27"): "2018-02",
    ("每月", "2018-01-02"): "2017-12",
    ("每季度", "2018-04-01"): "2018Q1",
    ("每季度", "2018-03-31"): "2017Q4",
    ("每半年", "2018-07-01"): "2018H1",
    ("每年", "2018-12-31"): "2017",
}


@pytest.mark.parametrize(("rhythm", "today"), LAST_PERIODS)
def test_the_last_period_that_has_ended(rhythm, today):
    period = Entry("表", rhythm=rhythm).period_before(date.fromisoformat(today))
    assert period == Period.parse(LAST_PERIODS[rhythm, today])


DEADLINES = {
    (
        "期末后5个工作日",
        "2018Q1",
    ): "2018-04-09",  # Tomb Sweeping: 5 to 7 April off, Sunday the 8th worked
    ("期末后3日", "2018Q1"): "2018-04-03",
    ("期末后10日内", "2018-02"): "2018-03-12",  # the 10th is a Saturday
    ("次月8日", "2018-03"): "2018-04-08",
    ("次月10日前", "2018-05"): "2018-06-11",  # a Sunday
}


@pytest.mark.parametrize(("rule", "period"), DEADLINES)
def test_deadlines_count_by_the_official_calendar(rule, period):
    found = Entry("表", deadline=rule).due(Period.parse(period))
    assert str(found) == DEADLINES[rule, period]


def test_a_deadline_in_a_year_without_a_calendar_is_marked_as_provisional():
    found = Entry("表", deadline="期末后5个工作日").due(Period.parse("2049Q1"))
    assert found.provisional


@pytest.fixture
def forms(monkeypatch, tmp_path):
    """The catalogue of a home of its own: three forms, one of them asked for once."""
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))
    folder = tmp_path / "forms"
    folder.mkdir()
    for name, text in {
        "quarterly": '报表 = "季报"\n报送 = "每季度"\n期限 = "期末后5个工作日"\n起用 = 2018-01-01',
        "old": '报表 = "旧表"\n报送 = "每季度"\n期限 = "期末后5个工作日"\n停用 = 2017-12-31',
        "once": '报表 = "摸底表"\n报送 = "一次"\n期限 = "2018-04-15"',
    }.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def told(today: str, sent=()):
    found = due_forms(date.fromisoformat(today), set(sent))
    return [(one.mapping.title, str(one.deadline), one.is_overdue) for one in found]


def test_a_form_is_announced_two_weeks_ahead_and_stays_until_it_is_sent(forms):
    assert told("2018-03-20") == []
    assert told("2018-04-01") == [("季报", "2018-04-09", False), ("摸底表", "2018-04-15", False)]
    assert told("2018-04-11")[0] == ("季报", "2018-04-09", True)


def test_a_form_that_was_sent_is_no_longer_waited_for(forms):
    sent = [("季报", "2018Q1"), ("摸底表", "2018-04")]
    assert told("2018-04-11", sent) == []
    assert told("2018-04-11", [("季报", "2017Q4")])[0][0] == "季报"


def test_a_mapping_that_cannot_be_read_is_told_and_the_others_go_on(forms):
    (forms / "wrong.toml").write_text("报表 =", encoding="utf-8")
    found = shelf()
    assert [one.title for one in found.forms] == ["季报", "摸底表", "旧表"]
    assert found.troubles[0].startswith("wrong.toml")


def test_a_form_is_found_by_its_file_or_its_title(forms):
    assert form_named("quarterly").title == form_named("季报").title == "季报"
    with pytest.raises(Exception, match="没有叫“季度报”的报表，相近的有季报"):
        form_named("季度报")
    with pytest.raises(Exception, match="没有叫"):
        form_named("../quarterly")
