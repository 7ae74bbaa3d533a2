"""A report held against a closed period is held against the last document before it too: what can but grow has not fallen."""

import json
import os
from datetime import date

import pytest

from taizhang.commands.last_issued import is_earlier, last_issued, only_grows
from taizhang.core.home import documents_folder, templates_folder
from taizhang.core.period import Period
from taizhang.indicators.indicator import definitions
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.snapshots.test_commands import run
from tests.snapshots.towns import demolished

__all__ = ["run"]
TEMPLATE = """% 总结
# 成效
本期拆除空心房{{ figure("hollow_houses.demolished") }}，累计拆除空心房{{ figure("hollow_houses.demolished", show="stock") }}。
"""


@pytest.fixture
def issued(town, run):
    """The folder of documents with that of 2018Q1, written when three houses had been demolished."""
    template = templates_folder() / "summary.md"
    template.write_text(TEMPLATE, encoding="utf-8")
    for number in (1, 2, 3):
        demolished(town.villages[0], f"KX-{number}", date(2018, number, 2)).save()
    run("close", "2018Q1", "--cutoff", "2018-03-26")
    paths = [documents_folder() / f"{town.code}-{name}.docx" for name in ("一", "二")]
    run("compile", "summary", "2018Q1", "-o", str(paths[0]))
    yield paths
    template.unlink()
    for path in paths:
        path.unlink(missing_ok=True)


def report(run, tmp_path, text, *arguments):
    path = tmp_path / "总结.txt"
    path.write_text(text, encoding="utf-8")
    return json.loads(run("check", "--json", "--period", "2018Q2", *arguments, str(path)))


def told(found):
    return [one["message"] for one in found["findings"] if ".docx”" in one["message"]]


def test_what_the_ledgers_have_lost_since_the_last_document_is_asked_about(
    town, run, issued, tmp_path
):
    house = HollowHouse.objects.get(place_id=town.villages[0], number="KX-3")
    house.demolished_on = date(2018, 7, 2)
    house.save()
    run("close", "2018Q2", "--cutoff", "2018-06-26")
    compared, fallen = told(report(run, tmp_path, "至六月底，累计拆除空心房2栋。\n"))
    assert compared == (f"只增不减的累计数和2018年一季度的“{issued[0].name}”比较过。")
    assert f"在“{issued[0].name}”里是3栋，这一份是2栋，累计数变小了" in fallen


def test_what_has_grown_and_what_is_of_the_period_alone_is_left_alone(town, run, issued, tmp_path):
    demolished(town.villages[0], "KX-4", date(2018, 5, 2)).save()
    run("close", "2018Q2", "--cutoff", "2018-06-26")
    said = "本期拆除空心房1栋，累计拆除空心房4栋。\n"
    assert len(told(report(run, tmp_path, said))) == 1


def test_nothing_is_said_where_there_is_no_earlier_document(town, run, issued, tmp_path):
    run("close", "2018Q2", "--cutoff", "2018-06-26")
    issued[0].unlink()
    (documents_folder() / f"{town.code}-二.docx").write_bytes(b"no document")
    assert told(report(run, tmp_path, "累计拆除空心房2栋。\n")) == []


def test_the_newest_of_a_period_counts_and_that_of_another_town_does_not(town, run, issued):
    issued[1].write_bytes(issued[0].read_bytes())
    os.utime(issued[0], (1, 1))
    assert last_issued(town.code, Period.parse("2018Q2")).path == issued[1]
    assert last_issued(town.code, Period.parse("2018Q1")) is None
    assert last_issued("430699999", Period.parse("2018Q2")) is None


@pytest.mark.parametrize(
    ("name", "period", "is_before"),
    [
        ("2018Q1", "2018Q2", True),
        ("2017Q4", "2018Q1", True),
        ("2018Q2", "2018Q2", False),
        ("2018Q3", "2018Q2", False),
        ("2018-03", "2018Q2", False),
        ("2017", "2018Q2", False),
        ("2018-02", "2018-03", True),
    ],
)
def test_an_earlier_period_is_of_the_same_kind(name, period, is_before):
    assert is_earlier(name, Period.parse(period)) is is_before


@pytest.mark.parametrize(
    ("name", "grows"),
    [
        ("hollow_houses.demolished", True),
        ("housing.households", False),
        ("hollow_houses.largest_floor_area", False),
    ],
)
def test_members_and_readings_may_fall(name, grows):
    assert only_grows(definitions()[name]) is grows
