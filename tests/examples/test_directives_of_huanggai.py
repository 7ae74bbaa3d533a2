"""The example's meetings and tasks are those of the case report, and hold together as an office would check them."""

from datetime import date

import pytest

from taizhang.core.calendar import is_working_day, working_days_between
from tests.examples.test_huanggai_workbooks import EXAMPLE, cells

CITY, CADRES, TOWN = date(2018, 2, 28), date(2018, 3, 5), date(2018, 3, 7)


def rows(file):
    _, heads, *records = cells(EXAMPLE / file)
    return [dict(zip(heads, record, strict=True)) for record in records]


def meetings():
    found = [
        row for file in ("meetings", "town_meetings", "relays") for row in rows(f"{file}.xlsx")
    ]
    return {row["编号"]: row for row in found}


def test_the_city_s_meeting_is_passed_on_by_the_days_of_the_report():
    told = meetings()
    assert told["HY001"]["召开日期"] == CITY
    assert [(told[n]["召开日期"], told[n]["传达的会议"]) for n in ("HY010", "HY011")] == [
        (CADRES, "HY001"),
        (TOWN, "HY001"),
    ]
    assert working_days_between(CITY, CADRES) == 3


def test_every_village_community_and_station_passes_it_on_and_reports():
    asked = {row["编号"] for row in rows("relay_units.xlsx") if row["单位类别"] != "机关办公室"}
    passed_on = [row for row in meetings().values() if row.get("传达的会议") == "HY011"]
    assert {row["召开单位"] for row in passed_on} == asked
    assert len(passed_on) == len(asked) == 11
    for row in passed_on:
        assert working_days_between(TOWN, row["召开日期"]) <= 5
        assert 1 <= working_days_between(row["召开日期"], row["上报贯彻情况日期"]) <= 5
        assert row["上报贯彻情况日期"] <= date(2018, 3, 26)


def test_more_than_eighty_slogans_were_put_up():
    put_up = [row for row in rows("publicity.xlsx") if row["宣传品类别"] in ("标语", "横幅")]
    assert 80 < sum(int(row["数量"]) for row in put_up) < 90


@pytest.mark.parametrize("row", rows("tasks.xlsx"), ids=lambda row: row["编号"])
def test_no_task_is_closed_by_its_doer_or_on_nothing(row):
    if row["销号日期"]:
        assert row["销号依据"]
        assert row["责任人"] not in (row["核实人"], row["销号人"])
        assert row["报结日期"] <= row["核实日期"] <= row["销号日期"]


def test_standing_meetings_were_held_on_working_days_or_say_why_not():
    for row in rows("sessions.xlsx"):
        if row["实开日期"]:
            assert is_working_day(row["实开日期"])
            assert row["期次起"] <= row["实开日期"] <= row["应开日期"]
        else:
            assert row["未开原因"] or row["应开日期"] > date(2018, 3, 26)
