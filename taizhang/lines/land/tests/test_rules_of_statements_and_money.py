"""What the county states must agree with the ledger, and money goes out only as it came in."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.record import Record
from taizhang.lines.land.tests import test_rules_of_lots as lots
from taizhang.lines.land.tests import test_rules_of_projects as projects
from taizhang.lines.land.tests import test_rules_of_quota as quota
from taizhang.lines.land.tests.records import (
    ACCEPTED,
    APPROVED_ON,
    ENDS_ON,
    lot,
    money,
    moves,
    project,
    saved,
    statement,
)
from taizhang.snapshots import conditions
from tests import cast
from tests.rule_cases import broken, declared_rules, message

AGREES = "与县局对账相符"
USED_ON = date(2017, 3, 1)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def of(office) -> Record:
    """Something on every account, and 60 亩 accepted."""
    approved = saved(project())
    on_approval = [("grant", 200), ("buy", 10), ("plan", 120), ("reserve", 80)]
    moves(approved, *((kind, area, APPROVED_ON) for kind, area in on_approval))
    moves(approved, ("use", 45, USED_ON), ("sell", 5, ENDS_ON), ("expire", 30, ENDS_ON))
    areas = ("reported_area", "surveyed_area", "first_checked_area", "accepted_area")
    saved(lot(approved, **ACCEPTED | dict.fromkeys(areas, "60")))
    return approved


BALANCES = [
    ("granted", "200"),
    ("bought", "10"),
    ("available", "55"),
    ("planned", "40"),
    ("reserved", "35"),
    ("used", "45"),
    ("expired", "30"),
    ("transferred", "5"),
    ("accepted", "60"),
]


@pytest.mark.parametrize(("subject", "area"), BALANCES)
def test_a_statement_that_agrees_is_no_question(of, subject, area):
    assert broken(statement(of, subject, area, ENDS_ON)) == {}


@pytest.mark.parametrize(("subject", "area"), BALANCES)
def test_a_statement_that_differs_by_a_hundredth_is_one(of, subject, area):
    assert broken(statement(of, subject, Decimal(area) + Decimal("0.01"), ENDS_ON)) == {
        AGREES: "ask"
    }


@pytest.mark.parametrize(
    ("day", "area"), [(USED_ON - DAY, "0"), (USED_ON, "45"), (APPROVED_ON, "0")]
)
def test_a_statement_is_of_the_end_of_its_day(of, day, area):
    assert broken(statement(of, "used", area, day)) == {}


def test_a_statement_of_a_project_without_movements_is_of_zero(of):
    other = saved(project("XM2"))
    assert broken(statement(other, "used", "0", ENDS_ON)) == {}
    assert broken(statement(other, "used", "1", ENDS_ON, "DZ2")) == {AGREES: "ask"}


@pytest.mark.parametrize(
    ("area", "told"),
    [
        ("47.50", "县局是 47.50 亩，台账是 45.00 亩，台账少 2.50 亩"),
        ("44", "县局是 44.00 亩，台账是 45.00 亩，台账多 1.00 亩"),
    ],
)
def test_the_message_shows_both_figures_and_the_difference(of, area, told):
    record = saved(statement(of, "used", area, USED_ON))
    record.refresh_from_db()
    sentence = message(record, AGREES)
    assert f"截至 2017-03-01，“增减挂钩项目XM1”的已使用，{told}" in sentence


def test_a_statement_from_before_the_project_is_refused(of):
    early = statement(of, "used", "0", APPROVED_ON - DAY)
    assert broken(early) == {"对账不早于项目批准": "error"}


PUBLISHED = {"published_on": date(2017, 6, 1)}
# title, what breaks the rule, what keeps it
MONEY = [
    ("支付不超过筹集", {"amount": "100.01"}, {"amount": "100"}),
    ("支付不超过筹集", {"day": APPROVED_ON}, {"day": USED_ON}),
    ("支付要写明用途", {"purpose": ""}, {"purpose": "复垦"}),
    ("资金使用要公示", {}, PUBLISHED),
    ("资金使用要公示", {}, {"kind": "raised"}),
]


def paid(of: Record, **changes: object) -> Record:
    """100 万元 came in on the day land was first used; 60 go out that day."""
    saved(money(of, "raised", 100, USED_ON, "ZJ1"))
    return money(of, **{"kind": "paid", "amount": 60, "day": USED_ON, "number": "ZJ2"} | changes)


@pytest.mark.parametrize(("title", "breaks", "keeps"), MONEY)
def test_a_payment_that_breaks_the_rule_is_asked_about(of, title, breaks, keeps):
    assert broken(paid(of, **breaks)).get(title) == "ask"


@pytest.mark.parametrize(("title", "breaks", "keeps"), MONEY)
def test_a_payment_that_keeps_the_rule_is_not(of, title, breaks, keeps):
    assert title not in broken(paid(of, **keeps))


def test_every_declared_rule_has_a_case():
    tables = {
        "land.project": [*projects.CASES, ("项目验收时地块都已验收",)],
        "land.reclaimed_lot": lots.CASES,
        "land.quota_movement": quota.CASES,
        "land.project_money": MONEY,
        "land.county_statement": [(AGREES,), ("对账不早于项目批准",)],
    }
    tested = {(ledger, title) for ledger, cases in tables.items() for title, *_ in cases}
    assert tested == declared_rules("land")


def test_a_period_stays_open_until_the_statement_agrees(of):
    stated = saved(statement(of, "used", "44", USED_ON))
    with pytest.raises(Refusal, match=r"县局对账 DZ1：.*县局是 44.00 亩，台账是 45.00 亩"):
        conditions.questions(cast.TOWN)
    stated.stated_area = "45"
    stated.save()
    assert AGREES not in [one.rule.title for one in conditions.questions(cast.TOWN)]
