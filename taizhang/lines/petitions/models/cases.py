"""The 'four ones' (四个一): one case, one leader, one team, followed to the end."""

from django.db import models
from django.db.models import Q

from taizhang.ledgers.record import Record
from taizhang.lines.petitions.models.petitions import Petition
from taizhang.lines.petitions.models.registration import EMPTY, LATER
from taizhang.people.models import TOWN

OF_A_CASE = ~Q(petition__kind="accusation") & ~Q(petition__purpose="accusation")


class OfACase(Record):
    """What belongs to a petition: seen with it, and closed without names."""

    kept_at = TOWN
    seen_with = "petition"
    closed_rows = OF_A_CASE

    petition = models.ForeignKey(
        Petition, models.PROTECT, verbose_name="信访事项编号", related_name="%(class)ss"
    )

    class Meta(Record.Meta):
        abstract = True


class CaseLeader(OfACase):
    """Who answers for a case, from a day on, until somebody else does.

    There is no end to fill in: one leader follows another, so there is exactly one on every day, and nobody's
    responsibility lapses by itself.
    """

    topic = "四个一"
    closed_fields = ("id", "number", "place", "petition", "since", "until")
    listed = ("petition", "leader", "title", "since", "until")

    leader = models.CharField("负责领导姓名", max_length=40)
    title = models.CharField("职务", max_length=60)
    since = models.DateField("起始日期")
    reason = models.CharField(
        "交接原因",
        max_length=200,
        **EMPTY,
        help_text="前面已有负责领导的要写；换人不等于卸责，记录一直留着。",
    )
    until = models.DateField("交接日期", null=True, editable=False)

    class Meta(OfACase.Meta):
        verbose_name = verbose_name_plural = "负责领导"
        constraints = [
            *OfACase.Meta.constraints,
            models.UniqueConstraint(
                fields=["petition", "since"],
                name="petitions_one_leader_at_a_time",
                violation_error_message="这件信访从这一天起已经有负责领导了；一件事同一时间只有一名负责领导，"
                "要换人的，把起始日期写成交接那一天。",
            ),
        ]


class TeamMember(OfACase):
    """One of the team behind the leader."""

    topic = "四个一"
    closed_fields = ("id", "number", "place", "petition", "since", "until")
    listed = ("petition", "name", "post", "since", "until")

    name = models.CharField("成员姓名", max_length=40)
    post = models.CharField("单位和职务", max_length=60)
    duty = models.CharField("分工", max_length=120, **EMPTY)
    since = models.DateField("参加日期")
    until = models.DateField("退出日期", **LATER)

    class Meta(OfACase.Meta):
        verbose_name = verbose_name_plural = "工作专班成员"


class FollowUp(OfACase):
    """What was done for a case on a day. It is about the matter: nobody's whereabouts belong here."""

    class Kind(models.TextChoices):
        VISIT = "visit", "上门听取意见"
        INQUIRY = "inquiry", "调查核实"
        MEETING = "meeting", "会商研究"
        EXPLAINED = "explained", "政策解释"
        URGED = "urged", "催办督办"
        CARRIED_OUT = "carried_out", "落实处理意见"
        OTHER = "other", "其他"

    topic = "四个一"
    closed_fields = ("id", "number", "place", "petition", "followed_on", "kind")
    listed = ("petition", "followed_on", "kind", "done", "done_by")

    followed_on = models.DateField("跟进日期")
    kind = models.CharField("跟进方式", max_length=12, choices=Kind)
    done = models.CharField("做了什么", max_length=300)
    done_by = models.CharField("经办人", max_length=60)
    next_step = models.CharField("下一步", max_length=200, **EMPTY)
    next_on = models.DateField("下一步日期", **LATER)
    duty_record = models.CharField(
        "接访登记编号", max_length=40, **EMPTY, help_text="领导接访时办的，写那次接访登记的编号。"
    )

    class Meta(OfACase.Meta):
        verbose_name = verbose_name_plural = "跟进记录"
