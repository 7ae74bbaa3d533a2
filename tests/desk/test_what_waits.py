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
    return visit(username).get("/todo/").content.decode()


def test_the_town_is_asked_for_the_photo_and_told_the_deadline(lists, visit):
    told = waits_for(visit, "officer")
    assert "JBPC1" in told
    assert "公示期满撤下" in told
    assert "名单合计" not in told


def test_a_village_is_not(lists, visit):
    told = waits_for(visit, "clerk")
    assert "JBPC1" not in told
    assert "JBPC2" not in told
    assert "审定户数" not in told
