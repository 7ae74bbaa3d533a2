"""Each rule of the visit itself: what keeps it and what breaks it."""

from datetime import date, timedelta

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.record import Record
from taizhang.lines.housing.tests.test_rules_of_visits import UNSOUND, visited
from taizhang.lines.housing.tests.visit_records import photographed, visit
from tests import cast
from tests.rule_cases import broken

TWO = "宋量土（国土所）；甄广平（广坪村）"
LATE_SITING = date(2016, 11, 28)  # Monday, the sixth working day after the acceptance
VISIT_CASES = [
    # title, how hard, what breaks it, what keeps it
    ("与建房审批同在一地", "error", {"place_id": cast.GUANGPING}, {}),
    ("到场至少两人", "ask", {"people": "宋量土（国土所）"}, {"people": TWO}),
    ("经度纬度一同填", "error", {"longitude": "113.5"}, {"longitude": "113.5", "latitude": "29.7"}),
    ("经度纬度一同填", "error", {"latitude": "29.7"}, {}),
    (
        "申请审查按期到场",
        "ask",
        {"on": LATE_SITING},
        {"on": LATE_SITING - timedelta(days=1)},
    ),
    ("申请审查按期到场", "ask", {"on": LATE_SITING}, {"on": LATE_SITING, "is_repeat": True}),
    (
        "到场坐标在本地范围内",
        "ask",
        {"longitude": "113.2", "latitude": "29.7"},
        {"longitude": "113.5", "latitude": "29.7"},
    ),
    (
        "到场坐标在本地范围内",
        "ask",
        {"longitude": "113.5", "latitude": "29.9"},
        {"longitude": "113.5", "latitude": "29.7"},
    ),
    ("放线和竣工要有实测面积", "ask", {"kind": "setting_out", "area": None}, {"area": None}),
    ("实测面积不大于长乘宽", "ask", {"area": "120.01"}, {"area": "120.00"}),
    (
        "结论符合的不超批准面积",
        "error",
        {"area": "120.01"},
        {"area": "120.01", "result": "too_large"},
    ),
    (
        "结论超占的要有超出的面积",
        "ask",
        {"result": "too_large"},
        {"result": "too_large", "area": "120.01"},
    ),
    ("结论超占的要有超出的面积", "ask", {"result": "too_large", "area": None}, {}),
    ("不符合的要写下一步", "ask", {"result": "moved"}, UNSOUND),
    ("到场不早于申请", "error", {"on": date(2016, 11, 13)}, {"on": date(2016, 11, 14)}),
    (
        "批准后放线",
        "error",
        {"kind": "setting_out", "on": date(2016, 12, 8)},
        {"kind": "setting_out", "on": date(2016, 12, 9)},
    ),
    (
        "竣工后到场验收",
        "error",
        {"kind": "completion", "on": date(2017, 8, 30)},
        {"kind": "completion", "on": date(2017, 8, 31)},
    ),
    (
        "放线到场与放线日期一致",
        "ask",
        {"kind": "setting_out", "on": date(2017, 3, 7)},
        {"kind": "setting_out", "on": date(2017, 3, 6)},
    ),
    (
        "到场按环节先后",
        "ask",
        {"kind": "completion", "on": date(2017, 3, 19)},
        {"kind": "completion", "on": date(2017, 9, 1)},
    ),
    ("再次到场填复查", "error", {"kind": "trench"}, {"kind": "trench", "is_repeat": True}),
    (
        "复查之前要有到场",
        "ask",
        {"kind": "structure", "is_repeat": True},
        {"kind": "trench", "is_repeat": True, "on": date(2017, 4, 1)},
    ),
    (
        "复查之前要有到场",
        "ask",
        {"kind": "trench", "is_repeat": True, "on": date(2017, 3, 19)},
        {"kind": "structure"},
    ),
]


@pytest.fixture
def case(office) -> Record:
    """A finished house whose trench was visited."""
    return visited({"trench": None})


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), VISIT_CASES)
def test_a_visit_that_breaks_the_rule_is_found(case, title, severity, breaks, keeps):
    assert broken(visit(case, **breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), VISIT_CASES)
def test_a_visit_that_keeps_the_rule_is_not(case, title, severity, breaks, keeps):
    assert title not in broken(visit(case, **keeps))


def test_a_visit_wants_a_photo(case):
    record = visit(case)
    assert broken(record) == {"到场要有照片": "ask"}
    photographed(record)
    assert broken(record) == {}


ROWS = [
    *(("housing.site_visit", title) for title, *_ in VISIT_CASES),
    ("housing.site_visit", "到场要有照片"),
]


@pytest.mark.parametrize(
    ("people", "is_right"),
    [
        (TWO, True),
        ("宋量土（国土所）", True),
        ("宋量土、甄广平", False),
        ("宋量土(国土所)", False),
        ("宋量土（国土所）；", False),
        ("（国土所）", False),
    ],
)
def test_people_are_written_with_their_offices(case, people, is_right):
    if is_right:
        save_record(visit(case, people=people))
    else:
        with pytest.raises(Refusal, match="姓名（单位）；姓名（单位）"):
            save_record(visit(case, people=people))


def test_coordinates_the_wrong_way_round_are_told(case):
    with pytest.raises(Refusal, match="经度、纬度是不是填反了"):
        save_record(visit(case, longitude="29.7", latitude="113.5"))
