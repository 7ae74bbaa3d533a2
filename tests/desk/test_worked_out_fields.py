"""What a ledger works out is shown beside what is filled in, cannot be typed, and has its place in the history."""

from decimal import Decimal

import pytest

from taizhang.ledgers.actions import save_record
from taizhang.lines.hollow_houses.models import Dyke, HollowHouse
from taizhang.lines.hollow_houses.tests.dykes import beside, dyke
from taizhang.lines.hollow_houses.tests.houses import house
from tests import cast
from tests.desk.conftest import HOUSE, HOUSES


@pytest.fixture
def found(acting) -> HollowHouse:
    acting("officer")
    save_record(dyke())
    record = house(**beside("0.00027"))
    save_record(record)
    return record


@pytest.mark.parametrize("username", ["clerk", "officer", "county"])
def test_everybody_who_sees_the_record_sees_it(visit, found, username):
    page = visit(username).get(f"{HOUSES}{found.pk}/change/").content.decode()
    assert "在大堤整治带内" in page
    assert 'name="in_strip"' not in page


def test_saving_the_form_works_it_out_and_history_shows_it(visit, found, acting):
    client = visit("clerk")
    form = client.get(f"{HOUSES}{found.pk}/change/").context["adminform"].form
    said = {name: form[name].value() for name in form.fields}
    said = {name: "" if value is None else value for name, value in said.items()}
    said |= {"latitude": "29.709", "in_strip": "true", "reason": "改正坐标"}
    answer = client.post(f"{HOUSES}{found.pk}/change/", said)
    assert answer.status_code == 302
    acting("officer")
    saved = HollowHouse.objects.get()
    assert (saved.distance_to_dyke, saved.in_strip) == (Decimal("997.6"), False)
    page = client.get(f"{HOUSES}{found.pk}/change/").content.decode()
    assert "在大堤整治带内</span> 是 → <b>否</b>" in " ".join(page.split())


def test_a_new_record_has_nothing_worked_out_yet(visit):
    page = visit("clerk").get(f"{HOUSES}add/").content.decode()
    assert "在大堤整治带内" not in page


def test_a_dyke_is_entered_on_the_desk_with_the_width_in_force(visit, acting):
    client = visit("officer")
    form = client.get("/hollow_houses/dyke/add/").context["adminform"].form
    assert form["strip_width"].value() == Decimal("50.0")
    said = {
        "number": "DD-1",
        "place": cast.TOWN,
        "name": "环湖大堤",
        "polyline": "113.55,29.7 113.56,29.7",
        "system": "cgcs2000",
        "strip_width": "50.0",
        "surveyed_on": "2017-08-01",
        "document": "测绘图",
        "note": "",
    }
    assert client.post("/hollow_houses/dyke/add/", said).status_code == 302
    acting("officer")
    assert Dyke.objects.get().length == Decimal("967.8")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"polyline": "113.55 29.7"}, "第 1 个点"),
        ({"polyline": "29.7,113.55 29.7,113.56"}, "填反了"),
        ({"place": cast.GUANGPING}, "请把地方改成乡镇"),
    ],
)
def test_a_dyke_that_cannot_be_stands_in_the_form_with_the_reason(visit, changed, told):
    said = {
        "number": "DD-1",
        "place": cast.TOWN,
        "name": "环湖大堤",
        "polyline": "113.55,29.7 113.56,29.7",
        "system": "cgcs2000",
        "strip_width": "50.0",
        "surveyed_on": "2017-08-01",
        "document": "测绘图",
        "note": "",
    }
    answer = visit("officer").post("/hollow_houses/dyke/add/", said | changed)
    assert told in answer.content.decode()


def test_the_clerk_is_asked_about_a_house_that_is_not_here(visit):
    said = HOUSE | {
        "number": "KX-9",
        "place": cast.GUANGPING,
        "longitude": "113.9",
        "latitude": "29.7",
        "system": "cgcs2000",
    }
    answer = visit("clerk").post(f"{HOUSES}add/", said, follow=True)
    assert "不在本地范围内" in answer.content.decode()
