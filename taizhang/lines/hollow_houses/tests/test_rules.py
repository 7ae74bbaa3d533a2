"""Each rule of the hollow houses: a house that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.lines.hollow_houses.tests.houses import house
from tests.rule_cases import broken, declared_rules, message

DAY = date(2018, 1, 10)
AGREED = {"agreement_on": DAY, "agreement_no": "XY-1"}
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
    ("协议要有编号", "ask", {"agreement_on": DAY}, AGREED),
    (
        "有保护价值的房屋不拆",
        "ask",
        AGREED | {"demolished_on": DAY, "heritage": True},
        AGREED | {"heritage": True},
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


def test_every_declared_rule_has_a_case():
    assert {("hollow_houses.hollow_house", title) for title, *_ in CASES} == declared_rules(
        "hollow_houses"
    )


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
