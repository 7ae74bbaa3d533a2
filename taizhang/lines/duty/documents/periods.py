"""The papers of a special period: who sits in, and which cases are open. Cases by leader and clock, never people."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from taizhang.documents.papers import Paper
from taizhang.ledgers.open_cases import days_left, open_cases
from taizhang.lines.duty.models import OpenCaseLine, RosterDay, SpecialPeriod

NOBODY = "（还没有落实）"


def shifts(period: SpecialPeriod) -> QuerySet[RosterDay]:
    """Everybody rostered within the period."""
    span = (period.since, period.until)
    return RosterDay.objects.filter(place=period.place_id, on__range=span).order_by("on", "shift")


def cases(period: SpecialPeriod) -> Iterator[OpenCaseLine]:
    """The open cases of the period's town today, by leader and by clock."""
    today = timezone.localdate()
    for case in open_cases(period.place_id):
        yield OpenCaseLine(
            leader=case.leader or NOBODY,
            ledger=case.ledger,
            number=case.number,
            step="或".join(case.steps),
            due_on=case.deadline.on,
            left=days_left(case.deadline, today) + "（暂定）" * case.deadline.provisional,
        )


special_roster = Paper("特护期值班表", SpecialPeriod, public=True, lists={"值班安排": shifts})
open_case_list = Paper("特护期未办结事项清单", SpecialPeriod, lists={"事项": cases})
