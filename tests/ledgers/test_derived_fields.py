"""What is worked out agrees with what it is worked out from, whichever way a record comes in, and after every change."""

from decimal import Decimal
from threading import Thread

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.derived import Derived
from taizhang.ledgers.excel import importing, staging
from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.ledgers.history import changes
from taizhang.lines.hollow_houses.models import Dyke, HollowHouse
from taizhang.lines.hollow_houses.tests.dykes import DYKE, ON_DYKE, beside, dyke
from taizhang.lines.hollow_houses.tests.houses import house
from tests import cast
from tests.ledgers.excel import sheets

NEAR, FAR = "0.00027", "0.009"  # degrees north of the dyke: 29.9 m and 997.6 m
NEARER_DYKE = "113.55,29.7001 113.56,29.7001"
FARTHER_DYKE = "113.55,29.6 113.56,29.6"
HEADS = [*sheets.HEADS, "经度（°）", "纬度（°）", "坐标系", "距大堤距离（m）"]


def distance(number: str) -> tuple[Decimal | None, bool | None]:
    found = HollowHouse.objects.get(number=number)
    return found.distance_to_dyke, found.in_strip


@pytest.fixture
def station(acting):
    """The land station is at work, and its dyke is in the ledger."""
    acting("officer")
    save_record(dyke())


# Typed


@pytest.mark.parametrize(
    ("north", "expected"), [(NEAR, ("29.9", True)), (FAR, ("997.6", False)), ("0", ("0.0", True))]
)
def test_a_saved_record_has_what_follows_from_it(station, acting, north, expected):
    acting("clerk")
    save_record(house(**beside(north)))
    assert distance("KX-1") == (Decimal(expected[0]), expected[1])


def test_a_typed_value_gives_way_to_the_one_worked_out(station):
    save_record(house(**beside(NEAR), distance_to_dyke="480"))
    assert distance("KX-1") == (Decimal("29.9"), True)


@pytest.mark.parametrize(
    ("typed", "inside"), [("50.0", True), ("50.1", False), ("7", True), (None, None)]
)
def test_where_it_cannot_be_worked_out_the_typed_one_stays(station, typed, inside):
    save_record(house(distance_to_dyke=typed))
    assert distance("KX-1") == (None if typed is None else Decimal(typed), inside)


def test_without_a_dyke_nothing_is_made_up(acting):
    acting("clerk")
    save_record(house(**beside(NEAR), distance_to_dyke="31"))
    assert distance("KX-1") == (Decimal("31"), None)


def test_a_move_of_the_coordinates_moves_the_distance_and_history_tells_both(station):
    record = house(**beside(NEAR))
    save_record(record)
    record.latitude = beside(FAR)["latitude"]
    save_record(record, "改正坐标")
    told = {title: (before, after) for title, before, after in changes(record)[-1].fields}
    assert told["距大堤距离"] == (29.9, 997.6)
    assert told["在大堤整治带内"] == (True, False)
    assert changes(record)[-1].reason == "改正坐标"
    assert len(changes(record)) == 2, "worked out before it is written, not written twice"


def test_a_record_that_is_refused_changes_nothing_that_follows(station):
    save_record(house(**beside(NEAR)))
    with pytest.raises(Refusal):
        save_record(dyke("DD-2", polyline=NEARER_DYKE, place_id=cast.GUANGPING))
    assert distance("KX-1") == (Decimal("29.9"), True)


# When what it depends on changes


def test_a_dyke_that_moves_moves_the_distance_of_every_house(station):
    save_record(house(**beside(NEAR)))
    save_record(house("KX-2", **beside(FAR), id_number=""))
    save_record(house("KX-3", distance_to_dyke="12", id_number=""))
    changed = Dyke.objects.get()
    changed.polyline = NEARER_DYKE
    save_record(changed, "堤线改按竣工图")
    assert distance("KX-1") == (Decimal("18.8"), True)
    assert distance("KX-2") == (Decimal("986.6"), False)
    assert distance("KX-3") == (Decimal("12"), True)
    (_entered, refreshed) = changes(HollowHouse.objects.get(number="KX-1"))
    assert refreshed.reason == "堤线改按竣工图"
    assert len(changes(HollowHouse.objects.get(number="KX-3"))) == 1, "what stays is not written"


def test_a_wider_strip_takes_in_more_houses(station):
    save_record(house(**beside(FAR)))
    changed = Dyke.objects.get()
    changed.strip_width = Decimal("1000")
    save_record(changed)
    assert distance("KX-1") == (Decimal("997.6"), True)


def test_the_first_dyke_finds_the_houses_that_were_there_before_it(acting):
    acting("clerk")
    save_record(house(**beside(NEAR)))
    acting("officer")
    save_record(dyke())
    assert distance("KX-1") == (Decimal("29.9"), True)


def test_another_towns_dyke_is_another_towns_business(station, acting):
    save_record(house(**beside(NEAR)))
    acting("outsider")
    save_record(house(place_id=cast.OTHER_VILLAGE, **beside(NEAR), distance_to_dyke="77"))
    assert distance("KX-1") == (Decimal("77"), None)


# Imported


@pytest.fixture
def sheet(tmp_path):
    """sheet(row, …) is a workbook of houses with coordinates, given as degrees north of the dyke and a typed distance."""

    def write(*rows: tuple[str | None, float | None]):
        cells = [
            sheets.house(
                n,
                **{
                    "经度（°）": north and float(ON_DYKE),
                    "纬度（°）": north and float(Decimal("29.7") + Decimal(north)),
                    "坐标系": north and "CGCS2000（WGS84）",
                    "距大堤距离（m）": typed,
                },
            )
            for n, (north, typed) in enumerate(rows, 1)
        ]
        return sheets.write(tmp_path / "空心房.xlsx", cells, HEADS)

    return write


