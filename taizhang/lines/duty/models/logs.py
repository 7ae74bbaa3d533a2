"""Daily logs (坐班日志): what a duty day brought, signed by whoever sat in. A day without visitors is signed as well."""

from typing import Any

from django.db import models
from django.db.models import Count, Sum
from django.utils.functional import SimpleLazyObject

from taizhang.ledgers.record import Record
from taizhang.lines.duty.models.rosters import RosterDay, Shift
from taizhang.people.models import TOWN

NOBODY = "（没有排人）"


class DailyLog(Record):
    """The entry of one day and shift. That nobody came is an entry too (当日无来访); no entry says nothing at all."""

    class Came(models.TextChoices):
        NOBODY = "nobody", "当日无来访"
        VISITORS = "visitors", "有来访"

    kept_at = TOWN

    on = models.DateField("日期", db_index=True)
    shift = models.CharField("班次", max_length=8, choices=Shift, default=Shift.DAY)
    came = models.CharField("来访情况", max_length=10, choices=Came)
    batches = models.PositiveSmallIntegerField("来访批次", default=0, help_text="没有来访填 0。")
    people = models.PositiveSmallIntegerField("来访人次", default=0, help_text="没有来访填 0。")
    events = models.CharField(
        "值班情况", max_length=500, blank=True, help_text="处理了什么事、交办给谁。"
    )
    recorder = models.CharField("记录人", max_length=40)
    signed_by = models.CharField("签字领导", max_length=40, blank=True)
    signed_on = models.DateField("签字日期", null=True, blank=True)

    listed = ("on", "shift", "came", "people", "signed_by", "signed_on")
    searched = ("signed_by",)
    filtered = ("shift", "came", "on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "坐班日志"
        ordering = ["on", "shift"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["place", "on", "shift"],
                name="duty_one_log_a_shift",
                violation_error_message="这一天这个班次已经有日志，请在原来那条上改。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}{self.get_shift_display()}坐班日志"

    def values(self) -> dict[str, Any]:
        """With who was rostered and what is registered of visits, worked out only for a message that says it."""
        return super().values() | {
            "rostered": SimpleLazyObject(self.rostered),
            "registered_batches": SimpleLazyObject(lambda: self.registered()["batches"]),
            "registered_people": SimpleLazyObject(lambda: self.registered()["people"] or 0),
        }

    def rostered(self) -> str:
        """The leader of the roster, and who takes over."""
        day = RosterDay.objects.filter(place=self.place_id, on=self.on, shift=self.shift).first()
        if day is None:
            return NOBODY
        return f"{day.leader}（替班{day.substitute}）" if day.substitute else day.leader

    def registered(self) -> dict[str, Any]:
        """Visits of this shift in the visitor log."""
        visits = self._meta.apps.get_model("duty", "Visit").objects
        same = visits.filter(place=self.place_id, on=self.on, shift=self.shift)
        return same.aggregate(batches=Count("pk"), people=Sum("people"))
