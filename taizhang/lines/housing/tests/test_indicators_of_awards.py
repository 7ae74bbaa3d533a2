"""Granted, sent, paid, returned and owed are figures of their own; whatever happens, they add up."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.actions import save_record
from taizhang.lines.housing.models import Award, AwardPayment
from taizhang.lines.housing.tests.award_records import (
    APPROVED,
    PAID,
    SECOND_CARD,
    SENT,
    award,
    batch,
    payment,
    scene,
)
from taizhang.lines.housing.tests.records import saved
from tests import cast

CUTOFF = date(2018, 3, 26)
BACK = {"returned_because": "账号户名不符"}


def told(cutoff: date = CUTOFF) -> dict[str, Decimal | None]:
    """The figures of award money by their short names."""
    found = figures(LiveSource(cast.TOWN, cutoff), Period.parse("2018Q1"))
    return {
        figure.indicator.removeprefix("housing.award_"): figure.value
        for figure in found
        if figure.indicator.startswith("housing.award_")
    }


@pytest.fixture
def town(office):
    return scene()


def test_what_is_not_approved_is_not_due(town):
    later = saved(batch("JBPC2", approved_on=None, households=None, amount=None))
    home = town.homes[0]
    saved(award(later, town.standard, home, "JB9", withdrawn_on=None))
    now = told()
    assert (now["money_due"], now["households_due"]) == (30000, 2)
    assert told(date(2018, 3, 19))["money_due"] == 0


def test_before_the_first_payment_all_is_owed(town):
    assert told()["money_outstanding"] == 30000


def test_a_payment_counts_on_the_day_it_arrives(town):
    saved(payment(town.first, paid_on=PAID))
    saved(payment(town.second, "JB2-1"))
    for day, paid, households in ((SENT, 0, 0), (PAID, 15000, 1)):
        then = told(day)
        assert (then["money_sent"], then["money_paid"]) == (30000, paid)
        assert then["households_paid"] == households
        assert then["money_outstanding"] == 30000 - paid
        assert then["households_outstanding"] == 2 - households
    assert told()["money_a_household"] == 15000


def test_a_return_and_its_repayment_are_three_figures(town):
    first = saved(payment(town.first, returned_on=PAID, **BACK))
    saved(
        payment(
            town.first,
            "JB1-2",
            repays=first,
            sent_on=date(2018, 3, 22),
            paid_on=date(2018, 3, 23),
            account=SECOND_CARD,
        )
    )
    now = told()
    assert (now["money_sent"], now["money_returned"], now["payments_returned"]) == (30000, 15000, 1)
    assert (now["money_repaid"], now["money_paid"], now["households_paid"]) == (15000, 15000, 1)
    assert now["money_outstanding"] == 15000


def test_money_that_comes_back_after_it_was_paid_is_owed_again(town):
    saved(payment(town.first, paid_on=PAID, returned_on=date(2018, 3, 23), **BACK))
    assert told(PAID)["money_outstanding"] == 15000
    now = told()
    assert (now["money_paid"], now["households_paid"], now["money_outstanding"]) == (0, 0, 30000)


def test_instalments_are_one_household(town):
    saved(payment(town.first, amount="9000", paid_on=PAID))
    saved(payment(town.first, "JB1-2", amount="6000", instalment=2, paid_on=PAID))
    now = told()
    assert (now["money_paid"], now["households_paid"], now["households_outstanding"]) == (
        15000,
        1,
        1,
    )


def test_who_is_struck_off_after_approval_is_no_longer_due_from_that_day(town):
    struck = date(2018, 3, 22)
    Award.objects.filter(pk=town.first.pk).update(withdrawn_on=struck, withdrawn_because="重复")
    assert told(date(2018, 3, 21))["money_due"] == 30000
    assert (told()["money_due"], told()["households_due"]) == (15000, 1)


def test_who_is_struck_off_before_approval_was_never_due(town):
    Award.objects.filter(pk=town.first.pk).update(
        withdrawn_on=APPROVED - timedelta(days=1), withdrawn_because="异议成立"
    )
    assert (told()["money_due"], told()["households_due"]) == (15000, 1)


cents = st.integers(1, 2_000_000).map(lambda n: Decimal(n) / 100)
deeds = st.one_of(
    st.tuples(st.just("send"), cents, st.integers(0, 3)),
    st.tuples(st.just("pay"), st.integers(0, 7), st.integers(0, 3)),
    st.tuples(st.just("return"), st.integers(0, 7), st.integers(0, 3)),
    st.tuples(st.just("repay"), st.integers(0, 7), st.integers(0, 3)),
)


class Money:
    """What should be true of one household, kept beside the ledger: amounts under way, arrived and come back."""

    def __init__(self, of: Award) -> None:
        self.award, self.day = of, SENT
        self.payments: list[AwardPayment] = []

    def do(self, deed: str, what: Decimal | int, days: int) -> None:
        """One deed some days later; whether the ledger takes it must be what the amounts say."""
        self.day += timedelta(days=days)
        if deed == "send":
            self.send(Decimal(what), instalment=len(self.payments) + 1)
        elif self.payments:
            of = self.payments[int(what) % len(self.payments)]
            {"pay": self.pay, "return": self.give_back, "repay": self.repay}[deed](of)

    def send(self, amount: Decimal, instalment: int, repays: AwardPayment | None = None) -> None:
        record = payment(
            self.award,
            f"JB1-{len(self.payments) + 1}",
            amount=amount,
            instalment=instalment,
            repays=repays,
            sent_on=self.day,
        )
        live = [one for one in self.payments if one.returned_on is None]
        fits = sum(one.amount for one in live) + amount <= self.award.payable
        free = not any(one.instalment == instalment for one in live)
        if self.took(record, fits and free):
            self.payments.append(record)

    def repay(self, of: AwardPayment) -> None:
        if of.returned_on and not any(one.repays == of for one in self.payments):
            self.send(of.amount, of.instalment, of)

    def pay(self, of: AwardPayment) -> None:
        if of.paid_on is None and of.returned_on is None:
            of.paid_on = self.day
            assert self.took(of, True)

    def give_back(self, of: AwardPayment) -> None:
        if of.returned_on is None:
            of.returned_on, of.returned_because = self.day, "销户"
            assert self.took(of, True)

    def took(self, record: AwardPayment, should: bool) -> bool:
        """Whether the ledger took it, which must be what the amounts say."""
        if should:
            save_record(record)
            return True
        with pytest.raises(Refusal, match=r"超过了应发金额|没有退回"):
            save_record(record)
        return False

    def at(self, day: date) -> tuple[Decimal, Decimal, Decimal]:
        """Sent, arrived for good, come back, up to a day."""

        def total(field: str) -> Decimal:
            dated = [(getattr(one, field), one.amount) for one in self.payments]
            return sum((amount for on, amount in dated if on and on <= day), Decimal(0))

        undone = [
            one
            for one in self.payments
            if one.paid_on and one.returned_on and one.returned_on <= day
        ]
        back = total("returned_on")
        return total("sent_on"), total("paid_on") - sum(one.amount for one in undone), back


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=st.lists(deeds, max_size=12))
def test_whatever_happens_paid_and_owed_are_what_was_granted_and_never_less_than_nothing(
    office, history
):
    with transaction.atomic():
        money = Money(scene().first)
        Award.objects.exclude(pk=money.award.pk).update(
            withdrawn_on=date(2018, 3, 10), withdrawn_because="只看一户"
        )
        money.award = Award.objects.get(pk=money.award.pk)
        for deed, what, days in history:
            money.do(deed, what, days)
        for day in {SENT, PAID, money.day, min(money.day, CUTOFF)}:
            now = told_up_to(day)
            sent, paid, back = money.at(day)
            assert (now["money_sent"], now["money_paid"], now["money_returned"]) == (
                sent,
                paid,
                back,
            )
            assert now["money_paid"] + now["money_outstanding"] == now["money_due"] == 15000
            assert 0 <= now["money_outstanding"] <= 15000
            assert now["money_sent"] - now["money_paid"] - now["money_returned"] >= -back
        transaction.set_rollback(True)


def told_up_to(day: date) -> dict[str, Decimal]:
    """The figures of the whole time up to a day; a figure without records is nothing here."""
    found = figures(LiveSource(cast.TOWN, day), Period.parse(f"2018-01-01..{day}"))
    return {
        figure.indicator.removeprefix("housing.award_"): figure.value or Decimal(0)
        for figure in found
        if figure.indicator.startswith("housing.award_")
    }
