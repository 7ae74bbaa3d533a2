"""Each rule of reclaimed lots: a lot that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.land.tests.records import ACCEPTED, CHECKED, MEASURED, lot, project, saved
from taizhang.lines.land.workflow.lots import reclaimed_lot as flow
from tests.rule_cases import broken, message

DAY = date(2018, 4, 9)
AGAIN = {"resurveyed_on": date(2018, 5, 10), "resurveyed_area": "19.60"}
SQUARE_METRES = "13200.00"  # 19.80 亩


@pytest.fixture(autouse=True)
def of(office) -> Record:
    """A project with 30 亩 of old plots."""
    return saved(project(old_area="30"))


def beside_another(of: Record, **changes: object) -> Record:
    """A lot beside one with 20 亩 of old plots, 19.80 of them accepted."""
    saved(lot(of, "FK9", **ACCEPTED, plot_no="TB-9", old_area="20"))
    return lot(of, **changes)


# title, how hard, lot, what breaks the rule, what keeps it
CASES = [
    ("平整面积与日期一同填", "error", lot, {"levelled_area": "20"}, {}),
    (
        "平整面积与日期一同填",
        "error",
        lot,
        {"levelled_on": date(2018, 2, 1)},
        {"levelled_on": date(2018, 2, 1), "levelled_area": "20"},
    ),
    ("测量面积与日期一同填", "error", lot, {"surveyed_area": "19.80"}, MEASURED),
    ("测量面积与日期一同填", "error", lot, {"surveyed_on": DAY}, {}),
    (
        "复测面积与日期一同填",
        "error",
        lot,
        MEASURED | {"resurveyed_area": "19.60"},
        MEASURED | AGAIN,
    ),
    ("初验面积与日期一同填", "error", lot, CHECKED | {"first_checked_area": None}, CHECKED),
    ("验收面积与日期一同填", "error", lot, ACCEPTED | {"accepted_area": None}, ACCEPTED),
    (
        "复垦完成不早于平整",
        "error",
        lot,
        {"levelled_on": date(2018, 3, 2), "levelled_area": "20"},
        {"levelled_on": date(2018, 3, 1), "levelled_area": "20"},
    ),
    ("复测晚于测量", "error", lot, MEASURED | AGAIN | {"resurveyed_on": DAY}, MEASURED | AGAIN),
    ("复测晚于测量", "error", lot, AGAIN, {}),
    (
        "复测不晚于验收",
        "error",
        lot,
        ACCEPTED | AGAIN | {"resurveyed_on": date(2018, 6, 2), "resurveyed_area": "20"},
        ACCEPTED | AGAIN | {"resurveyed_on": date(2018, 6, 1), "resurveyed_area": "20"},
    ),
    (
        "测量面积不大于上报面积",
        "ask",
        lot,
        MEASURED | {"surveyed_area": "20.01"},
        MEASURED | {"surveyed_area": "20.00"},
    ),
    (
        "测量面积不大于拆旧面积",
        "ask",
        lot,
        MEASURED | {"old_area": "19.79"},
        MEASURED | {"old_area": "19.80"},
    ),
    (
        "测量面积不大于拆旧面积",
        "ask",
        lot,
        MEASURED | AGAIN | {"old_area": "19.80", "resurveyed_area": "19.81"},
        MEASURED | AGAIN | {"old_area": "19.70"},
    ),
    (
        "初验面积不大于测量面积",
        "error",
        lot,
        CHECKED | {"first_checked_area": "19.81"},
        CHECKED,
    ),
    (
        "验收面积不大于初验面积",
        "ask",
        lot,
        ACCEPTED | {"first_checked_area": "19.70"},
        ACCEPTED,
    ),
    ("验收面积不大于测量面积", "error", lot, ACCEPTED | {"accepted_area": "19.81"}, ACCEPTED),
    (
        "验收面积不大于测量面积",
        "error",
        lot,
        ACCEPTED | AGAIN,
        ACCEPTED | AGAIN | {"accepted_area": "19.60"},
    ),
    (
        "验收面积不大于拆旧面积",
        "error",
        lot,
        ACCEPTED | {"old_area": "19.79"},
        ACCEPTED | {"old_area": "19.80"},
    ),
    (
        "项目验收之和不大于拆旧区",
        "error",
        beside_another,
        ACCEPTED | {"accepted_area": "10.21"},
        ACCEPTED | {"accepted_area": "10.20"},
    ),
    (
        "验收耕地不大于验收面积",
        "error",
        lot,
        ACCEPTED | {"accepted_paddy": "10", "accepted_irrigated": "5", "accepted_dry": "4.81"},
        ACCEPTED | {"accepted_paddy": "10", "accepted_irrigated": "5", "accepted_dry": "4.80"},
    ),
    ("验收耕地不大于验收面积", "error", lot, {"accepted_dry": "1"}, {}),
    (
        "各地块拆旧之和不大于拆旧区",
        "ask",
        beside_another,
        {"old_area": "10.01"},
        {"old_area": "10"},
    ),
    ("一个地块只进一个项目", "error", beside_another, {"plot_no": "TB-9"}, {"plot_no": "TB-8"}),
    ("陡坡不复垦为耕地", "error", lot, {"slope": "25.1"}, {"slope": "25"}),
    ("陡坡不复垦为耕地", "error", lot, {"slope": "30"}, {"slope": "30", "land_class": "forest"}),
    (
        "生态保护红线内不复垦为耕地",
        "error",
        lot,
        {"in_red_line": True},
        {"in_red_line": True, "land_class": "forest"},
    ),
    ("拆旧区不在连片建设用地内", "ask", lot, {"in_built_up_area": True}, {}),
    (
        "测绘面积按标准换算",
        "ask",
        lot,
        MEASURED | {"surveyed_square_metres": "13186.80"},  # x 666
        MEASURED | {"surveyed_square_metres": SQUARE_METRES},
    ),
    (
        "测绘面积按标准换算",
        "ask",
        lot,
        MEASURED | {"surveyed_square_metres": "13206.60"},  # x 667
        MEASURED | {"surveyed_square_metres": "13203.33"},  # still 19.80 亩
    ),
    (
        "测绘面积要换算成亩",
        "error",
        lot,
        {"surveyed_square_metres": SQUARE_METRES},
        MEASURED | {"surveyed_square_metres": SQUARE_METRES},
    ),
    ("验收后有人管护", "ask", lot, ACCEPTED | {"kept_by": ""}, ACCEPTED),
    (
        "验收后有人管护",
        "ask",
        lot,
        ACCEPTED | {"kept_until": None},
        ACCEPTED | {"kept_until": None, "land_class": "other"},
    ),
    (
        "农用地管护年限",
        "error",
        lot,
        ACCEPTED | {"kept_until": date(2023, 5, 31)},
        ACCEPTED | {"kept_until": date(2023, 6, 1)},
    ),
]


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_lot_that_breaks_the_rule_is_found(of, title, severity, make, breaks, keeps):
    assert broken(make(of, **breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_lot_that_keeps_the_rule_is_not(of, title, severity, make, breaks, keeps):
    assert title not in broken(make(of, **keeps))


def test_a_lot_in_order_raises_no_question(of):
    assert broken(lot(of, **ACCEPTED)) == {}


@pytest.mark.parametrize(
    ("square_metres", "told"),
    [
        (
            "13186.80",
            "13186.80 ㎡ 合 19.78 亩，测量面积却是 19.80 亩，像是按 1 亩＝666 ㎡ 换算的；",
        ),
        (
            "13206.60",
            "13206.60 ㎡ 合 19.81 亩，测量面积却是 19.80 亩，像是按 1 亩＝667 ㎡ 换算的；",
        ),
        ("19800.00", "19800.00 ㎡ 合 29.70 亩，测量面积却是 19.80 亩；"),
    ],
)
def test_a_wrong_factor_is_called_by_its_name(of, square_metres, told):
    record = saved(lot(of, **MEASURED, surveyed_square_metres=square_metres))
    record.refresh_from_db()
    assert told in message(record, "测绘面积按标准换算")


def test_square_metres_without_mu_are_converted_for_the_clerk(of):
    record = saved(lot(of, surveyed_square_metres="13333.33"))
    record.refresh_from_db()
    assert "合 20.00 亩，请填到测量面积里" in message(record, "测绘面积要换算成亩")


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        (MEASURED | {"surveyed_on": date(2018, 2, 28)}, "测量不早于复垦"),
        ({"applied_on": date(2018, 5, 2)}, "申请验收之前要有测量"),
        (CHECKED | {"applied_on": None}, "初验之前要有申请验收或整改通知"),
        (CHECKED | {"correction_on": date(2018, 5, 22)}, "初验不早于整改通知"),
        (ACCEPTED | {"first_checked_on": None}, "初验结果公告之前要有初验"),
        (ACCEPTED | {"published_on": None}, "验收之前要有初验结果公告"),
        (ACCEPTED | {"published_on": date(2018, 6, 2)}, "验收不早于初验结果公告"),
        (MEASURED | {"filed_on": date(2018, 7, 2)}, "备案之前要有验收"),
        (ACCEPTED | {"confirmed_on": date(2018, 7, 2)}, "确认之前要有备案"),
    ],
)
def test_a_lot_goes_its_way_in_order(of, dates, title):
    assert broken(lot(of, **dates))[title] == "error"


def test_acceptance_is_due_sixty_working_days_after_the_application(of):
    (step, deadline), *_ = [
        (step, due)
        for step, due in flow.open_steps(lot(of, **CHECKED))
        if step.state == "published"
    ]
    assert deadline.on == date(2018, 7, 26)  # Dragon Boat Festival, 18 June 2018, was off
    assert step.clock.basis.startswith("土地复垦条例第29条")
