"""A category, a problem and its progress as tests want them."""

from datetime import date

from taizhang.ledgers.derived import work_out
from taizhang.lines.problems.models import Category, Problem, Progress
from tests import cast

LISTED, DEADLINE = date(2018, 1, 8), date(2018, 2, 28)
EXTENDED = {
    "extended_on": date(2018, 2, 20),
    "extended_to": date(2018, 6, 29),
    "extended_by": "郝镇长",
    "extended_because": "等上级批复",
}
CLOSED = {
    "reported_on": date(2018, 2, 20),
    "verified_by": "文汇总",
    "evidence": "到现场看过，有照片",
    "closed_on": date(2018, 2, 26),
}


def saved(record):
    work_out(record)
    record.save()
    return record


def category(number="LB", **more):
    usual = {"title": "三大挑战", "turn": 1, "wording": "仍然严峻", "used_from": date(2017, 1, 1)}
    return Category(number=number, place_id=cast.TOWN, **usual | more)


def problem(of, number="WT-1", **more):
    usual = {
        "title": "道路没有修通",
        "description": "两个组的路没有硬化",
        "owner": "安分管",
        "post": "副镇长",
        "measures": "争取项目，年内修通",
        "goal": "两个组的路都硬化",
        "raised_on": LISTED,
        "deadline": DEADLINE,
    }
    return Problem(number=number, place_id=cast.TOWN, category=of, **usual | more)


def progress(of, number="JZ-1", **more):
    usual = {"on": date(2018, 1, 20), "text": "路基完成", "by": "宋量土"}
    return Progress(number=number, place_id=cast.TOWN, problem=of, **usual | more)
