"""The list of problems (问题清单): what is wrong, who mends it, by when, how far it is, and how it was found to be mended."""

from django.db import models

from taizhang.ledgers.lawful import lawful
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.people.models import TOWN


class Category(Record):
    """A head under which problems are told together, such as 三大历史遗留问题; the office words it."""

    kept_at = TOWN
    read_below = True

    title = models.CharField("类别名称", max_length=60)
    turn = models.PositiveSmallIntegerField("序号", validators=AT_LEAST_ONE)
    wording = models.CharField(
        "总结里怎么说", max_length=60, help_text="接在类别名称后面，如：仍然存在、仍然严峻。"
    )
    used_from = models.DateField("启用日期", db_index=True)
    retired_on = models.DateField("停用日期", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "问题类别"

    def __str__(self) -> str:
        return self.title


class Problem(Record):
    """One problem from the day it is listed to the day it is struck off with evidence, by somebody else than its owner.

    What is still open when a period ends stands in the next one without anybody writing it down again.
    """

    kept_at = TOWN
    read_below = True
    listed = ("category", "title", "owner", "raised_on", "due_on", "closed_on")
    searched = ("title", "owner")
    sections = {
        "问题和责任": "category",
        "期限": "deadline",
        "整改和销号": "reported_on",
    }

    category = models.ForeignKey(
        Category, models.PROTECT, verbose_name="问题类别", related_name="problems"
    )
    title = models.CharField("问题名称", max_length=60, help_text="几个字，如：土地矛盾。")
    description = models.CharField("具体表现", max_length=300, validators=[lawful])
    source = models.CharField(
        "问题来源", max_length=120, blank=True, help_text="会议、巡察、审计、群众反映等。"
    )
    owner = models.CharField("责任领导", max_length=30, help_text="只填一人。")
    post = models.CharField("责任岗位", max_length=60)
    unit = models.CharField("责任单位", max_length=60, blank=True)
    measures = models.CharField("整改措施", max_length=300, validators=[lawful])
    goal = models.CharField(
        "销号标准", max_length=200, validators=[lawful], help_text="做到什么样算解决了。"
    )
    raised_on = models.DateField("列入日期", db_index=True)
    deadline = models.DateField("整改期限")
    extended_on = models.DateField("延期批准日期", null=True, blank=True)
    extended_to = models.DateField("延期至", null=True, blank=True)
    extended_by = models.CharField("延期批准人", max_length=30, blank=True)
    extended_because = models.CharField("延期原因", max_length=200, blank=True)
    reported_on = models.DateField("报请销号日期", null=True, blank=True)
    verified_by = models.CharField("核实人", max_length=30, blank=True)
    evidence = models.CharField(
        "销号依据", max_length=200, blank=True, help_text="看到了什么、凭什么材料；材料附在记录上。"
    )
    closed_on = models.DateField("销号日期", null=True, blank=True, db_index=True)
    due_on = models.DateField("应完成日期", null=True, editable=False, db_index=True)
    late_from = models.DateField("逾期起算日期", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "问题"

    def __str__(self) -> str:
        return f"{self.number}{self.title}"


class Progress(Record):
    """What was done about a problem on a day."""

    kept_at = TOWN
    read_below = True

    problem = models.ForeignKey(
        Problem, models.PROTECT, verbose_name="问题", related_name="progress"
    )
    on = models.DateField("日期", db_index=True)
    text = models.CharField("进展情况", max_length=300, validators=[lawful])
    by = models.CharField("填报人", max_length=30)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "问题进展"