ROWS = [(NEAR, 480.0), (FAR, None), (None, 31.5), (None, None), (NEAR, 29.9)]
WORKED_OUT = [
    (Decimal("29.9"), True),
    (Decimal("997.6"), False),
    (Decimal("31.5"), True),
    (None, None),
    (Decimal("29.9"), True),
]


@pytest.mark.parametrize("large", [1, 20_000], ids=["while reading", "after reading"])
def test_an_import_works_out_every_row_and_writes_it_once(station, sheet, monkeypatch, large):
    monkeypatch.setattr(importing, "LARGE", large)
    monkeypatch.setattr(staging, "BATCH", 2)
    result = import_workbook(HollowHouse, sheet(*ROWS))
    assert (result.written, result.new, result.wrong) == (True, 5, 0)
    assert [distance(f"KX-{n:04}") for n in range(1, 6)] == WORKED_OUT
    assert sheets.history().count() == 5


def test_the_same_file_again_changes_nothing(station, sheet):
    import_workbook(HollowHouse, sheet(*ROWS))
    again = import_workbook(HollowHouse, sheet(*ROWS))
    assert (again.new, again.changed, again.same) == (0, 0, 5)


def test_a_file_of_coordinates_alone_moves_the_distances_it_does_not_have(station, sheet, tmp_path):
    import_workbook(HollowHouse, sheet(*ROWS))
    heads = [head for head in HEADS if head != "距大堤距离（m）"]
    rows = [
        sheets.house(
            1,
            **{"经度（°）": float(ON_DYKE), "纬度（°）": 29.709, "坐标系": "CGCS2000（WGS84）"},
        )
    ]
    result = import_workbook(HollowHouse, sheets.write(tmp_path / "坐标.xlsx", rows, heads))
    (change,) = result.changes
    assert ("距大堤距离", "29.9", "997.6") in change.fields
    assert distance("KX-0001") == (Decimal("997.6"), False)


def test_a_file_without_any_of_it_leaves_the_distances_alone(station, sheet, tmp_path):
    import_workbook(HollowHouse, sheet(*ROWS))
    rows = [sheets.house(1, 备注="第二批")]
    result = import_workbook(HollowHouse, sheets.write(tmp_path / "备注.xlsx", rows))
    assert result.changed == 1
    assert distance("KX-0001") == WORKED_OUT[0]


def test_an_imported_dyke_moves_the_houses_and_a_trial_does_not(station, sheet, tmp_path):
    import_workbook(HollowHouse, sheet(*ROWS))
    row = {
        "编号": "DD-1",
        "村（社区）": "黄盖镇",
        "大堤名称": "环湖大堤",
        "堤线": NEARER_DYKE,
        "坐标系": "CGCS2000（WGS84）",
        "测绘日期": sheets.SURVEYED,
        "来源": "竣工图",
    }
    book = sheets.write(tmp_path / "大堤.xlsx", [row], list(row), title="大堤")
    trial = import_workbook(Dyke, book, Options(dry_run=True))
    assert (trial.changed, distance("KX-0001")) == (1, WORKED_OUT[0])
    import_workbook(Dyke, book)
    assert distance("KX-0001") == (Decimal("18.8"), True)
    assert distance("KX-0003") == WORKED_OUT[2]


# Two at once


def test_a_house_saved_while_the_dyke_is_being_moved_is_measured_from_where_it_comes_to_lie(
    installation,
):
    begin = (
        "from datetime import date\n"
        "from django.db import transaction\n"
        "from taizhang.ledgers.actions import save_record\n"
        "from taizhang.lines.hollow_houses.models import Dyke, HollowHouse\n"
        "from taizhang.lines.hollow_houses.tests.dykes import beside, dyke\n"
        "from taizhang.lines.hollow_houses.tests.houses import house\n"
        "from taizhang.people.acting import act, appointment_of\n"
        "act(appointment_of('officer', date(2018, 3, 26)))\n"
    )
    installation.python(begin + "save_record(dyke())")
    moving = (
        f"{begin}import time\n"
        "with transaction.atomic():\n"
        "    moved = Dyke.objects.get()\n"
        f"    moved.polyline = {NEARER_DYKE!r}\n"
        "    save_record(moved)\n"
        "    open('moving', 'w').close()\n"
        "    time.sleep(1.5)\n"
    )
    thread = Thread(target=installation.python, args=(moving,))
    thread.start()
    saved = installation.python(
        f"{begin}import os, time\n"
        "while not os.path.exists('moving'): time.sleep(0.05)\n"
        f"save_record(house('KX-TWO', **beside({NEAR!r})))\n"
        "print(HollowHouse.objects.get(number='KX-TWO').distance_to_dyke)"
    )
    thread.join()
    assert saved.strip() == "18.8"


# Declaring


def test_a_field_that_is_misspelt_is_an_error_at_once():
    with pytest.raises(FieldDoesNotExist):
        Derived(HollowHouse, ("distance",), ("longitude",), lambda rows: [])


def test_a_rule_may_ask_about_what_is_worked_out_in_the_same_save(station):
    (question,) = save_record(house(**beside(FAR), claimed_in_strip=True))
    assert question.rule == "列入大堤整治的在整治带内"
    assert "997.6" in question.message


def test_what_is_worked_out_is_taken_back_with_the_rest(station):
    with transaction.atomic():
        save_record(house(**beside(NEAR)))
        changed = Dyke.objects.get()
        changed.polyline = FARTHER_DYKE
        save_record(changed)
        transaction.set_rollback(True)
    assert Dyke.objects.get().polyline == DYKE
    assert not HollowHouse.objects.exists()
