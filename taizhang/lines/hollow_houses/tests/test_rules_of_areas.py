"""Each rule of areas: a house that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.actions import save_record
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.hollow_houses.tests.houses import house
from tests.ledgers.excel import sheets
from tests.rule_cases import broken, message

DAY = date(2018, 1, 10)
AGREED = {"agreement_on": DAY, "agreement_no": "XY-1"}
MEASURED = AGREED | {"demolished_on": DAY, "resurveyed_on": DAY, "resurveyed_area": "630.00"}
ACCEPTED = {"accepted_on": DAY, "accepted_area": "600.00", "accepted_class": "paddy"}
TWIN = {"id_number": "430682195306281002", "floor_area": "120.50", "plot_area": "640.00"}

# title, how hard, what breaks it, what keeps it
CASES = [
    ("建筑面积按㎡填", "error", {"floor_area": "0.20"}, {"floor_area": "5.00"}),
    ("建筑面积按㎡填", "error", {"floor_area": "0.30"}, {"floor_area": "40.10"}),
    ("建筑面积按㎡填", "error", {"floor_area": "4.99"}, {"floor_area": "300.00"}),
    ("建筑面积在常见范围内", "ask", {"floor_area": "39.99"}, {"floor_area": "40.00"}),
    ("建筑面积在常见范围内", "ask", {"floor_area": "300.01"}, {"floor_area": "300.00"}),
    ("建筑面积不是由亩折算的", "ask", {"floor_area": "133.20"}, {"floor_area": "133.21"}),
    ("建筑面积不是由亩折算的", "ask", {"floor_area": "133.33"}, {"floor_area": "133.34"}),
    ("建筑面积不是由亩折算的", "ask", {"floor_area": "133.40"}, {"floor_area": "133.41"}),
    ("建筑面积不是由亩折算的", "ask", {"floor_area": "233.33"}, {"floor_area": "120.00"}),
    (
        "建筑面积与宅基地面积不同",
        "ask",
        {"floor_area": "220.30", "plot_area": "220.30"},
        {"floor_area": "220.30", "plot_area": "220.31"},
    ),
    ("房基不大于宅基地", "error", {"plot_area": "120.49"}, {"plot_area": "120.50"}),
    ("房基不大于建筑面积", "ask", {"base_area": "120.51"}, {"base_area": "120.50"}),
    (
        "复测面积与日期一同填",
        "error",
        {"resurveyed_area": "630.00"},
        AGREED | {"demolished_on": DAY, "resurveyed_on": DAY, "resurveyed_area": "630.00"},
    ),
    ("宅基地面积按1亩2000/3㎡折算", "ask", {"plot_area": "639.36"}, {"plot_area": "639.37"}),
    ("宅基地面积按1亩2000/3㎡折算", "ask", {"plot_area": "640.32"}, {"plot_area": "640.00"}),
    ("宅基地面积按1亩2000/3㎡折算", "ask", {"plot_area": "666.00"}, {"plot_area": "666.67"}),
    ("宅基地面积按1亩2000/3㎡折算", "ask", {"plot_area": "1334.00"}, {"plot_area": "1333.33"}),
    (
        "复测面积按1亩2000/3㎡折算",
        "ask",
        MEASURED | {"resurveyed_area": "619.38"},
        MEASURED | {"resurveyed_area": "619.40"},
    ),
    (
        "验收面积、地类与日期一同填",
        "error",
        MEASURED | {"accepted_on": DAY, "accepted_area": "600.00"},
        MEASURED | ACCEPTED,
    ),
    (
        "验收面积、地类与日期一同填",
        "error",
        MEASURED | {"accepted_class": "paddy"},
        MEASURED,
    ),
    (
        "验收面积不大于复测面积",
        "error",
        MEASURED | ACCEPTED | {"accepted_area": "630.01"},
        MEASURED | ACCEPTED | {"accepted_area": "630.00"},
    ),
    ("同一栋房只登记一次", "error", TWIN, TWIN | {"plot_area": "640.01"}),
    ("同一栋房只登记一次", "error", TWIN, TWIN | {"id_number": "430682195506151018"}),
]


@pytest.fixture(autouse=True)
def first_house(office):
    """A house already in the ledger, which a second entry of it would repeat."""
    house("KX-0").save()


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_house_that_breaks_the_rule_is_found(title, severity, breaks, keeps):
    assert broken(house(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_house_that_keeps_the_rule_is_not(title, severity, breaks, keeps):
    assert title not in broken(house(**keeps))


def test_a_sound_house_raises_no_question():
    sound = AGREED | {"demolished_on": date(2018, 3, 5), "plot_area": "652.30"}
    assert broken(house(**sound)) == {}


def test_an_area_in_mu_is_told_what_it_would_be_in_square_metres():
    told = message(house(floor_area="0.20"), "建筑面积按㎡填")
    assert "0.20 亩，应填 133.33 ㎡" in told
    assert "2000" in told


def test_a_house_entered_twice_is_told_the_other_number():
    assert "贾空房的编号 KX-0 也是" in message(house(), "同一栋房只登记一次")


def test_houses_of_unknown_owners_are_not_the_same_house():
    house("KX-7", id_number="", owner_name="不详").save()
    assert broken(house("KX-8", id_number="", owner_name="不详")) == {}


def test_two_houses_of_one_owner_are_two_houses():
    assert broken(house(floor_area="98.60", base_area="98.60", plot_area="512.40")) == {}


@pytest.mark.parametrize(
    ("area", "told"),
    [
        ("639.36", "0.96 亩按 666 折算的；1 亩是 2000/3 ㎡，应是 640.00 ㎡"),
        ("640.32", "0.96 亩按 667 折算的；1 亩是 2000/3 ㎡，应是 640.00 ㎡"),
        ("1998.00", "3 亩按 666 折算的；1 亩是 2000/3 ㎡，应是 2000.00 ㎡"),
    ],
)
def test_land_by_a_wrong_factor_is_told_what_it_really_is(area, told):
    assert told in message(house(plot_area=area), "宅基地面积按1亩2000/3㎡折算")


def test_the_disguise_is_found_when_a_clerk_types_it(acting):
    acting("clerk")
    questions = save_record(house(floor_area="199.80", base_area="99.90"))
    assert [one.rule for one in questions] == ["建筑面积不是由亩折算的"]


def test_the_disguise_is_found_when_a_workbook_brings_it(tmp_path):
    rows = [sheets.house(1, 建筑面积=199.8), sheets.house(2, 宅基地面积=639.36)]
    result = import_workbook(HollowHouse, sheets.write(tmp_path / "空心房.xlsx", rows))
    told = {problem.rule: problem.row for problem in result.questions.in_order()}
    assert told == {"建筑面积不是由亩折算的": 2, "宅基地面积按1亩2000/3㎡折算": 3}
