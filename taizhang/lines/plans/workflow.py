"""The way of an item: listed, then done or given up with a reason."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.plans.models import Item
from taizhang.people.models import Role

item = Workflow(
    Item,
    (
        Step("列入计划", "listed", "listed_on", by=(Role.OFFICE,)),
        Step(
            "完成",
            "done",
            "done_on",
            after=("listed",),
            note=True,
            clock=Clock(0, since="deadline", working=False),
        ),
        Step("取消", "dropped", "dropped_on", after=("listed",), by=(Role.OFFICE,), note=True),
    ),
)
