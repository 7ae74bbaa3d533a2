"""The roster for the notice board, and the sheet on which roster, signatures and visits are held against one another."""

from collections.abc import Iterator
from datetime import date

from taizhang.documents.papers import Paper
from taizhang.ledgers.mentions import out_of_sight
from taizhang.lines.duty.models import DailyLog, DayLine, Roster, RosterDay, Shift, Visit

Key = tuple[date, str]
NONE = "—"
ORDER = {shift: turn for turn, shift in enumerate(Shift.values)}


def days(roster: Roster) -> Iterator[RosterDay]:
    """The days of a roster in order, daytime before the night."""
    yield from sorted(roster.days.all(), key=lambda one: (one.on, ORDER[one.shift]))


def reconciled(roster: Roster) -> Iterator[DayLine]:
    """Every day and shift within a roster's span that somebody was rostered for, wrote a log of, or came on."""
    there = {"place": roster.place_id, "on__range": (roster.since, roster.until)}
    rostered = {(one.on, one.shift): one for one in RosterDay.objects.filter(**there)}
    logs = {(one.on, one.shift): one for one in DailyLog.objects.filter(**there)}
    visits: dict[Key, list[Visit]] = {}
    for one in Visit.objects.filter(**there):
        visits.setdefault((one.on, one.shift), []).append(one)
    numbers = (one.petition_no for found in visits.values() for one in found)
    unseen = out_of_sight(Visit, "petition_no", roster.place_id, numbers)
    for key in sorted({*rostered, *logs, *visits}, key=lambda one: (one[0], ORDER[one[1]])):
        day, log, came = rostered.get(key), logs.get(key), visits.get(key, [])
        told = [*differences(day, log, came), *unheard(came, unseen)]
        yield line(key, day, log, came, "；".join(told) or "相符")


def line(
    key: Key, day: RosterDay | None, log: DailyLog | None, visits: list[Visit], remarks: str
) -> DayLine:
    """What the three ledgers say of one shift."""
    return DayLine(
        on=key[0],
        shift=key[1],
        leader=who(day),
        signed_by=log.signed_by if log else "",
        signed_on=log.signed_on if log else None,
        batches=str(log.batches) if log else NONE,
        registered=len(visits),
        petitions=sum(one.petition_no != "" for one in visits),
        remarks=remarks,
    )


def who(day: RosterDay | None) -> str:
    if day is None:
        return NONE
    return f"{day.substitute}（替{day.leader}）" if day.substitute else day.leader


def differences(day: RosterDay | None, log: DailyLog | None, visits: list[Visit]) -> Iterator[str]:
    """What does not agree, in words for the sheet."""
    if day is None:
        yield "没有坐班安排"
    yield from of_the_log(day, log, visits)


def unheard(visits: list[Visit], unseen: set[str]) -> Iterator[str]:
    """Visits that were to become petitions and have no number, or one that names no petition in sight."""
    registered = Visit.NextStep.REGISTERED
    if missing := sum(one.next_step == registered and not one.petition_no for one in visits):
        yield f"{missing}批要登记为信访件，没有编号"
    if unknown := [one.petition_no for one in visits if one.petition_no in unseen]:
        yield f"信访编号{'、'.join(unknown)}查不到"


def of_the_log(day: RosterDay | None, log: DailyLog | None, visits: list[Visit]) -> Iterator[str]:
    if log is None:
        yield "没有日志"
        return
    if log.signed_on is None:
        yield "没有签字"
    elif day and log.signed_by != day.sits_in:
        yield f"签字的不是{day.sits_in}"
    if log.batches != len(visits):
        yield f"日志{log.batches}批，登记{len(visits)}批"


roster_table = Paper(
    "坐班安排表", Roster, public=True, lists={"安排": days}, shown_whole=("phone",)
)
reconciliation = Paper("坐班对账单", Roster, lists={"对账": reconciled})
