"""A closing is refused, with a sentence, for whoever or whenever or whatever is not fit for it."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.core.home import snapshots_folder
from taizhang.people.acting import act
from taizhang.snapshots.closing import close
from taizhang.snapshots.models import Closing
from taizhang.snapshots.store import open_snapshot
from tests.snapshots.towns import demolished, house, new_town

AFTER = date(2018, 12, 31)


def closed_files(town):
    return [path for path in (snapshots_folder() / town.code).rglob("*") if path.is_file()]


def test_the_office_and_the_leader_may_close(town):
    close("2018Q1", today=AFTER)
    with town.working_as(town.leader):
        assert close("2018Q2", today=AFTER).closed_by.startswith("乡镇主要领导")


def test_a_clerk_may_not(town):
    with town.working_as(town.clerk), pytest.raises(Refusal, match="党政办或乡镇主要领导"):
        close("2018Q1", today=AFTER)
    assert not closed_files(town)


def test_nobody_may_not(town):
    act(None)
    with pytest.raises(Refusal, match="党政办或乡镇主要领导"):
        close("2018Q1", today=AFTER)


def test_another_towns_place_a_village_and_an_unknown_place_are_refused(town):
    other = new_town()
    for place, sentence in (
        (other.code, "不归您的岗位"),
        (town.villages[0], "封存以乡镇为单位"),
        (town.code + "999", "没有地区代码"),
    ):
        with pytest.raises(Refusal, match=sentence):
            close("2018Q1", today=AFTER, place=place)


@pytest.mark.parametrize(
    ("today", "cutoff", "expected"),
    [
        (date(2018, 5, 1), None, date(2018, 3, 31)),
        (date(2018, 3, 26), None, date(2018, 3, 26)),
        (date(2018, 5, 1), date(2018, 3, 20), date(2018, 3, 20)),
        (date(2018, 3, 26), date(2018, 1, 1), date(2018, 1, 1)),
    ],
)
def test_the_cutoff_is_the_last_day_or_today_or_the_day_asked_for(town, today, cutoff, expected):
    assert close("2018Q1", today=today, cutoff=cutoff).cutoff == expected


@pytest.mark.parametrize(
    ("today", "cutoff", "sentence"),
    [
        (date(2018, 5, 1), date(2018, 4, 1), "不在2018年一季度"),
        (date(2018, 5, 1), date(2017, 12, 31), "不在2018年一季度"),
        (date(2018, 3, 26), date(2018, 3, 27), "还没有到"),
        (date(2017, 12, 31), None, "还没有开始"),
    ],
)
def test_a_cutoff_outside_the_period_or_to_come_is_refused(town, today, cutoff, sentence):
    with pytest.raises(Refusal, match=sentence):
        close("2018Q1", today=today, cutoff=cutoff)
    assert not closed_files(town)


def test_a_period_before_one_that_is_closed_is_refused(town):
    close("2018Q2", today=AFTER)
    for period in ("2018Q1", "2018-05", "2017"):
        with pytest.raises(Refusal, match="2018年二季度已经封存到 2018-06-30"):
            close(period, today=AFTER)


def test_a_month_and_its_quarter_end_on_one_day_and_may_both_be_closed(town):
    close("2018-03", today=AFTER)
    close("2018Q1", today=AFTER)
    assert close("2018-03", today=AFTER).number == 2


def test_records_that_break_a_blocking_rule_are_listed_and_nothing_is_closed(town):
    wrong = [
        house(town.villages[1], f"KX-{number:02}", date(2018, 1, 2), agreement_on=date(2018, 1, 1))
        for number in range(25)
    ]
    for one in wrong:
        one.save()
    with pytest.raises(Refusal) as refused:
        close("2018Q1", today=AFTER)
    lines = str(refused.value).splitlines()
    assert "25 处" in lines[0]
    assert len([line for line in lines if line.startswith("空心房 KX-")]) == 20
    assert lines[1].startswith("空心房 KX-00：签协议日期 2018-01-01 早于摸底日期 2018-01-02")
    assert "其余 5 处" in lines[-1]
    assert not closed_files(town)
    assert not Closing.objects.exists()


def test_open_questions_do_not_block_and_are_counted_in_the_snapshot(town):
    for number in range(3):
        odd = demolished(town.villages[0], f"KX-{number}", date(2018, 2, 1), agreement_no="")
        odd.save()
    close("2018Q1", today=AFTER)
    asked = open_snapshot(town.code, "2018Q1").questions
    ledger = "hollow_houses.hollow_house"
    assert asked == [{"ledger": ledger, "rule": "协议要有编号", "records": 3}]
