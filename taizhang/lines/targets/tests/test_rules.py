"""Each rule of targets: a record that keeps it and one that breaks it; and what cannot be set at all."""

from dataclasses import replace
from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.targets import rules as declared
from taizhang.lines.targets.models import Target
from taizhang.lines.targets.tests.boards import MEASURED, SET, board, judgement, saved, target
from tests.ledgers.excel.sheets import write
from tests.rule_cases import broken, declared_rules

# title, how hard, what breaks it, what keeps it
TARGETS = [
    ("没有挂钩指标的要写定性标准", "error", {"standard": ""}, MEASURED | {"standard": ""}),
    ("挂钩指标要有目标值和比较方式", "error", MEASURED | {"target": None}, MEASURED),
    ("挂钩指标要有目标值和比较方式", "error", MEASURED | {"comparison": ""}, MEASURED),
    ("有目标值就要有挂钩指标", "error", {"target": "3"}, MEASURED),
    ("一个目标一名责任领导", "ask", {"leader": "安分管、郝镇长"}, {"leader": "安分管"}),
    (
        "目标撤销不早于确定",
        "error",
        {"withdrawn_on": date(2018, 3, 6), "withdrawn_because": "并入别的目标"},
        {"withdrawn_on": SET, "withdrawn_because": "并入别的目标"},
    ),
    (
        "目标撤销要写原因",
        "error",
        {"withdrawn_on": SET},
        {"withdrawn_on": SET, "withdrawn_because": "并入别的目标"},
    ),
    (
        "目标值与基数方向一致",
        "ask",
        MEASURED | {"baseline": "301"},
        MEASURED | {"baseline": "300"},
    ),
    (
        "目标值与基数方向一致",
        "ask",
        MEASURED | {"comparison": "at_most", "baseline": "299"},
        MEASURED | {"comparison": "at_most", "baseline": "310"},
    ),
]
JUDGEMENTS = [
    ("评议期间在目标期间以内", "error", {"period": "2017Q4"}, {"period": "2018"}),
    ("评议人不是责任领导本人", "error", {"judge": "安分管"}, {"judge": "文汇总"}),
    ("评议要有依据材料", "ask", {"evidence": ""}, {"evidence": "记录"}),
]


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), TARGETS)
def test_a_target_that_keeps_a_rule_and_one_that_breaks_it(office, title, severity, breaks, keeps):
    of = saved(board())
    assert broken(target(of, "甲", turn=1, **breaks)).get(title) == severity
    assert title not in broken(target(of, "乙", turn=2, **keeps))


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), JUDGEMENTS)
def test_a_judgement_that_keeps_a_rule_and_one_that_breaks_it(
    office, title, severity, breaks, keeps
):
    of = saved(target(saved(board())))
    wrong, right = judgement(of, "甲", **breaks), saved(judgement(of, "乙", **keeps))
    saved(wrong)
    assert broken(wrong).get(title) == severity
    assert title not in broken(right)


def test_a_number_and_a_period_come_once(office):
    of = saved(board())
    first, second = saved(target(of, "甲")), saved(target(of, "乙"))
    assert broken(second)["同一目标板序号不重复"] == "error"
    second.turn = 2
    assert "同一目标板序号不重复" not in broken(second)
    saved(judgement(first, "甲"))
    again = saved(judgement(first, "乙"))
    assert broken(again)["一个目标一期评议一次"] == "error"
    again.period = "2018Q2"
    assert "一个目标一期评议一次" not in broken(again)


def test_a_withdrawn_target_frees_its_number(office):
    of = saved(board())
    saved(target(of, "甲", withdrawn_on=SET, withdrawn_because="并入别的目标"))
    assert "同一目标板序号不重复" not in broken(saved(target(of, "乙")))


def test_a_board_ends_after_it_was_set(office):
    assert broken(saved(board("甲", ended_on=date(2018, 3, 6))))["目标板停用不早于确定"] == "error"
    assert broken(saved(board("乙", ended_on=SET))) == {}


def test_every_rule_of_the_line_has_its_case_here():
    told = {title for title, *_ in [*TARGETS, *JUDGEMENTS]}
    told |= {"同一目标板序号不重复", "一个目标一期评议一次", "目标板停用不早于确定"}
    assert {title for _, title in declared_rules("targets")} - told == {"信访量不能定目标值"}


REFUSED = [
    ("guarantee", "不出现一起进京赴省和越级上访事件"),
    ("guarantee", "全年零上访"),
    ("guarantee", "信访量下降两成"),
    ("theme", "各村信访排名"),
    ("standard", "信访总量控制在10件以内"),
    ("guarantee", "无一人上访"),
]


@pytest.mark.parametrize(("field", "words"), REFUSED)
def test_a_target_about_how_many_petition_cannot_be_set_and_the_software_offers_another(
    office, field, words
):
    of = saved(board())
    with pytest.raises(Refusal) as refused:
        save_record(target(of, **{field: words}))
    for said in ("排名2013年起取消", "及时受理率", "按期办结率", "满意率"):
        assert said in str(refused.value)
    assert not Target.objects.exists()


def test_the_lawful_half_can_be_set(office):
    made = target(saved(board()), theme="信访工作", guarantee="信访事项按期办结、群众满意")
    save_record(made)
    assert Target.objects.get().guarantee == "信访事项按期办结、群众满意"


def test_an_imported_sheet_is_refused_at_its_cell(office, tmp_path):
    saved(board())
    row = {
        "编号": "1",
        "村（社区）": "黄盖镇",
        "目标板": "MB",
        "序号": 1,
        "突出抓好": "信访维稳工作",
        "确保": "不出现一起进京赴省和越级上访事件",
        "责任领导": "安分管",
        "责任岗位": "副镇长",
        "定性标准": "件件有答复",
        "确定日期": SET,
    }
    path = write(tmp_path / "目标.xlsx", [row], list(row), title="目标")
    [problem] = import_workbook(Target, path).problems.kept
    assert "按期办结率" in problem.message
    assert not Target.objects.exists()


def test_the_number_of_petitions_is_no_figure_to_aim_at(office, monkeypatch):
    """Whatever the line of petitions declares: how many there are cannot be a target, how they are handled can."""
    known = definitions()["hollow_houses.demolished"]
    declared_figures = {
        "petitions.received": replace(
            known, name="petitions.received", title="信访件数", unit="件"
        ),
        "petitions.in_time": replace(
            known, name="petitions.in_time", title="信访按期办结率", unit="%"
        ),
    }
    monkeypatch.setattr(declared, "definitions", lambda: declared_figures)
    of = saved(board())
    wrong = target(of, "甲", **MEASURED | {"indicator": "petitions.received"})
    right = target(of, "乙", turn=2, **MEASURED | {"indicator": "petitions.in_time"})
    assert broken(wrong)["信访量不能定目标值"] == "error"
    assert "信访量不能定目标值" not in broken(right)


def test_the_office_writes_and_the_villages_read(acting):
    acting("office")
    saved(target(saved(board())))
    acting("clerk")
    seen = Target.objects.get()
    with pytest.raises(Refusal):
        save_record(seen)
