"""Each rule of linkage projects: a project that keeps it and one that breaks it."""

from datetime import date, timedelta

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.land.tests.records import (
    ACCEPTED,
    APPROVED_ON,
    ENDS_ON,
    lot,
    moves,
    project,
    saved,
)
from tests.rule_cases import broken, message

IN_2019 = {"approved_on": date(2019, 3, 1), "ends_on": date(2022, 3, 1)}
SETTLED = {"settled_on": date(2019, 9, 1)}
DAY = date(2018, 7, 2)
DRAW = IN_2019 | {"poor_county": True, "planned_reclaimed_area": "300", "new_area": "200"}
LETTER = {"confirmed_on": DAY, "confirmation_no": "示例确认1号", "confirmed_area": "19.80"}
LATER = timedelta(days=1)


def plain(**changes: object) -> Record:
    return project(**changes)


def reclaimed(**changes: object) -> Record:
    """A project with 19.80 亩 accepted."""
    of = saved(project(**changes))
    saved(lot(of, **ACCEPTED))
    return of


def forested(**changes: object) -> Record:
    """19.80 亩 accepted, 6 of them as paddy, and 10 亩 built on, 6 or more of them farmland."""
    of = saved(project(settled_on=SETTLED["settled_on"]))
    saved(lot(of, **ACCEPTED, land_class="forest", accepted_paddy="6"))
    built(of, "10")
    of.movements.filter(kind="use").update(**changes)
    return of


def built(of: Record, area: str) -> None:
    moves(of, *((kind, area, APPROVED_ON) for kind in ("grant", "plan", "reserve", "use")))


def with_plan(**changes: object) -> Record:
    """A project with 100 亩 listed for building."""
    of = saved(project(**changes))
    moves(of, ("grant", 150, APPROVED_ON), ("plan", 110, APPROVED_ON), ("recall", 10, APPROVED_ON))
    return of


def with_use(used: str, **changes: object) -> Record:
    of = reclaimed(**SETTLED | changes)
    built(of, used)
    return of


def with_another_draw(drawn: str, **changes: object) -> Record:
    """A project beside another one of the same year that draws 290 亩 early."""
    saved(project("XM2", **DRAW, early_draw_area="290"))
    return project(**DRAW | {"early_draw_area": drawn} | changes)


