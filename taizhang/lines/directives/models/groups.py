"""Leading groups (领导小组), and who sat in them from when to when."""

from django.db import models

from taizhang.lines.directives.models.common import EMPTY, LATER, OfficeRecord

GROUPS = "领导小组和例会"


class LeadingGroup(OfficeRecord):
    """A leading group, set up by a document."""

    topic = GROUPS
    read_below = True

    name = models.CharField("小组名称", max_length=80)
    basis_no = models.CharField("成立文号", max_length=80)
    founded_on = models.DateField("成立日期")
    dissolved_on = models.DateField("撤销日期", **LATER)
    duties = models.CharField("小组职责", max_length=500, **EMPTY)
    office_at = models.CharField("办公室设在", max_length=80, **EMPTY)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "领导小组"

    def __str__(self) -> str:
        return self.name


class GroupMember(OfficeRecord):
    """Who held which seat in a leading group, from the first day to the day before `until`."""

    class Seat(models.TextChoices):
        HEAD = "head", "组长"
        EXECUTIVE = "executive", "常务副组长"
        DEPUTY = "deputy", "副组长"
        MEMBER = "member", "成员"
        OFFICE_HEAD = "office_head", "办公室主任"

    topic = GROUPS
    read_below = True

    group = models.ForeignKey(
        LeadingGroup, models.PROTECT, verbose_name="领导小组", related_name="members"
    )
    seat = models.CharField("小组职务", max_length=12, choices=Seat)
    name = models.CharField("姓名", max_length=40, help_text="单位整体参加的写单位名称。")
    post = models.CharField("单位及职务", max_length=80, **EMPTY)
    since = models.DateField("任职日期")
    until = models.DateField("免职日期", **LATER, help_text="从这一天起不再担任。")
    basis_no = models.CharField("任免文号", max_length=80, **EMPTY)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "领导小组成员"
        indexes = [models.Index(fields=["group", "seat", "since"], name="seats_of_a_group")]
