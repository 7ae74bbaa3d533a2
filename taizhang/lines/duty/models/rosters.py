"""Rosters (坐班表): a table published ahead for a span of days, and who sits in on each of them."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.functional import SimpleLazyObject

from taizhang.core.calendar import CalendarUnknown, is_working_day
from taizhang.ledgers.as_of import judged_day
from taizhang.ledgers.fields import PhoneField
from taizhang.ledgers.marked_days import MarkedDay, MarkedDays, Tone
from taizhang.ledgers.record import Record
from taizhang.lines.duty.models.periods import SpecialPeriod
from taizhang.people.models import TOWN

DAY = timedelta(days=1)
SATURDAY = 5
SHOWN = 5  # days that a message names
TONES = {Tone.GOOD: "已签字", Tone.LATE: "过了没有签字", Tone.OPEN: "还没有到"}
SHORT = {"second": "第二名", "night": "夜间"}


class Shift(models.TextChoices):
    """One leader for each: the second one and the night belong to special periods."""

    DAY = "day", "白天"
    SECOND = "second", "白天（第二名领导）"
    NIGHT = "night", "夜间"


class Roster(Record):
    """A roster as it is published: for which days, and on which day it was posted."""

    kept_at = TOWN

    name = models.CharField("名称", max_length=80)
    since = models.DateField("起始日期", db_index=True)
    until = models.DateField("截止日期")
    published_on = models.DateField("公布日期", null=True, blank=True)
    published_at = models.CharField(
        "公布地点", max_length=120, blank=True, help_text="政务公开栏、网站等。"
    )
    phone = PhoneField("咨询电话", blank=True)
    special_period = models.ForeignKey(
        SpecialPeriod,
        models.PROTECT,
        verbose_name="特护期",
        related_name="rosters",
        null=True,
        blank=True,
    )

    listed = ("name", "since", "until", "published_on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "坐班表"

    def __str__(self) -> str:
        return self.name

    def values(self) -> dict[str, Any]:
        """With the working days nobody is rostered on, worked out only for a message that says them."""
        return super().values() | {
            "unrostered": SimpleLazyObject(lambda: listed_days(self.unrostered())),
            "as_of": SimpleLazyObject(judged_day),
        }

    def marked_days(self) -> MarkedDays:
        """Every shift of the roster on a calendar: signed, over and not signed, or still to come."""
        return MarkedDays("坐班月历", [one.marked() for one in self.shifts_with_logs()], TONES)

    def shifts_with_logs(self) -> "QuerySet[RosterDay]":
        """The shifts of the roster in order, each with its log's signature and how many came."""
        logs = self._meta.apps.get_model("duty", "DailyLog").objects.filter(
            place=OuterRef("place"), on=OuterRef("on"), shift=OuterRef("shift")
        )
        return self.days.annotate(
            signed_on=Subquery(logs.values("signed_on")[:1]),
            batches=Subquery(logs.values("batches")[:1]),
        ).order_by("on", "number")

    def unrostered(self) -> list[date]:
        """The working days of the roster, as far as they are over, without anybody in daytime."""
        days = RosterDay.objects.filter(place=self.place_id, shift=Shift.DAY)
        taken = set(days.filter(on__range=(self.since, self.until)).values_list("on", flat=True))
        over = (day for day in self.span() if day <= judged_day())
        return [day for day in over if is_worked(day) and day not in taken]

    def span(self) -> list[date]:
        """Every day of the roster."""
        return [self.since + n * DAY for n in range((self.until - self.since).days + 1)]


class RosterDay(Record):
    """One leader on one day and shift, and who took over for what reason."""

    kept_at = TOWN

    roster = models.ForeignKey(Roster, models.PROTECT, verbose_name="坐班表", related_name="days")
    on = models.DateField("坐班日期", db_index=True)
    shift = models.CharField("班次", max_length=8, choices=Shift, default=Shift.DAY)
    leader = models.CharField("坐班领导", max_length=40)
    title = models.CharField("职务", max_length=60)
    in_charge = models.CharField("分管工作", max_length=120, blank=True)
    location = models.CharField("坐班地点", max_length=60)
    hours = models.CharField("坐班时间", max_length=60, help_text="如：8:30—12:00，14:30—17:30。")
    substitute = models.CharField(
        "替班领导", max_length=40, blank=True, help_text="没有替班的空着。"
    )
    substitute_title = models.CharField("替班领导职务", max_length=60, blank=True)
    substitute_reason = models.CharField("替班原因", max_length=120, blank=True)

    listed = ("on", "shift", "leader", "title", "substitute")
    searched = ("leader", "substitute")
    filtered = ("shift", "on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "坐班安排"
        ordering = ["on", "shift"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["place", "on", "shift"],
                name="duty_one_leader_a_shift",
                violation_error_message="这一天这个班次已经排了领导；换人坐班请在原来那条填替班领导和原因。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}{self.get_shift_display()}"

    def marked(self) -> MarkedDay:
        """The shift as a word on a calendar; it has been read with its log's signature."""
        who = self.sits_in if self.shift == Shift.DAY else f"{self.sits_in}（{SHORT[self.shift]}）"
        if self.signed_on:
            came = f"，来访{self.batches}批" if self.batches else ""
            return MarkedDay(self.on, f"{who}　已签{came}", Tone.GOOD, self)
        if self.on <= judged_day():
            return MarkedDay(self.on, f"{who}　未签", Tone.LATE, self)
        return MarkedDay(self.on, who, Tone.OPEN, self)

    @property
    def sits_in(self) -> str:
        """Whoever is to sit in after all."""
        return self.substitute or self.leader


def is_worked(day: date) -> bool:
    """As the database counts working days: by weekday where the year's calendar is not out yet."""
    try:
        return is_working_day(day)
    except CalendarUnknown:
        return day.weekday() < SATURDAY


def listed_days(days: list[date]) -> str:
    """2018-02-22、2018-02-23等6天."""
    named = "、".join(map(str, days[:SHOWN]))
    return f"{named}等{len(days)}天" if len(days) > SHOWN else named
