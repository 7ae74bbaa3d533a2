"""Whatever is moved, corrected and dated in whatever order, through the real database: no account goes below zero
on any day, what the database accepts is exactly what holds, and every journal foots."""

from datetime import date, timedelta

from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.journal import journal_sql
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.actions import save_record
from taizhang.lines.land.models import Account, CountyStatement, QuotaMovement
from taizhang.lines.land.models.quota import OURS
from taizhang.lines.land.tests.records import lot, movement, project, saved, statement
from tests import cast

MOVES = QuotaMovement.MOVES
FIRST = date(2018, 1, 29)  # the days of a machine lie in two months
DAYS = 7
ENDS_ON = 3  # days after the first
APPROVED, ACCEPTED = 30, 8  # 亩

kinds = st.sampled_from(sorted(MOVES))
areas = st.integers(1, 6)
days = st.integers(0, DAYS - 1)

FIGURES = {
    "land.quota_available": Account.AVAILABLE,
    "land.quota_reserved": Account.RESERVED,
    "land.quota_used": Account.USED,
    "land.quota_expired": Account.EXPIRED,
    "land.quota_transferred": Account.TRANSFERRED,
}
PERIODS = ("2018-01", "2018-02")


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


class QuotaOnly(LiveSource):
    """Today's tables, of which only the figures of quota are asked."""

    @property
    def journal(self) -> str:
        return f"({journal_sql(self.cutoff, self.place, list(FIGURES))}) AS journal"


class Book:
    """The quota of one project as somebody would keep it by hand."""

    def __init__(self, moves: dict[str, tuple[str, int, int]]) -> None:
        self.moves = moves

    def balance(self, account: str, day: int) -> int:
        legs = [(MOVES[kind], area) for kind, area, moved in self.moves.values() if moved <= day]
        return sum(
            area * ((target == account) - (source == account)) for (source, target), area in legs
        )

    def holds(self, number: str) -> bool:
        """Nothing below zero on any day, and the rules that look at the movement with this number are kept."""
        kind, _, day = self.moves[number]
        taken = self.balance(Account.USED, day) + self.balance(Account.TRANSFERRED, day)
        return (
            all(self.balance(one, day) >= 0 for one in OURS for day in range(DAYS))
            and not (kind == "sell" and taken > ACCEPTED)
            and not (kind == "grant" and -self.balance(Account.SOURCE, DAYS) > APPROVED)
            and not (kind == "expire" and day < ENDS_ON)
        )


class QuotaMachine(RuleBasedStateMachine):
    """Officers at work on one project; everything they did is taken back at the end."""

    @initialize()
    def begin(self) -> None:
        self.inside = transaction.atomic()
        self.inside.__enter__()
        self.project = saved(
            project(approved_area=APPROVED, approved_on=FIRST, ends_on=on(ENDS_ON))
        )
        saved(lot(self.project, accepted_on=FIRST, accepted_area=ACCEPTED))
        self.book = Book({})
        self.written = 0
        for kind, area in [("grant", 20), ("plan", 12), ("reserve", 8), ("use", 2)]:
            self.move(kind, area, 0)

    @rule(kind=kinds, area=areas, day=days)
    def move(self, kind: str, area: int, day: int) -> None:
        self.written += 1
        number = f"ZB-{self.written}"
        self.write(movement(self.project, kind, area, on(day), number), (kind, area, day))

    @rule(turn=st.integers(0, 99), kind=kinds, area=areas, day=days)
    def correct(self, turn: int, kind: str, area: int, day: int) -> None:
        """A movement written before gets another kind, area and day, as somebody who mistyped it would."""
        if not self.book.moves:
            return
        number = sorted(self.book.moves)[turn % len(self.book.moves)]
        record = QuotaMovement.objects.get(project=self.project, number=number)
        right = movement(self.project, kind, area, on(day), number)
        for name in ("kind", "area", "moved_on", "site_number", "counterparty", "document_no"):
            setattr(record, name, getattr(right, name))
        self.write(record, (kind, area, day))

    def write(self, record: QuotaMovement, move: tuple[str, int, int]) -> None:
        wanted = Book(self.book.moves | {record.number: move})
        try:
            save_record(record, "更正")
            accepted = True
        except Refusal:
            accepted = False
        assert accepted == wanted.holds(record.number)
        if accepted:
            self.book = wanted

    @invariant()
    def the_database_keeps_the_same_book(self) -> None:
        rows = QuotaMovement.objects.filter(project=self.project)
        assert {
            row.number: (row.kind, row.area, (row.moved_on - FIRST).days) for row in rows
        } == self.book.moves

    def teardown(self) -> None:
        try:
            self.every_account_foots()
            self.statements_agree()
        finally:
            transaction.set_rollback(True)
            self.inside.__exit__(None, None, None)

    def every_account_foots(self) -> None:
        """Opening, in and out make closing, in every period, and that is what the book says."""
        assert sum(self.book.balance(account, DAYS) for account in Account) == 0
        for name in PERIODS:
            period = Period.parse(name)
            source = QuotaOnly(cast.TOWN, min(period.last, on(DAYS)))
            found = figures(source, period, names=list(FIGURES))
            for figure in found:
                assert figure.opening + figure.inflow + figure.outflow == figure.closing
                account = FIGURES[figure.indicator]
                assert figure.closing == self.book.balance(account, (source.cutoff - FIRST).days)
                assert figure.closing >= 0

    def statements_agree(self) -> None:
        """A county that keeps the same book states, of every account and day, what our ledger says."""
        CountyStatement.objects.bulk_create(
            statement(self.project, one, self.book.balance(one, day), on(day), f"{one}-{day}")
            for one in OURS
            for day in range(DAYS)
        )
        both = CountyStatement.objects.values_list("stated_area", CountyStatement.in_ledger())
        assert len(both) == len(OURS) * DAYS
        assert all(stated == ours for stated, ours in both)


def test_no_interleaving_goes_below_zero_and_the_journal_always_foots(office):
    run_state_machine_as_test(
        QuotaMachine,
        settings=settings(max_examples=25, stateful_step_count=15, deadline=None),
    )
