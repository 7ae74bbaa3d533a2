"""Colours on the desk: in the list, as a filter, and in the to-do list."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from taizhang.ledgers.actions import save_record
from taizhang.lines.directives.models import Task, Unit
from tests import cast

TASKS = "/directives/task/"
HEADS = {"late": -3, "near": 2, "far": 90}


@pytest.fixture
def tasks(office):
    today = timezone.localdate()
    unit = Unit(number="DW1", place_id=cast.TOWN, name="司法所", kind="station", since="2016-01-01")
    save_record(unit)
    for name, days in HEADS.items():
        enter(unit, name, today + timedelta(days), today - timedelta(40), "once")
    enter(unit, "silent", today + timedelta(80), today - timedelta(40), "week")


def enter(unit, number, deadline, registered, every):
    given = {
        "source": "handed",
        "lead_leader": "李丁卯",
        "responsible": "赵甲子",
        "measure": "办成",
    }
    dates = {"deadline": deadline, "registered_on": registered, "noticed_on": registered}
    own = {"title": number, "lead_unit": unit, "every": every, "accepted_on": registered}
    save_record(Task(number=f"RW-{number}", place_id=cast.TOWN, **given, **dates, **own))


def rows(page):
    found = re.findall(r"<tr[^>]*>.*?</tr>", page, re.S)
    return {number: row for row in found for number in re.findall(r">(RW-\w+)<", row)}


def test_a_list_shows_the_colour_of_each_row(visit, tasks):
    told = rows(visit("office").get(TASKS).content.decode())
    shown = {
        number: re.findall(r'class="desk-(red|yellow|blue)"', row) for number, row in told.items()
    }
    assert shown == {"RW-late": ["red"], "RW-near": ["blue"], "RW-far": [], "RW-silent": ["yellow"]}
    assert "红：逾期" in told["RW-late"]


@pytest.mark.parametrize(
    ("colour", "found"), [("red", {"RW-late"}), ("yellow", {"RW-silent"}), ("blue", {"RW-near"})]
)
def test_a_list_is_filtered_by_colour(visit, tasks, colour, found):
    page = visit("office").get(f"{TASKS}?colour={colour}").content.decode()
    assert set(rows(page)) == found


def test_an_unknown_colour_filters_nothing(visit, tasks):
    assert (
        len(rows(visit("office").get(f"{TASKS}?colour=green").content.decode())) == len(HEADS) + 1
    )


def test_the_to_do_list_shows_colours(visit, tasks):
    page = visit("office").get("/todo/?scope=all").content.decode()
    assert '<span class="desk-red">红：逾期</span>' in page
    assert '<span class="desk-blue">蓝：临期</span>' in page


def test_the_page_of_a_task_opens(visit, tasks):
    task = Task.objects.get(number="RW-late")
    page = visit("office").get(f"{TASKS}{task.pk}/change/").content.decode()
    assert "督办通知单" in page
    assert "现定期限" in page
