"""Each rule of daily logs and of the visitor log: a record that keeps it and one that breaks it."""

import pytest

from taizhang.ledgers import mentions
from taizhang.ledgers.record import Record
from taizhang.lines.duty.models import Visit
from taizhang.lines.duty.tests import test_rules_of_rosters as rosters
from taizhang.lines.duty.tests.records import (
    FIRST,
    LAST,
    LEADER,
    OTHER,
    SECOND,
    SUBSTITUTE,
    day,
    log,
    roster,
    saved,
    visit,
)
from tests import cast
from tests.rule_cases import broken, declared_rules, message

REGISTERED = {"next_step": "registered", "petition_no": "XF2018001"}
TWO = {"came": "visitors", "batches": 1, "people": 2}


@pytest.fixture(autouse=True)
def at_work(office):
    """The party-government office, which keeps the ledgers."""


def rostered(**changes: object) -> Record:
    """A log while the leader is rostered: on the first day, and on one later on."""
    of = saved(roster())
    saved(day(of))
    saved(day(of, LAST))
    return log(**changes)


def substituted(**changes: object) -> Record:
    """A log on a day on which somebody takes over for the leader."""
    saved(day(saved(roster()), substitute=SUBSTITUTE, substitute_reason="到市里开会"))
    return log(**changes)


def visited(**changes: object) -> Record:
    """A log on a day on which one batch of two came."""
    saved(visit())
    return log(**changes)


def on_a_logged_day(**changes: object) -> Record:
    """A visit while logs are kept: of the first day, and of one later on."""
    saved(log(**TWO))
    saved(log(LAST))
    return visit(**changes)


def on_a_rostered_day(**changes: object) -> Record:
    saved(day(saved(roster())))
    return visit(**changes)


# ledger, title, how hard, record, what breaks the rule, what keeps it
ROWS = [
    ("duty.daily_log", "日志要有坐班安排", "ask", rostered, {"on": SECOND}, {}),
    ("duty.daily_log", "日志要有坐班安排", "ask", rostered, {"shift": "night"}, {}),
    (
        "duty.daily_log",
        "签字的是坐班领导或替班领导",
        "ask",
        rostered,
        {"signed_by": OTHER},
        {"signed_by": LEADER},
    ),
    (
        "duty.daily_log",
        "签字的是坐班领导或替班领导",
        "ask",
        substituted,
        {"signed_by": LEADER},
        {"signed_by": SUBSTITUTE},
    ),
    (
        "duty.daily_log",
        "签字人与签字日期一同填",
        "error",
        log,
        {"signed_by": ""},
        {"signed_by": "", "signed_on": None},
    ),
    ("duty.daily_log", "签字人与签字日期一同填", "error", log, {"signed_on": None}, {}),
    ("duty.daily_log", "当日无来访的批次人次为零", "error", log, {"people": 1}, {}),
    (
        "duty.daily_log",
        "有来访要写批次人次",
        "error",
        log,
        {"came": "visitors"},
        TWO,
    ),
    (
        "duty.daily_log",
        "有来访要写批次人次",
        "error",
        log,
        TWO | {"people": 0},
        {"came": "nobody"},
    ),
    ("duty.daily_log", "日志与接访登记相符", "ask", visited, {}, TWO),
    ("duty.daily_log", "日志与接访登记相符", "ask", visited, TWO | {"people": 3}, TWO),
    ("duty.daily_log", "日志与接访登记相符", "ask", log, TWO, {}),
    (
        "duty.daily_log",
        "签字不早于登记",
        "error",
        log,
        {"on": SECOND, "signed_on": FIRST},
        {},
    ),
    ("duty.visit", "接访那天有坐班日志", "ask", on_a_logged_day, {"on": SECOND}, {}),
    ("duty.visit", "接访那天有坐班日志", "ask", on_a_logged_day, {"shift": "night"}, {}),
    (
        "duty.visit",
        "接访领导是当天坐班的",
        "ask",
        on_a_rostered_day,
        {"leader": OTHER},
        {"leader": LEADER},
    ),
    (
        "duty.visit",
        "登记为信访件的要有编号",
        "ask",
        visit,
        REGISTERED | {"petition_no": ""},
        REGISTERED,
    ),
    (
        "duty.visit",
        "有信访编号的下一步是登记",
        "ask",
        visit,
        REGISTERED | {"next_step": "answered"},
        REGISTERED,
    ),
    (
        "duty.visit",
        "来访人签名或注明原因",
        "ask",
        visit,
        {"visitor_signed": False},
        {"visitor_signed": False, "note": "不愿签名"},
    ),
]
CASES = [(title, hard, maker, changes, True) for _, title, hard, maker, changes, _ in ROWS] + [
    (title, hard, maker, changes, False) for _, title, hard, maker, _, changes in ROWS
]


@pytest.mark.parametrize(("title", "hard", "maker", "changes", "breaks"), CASES)
def test_a_rule_is_broken_by_one_record_and_kept_by_another(title, hard, maker, changes, breaks):
    found = broken(maker(**changes))
    assert found.get(title) == (hard if breaks else None)


def test_before_the_roster_and_the_logs_are_entered_nobody_is_asked_for_them():
    assert broken(log()) == {}
    assert broken(visit(on=SECOND)) == {}


def test_who_should_have_signed_is_said():
    said = message(substituted(signed_by=OTHER), "签字的是坐班领导或替班领导")
    assert f"{LEADER}（替班{SUBSTITUTE}）" in said
    assert OTHER in said


def test_what_the_visitor_log_has_is_said_beside_the_log():
    said = message(visited(), "日志与接访登记相符")
    assert "日志写来访 0 批次、0 人次" in said
    assert "接访登记是 1 批次、2 人次" in said


def test_a_number_that_names_no_petition_in_sight_is_asked_about(monkeypatch):
    """With a ledger of the same shape in the place of the petitions."""
    saved(visit("XF2018001"))
    monkeypatch.setattr(mentions, "installed", lambda name: Visit)
    asked = mentions.found_rule("编号查得到", Visit, "petition_no", "没有 {petition_no}。")
    there, gone = (
        saved(visit(number, **REGISTERED | {"petition_no": named}))
        for number, named in (("JF2", "XF2018001"), ("JF3", "XF2018999"))
    )
    assert list(Visit.objects.filter(asked.broken())) == [gone]
    assert asked.ask
    assert there.number == "JF2"


def test_the_reconciliation_names_numbers_that_are_not_in_sight(monkeypatch):
    saved(visit("XF2018001"))
    monkeypatch.setattr(mentions, "installed", lambda name: Visit)
    numbers = ["XF2018001", "XF2018999", ""]
    assert mentions.out_of_sight(Visit, "petition_no", cast.TOWN, numbers) == {"XF2018999"}
    assert mentions.out_of_sight(Visit, "petition_no", cast.OTHER_TOWN, ["XF2018001"])
    monkeypatch.setattr(mentions, "installed", lambda name: None)
    assert mentions.out_of_sight(Visit, "petition_no", cast.TOWN, numbers) == set()


def test_without_the_petitions_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(mentions, "installed", lambda name: None)
    asked = mentions.found_rule("编号查得到", Visit, "petition_no", "没有 {petition_no}。")
    saved(visit(**REGISTERED))
    assert not Visit.objects.filter(asked.broken()).exists()


def test_every_declared_rule_of_duty_has_a_case():
    tried = {(ledger, title) for ledger, title, *_ in [*ROWS, *rosters.ROWS]}
    in_tests_of_its_own = {("duty.visit", "信访编号查得到")}
    assert declared_rules("duty") - tried == in_tests_of_its_own
