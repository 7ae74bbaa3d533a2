"""Mediation and hearings: where both sides meet before an opinion or instead of one."""

from django.db import models

from taizhang.lines.petitions.models.cases import OfACase
from taizhang.lines.petitions.models.registration import EMPTY, LATER


class Mediation(OfACase):
    """A mediation (调解): by a people's committee or by the office; free of charge, and never against a party's will."""

    class Kind(models.TextChoices):
        PEOPLE = "people", "人民调解"
        OFFICE = "office", "信访调解、和解"

    class Begun(models.TextChoices):
        ASKED = "asked", "当事人申请"
        OFFERED = "offered", "主动调解"

    class Form(models.TextChoices):
        WRITTEN = "written", "书面协议"
        ORAL = "oral", "口头协议"

    topic = "调解与听证"
    closed_fields = ("id", "number", "place", "petition", "kind", "begun_on", "agreed_on", "failed_on",
                     "performed_on", "confirmed_on")  # fmt: skip
    listed = ("petition", "kind", "begun_on", "agreed_on", "performed_on")

    kind = models.CharField("调解种类", max_length=10, choices=Kind)
    committee = models.CharField("调解组织", max_length=60)
    mediators = models.CharField("调解员", max_length=80)
    parties = models.CharField("各方当事人", max_length=200)
    dispute = models.CharField("争议事项", max_length=200)
    begun_by = models.CharField("启动方式", max_length=10, choices=Begun)
    begun_on = models.DateField("开始日期")
    refused = models.BooleanField("一方明确拒绝", default=False, db_default=False)
    agreed_on = models.DateField("达成协议日期", **LATER)
    form = models.CharField("协议形式", max_length=10, choices=Form, **EMPTY)
    agreement_no = models.CharField("协议编号", max_length=60, **EMPTY)
    facts = models.CharField("争议的主要事实", max_length=300, **EMPTY)
    agreement = models.CharField("协议内容", max_length=500, **EMPTY)
    performance = models.CharField("履行方式和期限", max_length=200, **EMPTY)
    performed_on = models.DateField("履行完毕日期", **LATER)
    failed_on = models.DateField("终止日期", **LATER, help_text="调解不成的，终止并告知其他途径。")
    confirmation_asked_on = models.DateField("共同申请司法确认日期", **LATER)
    confirmed_on = models.DateField("司法确认日期", **LATER)

    class Meta(OfACase.Meta):
        verbose_name = verbose_name_plural = "调解记录"


class Hearing(OfACase):
    """A hearing (听证) in handling or in re-review."""

    class Stage(models.TextChoices):
        HANDLING = "handling", "办理"
        REVIEW = "review", "复查"
        RE_REVIEW = "re_review", "复核"

    topic = "调解与听证"
    closed_fields = ("id", "number", "place", "petition", "stage", "held_on")
    listed = ("petition", "stage", "held_on", "presided_by")

    stage = models.CharField("听证阶段", max_length=10, choices=Stage)
    announced_on = models.DateField("通知日期", **LATER)
    held_on = models.DateField("听证日期")
    venue = models.CharField("听证地点", max_length=80)
    presided_by = models.CharField("主持人", max_length=40)
    attended_by = models.CharField("参加人", max_length=200)
    statements = models.CharField("各方陈述", max_length=500, **EMPTY)
    conclusion = models.CharField("听证结论", max_length=300, **EMPTY)

    class Meta(OfACase.Meta):
        verbose_name = verbose_name_plural = "听证记录"
