"""Each rule of plans and drawings: what keeps it and what breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.housing.tests.records import approval, saved
from taizhang.lines.housing.tests.visit_records import acceptance, drawing, plan
from tests import cast
from tests.rule_cases import broken, message


@pytest.fixture(autouse=True)
def town(office) -> dict[str, Record]:
    """The plan and the drawing of most approvals, their forerunners, and another village's plan."""
    old = {"since": date(2010, 1, 1), "approved_on": date(2009, 12, 1), "until": date(2015, 8, 10)}
    other = {"place_id": cast.HEXING, "name": "合兴村村庄规划", "kind": "village"}
    return {
        "plan": saved(plan()),
        "expired": saved(plan("GH0", version="2009年版", **old)),
        "later": saved(plan("GH2", version="2018年修订", since=date(2018, 6, 1))),
        "others": saved(plan("GH3", **other)),
        "drawing": saved(drawing()),
        "larger": saved(drawing("TJ2", drawing_no="A-02", floor_area="168.21")),
        "higher": saved(drawing("TJ3", drawing_no="A-03", height="7.21")),
        "smaller": saved(drawing("TJ4", drawing_no="A-04", footprint="89.99")),
    }


def planned(town: dict[str, Record], **changes: object) -> Record:
    """An approval that refers to a plan and a drawing, by their names in the town."""
    changes = {"plan": "plan", "drawing": "drawing", "height": "7.20"} | changes
    for name in ("plan", "drawing"):
        changes[name] = town.get(str(changes[name]))
    return approval(**changes)


def inspected(town: dict[str, Record], **changes: object) -> Record:
    return acceptance(saved(planned(town)), **changes)


def a_plan(town: dict[str, Record], **changes: object) -> Record:
    return plan("GH9", **changes)


def a_drawing(town: dict[str, Record], **changes: object) -> Record:
    return drawing("TJ9", drawing_no="B-09", **changes)


SINCE = date(2015, 8, 10)
CASES = [
    # ledger, title, how hard, made by, what breaks it, what keeps it
    ("plan", "规划停用晚于起用", "error", a_plan, {"until": SINCE}, {"until": date(2015, 8, 11)}),
    (
        "plan",
        "规划批准后起用",
        "error",
        a_plan,
        {"since": date(2015, 8, 2)},
        {"since": date(2015, 8, 3)},
    ),
    ("plan", "规划期止不早于起", "error", a_plan, {"to_year": 2014}, {"to_year": 2015}),
    ("plan", "规划要有批准文号", "ask", a_plan, {"document_no": ""}, {}),
    ("drawing", "建筑面积按㎡填", "error", a_drawing, {"floor_area": "0.25"}, {}),
    (
        "drawing",
        "图样建筑面积不超过各层之和",
        "ask",
        a_drawing,
        {"floor_area": "180.01"},
        {"floor_area": "180.00"},
    ),
    ("approval", "批准要写明依据的规划", "ask", planned, {"plan": None}, {}),
    ("approval", "批准之日规划在用", "error", planned, {"plan": "expired"}, {"plan": "plan"}),
    (
        "approval",
        "批准之日规划在用",
        "error",
        planned,
        {"plan": "later"},
        {"plan": "later", "approved_on": date(2018, 6, 1)},
    ),
    ("approval", "规划管得到这个地方", "error", planned, {"plan": "others"}, {"plan": "plan"}),
    (
        "approval",
        "集中建房按图",
        "ask",
        planned,
        {"drawing": None},
        {"drawing": None, "kind": "scattered"},
    ),
    (
        "approval",
        "照图建不超过批准",
        "error",
        planned,
        {"drawing": "larger"},
        {"drawing": "drawing"},
    ),
    (
        "approval",
        "照图建不超过批准",
        "error",
        planned,
        {"drawing": "higher"},
        {"drawing": "smaller"},
    ),
    ("approval", "照图建不超过批准", "error", planned, {"storeys": 1}, {"storeys": 2}),
    ("approval", "批准与图样一致", "ask", planned, {"drawing": "smaller"}, {"drawing": "drawing"}),
    ("approval", "批准与图样一致", "ask", planned, {"storeys": 3}, {"height": None}),
    ("acceptance", "建成与图样一致", "ask", inspected, {"floor_area": "168.21"}, {}),
    ("acceptance", "建成与图样一致", "ask", inspected, {"storeys": 3}, {"storeys": 2}),
    ("acceptance", "建成与图样一致", "ask", inspected, {"storeys": 1}, {"height": None}),
]


ROWS = [(f"housing.{ledger}", *case) for ledger, *case in CASES]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_a_plan_out_of_force_is_named_by_its_version(town):
    told = message(planned(town, plan="expired"), "批准之日规划在用")
    assert "2016-12-09 那天，“黄盖镇总体规划（2015—2030年）（2009年版）”" in told


def test_the_plan_of_the_town_holds_for_a_site_below_its_village(town):
    assert "规划管得到这个地方" not in broken(planned(town, place_id=cast.SITE))


def test_a_village_clerk_reads_the_plans_and_drawings_of_the_town(town, acting):
    acting("clerk")
    assert list(type(town["plan"]).objects.values_list("number", flat=True)) == [
        "GH0",
        "GH1",
        "GH2",
    ]
    assert type(town["drawing"]).objects.count() == 4


def test_where_no_plan_and_no_drawing_was_registered_nothing_is_asked(town):
    before = {"applied_on": date(2009, 1, 5), "accepted_on": date(2009, 1, 5)}
    asked = broken(approval("JF2", **before, approved_on=date(2009, 2, 2)))
    assert not {"批准要写明依据的规划", "集中建房按图"} & set(asked)
