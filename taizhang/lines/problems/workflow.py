"""The way of a problem: listed, reported as mended, struck off after somebody else has looked."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.problems.models import Problem
from taizhang.people.models import Role

STRIKING_OFF = "问题销号单"

problem = Workflow(
    Problem,
    (
        Step("列入清单", "listed", "raised_on", by=(Role.OFFICE,)),
        Step(
            "报请销号",
            "reported",
            "reported_on",
            after=("listed",),
            note=True,
            clock=Clock(0, since="due_on", working=False),
        ),
        Step(
            "销号",
            "closed",
            "closed_on",
            after=("reported",),
            by=(Role.OFFICE,),
            note=True,
            paper=STRIKING_OFF,
        ),
    ),
)
