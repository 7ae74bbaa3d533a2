"""Each rule of problems: a record that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.problems.models import Problem
from taizhang.lines.problems.tests.lists import (
    CLOSED,
    DEADLINE,
    EXTENDED,
    LISTED,
    category,
    problem,
    progress,
    saved,
)
from tests.rule_cases import broken, declared_rules, message

LATE = date(2018, 3, 1)

# title, how hard, what breaks it, what keeps it
CASES = [
    ("整改期限不早于列入", "error", {"deadline": date(2018, 1, 7)}, {"deadline": LISTED}),
    ("一个问题一名责任领导", "ask", {"owner": "安分管、郝镇长"}, {}),
    (
        "延期要在期限到之前批准",
        "error",
        EXTENDED | {"extended_on": LATE},
        EXTENDED | {"extended_on": DEADLINE},
    ),
    ("延期要写全批准日期、批准人、原因和新期限", "error", EXTENDED | {"extended_by": ""}, EXTENDED),
    ("延期要写全批准日期、批准人、原因和新期限", "error", {"extended_to": LATE}, {}),
    ("延期要晚于原期限", "error", EXTENDED | {"extended_to": DEADLINE}, EXTENDED),
    ("延期不能自己批给自己", "error", EXTENDED | {"extended_by": "安分管"}, EXTENDED),
    ("销号要有依据", "error", CLOSED | {"evidence": ""}, CLOSED),
    ("销号由责任人以外的人核实", "error", CLOSED | {"verified_by": "安分管"}, CLOSED),
    ("销号由责任人以外的人核实", "error", CLOSED | {"verified_by": ""}, CLOSED),
    ("销号之前要有进展记录", "ask", CLOSED, {}),
    ("列入时类别在用", "error", {"raised_on": date(2016, 12, 31)}, {"raised_on": date(2017, 1, 1)}),
]
ELSEWHERE = {"停用类别前问题都要销号", "进展在列入和销号之间"}


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_problem_that_keeps_a_rule_and_one_that_breaks_it(office, title, severity, breaks, keeps):
    of = saved(category())
    assert broken(saved(problem(of, "甲", **breaks))).get(title) == severity
    assert title not in broken(saved(problem(of, "乙", **keeps)))


def test_progress_answers_the_question_before_closing(office):
    made = saved(problem(saved(category()), **CLOSED))
    saved(progress(made))
    assert "销号之前要有进展记录" not in broken(made)


@pytest.mark.parametrize(
    ("on", "is_wrong"),
    [
        (date(2018, 1, 7), True),
        (LISTED, False),
        (CLOSED["closed_on"], False),
        (date(2018, 2, 27), True),
    ],
)
def test_progress_lies_between_listing_and_closing(office, on, is_wrong):
    made = saved(problem(saved(category()), **CLOSED))
    assert ("进展在列入和销号之间" in broken(saved(progress(made, on=on)))) is is_wrong


def test_a_category_is_retired_when_nothing_under_it_is_open(office):
    of = saved(category())
    made = saved(problem(of))
    of.retired_on = date(2018, 3, 1)
    assert broken(of)["停用类别前问题都要销号"] == "error"
    for name, value in CLOSED.items():
        setattr(made, name, value)
    saved(made)
    assert broken(of) == {}


def test_an_extension_asked_for_after_the_deadline_is_told_what_to_do(office):
    wrong = saved(problem(saved(category()), **EXTENDED | {"extended_on": LATE}))
    said = message(wrong, "延期要在期限到之前批准")
    assert "2018-02-28" in said
    assert "按逾期继续办" in said


def test_a_measure_that_is_refused_elsewhere_is_refused_here(office):
    of = saved(category())
    with pytest.raises(Refusal, match="派人盯人稳控"):
        save_record(problem(of, measures="对上访人员专人盯防稳控"))
    assert not Problem.objects.exists()


def test_every_rule_of_the_line_has_its_case_here():
    told = {title for title, *_ in CASES} | ELSEWHERE
    assert {title for _, title in declared_rules("problems")} == told
