"""On the page of a target: its aim, and how far it has come by the ledgers; every number opens its records."""

import pytest

from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.targets.tests.boards import MEASURED, board, saved, target
from tests import cast

AGREED = {"agreement_no": "XY", "agreement_on": "2017-12-28"}


@pytest.fixture
def targets(acting):
    """A measured target and one judged in words, and a house that counts."""
    acting("office")
    of = saved(board())
    made = saved(target(of, "甲", **MEASURED | {"standard": ""}))
    words = saved(target(of, "乙", turn=2))
    house("KX-1", **AGREED, demolished_on="2018-03-05").save()
    return made, words


def page(record):
    return f"/targets/target/{record.pk}/change/"


def test_a_measured_target_shows_aim_figure_and_verdict(visit, targets):
    shown = visit("office").get(page(targets[0])).content.decode()
    assert "目标进度" in shown
    assert "拆除空心房不低于300栋" in shown
    assert "1栋" in shown
    assert "未达到目标" in shown
    assert "现在的数据（未封存）" in shown


def test_its_number_opens_the_records(visit, targets):
    client = visit("office")
    shown = client.get(page(targets[0])).content.decode()
    address = shown.split('href="/figure/')[1].split('"')[0]
    opened = client.get(f"/figure/{address}".replace("&amp;", "&"))
    assert opened.status_code == 200
    assert "KX-1" in opened.content.decode()


def test_a_target_judged_in_words_has_no_such_panel(visit, targets):
    assert "目标进度" not in visit("office").get(page(targets[1])).content.decode()


def test_the_form_offers_indicators_by_their_titles(visit, targets):
    shown = visit("office").get("/targets/target/add/").content.decode()
    assert "拆除空心房" in shown
    assert 'value="hollow_houses.demolished"' in shown


def test_a_refused_target_is_refused_on_the_form_with_what_is_offered_instead(visit, targets):
    of = targets[0].board
    form = {
        "number": "丙",
        "place": cast.TOWN,
        "board": of.pk,
        "turn": 3,
        "theme": "信访维稳工作",
        "guarantee": "不出现一起进京赴省和越级上访事件",
        "leader": "安分管",
        "post": "副镇长",
        "standard": "没有",
        "set_on": "2018-03-07",
    }
    answer = visit("office").post("/targets/target/add/", form)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "按期办结率" in shown
    assert "群众满意率" in shown
