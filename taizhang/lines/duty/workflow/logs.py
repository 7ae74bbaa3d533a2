"""A duty log is written on the day and signed by whoever sat in; the sheet is printed, signed, scanned and attached."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.duty.models import DailyLog
from taizhang.people.models import Role

OFFICE = (Role.STATION_OFFICER, Role.OFFICE)

daily_log = Workflow(
    DailyLog,
    (
        Step("登记", "entered", on="on", by=OFFICE),
        Step(
            "签字",
            "signed",
            on="signed_on",
            after=("entered",),
            by=OFFICE,
            clock=Clock("duty.sign_days", since="on"),
            paper="坐班日志",
        ),
    ),
)
