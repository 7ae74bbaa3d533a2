"""From a meeting to the report on how it was passed on; and each turn of a standing meeting."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.directives.models import Meeting, Session
from taizhang.people.models import Role

ANYBODY = (Role.VILLAGE_CLERK, Role.STATION_OFFICER, Role.OFFICE)
OFFICE = (Role.OFFICE,)

meetings = Workflow(
    Meeting,
    (
        Step("召开", "held", on="held_on", by=ANYBODY),
        Step(
            "上报学习贯彻情况",
            "reported",
            on="reported_on",
            after=("held",),
            by=ANYBODY,
            clock=Clock("directives.report_back_days", since="report_from"),
        ),
    ),
)
sessions = Workflow(
    Session,
    (
        Step("排定", "planned", on="begins_on", by=OFFICE),
        Step(
            "召开例会",
            "held",
            on="held_on",
            after=("planned",),
            by=OFFICE,
            clock=Clock(0, since="due_on", working=False),
        ),
        Step("确定不开", "skipped", on="skipped_on", after=("planned",), by=OFFICE, note=True),
    ),
)
