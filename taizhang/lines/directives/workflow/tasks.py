"""The way of a task: set up, handed over, signed for, reported done, verified by somebody else, closed."""

from datetime import date, timedelta

from django.db.models import Q

from taizhang.ledgers.colours import Colours
from taizhang.ledgers.standards import standard_on
from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.directives.models import Extension, Task, Urging
from taizhang.lines.directives.workflow.meetings import ANYBODY, OFFICE
from taizhang.people.models import Role

ORDER = "督办办法的通行做法：立项、交办、催办、报结、核实、销号"
HANDED = ("noticed", "accepted")
REPORTED = ("reported", "reported_again")
DEADLINE = Clock(0, since="due_on", working=False)
LEADERS = (Role.OFFICE, Role.TOWN_LEADER, Role.LINE_LEADER)

OPEN = Q(ended_on__isnull=True)
# Reported done and not sent back: it waits for somebody else.
REPORTED_DONE = Q(reported_on__isnull=False, returned_on__isnull=True) | Q(
    reported_again_on__isnull=False
)


def red(day: date) -> Q:
    """Past its deadline."""
    return OPEN & Q(late_from__lte=day)


def yellow(day: date) -> Q:
    """Behind: its progress has not been told when it was due, or it was sent back."""
    grace = timedelta(days=int(standard_on("directives.yellow_days", day)))
    behind = Q(feedback_due_on__lt=day - grace) | Q(returned_on__isnull=False)
    return OPEN & ~REPORTED_DONE & behind


def blue(day: date) -> Q:
    """Near its deadline."""
    near = timedelta(days=int(standard_on("directives.blue_days", day)))
    return OPEN & Q(due_on__lte=day + near)


tasks = Workflow(
    Task,
    (
        Step("立项", "registered", on="registered_on", by=OFFICE, basis=ORDER),
        Step(
            "交办",
            "noticed",
            on="noticed_on",
            after=("registered",),
            by=OFFICE,
            clock=Clock("directives.notice_days", since="registered_on"),
            paper="督办通知单",
            basis=ORDER,
        ),
        Step(
            "签收",
            "accepted",
            on="accepted_on",
            after=("noticed",),
            by=ANYBODY,
            clock=Clock("directives.accept_days", since="noticed_on"),
            basis=ORDER,
        ),
        Step(
            "报结",
            "reported",
            on="reported_on",
            after=HANDED,
            by=ANYBODY,
            clock=DEADLINE,
            basis=ORDER,
        ),
        Step("退回重办", "returned", on="returned_on", after=("reported",), by=OFFICE, basis=ORDER),
        Step(
            "再次报结",
            "reported_again",
            on="reported_again_on",
            after=("returned",),
            by=ANYBODY,
            clock=DEADLINE,
            basis=ORDER,
        ),
        Step(
            "核实",
            "verified",
            on="verified_on",
            after=REPORTED,
            by=LEADERS,
            clock=Clock("directives.verify_days", since="last_report_on"),
            basis=ORDER,
        ),
        Step(
            "销号",
            "closed",
            on="closed_on",
            after=("verified",),
            by=OFFICE,
            clock=Clock("directives.close_days", since="verified_on"),
            basis=ORDER,
        ),
        Step(
            "撤销（并案）",
            "withdrawn",
            on="withdrawn_on",
            after=("registered", *HANDED, "reported", "returned", "reported_again", "verified"),
            by=OFFICE,
            basis=ORDER,
        ),
    ),
    colours=Colours(red=red, yellow=yellow, blue=blue),
)
urgings = Workflow(
    Urging,
    (
        Step("催办", "urged", on="urged_on", by=OFFICE),
        Step(
            "答复",
            "answered",
            on="answered_on",
            after=("urged",),
            by=ANYBODY,
            clock=Clock(0, since="answer_by", working=False),
        ),
    ),
)
extensions = Workflow(
    Extension,
    (
        Step("申请延期", "asked", on="asked_on", by=ANYBODY),
        Step(
            "批准延期",
            "approved",
            on="approved_on",
            after=("asked",),
            by=LEADERS,
            clock=Clock("directives.extension_days", since="asked_on"),
        ),
        Step(
            "不予延期",
            "refused",
            on="refused_on",
            after=("asked",),
            by=LEADERS,
            clock=Clock("directives.extension_days", since="asked_on"),
        ),
    ),
)
