"""Plans (工作打算): what the next period is to bring, each item with a person, a post and a day; held against what came of it."""

from django.db import models

from taizhang.indicators.aims import Comparison
from taizhang.indicators.fields import IndicatorField
from taizhang.ledgers.fields import PeriodField, QuantityField
from taizhang.ledgers.lawful import lawful
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.people.models import TOWN


class Plan(Record):
    """The plan of one period; its opening words begin the last part of the summary."""

    kept_at = TOWN
    read_below = True

    title = models.CharField("计划名称", max_length=60)
    period = PeriodField("计划期间")
    opening = models.CharField(
        "总体要求",
        max_length=500,
        blank=True,
        validators=[lawful],
        help_text="写在总结第三部分开头的话。",
    )
    drawn_up_on = models.DateField("制定日期", db_index=True)
    approved_by = models.CharField(
        "审定", max_length=60, blank=True, help_text="哪次会议或哪位领导审定。"
    )
    begins_on = models.DateField("期间起", null=True, editable=False)
    ends_on = models.DateField("期间止", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "工作计划"

    def __str__(self) -> str:
        return self.title


class Item(Record):
    """One piece of work of a plan, down to the post; `indicator` tells by itself whether its value was reached."""

    kept_at = TOWN
    read_below = True
    listed = ("plan", "task", "content", "owner", "deadline", "done_on")
    searched = ("content", "owner")
    sections = {
        "事项": "plan",
        "责任和期限": "owner",
        "用数衡量": "indicator",
        "结果": "done_on",
    }

    plan = models.ForeignKey(Plan, models.PROTECT, verbose_name="工作计划", related_name="items")
    turn = models.PositiveSmallIntegerField("序号", validators=AT_LEAST_ONE)
    task = models.CharField(
        "工作任务",
        max_length=80,
        validators=[lawful],
        help_text="总结里的小标题；几个事项属于同一任务的，写得一样。",
    )
    content = models.CharField("事项", max_length=120, validators=[lawful])
    measure = models.CharField("措施", max_length=300, validators=[lawful])
    owner = models.CharField("责任人", max_length=30, help_text="只填一人。")
    post = models.CharField("责任岗位", max_length=60, help_text="责任到人到岗，两样都要填。")
    units = models.CharField("配合单位", max_length=120, blank=True)
    listed_on = models.DateField("列入日期", db_index=True)
    deadline = models.DateField("完成期限", db_index=True)
    carried_from = models.CharField(
        "上期事项编号", max_length=40, blank=True, help_text="上期没有完成、接着办的，填它的编号。"
    )
    indicator = IndicatorField("挂钩指标", blank=True)
    comparison = models.CharField("怎样算达到", max_length=10, choices=Comparison, blank=True)
    target = QuantityField("目标值", null=True, blank=True, help_text="单位就是指标的单位。")
    tolerance = QuantityField("允许误差", null=True, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True, db_index=True)
    result = models.CharField("完成情况", max_length=300, blank=True, validators=[lawful])
    dropped_on = models.DateField("取消日期", null=True, blank=True)
    dropped_because = models.CharField("取消原因", max_length=200, blank=True)
    late_from = models.DateField("逾期起算日期", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "计划事项"

    def __str__(self) -> str:
        return f"{self.number}{self.content}"


class ItemLine(models.Model):
    """An item on the printed plan, with what has come of it."""

    turn = models.PositiveSmallIntegerField("序号")
    task = models.CharField("工作任务", max_length=80)
    content = models.CharField("事项", max_length=120)
    measure = models.CharField("措施", max_length=300)
    owner = models.CharField("责任人", max_length=30)
    post = models.CharField("责任岗位", max_length=60)
    deadline = models.DateField("完成期限")
    aim = models.CharField("目标", max_length=300)
    outcome = models.CharField("完成情况", max_length=400)

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "工作计划表的一行"

    def __str__(self) -> str:
        return self.content
