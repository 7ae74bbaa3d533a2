"""The sidebar: a line's ledgers, those with a topic folded under it, the one at work open."""

import re

import pytest

from taizhang.ledgers.registry import ledgers
from taizhang.lines.housing.models import Building, Site


@pytest.fixture(autouse=True)
def none(monkeypatch):
    """Whatever topics the lines have today, these tests give their own."""
    for model in ledgers():
        monkeypatch.setattr(model, "topic", "")


@pytest.fixture
def topics(monkeypatch, none):
    for model in (Site, Building):
        monkeypatch.setattr(model, "topic", "建房点")


def sidebar(visitor, path):
    page = visitor.get(path).content.decode()
    return page.split('id="nav-sidebar-apps"')[1].split("simplebar-end")[0].split("</nav>")[0]


def folded(shown):
    return re.findall(r'<details class="desk-topic"( open)?>\s*<summary[^>]*>([^<]+)<', shown)


def test_without_topics_every_ledger_stands_alone(visit, office):
    shown = sidebar(visit("officer"), "/housing/site/")
    assert folded(shown) == []
    assert "/housing/unit/" in shown


def test_ledgers_with_a_topic_stand_under_it_after_those_without(visit, office, topics):
    shown = sidebar(visit("officer"), "/hollow_houses/hollowhouse/")
    assert folded(shown) == [("", "建房点")]
    inside = shown.split("<details")[1].split("</details>")[0]
    assert re.findall(r'href="(/housing/\w+/)"', inside) == ["/housing/site/", "/housing/building/"]
    assert shown.index("/housing/approval/") < shown.index("<details")


@pytest.mark.parametrize("path", ["/housing/building/", "/housing/site/add/"])
def test_the_topic_at_work_is_open(visit, office, topics, path):
    assert folded(sidebar(visit("officer"), path)) == [(" open", "建房点")]


def test_a_topic_without_anything_to_see_is_not_there(visit, office, topics):
    assert folded(sidebar(visit("petition_officer"), "/ledgers/zeroreturn/")) == []
