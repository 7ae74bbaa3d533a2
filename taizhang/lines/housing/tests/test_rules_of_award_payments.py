"""Each rule of payments: a record that keeps it and one that breaks it. Money leaves after the notice, and once."""

from collections.abc import Callable
from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import AwardBatch, AwardPayment
from taizhang.lines.housing.tests.award_records import (
    PAID,
    SECOND_CARD,
    SENT,
    Scene,
    award,
    batch,
    objection,
    payment,
    scene,
)
from taizhang.lines.housing.tests.records import saved
from tests import cast
from tests.rule_cases import broken, declared_rules, message

RETURNED = {"returned_on": PAID, "returned_because": "账号户名不符"}
NOTHING = {"handled_on": None, "result": "", "handling": ""}


@pytest.fixture
def town(office) -> Scene:
    """A list of two households, approved, nothing sent yet."""
    return scene()


def sent(town: Scene, **changes: object) -> Record:
    return payment(town.first, **changes)


def again(town: Scene, was: dict[str, object] | None = None, **changes: object) -> Record:
    """A second payment to a household whose first, as `was` says, came back."""
    first = saved(payment(town.first, **(RETURNED if was is None else was)))
    values = {"repays": first, "sent_on": date(2018, 3, 22), "account": SECOND_CARD}
    return payment(town.first, "JB1-2", **(values | changes))


def to_both(town: Scene, of: str) -> Record:
    """A payment that repays another household's, or its own."""
    other = saved(payment(town.second, "JB2-1", **RETURNED))
    record = again(town)
    return payment(
        town.first,
        "JB1-3",
        repays={"own": record.repays, "other": other}[of],
        sent_on=date(2018, 3, 22),
    )


def third_time(town: Scene, of: str) -> Record:
    """After a return and a repayment, another payment that repays one of the two."""
    second = saved(again(town, returned_on=date(2018, 3, 23), returned_because="销户"))
    repays = {"first": second.repays, "second": second}[of]
    return payment(town.first, "JB1-3", repays=repays, sent_on=date(2018, 3, 26))


def of_batch(town: Scene, **changes: object) -> Record:
    AwardBatch.objects.filter(pk=town.batch.pk).update(**changes)
    return sent(town)


def objected(town: Scene, to: str = "first", **changes: object) -> Record:
    """A payment to the first household while somebody objects to it, to the other one or to the whole list."""
    of = {"first": town.first, "second": town.second, "list": None}[to]
    saved(objection(town.batch, award=of, **changes))
    return sent(town)


def struck_off(town: Scene, on: date) -> Record:
    town.first.withdrawn_on, town.first.withdrawn_because = on, "重复"
    town.first.save()
    return sent(town)


def answered(town: Scene, repaid: bool) -> Record:
    """A returned payment, repaid or not."""
    second = again(town)
    if repaid:
        second.save()
    return second.repays


Case = tuple[str, str, Callable[..., Record], dict[str, object], dict[str, object]]
CASES: list[Case] = [
    ("与奖补对象同在一地", "error", sent, {"place_id": cast.HEXING}, {}),
    ("发放合计不超过应发金额", "error", sent, {"amount": "15000.01"}, {"amount": "15000"}),
    (
        "发放合计不超过应发金额",
        "error",
        again,
        {"was": {}, "instalment": 2, "amount": "0.01", "repays": None},
        {"was": {"amount": "14999.99"}, "instalment": 2, "amount": "0.01", "repays": None},
    ),
    ("同一笔只发一次", "error", again, {"was": {"amount": "1"}, "amount": "1"}, {}),
    ("审定以后才能发放", "error", sent, {"sent_on": date(2018, 3, 19)}, {"sent_on": SENT}),
    ("审定以后才能发放", "error", of_batch, {"approved_on": None}, {}),
    ("公示期满才能发放", "error", of_batch, {"notice_until": SENT}, {}),
    ("公示期满才能发放", "error", of_batch, {"notice_until": None}, {}),
    ("有异议没处理不能发放", "error", objected, NOTHING, {}),
    ("有异议没处理不能发放", "error", objected, {"to": "list"} | NOTHING, {"to": "list"}),
    (
        "有异议没处理不能发放",
        "error",
        objected,
        {"handled_on": date(2018, 3, 21)},
        {"to": "second"} | NOTHING,
    ),
    ("核减的对象不发放", "error", struck_off, {"on": SENT}, {"on": PAID}),
    ("收款账号与奖补对象一致", "ask", sent, {"account": SECOND_CARD}, {}),
    (
        "收款账号与奖补对象一致",
        "ask",
        sent,
        {"account": SECOND_CARD},
        {"account": SECOND_CARD, "paid_on": PAID},
    ),
    ("退票要写明原因", "error", sent, {"returned_on": PAID}, RETURNED),
    ("退票要写明原因", "error", sent, {"returned_because": "销户"}, {}),
    ("退票以后要补发", "ask", answered, {"repaid": False}, {"repaid": True}),
    ("退票以后才能补发", "error", again, {"was": {}}, {}),
    ("退票以后才能补发", "error", again, {"sent_on": SENT}, {"sent_on": PAID}),
    ("补发的是同一户同一笔", "error", to_both, {"of": "other"}, {"of": "own"}),
    ("补发的是同一户同一笔", "error", again, {"instalment": 2}, {}),
    ("一笔退票只补发一次", "error", third_time, {"of": "first"}, {"of": "second"}),
    ("补发要写明补的是哪一笔", "ask", again, {"repays": None}, {}),
    (
        "补发前核对账户",
        "ask",
        lambda town, card: again(town, account=card or town.first.account),
        {"card": ""},
        {"card": SECOND_CARD},
    ),
    ("到账不早于送银行", "error", sent, {"paid_on": date(2018, 3, 19)}, {"paid_on": SENT}),
    (
        "退票不早于到账",
        "error",
        sent,
        RETURNED | {"paid_on": date(2018, 3, 22)},
        RETURNED | {"paid_on": PAID},
    ),
]


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_payment_that_breaks_the_rule_is_found(town, title, severity, make, breaks, keeps):
    assert broken(make(town, **breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_payment_that_keeps_the_rule_is_not(town, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_every_rule_has_its_case():
    ledger = "housing.award_payment"
    declared = {title for name, title in declared_rules("housing") if name == ledger}
    assert declared <= {case[0] for case in CASES}


def test_payments_in_order_raise_no_question(town):
    assert broken(sent(town)) == {}
    AwardPayment.objects.all().update(**RETURNED)
    town.first.account = SECOND_CARD
    town.first.save()
    first = AwardPayment.objects.get()
    second = payment(town.first, "JB1-2", repays=first, sent_on=date(2018, 3, 22))
    assert broken(second) == {}
    assert broken(first) == {}


def test_a_household_of_another_village_is_told_by_its_number(town):
    of = saved(batch("JBPC9", approved_on=None, households=None, amount=None))
    other = saved(award(of, town.standard, town.homes[1], "JB9"))
    assert "还没有审定" in message(payment(other, "JB9-1"), "审定以后才能发放")
