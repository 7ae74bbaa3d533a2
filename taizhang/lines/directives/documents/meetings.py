"""The papers of a meeting: notice, sign-in sheet, minutes, what it set going, and who has passed it on."""

from collections.abc import Iterable

from taizhang.documents.papers import Paper
from taizhang.lines.directives.models import Attendee, LeadingGroup, Meeting, Task, Unit
from taizhang.lines.directives.models.relays import owing_units


def attendees(meeting: Meeting) -> Iterable[Attendee]:
    return meeting.attendees.order_by("number")


def tasks(meeting: Meeting) -> Iterable[Task]:
    return meeting.tasks.select_related("lead_unit").order_by("number")


def relays(meeting: Meeting) -> Iterable[Meeting]:
    """The meetings that passed this one on, in the order of their days."""
    return meeting.relays.select_related("unit", "place").order_by("held_on", "number")


def owing(meeting: Meeting) -> Iterable[Unit]:
    return owing_units(meeting)


notice = Paper("会议通知", Meeting)
sign_in = Paper("会议签到册", Meeting, lists={"签到": attendees})
minutes = Paper("会议纪要", Meeting, lists={"任务": tasks, "签到": attendees})
task_list = Paper("任务分解表", Meeting, lists={"任务": tasks})
relay_list = Paper("会议传达情况表", Meeting, lists={"传达": relays, "未传达": owing})
group_list = Paper(
    "领导小组成员名单",
    LeadingGroup,
    lists={"成员": lambda group: group.members.order_by("since", "number")},
)
