"""A board, a target and a judgement as tests want them."""

from datetime import date

from taizhang.ledgers.derived import work_out
from taizhang.lines.targets.models import Board, Judgement, Target
from tests import cast

SET = date(2018, 3, 7)
MEASURED = {"indicator": "hollow_houses.demolished", "comparison": "at_least", "target": "300"}


def saved(record):
    work_out(record)
    record.save()
    return record


def board(number="MB", **more):
    usual = {"title": "六个突出", "period": "2018", "basis": "三级干部大会", "set_on": SET}
    return Board(number=number, place_id=cast.TOWN, **usual | more)


def target(of, number="MB-1", **more):
    usual = {
        "turn": 1,
        "theme": "环境整治工作",
        "guarantee": "城镇品位大提升",
        "leader": "安分管",
        "post": "副镇长",
        "standard": "主干道整洁",
        "set_on": SET,
    }
    return Target(number=number, place_id=cast.TOWN, board=of, **usual | more)


def judgement(of, number="PY-1", **more):
    usual = {
        "period": "2018Q1",
        "judged_on": date(2018, 3, 26),
        "judge": "文汇总",
        "verdict": "met",
        "text": "主干道每天清扫",
        "evidence": "巡查记录",
    }
    return Judgement(number=number, place_id=cast.TOWN, target=of, **usual | more)
