"""Special periods (特护期): days on which more leaders sit in. They concern days and cases, and no person is named."""

from django.db import models

from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import nothing_refused
from taizhang.people.models import TOWN


class SpecialPeriod(Record):
    """A span of days with a denser roster, and a list of the cases that are open by leader and clock.

    It has no list of people and no field for one: see docs/refusals.md, P1 and P2.
    """

    kept_at = TOWN

    name = models.CharField("名称", max_length=60, validators=[nothing_refused])
    since = models.DateField("起始日期")
    until = models.DateField("截止日期", help_text="当天仍在特护期。")
    basis = models.CharField("依据文件", max_length=200, blank=True)
    second_leader = models.BooleanField(
        "加派第二名领导", default=True, help_text="是：期内每个工作日白天排两名领导。"
    )
    night_shift = models.BooleanField(
        "安排夜间值班", default=True, help_text="是：期内每一天（含休息日）夜间都排一名领导。"
    )
    measures = models.CharField(
        "安排",
        max_length=500,
        blank=True,
        validators=[nothing_refused],
        help_text="加密坐班、逐件包案催办等；只写事和时限，不写人。",
    )

    listed = ("name", "since", "until", "second_leader", "night_shift")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "特护期"

    def __str__(self) -> str:
        return self.name
