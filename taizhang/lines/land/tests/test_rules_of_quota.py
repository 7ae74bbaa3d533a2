"""Each rule of quota movements: a movement that keeps it and one that breaks it."""

from datetime import date, timedelta

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.land.tests.records import (
    ACCEPTED,
    APPROVED_ON,
    ENDS_ON,
    lot,
    movement,
    moves,
    project,
    saved,
)
from tests.rule_cases import broken, message

LATER = timedelta(days=1)
ACCEPTED_ON = ACCEPTED["accepted_on"]


@pytest.fixture(autouse=True)
def of(office) -> Record:
    """200 of 300 亩 granted, 150 planned of 160, 20 reserved and 15 of these used; 19.80 accepted in June 2018."""
    approved = saved(project(new_area="160"))
    steps = [("grant", 200), ("plan", 150), ("reserve", 20), ("use", 15)]
    moves(approved, *((kind, area, APPROVED_ON) for kind, area in steps))
    saved(lot(approved, **ACCEPTED))
    return approved


def moved(of: Record, **changes: object) -> Record:
    values = {"kind": "grant", "area": 1, "day": APPROVED_ON, "number": "ZB-9"} | changes
    return movement(of, **values)


def sold(of: Record, **changes: object) -> Record:
    """4.80 亩 sold on the day of acceptance: all that was accepted and is not used."""
    on_project = {
        name: changes.pop(name) for name in ("surplus_use", "early_draw_area") if name in changes
    }
    type(of).objects.filter(pk=of.pk).update(**on_project)
    return moved(of, **{"kind": "sell", "area": "4.80", "day": ACCEPTED_ON} | changes)


def used_by_another(of: Record, **changes: object) -> Record:
    saved(moved(of, kind="reserve", area=5, site_number="HX", number="ZB-8"))
    return moved(of, **{"kind": "use"} | changes)


# title, how hard, movement, what breaks the rule, what keeps it
CASES = [
    ("下达不超过批准规模", "error", moved, {"area": "100.01"}, {"area": "100"}),
    (
        "规划不超过规划建新面积",
        "error",
        moved,
        {"kind": "plan", "area": "10.01"},
        {"kind": "plan", "area": "10"},
    ),
    (
        "指标变动不早于项目批准",
        "error",
        moved,
        {"day": APPROVED_ON - LATER},
        {"day": APPROVED_ON},
    ),
    (
        "指标用在哪里要写明",
        "ask",
        moved,
        {"kind": "plan", "site_number": ""},
        {"kind": "plan", "site_number": "GP"},
    ),
    (
        "指标用在哪里要写明",
        "ask",
        moved,
        {"kind": "release", "site_number": ""},
        {"kind": "expire", "site_number": "", "day": ENDS_ON},
    ),
    (
        "使用不超过本建房点的预留",
        "ask",
        used_by_another,
        {"area": "5.01", "site_number": "HX"},
        {"area": "5", "site_number": "HX"},
    ),
    (
        "占用耕地不大于用地",
        "error",
        moved,
        {"kind": "use", "area": 2, "cultivated_area": "2.01"},
        {"kind": "use", "area": 2, "cultivated_area": "2"},
    ),
    (
        "占用耕地不大于用地",
        "error",
        moved,
        {"kind": "plan", "area": 2, "cultivated_area": "1"},
        {"kind": "plan", "area": 2},
    ),
    (
        "有效期只用于预留",
        "error",
        moved,
        {"kind": "plan", "reserved_until": ENDS_ON},
        {"kind": "reserve", "reserved_until": APPROVED_ON},
    ),
    (
        "有效期只用于预留",
        "error",
        moved,
        {"kind": "reserve", "reserved_until": APPROVED_ON - LATER},
        {"kind": "reserve"},
    ),
    (
        "预留过期未使用",
        "ask",
        moved,
        {"kind": "reserve", "reserved_until": ENDS_ON},
        {"kind": "reserve", "reserved_until": date(2999, 1, 1)},
    ),
    (
        "项目到期后不再使用指标",
        "ask",
        moved,
        {"kind": "use", "day": ENDS_ON + LATER},
        {"kind": "use", "day": ENDS_ON},
    ),
    (
        "项目到期后不再使用指标",
        "ask",
        moved,
        {"kind": "plan", "day": ENDS_ON + LATER},
        {"kind": "recall", "day": ENDS_ON + LATER},
    ),
    (
        "未到期的指标不失效",
        "error",
        moved,
        {"kind": "expire", "day": ENDS_ON - LATER},
        {"kind": "expire", "day": ENDS_ON},
    ),
    ("流转不超过节余", "error", sold, {"area": "4.81"}, {"area": "4.80"}),
    ("流转不超过节余", "error", sold, {"day": ACCEPTED_ON - LATER}, {}),
    ("流转不超过节余", "error", sold, {"area": "8"}, {"area": "8", "early_draw_area": "3.20"}),
    (
        "县内使用的项目不流转",
        "ask",
        sold,
        {"surplus_use": "inside"},
        {"surplus_use": "transfer"},
    ),
    ("流转要有对方和文号", "error", sold, {"counterparty": ""}, {}),
    ("流转要有对方和文号", "error", sold, {"document_no": "", "kind": "buy"}, {"kind": "buy"}),
    ("流转对方只用于流转", "error", moved, {"counterparty": "示例市"}, {}),
]


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_movement_that_breaks_the_rule_is_found(of, title, severity, make, breaks, keeps):
    assert broken(make(of, **breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_movement_that_keeps_the_rule_is_not(of, title, severity, make, breaks, keeps):
    assert title not in broken(make(of, **keeps))


def test_a_grant_in_order_raises_no_question(of):
    assert broken(moved(of, site_number="")) == {}


def test_quota_that_is_used_or_let_go_is_not_reminded_of(of):
    saved(moved(of, kind="release", area=5, number="ZB-7"))
    reserve = saved(moved(of, kind="reserve", area=2, number="ZB-8", reserved_until=ENDS_ON))
    saved(moved(of, kind="use", area=2, number="ZB-9"))
    assert "预留过期未使用" not in broken(reserve)


def test_a_project_planned_anew_has_its_new_end(of):
    use = {"kind": "use", "day": ENDS_ON + LATER}
    type(of).objects.filter(pk=of.pk).update(extended_to=ENDS_ON + LATER, replanned_on=ENDS_ON)
    assert "项目到期后不再使用指标" not in broken(moved(of, **use))
    expired = moved(of, kind="expire", day=ENDS_ON, number="ZB-10")
    assert broken(expired)["未到期的指标不失效"] == "error"


def test_the_message_of_a_sale_says_what_may_be_sold(of):
    told = message(sold(of, area="5"), "流转不超过节余")
    assert "到 2018-06-01 连同这一笔 5.00 亩" in told
    assert "只有节余的指标才能流转" in told
