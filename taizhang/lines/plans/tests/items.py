"""A plan and an item as tests want them."""

from datetime import date

from taizhang.ledgers.derived import work_out
from taizhang.lines.plans.models import Item, Plan
from tests import cast

DRAWN_UP, DEADLINE = date(2017, 12, 28), date(2018, 3, 20)


def saved(record):
    work_out(record)
    record.save()
    return record


def plan(number="JH", **more):
    usual = {"title": "一季度计划", "period": "2018Q1", "drawn_up_on": DRAWN_UP}
    return Plan(number=number, place_id=cast.TOWN, **usual | more)


def item(of, number="JH-1", **more):
    usual = {
        "turn": 1,
        "task": "整治空心房",
        "content": "拆除沿堤空心房",
        "measure": "先签协议后拆",
        "owner": "安分管",
        "post": "副镇长",
        "listed_on": DRAWN_UP,
        "deadline": DEADLINE,
    }
    return Item(number=number, place_id=cast.TOWN, plan=of, **usual | more)
