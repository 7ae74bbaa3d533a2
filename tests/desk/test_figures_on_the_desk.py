"""Figures of a period: gaps are gaps, a number leads to its records, and nobody sees more than their own place."""

import re

import pytest
from django.test import RequestFactory

from taizhang.core.finding import Refusal
from taizhang.desk.access import sees_whole, within_reach
from taizhang.ledgers.registry import ledgers
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import User
from tests import cast
from tests.desk.conftest import HOUSE

LIVE = "/figures/?source=live&period=2018Q1"
DEMOLISHED = "/figure/live/hollow_houses.demolished/?period=2018Q1"
GONE = {"agreement_no": "XY", "agreement_on": "2018-02-01", "demolished_on": "2018-03-05"}


@pytest.fixture
def demolitions(acting):
    """Three houses taken down in 广坪村, one in 合兴村; nobody else has reported."""
    for username, place, count in (("clerk", cast.GUANGPING, 3), ("other_clerk", cast.HEXING, 1)):
        acting(username)
        for at in range(count):
            number = f"{username}-{at}"
            HollowHouse.objects.create(number=number, place_id=place, **{**HOUSE, **GONE})


def as_member(username: str):
    request = RequestFactory().get("/")
    request.appointment = User.objects.get(username=username).appointments.get()
    return request


TOWNS_OWN = [
    ("", cast.TOWN),
    (cast.TOWN, cast.TOWN),
    (cast.GUANGPING, cast.GUANGPING),
    (cast.SITE, cast.SITE),
    (cast.COUNTY, cast.TOWN),
    (cast.OTHER_TOWN, None),
    (cast.TOWN + "x", cast.TOWN + "x"),
]
REACH = [
    *(("office", asked, seen) for asked, seen in TOWNS_OWN),
    ("clerk", "", cast.GUANGPING),
    ("clerk", cast.TOWN, cast.GUANGPING),
    ("clerk", cast.COUNTY, cast.GUANGPING),
    ("clerk", cast.GUANGPING, cast.GUANGPING),
    ("clerk", cast.SITE, cast.SITE),
    ("clerk", cast.HEXING, None),
    ("clerk", "43068211320", cast.GUANGPING),
    ("clerk", "4306821132", cast.GUANGPING),
    ("outsider", cast.TOWN, None),
    ("county", cast.GUANGPING, cast.GUANGPING),
    ("county", "", cast.COUNTY),
    ("administrator", cast.TOWN, None),
    ("administrator", "", None),
]


@pytest.mark.parametrize(("username", "asked", "seen"), REACH)
def test_the_one_door_to_snapshots_opens_no_further_than_the_posts_place(db, username, asked, seen):
    request = as_member(username)
    if seen is None:
        with pytest.raises(Refusal):
            within_reach(request, asked)
    else:
        assert within_reach(request, asked) == seen
        assert seen.startswith(request.appointment.post.place_id)


@pytest.mark.parametrize(
    ("username", "may"),
    [
        ("office", True),
        ("town_leader", True),
        ("county", True),
        ("officer", False),
        ("leader", False),
        ("clerk", False),
        ("outsider", False),
        ("administrator", False),
    ],
)
def test_a_summary_tells_of_everything_so_only_those_who_see_everything_get_it(db, username, may):
    assert sees_whole(as_member(username), cast.TOWN) is may


def number(page: str) -> str:
    """The large number of a figure's page."""
    found = re.search(r'desk-value">\s*(?:<span class="desk-gap">)?([^<\s]+)', page)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("username", "place", "value", "records"),
    [
        ("office", "", "4", 4),
        ("office", cast.GUANGPING, "3", 3),
        ("officer", "", "4", 4),
        ("county", cast.TOWN, "4", 4),
        ("clerk", "", "3", 3),
        ("clerk", cast.TOWN, "3", 3),
        ("other_clerk", cast.TOWN, "1", 1),
    ],
)
def test_a_figure_shows_as_many_records_as_it_counts(
    visit, demolitions, username, place, value, records
):
    page = visit(username).get(f"{DEMOLISHED}&place={place}").content.decode()
    assert number(page) == value
    assert page.count('class="desk-record"') == records
    assert ("other_clerk-0" in page) is (username != "clerk" and place != cast.GUANGPING)


