"""The ledgers of duty (坐班、接访): who sits in when, what was signed, who came and what they were told."""

from taizhang.lines.duty.models.logs import DailyLog
from taizhang.lines.duty.models.pages import DayLine, OpenCaseLine
from taizhang.lines.duty.models.periods import SpecialPeriod
from taizhang.lines.duty.models.rosters import Roster, RosterDay, Shift
from taizhang.lines.duty.models.visits import Visit

__all__ = [
    "DailyLog",
    "DayLine",
    "OpenCaseLine",
    "Roster",
    "RosterDay",
    "Shift",
    "SpecialPeriod",
    "Visit",
]
