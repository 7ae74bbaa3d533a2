"""A log is signed by whoever sat in, and says of visitors what the visitor log says."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from taizhang.ledgers.rules import Rule
from taizhang.lines.duty.models import DailyLog, RosterDay, Visit

SAME = {"place": OuterRef("place"), "on": OuterRef("on"), "shift": OuterRef("shift")}
SIGNED_AS_ROSTERED = Q(leader=OuterRef("signed_by"), substitute="") | Q(
    substitute=OuterRef("signed_by")
)


def visits(total: Count | Sum) -> Coalesce:
    """What the visitor log has for the outer record's day and shift."""
    found = Visit.objects.filter(**SAME).order_by().values("place").annotate(n=total)
    return Coalesce(Subquery(found.values("n"), output_field=IntegerField()), 0)


# Asked once a roster reaches that day.
log_has_its_roster = Rule(
    "日志要有坐班安排",
    DailyLog,
    ~Exists(RosterDay.objects.filter(**SAME))
    & Exists(RosterDay.objects.filter(place=OuterRef("place"), on__gte=OuterRef("on"))),
    "{on}（{shift}）有日志，没有坐班安排；请补上坐班安排，或核对日期和班次。",
    ask=True,
)
signed_by_who_was_rostered = Rule(
    "签字的是坐班领导或替班领导",
    DailyLog,
    ~Q(signed_by="")
    & Exists(RosterDay.objects.filter(**SAME))
    & ~Exists(RosterDay.objects.filter(SIGNED_AS_ROSTERED, **SAME)),
    "{on}（{shift}）应由{rostered}坐班，签字的是{signed_by}；临时换人的，请在坐班安排里填替班领导和原因。",
    at_closing=True,
)
signed_with_its_date = Rule(
    "签字人与签字日期一同填",
    DailyLog,
    Q(signed_by="", signed_on__isnull=False) | (~Q(signed_by="") & Q(signed_on__isnull=True)),
    "签字领导、签字日期只填了一个；请两样都填，没有签的都空着。",
)
nobody_is_nought = Rule(
    "当日无来访的批次人次为零",
    DailyLog,
    Q(came=DailyLog.Came.NOBODY) & (Q(batches__gt=0) | Q(people__gt=0)),
    "填了“当日无来访”，来访却写了 {batches} 批次、{people} 人次；请核对是哪一个填错了。",
)
visitors_are_counted = Rule(
    "有来访要写批次人次",
    DailyLog,
    Q(came=DailyLog.Came.VISITORS) & (Q(batches=0) | Q(people__lt=F("batches"))),
    "填了“有来访”，批次是 {batches}、人次是 {people}；至少 1 批次，每批次至少 1 人。",
)
log_agrees_with_visits = Rule(
    "日志与接访登记相符",
    DailyLog,
    ~Q(Exact(visits(Count("pk")), F("batches"))) | ~Q(Exact(visits(Sum("people")), F("people"))),
    "{on}（{shift}）日志写来访 {batches} 批次、{people} 人次，接访登记是 {registered_batches} 批次、"
    "{registered_people} 人次；请逐批补登，或改正日志。",
    at_closing=True,
)
