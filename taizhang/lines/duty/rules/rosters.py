"""Rosters are published ahead, leave no working day out, and every day on them has its signed log."""

from django.db.models import Count, Exists, F, IntegerField, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Least
from django.db.models.lookups import GreaterThan, LessThan

from taizhang.ledgers.as_of import AsOf
from taizhang.ledgers.days import (
    calendar_days_between,
    day_before,
    is_worked,
    working_days_between,
)
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.duty.models import DailyLog, Roster, RosterDay, Shift, SpecialPeriod

RECEPTION = "信访条例（2005年）第10条、信访工作条例（2022年）第18条：乡镇负责人要定期接待来访"
PUBLISHED = "信访工作条例（2022年）第18条：公布接待的时间和地点"
OVER = Least(F("until"), AsOf())  # what of a span lies behind us


def rostered(shift: str, *, only_worked: bool) -> Coalesce:
    """How many days of the outer record's span somebody is rostered on for a shift."""
    days = RosterDay.objects.filter(
        place=OuterRef("place"),
        shift=shift,
        on__gte=OuterRef("since"),
        on__lte=Least(OuterRef("until"), AsOf()),
    )
    if only_worked:
        days = days.annotate(is_worked=is_worked("on")).filter(is_worked=True)
    counted = days.order_by().values("place").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


EARLIER = Subquery(
    Roster.objects.filter(place=OuterRef("place"), since__lt=OuterRef("since"))
    .order_by()
    .values("place")
    .annotate(last=Max("until"))
    .values("last")
)
WORKED = working_days_between(day_before("since"), OVER)
EVERY_DAY = calendar_days_between(day_before("since"), OVER)

# Asked once somebody is rostered for the period or later: a period is entered before its roster.
ROSTERED_AT_ALL = Exists(
    RosterDay.objects.filter(place=OuterRef("place"), on__gte=OuterRef("since"))
)

roster_ends_after_it_begins = Rule(
    "坐班表截止不早于起始",
    Roster,
    Q(until__lt=F("since")),
    "坐班表截止日期 {until} 早于起始日期 {since}，请核对。",
)
published_ahead = Rule(
    "坐班表提前公布",
    Roster,
    Q(published_on__isnull=False)
    & Q(
        LessThan(
            calendar_days_between("published_on", "since"), standard("duty.days_ahead", on="since")
        )
    ),
    "“{name}”从 {since} 起用，{published_on} 才公布，应提前 {limit} 天；请核对公布日期，下一份提前公布。",
    basis=PUBLISHED,
    ask=True,
    limit=standard("duty.days_ahead", on="since"),
)
published_at_all = Rule(
    "坐班表要公布",
    Roster,
    Q(published_on__isnull=True, since__lte=AsOf()),
    "“{name}”从 {since} 起用，没有填公布日期；请打印《坐班安排表》张贴，填上公布日期和地点。",
    basis=PUBLISHED,
    ask=True,
)
every_working_day = Rule(
    "坐班表排满工作日",
    Roster,
    Q(GreaterThan(WORKED, rostered(Shift.DAY, only_worked=True))),
    "“{name}”里有工作日没有排人：{unrostered}；请补上坐班安排，调休上班的周末也算工作日。",
    basis=RECEPTION,
    at_closing=True,
)
rosters_follow_on = Rule(
    "坐班表前后衔接",
    Roster,
    Q(GreaterThan(working_days_between(EARLIER, Least(day_before("since"), AsOf())), 0)),
    "上一份坐班表排到 {earlier}，“{name}”从 {since} 起，中间有工作日没有坐班表；请补一份，或核对起止日期。",
    basis=RECEPTION,
    at_closing=True,
    tells={"earlier": EARLIER},
)
roster_goes_on = Rule(
    "坐班表到期要接上",
    Roster,
    ~Exists(Roster.objects.filter(place=OuterRef("place"), until__gt=OuterRef("until")))
    & Q(GreaterThan(working_days_between("until", AsOf()), 0)),
    "坐班表只排到 {until}，以后的工作日没有坐班表；请排出下一份，提前公布。",
    basis=RECEPTION,
    ask=True,
)
within_its_roster = Rule(
    "坐班日在坐班表期间内",
    RosterDay,
    Q(on__lt=F("roster__since")) | Q(on__gt=F("roster__until")),
    "坐班日期 {on} 不在“{roster}”的起止日期以内，请核对日期，或换一份坐班表。",
)
rostered_on_a_working_day = Rule(
    "坐班日是工作日",
    RosterDay,
    Q(shift=Shift.DAY)
    & ~Q(is_worked("on"))
    & ~Exists(
        SpecialPeriod.objects.filter(
            place=OuterRef("place"), since__lte=OuterRef("on"), until__gte=OuterRef("on")
        )
    ),
    "{on} 按国务院放假安排不上班，也不在特护期；请核对日期，确实要坐班的不用改。",
    ask=True,
)
substitute_with_reason = Rule(
    "替班要写明原因",
    RosterDay,
    ~Q(substitute="") & Q(substitute_reason=""),
    "{on} 由{substitute}替{leader}坐班，没有写替班原因；请补上。",
)
substitute_is_somebody_else = Rule(
    "替班人不是本人",
    RosterDay,
    ~Q(substitute="") & Q(substitute=F("leader")),
    "替班领导和坐班领导都是{leader}；没有替班的，请清空替班领导。",
)
one_shift_a_day = Rule(
    "一人一天不排两班",
    RosterDay,
    Exists(
        RosterDay.objects.filter(
            place=OuterRef("place"), on=OuterRef("on"), leader=OuterRef("leader")
        ).exclude(pk=OuterRef("pk"))
    ),
    "{leader}在 {on} 排了两个班次，请核对是不是重复了。",
    ask=True,
)
every_day_is_signed = Rule(
    "坐班日要有签字的日志",
    RosterDay,
    Q(on__lte=AsOf())
    & ~Exists(
        DailyLog.objects.filter(
            place=OuterRef("place"),
            on=OuterRef("on"),
            shift=OuterRef("shift"),
            signed_on__isnull=False,
        )
    ),
    "{on}（{shift}）排了{leader}坐班，没有签了字的坐班日志；请补登日志并签字，没有来访的也要登记“当日无来访”。",
    basis="本镇坐班制度：每天都有登记、有签字",
    at_closing=True,
)
special_period_ends_after_it_begins = Rule(
    "特护期截止不早于起始",
    SpecialPeriod,
    Q(until__lt=F("since")),
    "特护期截止日期 {until} 早于起始日期 {since}，请核对。",
)
second_leader_every_working_day = Rule(
    "特护期每个工作日有第二名领导",
    SpecialPeriod,
    Q(ROSTERED_AT_ALL, second_leader=True)
    & Q(GreaterThan(WORKED, rostered(Shift.SECOND, only_worked=True))),
    "“{name}”要加派第二名领导，有的工作日没有排；请在坐班安排里补上班次“白天（第二名领导）”。",
    ask=True,
)
somebody_every_night = Rule(
    "特护期每天有夜间值班",
    SpecialPeriod,
    Q(ROSTERED_AT_ALL, night_shift=True)
    & Q(GreaterThan(EVERY_DAY, rostered(Shift.NIGHT, only_worked=False))),
    "“{name}”要安排夜间值班，有的日子没有排；请在坐班安排里补上班次“夜间”。",
    ask=True,
)
