"""Ledgers as lists: own rows only, ID numbers masked, filters that work, and no query more for more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taizhang.desk.columns import listed, own_fields
from taizhang.desk.site import desk
from taizhang.ledgers.registry import ledgers
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.land.models import Project, ReclaimedLot
from tests import cast
from tests.desk.conftest import HOUSE, HOUSES


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("clerk", {"GP-1"}),
        ("other_clerk", {"HX-1"}),
        ("officer", {"GP-1", "HX-1"}),
        ("office", {"GP-1", "HX-1"}),
        ("county", {"GP-1", "HX-1"}),
        ("outsider", set()),
    ],
)
def test_everybody_sees_their_own_rows_and_no_others(visit, houses, username, seen):
    page = visit(username).get(HOUSES).content.decode()
    assert {number for number in ("GP-1", "HX-1") if number in page} == seen


@pytest.mark.parametrize("username", ["petition_officer", "administrator"])
def test_who_has_nothing_to_do_with_a_line_does_not_see_its_ledgers(visit, houses, username):
    client = visit(username)
    assert client.get(HOUSES).status_code == 403
    assert client.get(f"{HOUSES}download/").status_code == 403
    assert "空心房" not in client.get("/").content.decode()


def number_of_queries(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_longer_list_takes_no_more_queries(visit, acting):
    acting("office")
    project = Project.objects.create(
        number="XM-1",
        place_id=cast.TOWN,
        name="一期",
        document_no="示例1号",
        approved_area=300,
        approved_on="2016-10-18",
        ends_on="2019-10-18",
    )

    def lots(first: int, last: int) -> None:
        acting("office")
        for at in range(first, last):
            ReclaimedLot.objects.create(
                number=f"FK-{at}",
                place_id=cast.GUANGPING,
                project=project,
                name=f"{at}号",
                land_class="paddy",
                reclaimed_on="2018-03-01",
                reported_area=10,
            )

    lots(0, 3)
    client = visit("office")
    few = number_of_queries(client, "/land/reclaimedlot/")
    lots(3, 40)
    assert number_of_queries(client, "/land/reclaimedlot/") == few
    assert few <= 10


def test_a_row_that_points_out_of_reach_is_listed_all_the_same(visit, acting):
    acting("office")
    project = Project.objects.create(
        number="XM-2",
        place_id=cast.TOWN,
        name="一期",
        document_no="示例2号",
        approved_area=300,
        approved_on="2016-10-18",
        ends_on="2019-10-18",
    )
    ReclaimedLot.objects.create(
        number="FK-9",
        place_id=cast.GUANGPING,
        project=project,
        name="九号地",
        land_class="paddy",
        reclaimed_on="2018-03-01",
        reported_area=10,
    )
    assert "九号地" in visit("clerk").get("/land/reclaimedlot/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"within={cast.GUANGPING}", {"GP-1"}),
        (f"within={cast.TOWN}", {"GP-1", "HX-1"}),
        ("state=surveyed", {"GP-1", "HX-1"}),
        ("state=demolished", set()),
        ("category__exact=idle", {"GP-1", "HX-1"}),
        ("category__exact=surplus", set()),
        ("surveyed_on_from=2018-01-05&surveyed_on_to=2018-01-05", {"GP-1", "HX-1"}),
        ("surveyed_on_from=2018-01-06", set()),
        ("heritage__exact=1", set()),
        ("q=HX", {"HX-1"}),
        ("q=贾空房", {"GP-1", "HX-1"}),
        ("q=甄空房", set()),
    ],
)
def test_filters(visit, houses, query, found):
    page = visit("office").get(f"{HOUSES}?{query}").content.decode()
    assert {number for number in ("GP-1", "HX-1") if f">{number}<" in page} == found


def test_no_filter_reads_the_whole_ledger_for_its_choices(visit, houses):
    client = visit("office")
    with CaptureQueriesContext(connection) as asked:
        client.get(HOUSES)
    assert not [one["sql"] for one in asked if "DISTINCT" in one["sql"].upper()]


def test_id_numbers_are_masked_for_those_who_only_read(visit, houses):
    page = f"{HOUSES}{houses['clerk'].pk}/change/"
    assert HOUSE["id_number"] in visit("clerk").get(page).content.decode()
    for username in ("county", "town_leader"):
        shown = visit(username).get(page).content.decode()
        assert HOUSE["id_number"] not in shown
        assert "430682********1002" in shown


def test_a_list_shows_at_most_eight_telling_fields_and_a_ledger_may_choose_its_own(monkeypatch):
    for model in ledgers():
        assert len(listed(model)) <= 6, model  # number, place and the step are there anyway
    monkeypatch.setattr(HollowHouse, "listed", ("id_number",), raising=False)
    assert [field.name for field in listed(HollowHouse)] == ["id_number"]


def test_a_listed_id_number_is_masked(visit, houses, monkeypatch):
    monkeypatch.setattr(
        desk._registry[HollowHouse],
        "fields_listed",
        [field for field in own_fields(HollowHouse) if field.name == "id_number"],
    )
    page = visit("clerk").get(HOUSES).content.decode()
    assert "430682********1002" in page
    assert HOUSE["id_number"] not in page
