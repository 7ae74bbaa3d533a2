"""Each rule of sites, houses and their allocation: a record that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.housing.tests.records import (
    SECOND_ID,
    allocation,
    building,
    phase,
    saved,
    site,
    unit,
)
from tests import cast
from tests.rule_cases import broken


@pytest.fixture(autouse=True)
def town(office) -> dict[str, Record]:
    """A site with a phase, a building and a dwelling that is given out, and another dwelling that is free."""
    first = saved(site())
    other = saved(site("TE", name="天鹅集中建房点", place_id=cast.HUANGGAIHU))
    begun = saved(phase(first))
    block = saved(building(begun))
    given = saved(unit(block))
    saved(allocation(given))
    return {
        "site": first,
        "other": other,
        "phase": begun,
        "others_phase": saved(phase(other, "TE-1", place_id=cast.HUANGGAIHU)),
        "building": block,
        "shell": saved(building(begun, "GP02", completed_on=None)),
        "given": given,
        "free": saved(unit(block, "GP01-2")),
    }


def second_phase(town: dict[str, Record], **changes: object) -> Record:
    return phase(town["site"], "GP-2", ordinal=2, **({"area": "60"} | changes))


def second_allocation(town: dict[str, Record], **changes: object) -> Record:
    return allocation(town["free"], "FF2", **({"id_number": SECOND_ID} | changes))


CASES = {
    "housing.phase": [
        ("与集中建房点同在一地", "error", second_phase, {"place_id": cast.GUANGPING}, {}),
        ("各期用地不超过规划用地", "error", second_phase, {"area": "60.01"}, {"area": "60.00"}),
        (
            "竣工不早于开工",
            "error",
            second_phase,
            {"completed_on": date(2017, 3, 5)},
            {"completed_on": date(2017, 3, 6)},
        ),
    ],
    "housing.site": [
        (
            "规划用地不小于各期之和",
            "error",
            lambda town, **changes: altered(town["site"], **changes),
            {"planned_area": "69.99"},
            {"planned_area": "70.00"},
        ),
    ],
    "housing.building": [
        (
            "与集中建房点同在一地",
            "error",
            lambda town, **changes: building(town["phase"], "GP03", **changes),
            {"place_id": cast.GUANGPING},
            {},
        ),
        (
            "期次属于同一建房点",
            "error",
            lambda town, **changes: building(
                town["phase"], "GP03", phase=town[changes.get("of", "phase")]
            ),
            {"of": "others_phase"},
            {},
        ),
        (
            "楼栋竣工不早于本期开工",
            "error",
            lambda town, **changes: building(town["phase"], "GP03", **changes),
            {"completed_on": date(2017, 3, 5)},
            {"completed_on": date(2017, 3, 6)},
        ),
    ],
    "housing.unit": [
        (
            "与楼栋同在一地",
            "error",
            lambda town, **changes: unit(town["building"], "GP01-3", **changes),
            {"place_id": cast.HEXING},
            {},
        ),
        (
            "建筑面积按㎡填",
            "error",
            lambda town, **changes: unit(town["building"], "GP01-3", **changes),
            {"floor_area": "0.25"},
            {"floor_area": "5.00"},
        ),
    ],
    "housing.allocation": [
        ("与套房同在一地", "error", second_allocation, {"place_id": cast.HEXING}, {}),
        (
            "先分房后入住",
            "error",
            second_allocation,
            {"moved_in_on": date(2018, 3, 8)},
            {"moved_in_on": date(2018, 3, 9)},
        ),
        (
            "一套房只分给一户",
            "error",
            lambda town, **changes: second_allocation(town, unit=town[changes.get("of", "free")]),
            {"of": "given"},
            {},
        ),
        (
            "竣工后分房",
            "ask",
            second_allocation,
            {"allocated_on": date(2018, 1, 14)},
            {"allocated_on": date(2018, 1, 15)},
        ),
        (
            "一户只分一套",
            "ask",
            second_allocation,
            {"id_number": "430682195306281002"},
            {},
        ),
    ],
}
ROWS = [(ledger, *case) for ledger, cases in CASES.items() for case in cases]


def altered(record: Record, **changes: object) -> Record:
    for name, value in changes.items():
        setattr(record, name, value)
    return record


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_a_house_without_completion_is_asked_about_when_given_out(town):
    flat = saved(unit(town["shell"], "GP02-1"))
    assert broken(allocation(flat, "FF9", id_number=SECOND_ID)) == {"竣工后分房": "ask"}


def test_sound_records_raise_no_question(town):
    assert broken(second_phase(town)) == {}
    assert broken(second_allocation(town, moved_in_on=date(2018, 3, 20))) == {}
