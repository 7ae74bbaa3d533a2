"""Each rule of co-owners: one that keeps it and one that breaks it; and every rule of the line has its case."""

from datetime import date

import pytest

from taizhang.lines.hollow_houses.tests import (
    test_rules_of_agreements,
    test_rules_of_areas,
    test_rules_of_clearance,
    test_rules_of_positions,
)
from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.hollow_houses.tests.owners import co_owner
from tests import cast
from tests.rule_cases import broken, declared_rules

DAY = date(2018, 3, 5)
OWNER, OTHER = "430682195306281002", "430682195506151018"

CASES = [
    ("共有人与空心房同在一地", "error", {"place_id": cast.HEXING}, {}),
    ("共有人不是户主本人", "error", {"id_number": OWNER}, {"id_number": OTHER}),
    ("同一共有人只登记一次", "error", {"name": "贾老二"}, {"name": "贾老三"}),
    (
        "同一共有人只登记一次",
        "error",
        {"name": "贾老二"},
        {"name": "贾老二", "id_number": OTHER},
    ),
    ("份额合计不超过百分之百", "error", {"share": "50.01"}, {"share": "50.00"}),
    ("共有人在拆除前签字", "ask", {}, {"consent_on": DAY}),
    ("共有人在拆除前签字", "ask", {"consent_on": date(2018, 3, 6)}, {"consent_on": DAY}),
]


@pytest.fixture
def gone(office):
    """A house that was taken down, and a co-owner who had signed."""
    record = house(agreement_on=DAY, agreement_no="XY-1", demolished_on=DAY)
    record.save()
    co_owner(record, "GY-0", name="贾老二", share="50", consent_on=DAY).save()
    return record


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_co_owner_that_breaks_the_rule_is_found(gone, title, severity, breaks, keeps):
    assert broken(co_owner(gone, **breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_co_owner_that_keeps_the_rule_is_not(gone, title, severity, breaks, keeps):
    assert title not in broken(co_owner(gone, **keeps))


def test_every_declared_rule_has_a_case():
    by_ledger = {
        "hollow_houses.co_owner": [*CASES],
        "hollow_houses.dyke": test_rules_of_positions.DYKES,
        "hollow_houses.hollow_house": [
            *test_rules_of_agreements.CASES,
            *test_rules_of_agreements.OWNERS,
            *test_rules_of_areas.CASES,
            *test_rules_of_clearance.CASES,
            *test_rules_of_positions.HOUSES,
            (test_rules_of_clearance.PHOTOS,),
        ],
    }
    assert {
        (ledger, title) for ledger, cases in by_ledger.items() for title, *_ in cases
    } == declared_rules("hollow_houses")
