"""Each rule of objections and statements; a statement that disagrees by a cent keeps the period open."""

from collections.abc import Callable
from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.record import Record
from taizhang.lines.housing.tests.award_records import (
    PAID,
    Scene,
    award,
    batch,
    objection,
    payment,
    scene,
    statement,
)
from taizhang.lines.housing.tests.records import saved
from taizhang.snapshots.conditions import questions
from tests import cast
from tests.rule_cases import broken, declared_rules, message


@pytest.fixture
def town(office) -> Scene:
    """A list of two households in order."""
    return scene()


def stated(town: Scene, paid_on: date | None = PAID, **changes: object) -> Record:
    """A statement about a batch of which one payment has arrived."""
    saved(payment(town.first, paid_on=paid_on))
    return statement(town.batch, **changes)


def objected(town: Scene, **changes: object) -> Record:
    return objection(town.batch, **({"award": town.first} | changes))


def objected_elsewhere(town: Scene, number: str) -> Record:
    """An objection to a household of the list, or of another."""
    other = saved(batch("JBPC2", project="另一个项目"))
    stranger = saved(award(other, town.standard, town.homes[1], "JB8"))
    return objected(town, award={"JB1": town.first, "JB8": stranger}[number])


Case = tuple[str, str, Callable[..., Record], dict[str, object], dict[str, object]]
CASES: dict[str, list[Case]] = {
    "housing.award_objection": [
        ("异议对象在这一批里", "error", objected_elsewhere, {"number": "JB8"}, {"number": "JB1"}),
        ("异议处理要填全", "error", objected, {"handling": ""}, {}),
        (
            "异议处理要填全",
            "error",
            objected,
            {"handled_on": None},
            {"handled_on": None, "result": "", "handling": ""},
        ),
        (
            "异议处理不早于提出",
            "error",
            objected,
            {"handled_on": date(2018, 3, 13)},
            {"handled_on": date(2018, 3, 14)},
        ),
        (
            "异议成立的要更正或核减",
            "ask",
            objected,
            {"result": "upheld"},
            {"result": "upheld", "award": None},
        ),
    ],
    "housing.award_statement": [
        ("到账金额与对账单相符", "ask", stated, {"paid": "14999.99"}, {"paid": "15000.00"}),
        (
            "到账金额与对账单相符",
            "ask",
            stated,
            {"paid_on": date(2018, 3, 24)},
            {"paid_on": date(2018, 3, 23)},
        ),
        ("到账笔数与对账单相符", "ask", stated, {"payments": 2}, {"payments": None}),
    ],
}
ROWS = [(ledger, *case) for ledger, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_every_rule_has_its_case():
    declared = {row for row in declared_rules("housing") if row[0] in CASES}
    assert declared == {(ledger, title) for ledger, title, *_ in ROWS}


def test_the_statement_and_the_ledger_are_told_side_by_side(town):
    told = message(stated(town, paid="14999.99"), "到账金额与对账单相符")
    assert "累计到账 14999.99 元" in told
    assert "“奖补发放”里却是 15000 元" in told


def test_no_period_is_closed_while_a_statement_disagrees(town):
    saved(payment(town.first, paid_on=PAID))
    disputed = saved(statement(town.batch, paid="15000.01"))
    with pytest.raises(Refusal, match=r"累计到账 15000.01 元，“奖补发放”里却是 15000 元"):
        questions(cast.TOWN)
    disputed.paid = "15000.00"
    disputed.save()
    assert {one.rule.title for one in questions(cast.TOWN)} == {
        "公示要有张贴照片",
        "送银行日期与发放一致",
    }
