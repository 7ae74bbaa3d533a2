"""Tasks to be followed up (督办), with their progress, the urging, and the extensions asked for."""

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.functional import SimpleLazyObject

from taizhang.lines.directives.models.common import EMPTY, LATER, OfficeRecord
from taizhang.lines.directives.models.meetings import Meeting, Unit

TASKS = "督办"


class Task(OfficeRecord):
    """One matter to be done by a day: one matter, one record.

    Worked out from the task, its progress and its extensions: `due_on`, the deadline as extended; `late_from`, the
    day after it, or after the working day that it rolls over to; `feedback_due_on`, when its next progress is due;
    `progress_on` and `percent`, as last reported; `last_report_on`, when it was last reported done; `ended_on`,
    closed or withdrawn.
    """

    class Source(models.TextChoices):
        MEETING = "meeting", "会议"
        DOCUMENT = "document", "文件"
        REMARK = "remark", "批示"
        HANDED = "handed", "上级交办"
        PUBLIC = "public", "群众反映"
        MEDIA = "media", "媒体反映"
        AUDIT = "audit", "巡察、审计整改"

    class Every(models.TextChoices):
        DAY = "day", "每日"
        WEEK = "week", "每周"
        TEN_DAYS = "ten_days", "每旬"
        MONTH = "month", "每月"
        QUARTER = "quarter", "每季"
        ONCE = "once", "办结时一次"

    topic = TASKS
    listed = ("title", "lead_unit", "responsible", "due_on", "percent")
    filtered = ("source", "deadline", "due_on", "closed_on")
    sections = {"交办": "lead_leader", "办理": "registered_on", "销号": "verified_by"}

    title = models.CharField("督办事项", max_length=120, db_index=True)
    source = models.CharField("事项来源", max_length=10, choices=Source)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, verbose_name="来源会议", related_name="tasks", **LATER
    )
    source_no = models.CharField("来源文号", max_length=80, **EMPTY)
    content = models.CharField("内容及要求", max_length=1000, **EMPTY)

    lead_leader = models.CharField("牵头领导", max_length=40)
    lead_unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="牵头单位", related_name="tasks"
    )
    co_units = models.CharField("协办单位", max_length=200, **EMPTY, help_text="用顿号隔开。")
    responsible = models.CharField("责任人", max_length=80, help_text="几个人的用顿号隔开。")
    measure = models.CharField("完成标准", max_length=300)
    deadline = models.DateField("原定期限", help_text="延期另登记“延期申请”，这里不改。")
    every = models.CharField("反馈周期", max_length=10, choices=Every)

    registered_on = models.DateField("立项日期", db_index=True)
    noticed_on = models.DateField("交办日期", **LATER)
    accepted_on = models.DateField("签收日期", **LATER)
    reported_on = models.DateField("报结日期", **LATER)
    reported_by = models.CharField("报结人", max_length=40, **EMPTY)
    result = models.CharField("办理结果", max_length=1000, **EMPTY)
    returned_on = models.DateField("退回重办日期", **LATER)
    return_reason = models.CharField("退回原因", max_length=300, **EMPTY)
    reported_again_on = models.DateField("再次报结日期", **LATER)

    verified_by = models.CharField("核实人", max_length=40, **EMPTY)
    verified_on = models.DateField("核实日期", **LATER)
    finding = models.CharField("核实情况", max_length=500, **EMPTY)
    evidence = models.CharField(
        "销号依据", max_length=500, **EMPTY, help_text="写明凭什么销号；也可以附照片、扫描件。"
    )
    closed_by = models.CharField("销号人", max_length=40, **EMPTY)
    closed_on = models.DateField("销号日期", **LATER)
    withdrawn_on = models.DateField("撤销（并案）日期", **LATER)
    withdrawn_why = models.CharField("撤销（并案）原因", max_length=300, **EMPTY)

    due_on = models.DateField("现定期限", null=True, editable=False, db_index=True)
    late_from = models.DateField("逾期起算日", null=True, editable=False, db_index=True)
    feedback_due_on = models.DateField("应反馈日期", null=True, editable=False)
    progress_on = models.DateField("最近反馈日期", null=True, editable=False)
    percent = models.PositiveSmallIntegerField("完成进度（%）", null=True, editable=False)
    last_report_on = models.DateField("最近报结日期", null=True, editable=False)
    ended_on = models.DateField("办结（撤销）日期", null=True, editable=False, db_index=True)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "督办事项"

    def __str__(self) -> str:
        return f"{self.title}（{self.number}）"


class OfTask(OfficeRecord):
    """Something that happened to a task."""

    topic = TASKS

    task = models.ForeignKey(
        Task, models.PROTECT, verbose_name="督办事项", related_name="%(class)s_set"
    )

    class Meta(OfficeRecord.Meta):
        abstract = True

    def values(self) -> dict[str, Any]:
        """With the deadline of the task as it was set, and the day it ended."""
        return super().values() | {
            "deadline": SimpleLazyObject(lambda: self.task.deadline),
            "ended_on": SimpleLazyObject(lambda: self.task.ended_on),
        }


class Progress(OfTask):
    """One report of how far a task has come."""

    progress_on = models.DateField("反馈日期")
    percent = models.PositiveSmallIntegerField(
        "完成进度（%）", validators=[MaxValueValidator(100, "不超过 100。")]
    )
    content = models.CharField("进展情况", max_length=1000)
    told_by = models.CharField("反馈人", max_length=40)

    class Meta(OfTask.Meta):
        verbose_name = verbose_name_plural = "办理进展"


class Urging(OfTask):
    """A reminder to whoever has a task, to be answered by a day."""

    class How(models.TextChoices):
        PAPER = "paper", "书面"
        PHONE = "phone", "电话"
        VISIT = "visit", "当面"

    urged_on = models.DateField("催办日期")
    how = models.CharField("催办方式", max_length=10, choices=How)
    urged_by = models.CharField("催办人", max_length=40)
    content = models.CharField("催办内容", max_length=500)
    answer_by = models.DateField("要求答复日期")
    answered_on = models.DateField("答复日期", **LATER)
    answer = models.CharField("答复情况", max_length=500, **EMPTY)

    class Meta(OfTask.Meta):
        verbose_name = verbose_name_plural = "催办"


class Extension(OfTask):
    """A later day asked for, before the deadline; it counts once it is approved."""

    asked_on = models.DateField("申请日期")
    asked_by = models.CharField("申请人", max_length=40)
    until = models.DateField("申请延至")
    reason = models.CharField("延期原因", max_length=300)
    approved_on = models.DateField("批准延期日期", **LATER)
    refused_on = models.DateField("不予延期日期", **LATER)
    decided_by = models.CharField("批准人", max_length=40, **EMPTY)

    class Meta(OfTask.Meta):
        verbose_name = verbose_name_plural = "延期申请"
        indexes = [models.Index(fields=["task", "approved_on"], name="extensions_of_a_task")]

    def values(self) -> dict[str, Any]:
        """With the deadline in force on the day it was asked for."""
        return super().values() | {"in_force": SimpleLazyObject(self.in_force)}

    def in_force(self) -> date:
        granted = self.task.extension_set.filter(approved_on__lte=self.asked_on)
        earlier = [one.until for one in granted if one.pk != self.pk]
        deadline: date = max([self.task.deadline, *earlier])
        return deadline
