"""Targets are counted from the day they were set; how far each has come is read off the figures, nobody types it."""

from datetime import date

import pytest

from taizhang.core.period import Period
from taizhang.documents.printing import print_paper
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.targets.documents import aim_of, so_far
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


def test_progress_is_what_the_ledgers_say_today(of):
    aimed, judged = of.targets.get(number="甲"), of.targets.get(number="乙")
    agreed = {"agreement_no": "XY", "agreement_on": date(2017, 12, 28)}
    assert goal_of(judged) is None
    assert latest(judged, TODAY) is None
    house("KX-1", **agreed, demolished_on=date(2018, 2, 1)).save()
    house("KX-2", **agreed, demolished_on=date(2017, 12, 30)).save()  # not this year's
    [now] = standings(aimed, TODAY)
    assert (now.figure.value, now.verdict, now.cutoff) == (1, "尚未达到目标", TODAY)
    house("KX-3", **agreed, demolished_on=date(2018, 3, 1)).save()
    assert latest(aimed, TODAY).verdict == "已达到目标"
    assert so_far(aimed) == "截至2018年12月31日，未封存：2栋，已达到目标"
    assert aim_of(aimed) == "拆除空心房不低于2栋"


def test_before_its_span_a_target_has_no_progress(of):
    assert standings(of.targets.get(number="甲"), date(2017, 12, 31)) == []


def test_the_printed_board_names_leader_post_aim_and_progress(of):
    paper = everything(print_paper("targets.board", of, TODAY))
    for said in ("六个突出目标责任分解表", "安分管", "副镇长", "拆除空心房不低于2栋", "主干道整洁"):
        assert said in paper
    assert "2018年一季度评议：达到。主干道每天清扫" in paper
    assert paper.count("突出抓好") == 2
