"""What waits for somebody waits for those who keep it: what the town keeps is not asked of a village that may read it."""

import pytest

from taizhang.lines.housing.tests.award_records import batch, scene
from taizhang.lines.housing.tests.records import saved


@pytest.fixture
def lists(acting) -> None:
    """An approved list of the town, of which a village sees its own households only, and one still on the wall."""
    acting("office")
    town = scene()
    town.second.place_id = "430682113203"
    town.second.save()
    waiting = {"approved_on": None, "households": None, "amount": None, "taken_down_on": None}
    saved(batch("JBPC2", **waiting))


def waits_for(visit, username: str) -> str:
    client = visit(username)
    pages = (client.get(path).content.decode() for path in ("/todo/", "/todo/questions/"))
    return "\n".join(pages)


def test_the_town_is_told_the_deadline_and_asked_about_the_whole_list(lists, visit):
    told = waits_for(visit, "officer")
    assert "JBPC2" in told
    assert "公示期满撤下" in told
    assert "名单没有现场照片" in told
    assert "审定 2 户" not in told, "the town sees both households"


def test_a_village_that_sees_half_of_the_list_is_not(lists, visit):
    told = waits_for(visit, "clerk")
    assert "JBPC1" not in told
    assert "JBPC2" not in told
    assert "审定 2 户" not in told