# title, how hard, project, what breaks the rule, what keeps it
CASES = [
    ("到期晚于批准", "error", plain, {"ends_on": APPROVED_ON}, {"ends_on": APPROVED_ON + LATER}),
    (
        "单个项目规模",
        "ask",
        plain,
        IN_2019 | {"approved_area": "1200.01"},
        IN_2019 | {"approved_area": "1200.00"},
    ),
    ("单个项目规模", "ask", plain, IN_2019 | {"approved_area": "1300"}, {"approved_area": "1300"}),
    ("项目期限", "ask", plain, {"ends_on": ENDS_ON + LATER}, {"ends_on": ENDS_ON}),
    (
        "方案编制不晚于批准",
        "error",
        plain,
        {"planned_on": APPROVED_ON + LATER},
        {"planned_on": APPROVED_ON},
    ),
    (
        "延期要重新规划",
        "error",
        plain,
        {"extended_to": date(2020, 10, 18)},
        {"extended_to": date(2020, 10, 18), "replanned_on": ENDS_ON},
    ),
    ("延期要重新规划", "error", plain, {"replanned_on": ENDS_ON}, {}),
    (
        "延期晚于原到期",
        "error",
        plain,
        {"extended_to": ENDS_ON, "replanned_on": ENDS_ON},
        {"extended_to": ENDS_ON + LATER, "replanned_on": ENDS_ON},
    ),
    (
        "市州批准项目",
        "ask",
        plain,
        IN_2019 | {"approver": "county"},
        IN_2019 | {"approver": "prefecture"},
    ),
    ("市州批准项目", "ask", plain, IN_2019 | {"approver": "province"}, {"approver": "province"}),
    ("建新不超过批准规模", "error", plain, {"new_area": "300.01"}, {"new_area": "300"}),
    (
        "建新不大于拆旧",
        "error",
        plain,
        {"new_area": "230", "old_area": "229.99"},
        {"new_area": "230", "old_area": "230"},
    ),
    (
        "规划复垦耕地不大于规划复垦",
        "error",
        plain,
        {"planned_cultivated_area": "290.01", "planned_reclaimed_area": "290"},
        {"planned_cultivated_area": "290", "planned_reclaimed_area": "290"},
    ),
    (
        "规划复垦不大于拆旧",
        "error",
        plain,
        {"planned_reclaimed_area": "300.01", "old_area": "300"},
        {"planned_reclaimed_area": "300", "old_area": "300"},
    ),
    (
        "建新占用耕地不大于建新",
        "error",
        plain,
        {"new_cultivated_area": "230.01", "new_area": "230"},
        {"new_cultivated_area": "230", "new_area": "230"},
    ),
    (
        "规划耕地不减少",
        "error",
        plain,
        {"new_cultivated_area": "200.01", "planned_cultivated_area": "200"},
        {"new_cultivated_area": "200", "planned_cultivated_area": "200"},
    ),
    ("列入规划的指标不超过建新", "error", with_plan, {"new_area": "99.99"}, {"new_area": "100"}),
    ("验收复垦不大于拆旧", "error", reclaimed, {"old_area": "19.79"}, {"old_area": "19.80"}),
    (
        "预支节余限贫困县",
        "error",
        plain,
        {"early_draw_area": "10"},
        {"early_draw_area": "10", "poor_county": True},
    ),
    (
        "预支节余的比例",
        "ask",
        plain,
        DRAW | {"early_draw_area": "30.01"},
        DRAW | {"early_draw_area": "30"},
    ),
    ("一年预支节余的总量", "ask", with_another_draw, {"drawn": "10.01"}, {"drawn": "10"}),
    (
        "一年预支节余的总量",
        "ask",
        with_another_draw,
        {"drawn": "20"},
        {"drawn": "20", "approved_on": date(2020, 3, 1)},
    ),
    (
        "验收备案要有文号",
        "ask",
        plain,
        {"accepted_on": DAY},
        {"accepted_on": DAY, "acceptance_no": "验1"},
    ),
    (
        "验收备案要有文号",
        "ask",
        plain,
        {"first_checked_on": DAY},
        {"first_checked_on": DAY, "first_check_no": "初1"},
    ),
    ("验收备案要有文号", "ask", plain, {"filed_on": DAY}, {"filed_on": DAY, "filing_no": "备1"}),
    ("确认书要填全", "error", plain, LETTER | {"confirmation_no": ""}, LETTER),
    ("确认书要填全", "error", plain, LETTER | {"confirmed_area": None}, {}),
    ("确认书要填全", "error", plain, {"confirmed_area": "19.80"}, {}),
    (
        "确认书面积不大于验收",
        "error",
        reclaimed,
        LETTER | {"confirmed_area": "19.81"},
        LETTER,
    ),
    (
        "到期指标要归还",
        "ask",
        with_plan,
        {},
        {"extended_to": date(2999, 1, 1), "replanned_on": ENDS_ON},
    ),
    ("到期指标要归还", "ask", with_plan, {}, SETTLED),
    ("结清前没有待用指标", "error", with_plan, SETTLED, {}),
    ("结清时用地不大于复垦", "error", with_use, {"used": "19.81"}, {"used": "19.80"}),
    (
        "结清时用地不大于复垦",
        "error",
        with_use,
        {"used": "19.81"},
        {"used": "19.81", "settled_on": None},
    ),
    ("结清时耕地不减少", "error", forested, {"cultivated_area": "6.01"}, {"cultivated_area": "6"}),
    ("结清时耕地不减少", "error", forested, {"cultivated_area": None}, {"cultivated_area": "0"}),
]


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_project_that_breaks_the_rule_is_found(office, title, severity, make, breaks, keeps):
    assert broken(make(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_a_project_that_keeps_the_rule_is_not(office, title, severity, make, breaks, keeps):
    assert title not in broken(make(**keeps))


@pytest.mark.parametrize(("values", "asked"), [(ACCEPTED, False), ({}, True)])
def test_a_project_is_not_accepted_before_its_lots(office, values, asked):
    of = saved(project(accepted_on=DAY))
    saved(lot(of, **values))
    assert ("项目验收时地块都已验收" in broken(of)) is asked


def test_a_plain_project_raises_no_question(office):
    assert broken(project()) == {}


def test_the_message_says_what_the_ledgers_add_up_to(office):
    told = message(with_plan(new_area="90"), "列入规划的指标不超过建新")
    assert "已列入规划的指标 100.00 亩，多于规划建新面积 90.00 亩" in told
    assert "国土资发〔2008〕138号" in told
