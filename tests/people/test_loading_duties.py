"""Duties come from the same file as the people; loading it again changes nothing that the office has changed."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.people.loading import load_people
from taizhang.people.models import AreaDuty
from tests import cast

PERSON = f"""
[[people]]
username = "resident"
full_name = "诸葛片"
office = "国土所"
title = "驻村干部"
role = "station_officer"
place = "{cast.TOWN}"
lines = ["housing"]
since = 2018-01-01
"""
DUTY = f"""
[[duties]]
username = "resident"
place = "{cast.GUANGPING}"
lines = ["housing"]
since = 2018-02-01
until = 2018-06-01
note = "第一片"
"""


pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def load(tmp_path):
    def from_file(text: str) -> dict[str, str]:
        file = tmp_path / "people.toml"
        file.write_text(text, encoding="utf-8")
        return load_people(file)

    return from_file


def duties():
    return AreaDuty.objects.using("owner").filter(user__username="resident")


def test_a_duty_is_entered_with_its_person(load):
    assert list(load(PERSON + DUTY)) == ["resident"]
    duty = duties().get()
    assert (duty.place_id, duty.lines, duty.note) == (cast.GUANGPING, ["housing"], "第一片")
    assert (duty.since, duty.until) == (date(2018, 2, 1), date(2018, 6, 1))


def test_a_file_without_duties_is_as_good_as_before(load):
    load(PERSON)
    assert not duties().exists()


def test_loading_again_keeps_what_the_office_has_changed(load):
    load(PERSON + DUTY)
    duties().update(until=date(2018, 4, 1), lines=["housing", "land"])
    load(PERSON + DUTY)
    assert duties().get().until == date(2018, 4, 1)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (DUTY.replace('"resident"', '"nobody"'), "没有这个账号"),
        (DUTY.replace(cast.GUANGPING, cast.TOWN), "不能是乡镇或县"),
        (DUTY.replace("2018-06-01", "2018-01-01"), "截止日期要晚于起始日期"),
        (DUTY.replace(cast.GUANGPING, cast.TOWN + "999"), "没有这个地区代码"),
        (DUTY.replace("since = 2018-02-01\n", ""), "要写明从哪天起"),
        (DUTY + DUTY.replace("2018-02-01", "2018-03-01"), "已由诸葛片负责"),
    ],
)
def test_a_wrong_duty_is_said_and_nothing_is_entered(load, wrong, sentence):
    with pytest.raises(Refusal, match=sentence):
        load(PERSON + wrong)
    assert not duties().exists()
