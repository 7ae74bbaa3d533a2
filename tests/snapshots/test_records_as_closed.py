"""What a summary tells of records is what was closed, whatever became of them since; progress likewise."""

from datetime import date

import pytest

from taizhang.documents.closed import answers_of
from taizhang.documents.model import Paragraph, plain
from taizhang.documents.summary import compile_summary
from taizhang.ledgers.derived import work_out
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.plans.models import Item, Plan
from taizhang.lines.problems.models import Category, Problem
from taizhang.people.models import Place
from taizhang.snapshots.closing import close
from taizhang.snapshots.kept import Kept
from taizhang.snapshots.progress import latest, standings
from tests.snapshots.towns import demolished

PERIOD, TODAY, CUTOFF = "2018Q1", date(2018, 4, 20), date(2018, 3, 26)


def saved(record):
    work_out(record)
    record.save()
    return record


WORDS = {"owner": "安分管", "post": "副镇长"}
PROBLEM = WORDS | {
    "title": "道路不通",
    "description": "没有硬化",
    "measures": "争取项目",
    "goal": "硬化",
    "raised_on": date(2018, 1, 8),
    "deadline": date(2018, 2, 28),
}
CATEGORY = {
    "title": "三大挑战",
    "turn": 1,
    "wording": "仍然严峻",
    "used_from": date(2017, 1, 1),
}
ITEM = WORDS | {
    "turn": 1,
    "task": "拆旧",
    "content": "拆两栋",
    "measure": "抓紧",
    "listed_on": date(2017, 12, 28),
    "deadline": date(2018, 3, 20),
    "indicator": "hollow_houses.demolished",
    "comparison": "at_least",
    "target": 2,
}


@pytest.fixture
def records(town):
    """A problem and an item that aims at two houses, one of which is down."""
    at = {"place_id": town.code}
    category = saved(Category(number="L1", **CATEGORY, **at))
    problem = saved(Problem(number="W1", category=category, **PROBLEM, **at))
    made_on = date(2017, 12, 28)
    plan = saved(Plan(number="J1", title="计划", period=PERIOD, drawn_up_on=made_on, **at))
    item = saved(Item(number="J1-1", plan=plan, **ITEM, **at))
    demolished(town.villages[0], "K1", date(2018, 3, 5)).save()
    return problem, item


def test_records_come_from_the_files_with_what_they_point_at(town, records):
    problem, _ = records
    kept = Kept(close(PERIOD, today=TODAY, cutoff=CUTOFF))
    Problem.objects.update(title="后来改了")
    Category.objects.update(title="后来改了")
    found = kept.records(Problem)[problem.pk]
    assert (found.title, found.category.title, found.place.name) == (
        "道路不通",
        "三大挑战",
        Place.objects.get(pk=town.code).name,
    )
    assert found.due_on == date(2018, 2, 28)
    assert found.closed_on is None


def test_the_summary_of_a_closed_period_does_not_follow_the_ledger(town, records):
    snapshot = close(PERIOD, today=TODAY, cutoff=CUTOFF)
    before = said(snapshot)
    assert "道路不通" in before
    assert "计划拆除空心房不低于2栋，结果为1栋，未达到目标" in before
    Problem.objects.update(title="后来改了", closed_on=date(2018, 4, 1))
    HollowHouse.objects.update(demolished_on=None)
    assert said(snapshot) == before


def said(snapshot):
    blocks = compile_summary(answers_of(snapshot), CUTOFF).document.blocks
    return "\n".join(
        plain(one.lead) + plain(one.runs) for one in blocks if isinstance(one, Paragraph)
    )


def test_progress_is_the_closed_figure_once_there_is_one(town, records):
    _, item = records
    [live] = standings(item, date(2018, 3, 20))
    assert (live.snapshot, live.figure.value, live.verdict) == (None, 1, "尚未达到目标")
    closed = close(PERIOD, today=TODAY, cutoff=CUTOFF)
    demolished(town.villages[0], "K2", date(2018, 3, 6)).save()
    [found] = standings(item, TODAY)
    assert (found.snapshot.digest, found.figure.value) == (closed.digest, 1)
    again = close(PERIOD, today=TODAY, cutoff=CUTOFF)
    newest = latest(item, TODAY)
    assert (newest.snapshot.digest, newest.figure.value, newest.verdict) == (
        again.digest,
        2,
        "已达到目标",
    )
