"""The sheet of a duty day, printed, signed on paper and scanned."""

from django.db.models import QuerySet

from taizhang.documents.papers import Paper
from taizhang.lines.duty.models import DailyLog, RosterDay, Visit


def of_the_day(log: DailyLog) -> dict[str, object]:
    return {"place": log.place_id, "on": log.on, "shift": log.shift}


def visits(log: DailyLog) -> QuerySet[Visit]:
    """Who came on the day and shift."""
    return Visit.objects.filter(**of_the_day(log)).order_by("number")


def rostered(log: DailyLog) -> QuerySet[RosterDay]:
    """Who was to sit in."""
    return RosterDay.objects.filter(**of_the_day(log))


daily_log_sheet = Paper("坐班日志", DailyLog, lists={"来访": visits, "应坐班": rostered})
