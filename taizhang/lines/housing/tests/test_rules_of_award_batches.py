"""Each rule of standards and batches: a record that keeps it and one that breaks it."""

from collections.abc import Callable
from datetime import date

import pytest

from taizhang.ledgers.models import Attachment, Standard
from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import AwardBatch
from taizhang.lines.housing.tests.award_records import (
    APPROVED,
    LAST_DAY,
    PAID,
    PROJECT,
    Scene,
    batch,
    objection,
    payment,
    scene,
    standard,
    statement,
)
from taizhang.lines.housing.tests.records import saved
from tests import cast
from tests.rule_cases import broken, declared_rules, message

DRAWN_UP_ONLY = {
    "checked_on": None,
    "checked_by": "",
    "notice_from": None,
    "notice_until": None,
    "posted_at": "",
    "taken_down_on": None,
    "approved_on": None,
    "approved_by": "",
    "households": None,
    "amount": None,
}


@pytest.fixture
def town(office) -> Scene:
    """A list of two households in order."""
    return scene()


def changed(town: Scene, **changes: object) -> Record:
    """The batch of the list with other values."""
    for name, value in changes.items():
        setattr(town.batch, name, value)
    return town.batch


def another_batch(town: Scene, **changes: object) -> Record:
    """A batch of its own, drawn up and no more."""
    return batch("JBPC2", **(DRAWN_UP_ONLY | changes))


def noticed(town: Scene, **changes: object) -> Record:
    """A batch that hangs on the wall, by working days: 12 March 2018 was a Monday."""
    values = {
        "checked_on": date(2018, 3, 12),
        "checked_by": "镇国土所",
        "notice_from": date(2018, 3, 12),
        "notice_until": date(2018, 3, 21),
        "posted_at": "村务公开栏",
        "notice_counted_in": "working",
    }
    return another_batch(town, **(values | changes))


def photographed(town: Scene, kind: str) -> Record:
    Attachment.objects.create(
        ledger="housing.award_batch",
        record=town.batch.pk,
        place=cast.TOWN,
        kind=kind,
        name="公示.jpg",
        sha256="0" * 64,
        size=1,
    )
    return town.batch


def with_objection(town: Scene, **changes: object) -> Record:
    saved(objection(town.batch, **changes))
    return town.batch


def with_payment(town: Scene, paid_on: date | None = PAID, **changes: object) -> Record:
    """The batch after its first payment was sent; `changes` are of the batch."""
    saved(payment(town.first, paid_on=paid_on))
    return changed(town, **changes)


def with_statement(town: Scene, stated: bool) -> Record:
    if stated:
        saved(statement(town.batch))
    return changed(town, sent_on=APPROVED, reconciled_on=date(2018, 3, 23))


def rate(town: Scene, **changes: object) -> Record:
    return standard("JBBZ2", **changes)


Case = tuple[str, str, Callable[..., Record], dict[str, object], dict[str, object]]
CASES: dict[str, list[Case]] = {
    "housing.award_standard": [
        (
            "奖补标准停用晚于起用",
            "error",
            rate,
            {"project": "外墙", "until": date(2017, 1, 1)},
            {"project": "外墙", "until": date(2017, 1, 2)},
        ),
        ("同一档次同时只有一个标准", "error", rate, {"since": date(2018, 1, 1)}, {"tier": "联排"}),
        (
            "同一档次同时只有一个标准",
            "error",
            rate,
            {"since": date(2016, 1, 1), "until": date(2017, 1, 2)},
            {"since": date(2016, 1, 1), "until": date(2017, 1, 1)},
        ),
    ],
    "housing.award_batch": [
        ("公示要写明截止日期和地点", "error", changed, {"posted_at": ""}, {}),
        ("公示要写明截止日期和地点", "error", changed, {"notice_until": None}, {}),
        (
            "公示不少于规定天数",
            "error",
            changed,
            {"notice_until": date(2018, 3, 18)},
            {"notice_until": LAST_DAY},
        ),
        (
            "公示不少于规定天数",
            "error",
            noticed,
            {"notice_until": date(2018, 3, 20)},
            {"notice_until": date(2018, 3, 21)},
        ),
        # Qingming: 5 to 7 April 2018 off, Sunday the 8th worked.
        (
            "公示不少于规定天数",
            "error",
            noticed,
            {"notice_from": date(2018, 3, 30), "notice_until": date(2018, 4, 10)},
            {"notice_from": date(2018, 3, 30), "notice_until": date(2018, 4, 11)},
        ),
        ("公示要有张贴照片", "ask", photographed, {"kind": "scan"}, {"kind": "photo"}),
        (
            "公示期满才撤下",
            "error",
            changed,
            {"taken_down_on": date(2018, 3, 18)},
            {"taken_down_on": LAST_DAY},
        ),
        (
            "公示期满才审定",
            "error",
            changed,
            {"taken_down_on": LAST_DAY, "approved_on": LAST_DAY},
            {"approved_on": APPROVED},
        ),
        ("审核、审定要写明是谁", "error", changed, {"checked_by": ""}, {}),
        ("审核、审定要写明是谁", "error", changed, {"approved_by": ""}, {}),
        ("审定要有户数和金额", "error", changed, {"amount": None}, {}),
        (
            "有异议先处理再审定",
            "error",
            with_objection,
            {"handled_on": date(2018, 3, 21)},
            {"handled_on": APPROVED},
        ),
        (
            "有异议先处理再审定",
            "error",
            with_objection,
            {"handled_on": None, "result": "", "handling": ""},
            {"raised_on": date(2018, 3, 21), "handled_on": None, "result": "", "handling": ""},
        ),
        ("审定户数等于名单户数", "ask", changed, {"households": 3}, {"households": 2}),
        ("审定金额等于名单合计", "ask", changed, {"amount": "30000.01"}, {"amount": "30000.00"}),
        ("送银行日期与发放一致", "ask", with_payment, {"sent_on": None}, {"sent_on": APPROVED}),
        (
            "送银行日期与发放一致",
            "ask",
            with_payment,
            {"sent_on": date(2018, 3, 21)},
            {"sent_on": APPROVED},
        ),
        ("对账要有对账单", "ask", with_statement, {"stated": False}, {"stated": True}),
        (
            "对账时不留没有结果的付款",
            "ask",
            with_payment,
            {"paid_on": None, "reconciled_on": date(2018, 3, 23)},
            {"paid_on": PAID, "reconciled_on": date(2018, 3, 23)},
        ),
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


def test_a_batch_in_order_is_only_asked_for_its_photo(town):
    assert broken(town.batch) == {"公示要有张贴照片": "ask"}


def test_an_office_that_posts_for_ten_days_writes_ten_into_the_standard(town, acting):
    acting("office")
    Standard.objects.filter(name="housing.award_notice_days").update(value=10)
    assert "不满 10 天（按自然日）" in message(town.batch, "公示不少于规定天数")


def test_a_household_struck_off_after_approval_was_on_the_list_that_was_signed(town):
    for day, counted in ((APPROVED, 1), (date(2018, 3, 21), 2)):
        town.second.withdrawn_on, town.second.withdrawn_because = day, "去世，无继承人"
        town.second.save()
        batch_now = AwardBatch.objects.get(pk=town.batch.pk)
        assert ("审定户数等于名单户数" in broken(batch_now)) == (counted != 2)


def test_the_project_of_a_batch_is_that_of_its_standard(town):
    assert town.batch.project == town.standard.project == PROJECT
