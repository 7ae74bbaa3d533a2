"""The ledgers of meetings and of what they set going: tasks, leading groups, standing meetings, publicity."""

from taizhang.lines.directives.models.groups import GroupMember, LeadingGroup
from taizhang.lines.directives.models.meetings import Assembly, Attendee, Meeting, Unit
from taizhang.lines.directives.models.publicity import Publicity
from taizhang.lines.directives.models.sessions import Cadence, Session
from taizhang.lines.directives.models.tasks import Extension, Progress, Task, Urging

__all__ = [
    "Assembly",
    "Attendee",
    "Cadence",
    "Extension",
    "GroupMember",
    "LeadingGroup",
    "Meeting",
    "Progress",
    "Publicity",
    "Session",
    "Task",
    "Unit",
    "Urging",
]
