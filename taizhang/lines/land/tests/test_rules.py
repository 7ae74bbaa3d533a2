"""Each rule of projects, lots and quota: a record that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.land.tests.records import lot, movement, project, saved
from tests.rule_cases import broken, declared_rules

GRANTED_ON = date(2016, 10, 18)
MEASURED = {"surveyed_on": date(2018, 4, 9), "surveyed_area": "19.80"}
ACCEPTED = MEASURED | {"accepted_on": date(2018, 6, 1), "accepted_area": "19.80"}


@pytest.fixture(autouse=True)
def of(office) -> Record:
    """A project that has been granted 200 of its 300 亩."""
    approved = saved(project())
    saved(movement(approved, "grant", 200, GRANTED_ON, "ZB1"))
    return approved


def another_project(of: Record, **changes: object) -> Record:
    return project("XM2", **changes)


def moved(of: Record, **changes: object) -> Record:
    values = {"kind": "grant", "area": 100, "day": GRANTED_ON, "number": "ZB2"} | changes
    return movement(of, **values)


# ledger, title, how hard, record, what breaks the rule, what keeps it
CASES = [
    (
        "land.project",
        "到期晚于批准",
        "error",
        another_project,
        {"ends_on": date(2016, 10, 18)},
        {"ends_on": date(2016, 10, 19)},
    ),
    (
        "land.project",
        "单个项目规模",
        "ask",
        another_project,
        {"approved_area": "1200.01", "approved_on": date(2019, 1, 1)},
        {"approved_area": "1200.00", "approved_on": date(2019, 1, 1)},
    ),
    (
        "land.reclaimed_lot",
        "测量面积与日期一同填",
        "error",
        lot,
        {"surveyed_area": "19.80"},
        MEASURED,
    ),
    (
        "land.reclaimed_lot",
        "测量面积与日期一同填",
        "error",
        lot,
        {"surveyed_on": date(2018, 4, 9)},
        {},
    ),
    (
        "land.reclaimed_lot",
        "验收面积与日期一同填",
        "error",
        lot,
        MEASURED | {"accepted_on": date(2018, 6, 1)},
        ACCEPTED,
    ),
    (
        "land.reclaimed_lot",
        "验收面积不大于测量面积",
        "error",
        lot,
        ACCEPTED | {"accepted_area": "19.81"},
        ACCEPTED,
    ),
    (
        "land.reclaimed_lot",
        "测量面积不大于上报面积",
        "ask",
        lot,
        MEASURED | {"surveyed_area": "20.01"},
        MEASURED | {"surveyed_area": "20.00"},
    ),
    (
        "land.quota_movement",
        "下达不超过批准规模",
        "error",
        moved,
        {"area": "100.01"},
        {"area": "100.00"},
    ),
    (
        "land.quota_movement",
        "指标变动不早于项目批准",
        "error",
        moved,
        {"day": date(2016, 10, 17)},
        {"day": date(2016, 10, 18)},
    ),
    (
        "land.quota_movement",
        "指标用在哪里要写明",
        "ask",
        moved,
        {"kind": "plan", "site_number": ""},
        {"kind": "plan", "site_number": "GP"},
    ),
]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_record_that_breaks_the_rule_is_found(of, ledger, title, severity, make, breaks, keeps):
    record = make(of, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_record_that_keeps_the_rule_is_not(of, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(of, **keeps))


def test_every_declared_rule_has_a_case():
    assert {(ledger, title) for ledger, title, *_ in CASES} == declared_rules("land")


def test_sound_records_raise_no_question(of):
    assert broken(lot(of, **ACCEPTED)) == {}
    assert broken(moved(of)) == {}


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        ({"surveyed_on": date(2018, 2, 28), "surveyed_area": "19.80"}, "测量不早于复垦"),
        (
            {"accepted_on": date(2018, 6, 1), "accepted_area": "19.80"},
            "验收之前要有测量",
        ),
        (ACCEPTED | {"accepted_on": date(2018, 4, 8)}, "验收不早于测量"),
    ],
)
def test_a_lot_goes_its_way_in_order(of, dates, title):
    assert broken(lot(of, **dates))[title] == "error"
