"""Records that a summary goes through: worded by their Chinese fields, harmless whatever is written in them."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.answers import Answers
from taizhang.documents.checks import templates_hold
from taizhang.documents.model import AnnexTitle, Paragraph, Remark, Table, plain
from taizhang.documents.summary import compile_summary
from taizhang.ledgers.derived import work_out
from taizhang.lines.plans.models import Item, Plan
from taizhang.lines.problems.models import Category, Problem
from tests import cast
from tests.documents.books import CUTOFF, Books, answers, first_quarter

AT = {"place_id": cast.TOWN}
CATEGORY = Category(
    pk=1,
    number="L1",
    title="三大挑战",
    turn=1,
    wording="仍然严峻",
    used_from=date(2017, 1, 1),
    **AT,
)


def problem(n, **more):
    day = {"raised_on": date(2018, 1, 8), "due_on": date(2018, 9, 28)}
    words = {"title": f"问题{n}", "description": "道路没有修通。", "measures": "抓紧施工"}
    who = {"owner": "郝镇长", "post": "镇长"}
    return Problem(
        pk=n, number=f"W{n}", category=CATEGORY, category_id=1, **AT | day | words | who | more
    )


def told(template, frame, *records, source=None):
    """The paragraphs of a summary over these records, its remarks, and the whole."""
    template("summary.md", frame)
    books = source or Books(first_quarter())
    by_ledger = {}
    for record in records:
        by_ledger.setdefault(type(record), {})[record.pk] = record
    asked = Answers(answers(books).facts, books, lambda model: by_ledger.get(model, {}))
    compiled = compile_summary(asked, CUTOFF)
    lines = [
        plain(one.lead) + plain(one.runs)
        for one in compiled.document.blocks
        if isinstance(one, Paragraph)
    ]
    return lines, compiled


EACH = (
    '{% for 问题 in records("problems.open_problems") %}\n'
    "- {{ 问题.问题名称 }}：{{ 问题.具体表现 }}，{{ 问题.应完成日期 }}前由{{ 问题.责任领导 }}办。\n"
    "{% endfor %}"
)


def test_each_record_is_worded_by_its_fields(template):
    lines, _ = told(template, EACH, problem(1))
    assert lines == ["问题1：道路没有修通，2018年9月28日前由郝镇长办。"]


def test_a_record_struck_off_after_the_cut_off_was_still_open_then(template):
    lines, _ = told(
        template,
        EACH,
        problem(1, closed_on=date(2018, 3, 26)),
        problem(2, closed_on=date(2018, 3, 27)),
        problem(3, raised_on=date(2018, 3, 27)),
    )
    assert [line[:3] for line in lines] == ["问题2"]


def test_what_is_written_in_a_record_cannot_become_a_heading_a_table_or_a_word(template):
    nasty = "# 一、{{ place }} | 甲 |\n- 乙"
    lines, _ = told(template, EACH, problem(1, title=nasty, description="> 丙"))
    assert len(lines) == 1
    assert "{{ place }} | 甲 |；- 乙：> 丙" in lines[0]


def test_numbers_of_persons_in_a_record_are_masked(template):
    lines, _ = told(template, EACH, problem(1, description="电话13812341234，找他"))
    assert "138****1234" in lines[0]
    assert "13812341234" not in lines[0]


def test_a_listing_nobody_declared_is_refused_and_found_by_the_check(template):
    with pytest.raises(
        Refusal, match=r"没有代号为“problems.open”的名单，相近的有problems.open_problems"
    ):
        told(template, '{{ records("problems.open") }}')
    assert any("problems.open_problems" in error.msg for error in templates_hold(None))


def test_a_ledger_younger_than_the_snapshot_has_no_records(template):
    assert told(template, EACH)[0] == []


PLAN = Plan(
    pk=1,
    number="J1",
    title="一季度计划",
    period="2018Q1",
    drawn_up_on=date(2017, 12, 28),
    begins_on=date(2018, 1, 1),
    ends_on=date(2018, 3, 31),
    **AT,
)


def item(n, plan=PLAN, **more):
    usual = {"turn": n, "task": "拆旧", "content": f"事项{n}", "measure": "抓紧", "post": "副镇长"}
    days = {"listed_on": date(2017, 12, 28), "deadline": date(2018, 3, 20)}
    days["late_from"] = date(2018, 3, 21)
    who = {"owner": "安分管"}
    return Item(pk=n, number=f"S{n}", plan=plan, **AT | usual | days | who | more)


def aimed(value, comparison="at_least"):
    return {
        "indicator": "hollow_houses.demolished",
        "target": Decimal(value),
        "comparison": comparison,
    }


RESULTS = (
    '{% for 项 in records("plans.compared") %}{% set 结果 = progress(项) %}\n'
    "- {{ 项.事项 }}{% if 结果 %}计划{{ 结果.aim }}，实际{{ 结果.figure }}，{{ 结果.verdict }}{% endif %}。\n"
    "{% endfor %}"
)


def test_an_item_is_held_against_the_figure_of_the_period(template):
    lines, compiled = told(template, RESULTS, item(1, **aimed(80)), item(2, **aimed(84)), item(3))
    assert lines == [
        "一是事项1计划拆除空心房不低于80栋，实际83栋，已达到目标；"
        "二是事项2计划拆除空心房不低于84栋，实际83栋，未达到目标；三是事项3。"
    ]
    tagged = [
        run for one in compiled.document.blocks if isinstance(one, Paragraph) for run in one.runs
    ]
    assert [run.link.indicator for run in tagged if hasattr(run, "link")] == [
        "hollow_houses.demolished"
    ] * 2


def test_an_indicator_that_nobody_declares_any_more_is_passed_over(template):
    gone = aimed(1) | {"indicator": "hollow_houses.gone"}
    assert told(template, RESULTS, item(1, **gone))[0] == ["事项1。"]


def test_the_aim_of_what_is_yet_to_come_is_worded_without_a_figure(template):
    ahead = Plan(
        pk=2,
        number="J2",
        title="二季度计划",
        period="2018Q2",
        drawn_up_on=date(2018, 3, 23),
        begins_on=date(2018, 4, 1),
        ends_on=date(2018, 6, 30),
        **AT,
    )
    to_come = item(4, ahead, **aimed(20), deadline=date(2018, 6, 1))
    frame = RESULTS.replace("plans.compared", "plans.ahead").replace(
        "{% if 结果 %}", "{{ 结果.aim }}{% if 结果 %}"
    )
    assert told(template, frame, to_come)[0] == ["事项4拆除空心房不低于20栋。"]


def test_a_line_words_its_own_annex(template):
    template("plans/annex.md", "% 对照表\n\n{{ period }}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n")
    template("land/annex.md", "{# 没有可写的 #}\n")
    _, compiled = told(template, "正文。")
    titles = [one.title for one in compiled.document.blocks if isinstance(one, AnnexTitle)]
    assert titles[-1] == "对照表"
    assert len(titles) == len(set(titles))
    remark, table = compiled.document.blocks[-2:]
    assert isinstance(remark, Remark)
    assert isinstance(table, Table)


STALE = "特别是在现在正在召开的全国“两会”期间，坐班照常。"


def test_a_sentence_that_says_now_of_what_is_over_is_remarked_and_stays(template):
    lines, compiled = told(template, STALE)
    assert lines == [STALE]
    assert any("全国两会是2018年3月3日至2018年3月20日" in one for one in compiled.remarks)


def test_so_is_one_that_came_out_of_a_record(template):
    _, compiled = told(template, EACH, problem(1, description="目前正值全国两会，暂不开工"))
    assert any("目前正值全国两会" in one for one in compiled.remarks)


def test_words_for_an_occasion_are_left_out_when_it_is_over(template):
    frame = '{% call during("全国两会") %}全国两会正在召开。{% endcall %}各项工作正常。'
    lines, compiled = told(template, frame)
    assert lines == ["各项工作正常。"]
    assert any("只在全国两会期间有效，已略去" in one for one in compiled.remarks)


def test_the_days_of_a_problem_are_worked_out():
    made = problem(1, deadline=date(2018, 2, 28))
    work_out(made)
    assert (made.due_on, made.late_from) == (date(2018, 2, 28), date(2018, 3, 1))
    made.extended_to = date(2018, 6, 29)
    work_out(made)
    assert made.due_on == date(2018, 6, 29)