def test_a_clerk_who_asks_for_the_town_is_told_that_it_is_only_the_village(visit, demolitions):
    page = visit("clerk").get(f"{DEMOLISHED}&place={cast.TOWN}").content.decode()
    assert "您的岗位只管广坪村" in page


@pytest.mark.parametrize(
    ("username", "path"),
    [
        ("clerk", f"{DEMOLISHED}&place={cast.HEXING}"),
        ("outsider", f"{DEMOLISHED}&place={cast.TOWN}"),
        ("petition_officer", DEMOLISHED),
        ("administrator", DEMOLISHED),
        ("administrator", LIVE),
        ("office", "/figure/live/hollow_houses.demolished/?period=2018Q5"),
        ("office", "/figure/live/hollow_houses.flying/?period=2018Q1"),
        ("office", "/figure/0123456789abcdef/hollow_houses.demolished/"),
        ("office", "/figures/?source=live&place=430682103"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(visit, demolitions, username, path):
    answer = visit(username).get(path)
    assert answer.status_code == 400
    assert "不能继续" in answer.content.decode()


@pytest.mark.parametrize("said", ["show=sideways", "style=fancy", "part=half"])
def test_an_address_that_no_document_writes_is_not_there(visit, demolitions, said):
    assert visit("office").get(f"{DEMOLISHED}&{said}").status_code == 404


def test_a_village_that_said_nothing_is_a_named_gap_and_no_zero(visit, demolitions):
    page = visit("office").get(f"{DEMOLISHED}&place={cast.HUANGGAIHU}").content.decode()
    assert number(page) == "缺"
    page = visit("office").get(LIVE).content.decode()
    assert "未报：团山社区、黄盖湖村" in page
    assert '<span class="desk-gap" title="未报：黄盖湖村">缺</span>' in page


def test_flow_and_stock_are_a_click_apart(visit, demolitions):
    client = visit("office")
    later = "/figure/live/hollow_houses.demolished/?period=2018Q2"
    assert number(client.get(later).content.decode()) == "0"
    assert number(client.get(f"{later}&show=stock").content.decode()) == "4"


def test_a_ratio_shows_its_formula_and_its_inputs(visit, demolitions):
    path = "/figure/live/hollow_houses.floor_area_per_house/?period=2018Q1"
    page = visit("office").get(path).content.decode()
    assert number(page) == "120.5"
    assert "拆除建筑面积 ÷ 拆除空心房" in page
    assert ">482</a>" in page


def test_id_numbers_of_records_behind_a_figure_are_masked(visit, demolitions, monkeypatch):
    monkeypatch.setattr(HollowHouse, "listed", ("id_number",), raising=False)
    page = visit("office").get(DEMOLISHED).content.decode()
    assert HOUSE["id_number"] not in page
    assert "430682********1002" in page


def test_the_figures_of_a_station_are_those_of_its_lines(visit, demolitions):
    assert "拆除空心房" in visit("officer").get(LIVE).content.decode()
    page = visit("petition_officer").get(LIVE).content.decode()
    assert "信访事项总量" in page
    assert "拆除空心房" not in page
    assert "拆除空心房" not in page


def test_the_page_does_not_ask_more_for_more_records(
    visit, demolitions, acting, django_assert_max_num_queries
):
    client, most = visit("office"), len(ledgers()) + 20  # who reported is asked of each ledger
    client.get(DEMOLISHED)
    with django_assert_max_num_queries(most):
        client.get(DEMOLISHED)
    acting("office")
    for at in range(30):
        HollowHouse.objects.create(number=f"M-{at}", place_id=cast.TUANSHAN, **{**HOUSE, **GONE})
    with django_assert_max_num_queries(most):
        client.get(DEMOLISHED)


def test_places_stand_by_code_and_not_by_size(visit, demolitions):
    page = visit("office").get(DEMOLISHED).content.decode()
    listed = re.findall(r"<tr><td>(\S+)</td><td class=\"num\">", page)
    assert listed == ["团山社区", "广坪村", "合兴村", "黄盖湖村"]
