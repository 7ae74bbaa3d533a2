"""Quota never stands below zero: the database refuses it, whatever the day and whoever writes."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.record import Record
from taizhang.lines.land.models import Account, QuotaMovement
from taizhang.lines.land.models.quota import OURS
from taizhang.lines.land.tests.records import lot, movement, project, saved

MOVES = QuotaMovement.MOVES
FIRST_DAY = date(2016, 10, 18)
DAY = timedelta(days=1)


def on(days: int) -> date:
    return FIRST_DAY + days * DAY


@pytest.fixture
def of(office) -> Record:
    """100 亩 granted on the first day, 60 planned on the tenth, 40 reserved on the twentieth, 25 used on the thirtieth.

    The project has ended and 200 亩 are accepted, so that quota may also expire and be sold.
    """
    approved = saved(project(ends_on=on(1)))
    saved(lot(approved, accepted_on=on(0), accepted_area=200))
    steps = [("grant", 100, 0), ("plan", 60, 10), ("reserve", 40, 20), ("use", 25, 30)]
    for kind, area, day in steps:
        save_record(movement(approved, kind, area, on(day), f"ZB-{kind}"))
    return approved


def held() -> None:
    """Have the database check now what it would check at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_database_moves_area_as_the_model_says(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, taken_from, put_on FROM land_quota_moves()")
        assert {(kind, source, target) for kind, source, target in cursor.fetchall()} == {
            (kind.value, source.value, target.value) for kind, (source, target) in MOVES.items()
        }


@pytest.mark.parametrize(
    ("kind", "most", "account"),
    [
        ("plan", 40, "可用"),
        ("reserve", 20, "已规划"),
        ("use", 15, "已预留"),
        ("release", 15, "已预留"),
        ("recall", 20, "已规划"),
        ("expire", 40, "可用"),
        ("sell", 40, "可用"),
    ],
)
def test_no_more_can_be_moved_than_an_account_holds(of, kind, most, account):
    with pytest.raises(Refusal, match=f"{account}指标不够.*ZB-9.*2016-11-27.*-0.01 亩"):
        save_record(movement(of, kind, f"{most}.01", on(40), "ZB-9"))
    save_record(movement(of, kind, most, on(40), "ZB-9"))


def test_a_movement_dated_before_its_area_was_there_is_refused(of):
    with pytest.raises(Refusal, match=r"示例增减挂钩项目.*可用指标不够.*2016-10-17.*-1 亩"):
        save_record(movement(of, "plan", 1, on(-1), "ZB-9"))


def test_a_movement_in_between_may_not_take_what_is_needed_later(of):
    with pytest.raises(Refusal, match=r"已规划指标不够.*2016-11-07.*-5 亩"):
        save_record(movement(of, "recall", 25, on(15), "ZB-9"))


def test_an_older_movement_cannot_be_made_smaller_than_what_hangs_on_it(of):
    plan = QuotaMovement.objects.get(number="ZB-plan")
    plan.area = 39
    with pytest.raises(Refusal, match=r"已规划指标不够.*ZB-plan.*-1 亩"):
        save_record(plan, "面积填错")
    assert QuotaMovement.objects.get(number="ZB-plan").area == 60


def test_a_grant_cannot_be_moved_to_another_project(of):
    grant = QuotaMovement.objects.get(number="ZB-grant")
    grant.project = saved(project("XM2"))
    with pytest.raises(Refusal, match="可用指标不够"):
        save_record(grant, "项目填错")


def test_projects_do_not_share_their_quota(of):
    with pytest.raises(Refusal, match="可用指标不够"):
        save_record(movement(saved(project("XM2")), "plan", 1, on(40), "ZB-9"))


def imported(of: Record, *steps: tuple[str, int, str]) -> None:
    """Several movements of one day in one transaction, checked at its end as a commit would."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for kind, area, number in steps:
            saved(movement(of, kind, area, on(50), number))
        held()


def test_rows_of_one_import_may_come_in_any_order(of):
    imported(of, ("use", 50, "ZB-12"), ("reserve", 50, "ZB-11"), ("plan", 40, "ZB-10"))
    assert QuotaMovement.objects.count() == 7


def test_a_whole_import_goes_back_when_its_sum_is_too_much(of):
    with pytest.raises(IntegrityError, match="可用指标不够"):
        imported(of, ("plan", 20, "ZB-10"), ("plan", 21, "ZB-11"))
    assert QuotaMovement.objects.count() == 4


def test_nothing_is_moved_by_a_negative_area(of):
    with pytest.raises(Refusal, match="要大于 0"):
        save_record(movement(of, "grant", -5, on(40), "ZB-9"))


moves = st.tuples(st.sampled_from(sorted(MOVES)), st.integers(1, 9), st.integers(0, 6))


def holds(steps: list[tuple[str, int, int]]) -> bool:
    """Whether no account of ours is below zero at the end of any day, worked out the plain way."""
    for last in range(7):
        balance = dict.fromkeys(Account, 0)
        for kind, area, day in steps:
            if day <= last:
                source, target = MOVES[kind]
                balance[source] -= area
                balance[target] += area
        if any(balance[account] < 0 for account in OURS):
            return False
    return True


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(moves, min_size=1, max_size=8))
def test_the_database_accepts_exactly_what_holds(office, steps):
    accepted = True
    try:
        with transaction.atomic():
            approved = saved(project())
            for turn, (kind, area, day) in enumerate(steps):
                saved(movement(approved, kind, area, on(day), f"ZB-{turn}"))
            held()
            transaction.set_rollback(True)
    except IntegrityError:
        accepted = False
    assert accepted == holds(steps)
