"""Standing meetings (例会): what was laid down, and each turn of it, held or not. For the town only, of nobody apart."""

from django.db import models

from taizhang.lines.directives.models.common import EMPTY, LATER, OfficeRecord
from taizhang.lines.directives.models.groups import GROUPS, LeadingGroup
from taizhang.lines.directives.models.meetings import Meeting


class Cadence(OfficeRecord):
    """A standing meeting that was laid down: weekly huddle, monthly exchange on the spot."""

    class Kind(models.TextChoices):
        HUDDLE = "huddle", "周碰头会"
        EXCHANGE = "exchange", "月现场交流会"
        OTHER = "other", "其他例会"

    class Every(models.TextChoices):
        WEEK = "week", "每周"
        MONTH = "month", "每月"
        QUARTER = "quarter", "每季"

    topic = GROUPS

    name = models.CharField("例会名称", max_length=80)
    group = models.ForeignKey(
        LeadingGroup, models.PROTECT, verbose_name="领导小组", related_name="cadences", **LATER
    )
    kind = models.CharField("例会类别", max_length=10, choices=Kind)
    every = models.CharField("召开周期", max_length=10, choices=Every)
    since = models.DateField("起用日期")
    until = models.DateField("停用日期", **LATER)
    basis_no = models.CharField("依据文号", max_length=80, **EMPTY)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "例会制度"

    def __str__(self) -> str:
        return self.name


class Session(OfficeRecord):
    """One turn of a standing meeting: between which days it was to be held, and the meeting that it became."""

    topic = GROUPS

    cadence = models.ForeignKey(
        Cadence, models.PROTECT, verbose_name="例会制度", related_name="sessions"
    )
    begins_on = models.DateField("期次起")
    due_on = models.DateField("应开日期", help_text="这一期最迟哪天开。")
    held_on = models.DateField("实开日期", **LATER)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, verbose_name="会议", related_name="sessions", **LATER
    )
    skipped_why = models.CharField("未开原因", max_length=200, **EMPTY)
    skipped_on = models.DateField("确定不开日期", **LATER)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "例会期次"
        indexes = [models.Index(fields=["cadence", "begins_on"], name="sessions_of_a_cadence")]
