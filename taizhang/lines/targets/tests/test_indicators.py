"""Targets are counted from the day they were set; how far each has come is read off the figures, nobody types it."""

from datetime import date

import pytest

from taizhang.core.period import Period
from taizhang.documents.printing import print_paper
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.targets.tests.boards import MEASURED, SET, board, judgement, saved, target
from taizhang.snapshots.progress import goal_of, latest, standings
from tests import cast
from tests.documents.printed import everything

TODAY = date(2018, 3, 26)


@pytest.fixture
def of(office):
    """A board with a measured target, a judged one, and one that was withdrawn."""
    of = saved(board())
    saved(target(of, "甲", turn=1, **MEASURED | {"target": "2", "standard": ""}))
    saved(judgement(saved(target(of, "乙", turn=2))))
    saved(target(of, "丙", turn=3, withdrawn_on=SET, withdrawn_because="并入别的目标"))
    return of


def test_targets_that_stand_are_counted_and_a_withdrawn_one_is_not(of):
    found = {
        one.indicator: one.value
        for one in figures(LiveSource(cast.TOWN, TODAY), Period.parse("2018Q1"))
        if one.indicator.startswith("targets.")
    }
    assert found == {
        "targets.targets": 2,
        "targets.measured": 1,
        "targets.judged": 1,
        "targets.measured_share": 50,
    }


def test_a_target_judged_in_words_is_held_against_no_figure(of):
    judged = of.targets.get(number="乙")
    assert goal_of(judged) is None
    assert latest(judged, TODAY) is None


def test_before_its_span_a_target_has_no_progress(of):
    assert standings(of.targets.get(number="甲"), date(2017, 12, 31)) == []


def test_the_printed_board_names_leader_post_aim_and_progress(of):
    paper = everything(print_paper("targets.board", of, TODAY))
    for said in ("六个突出目标责任分解表", "安分管", "副镇长", "拆除空心房不低于2栋", "主干道整洁"):
        assert said in paper
    assert "2018年一季度评议：达到。主干道每天清扫" in paper
    assert paper.count("突出抓好") == 2
