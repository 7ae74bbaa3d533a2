"""What was found when a finished house was inspected (验收), beside what had been approved."""

from django.db import models
from django.db.models import Q

from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.lines.housing.models.approvals import Approval, day, measure, opinion
from taizhang.lines.housing.models.households import by


class Acceptance(Record):
    """One inspection of a finished house. A house that fails is put right and inspected again: another row."""

    topic = "审批和到场"

    class OldHouse(models.TextChoices):
        NOT_APPLICABLE = "not_applicable", "不适用"
        DONE = "done", "适用，已落实"
        NOT_YET = "not_yet", "适用，未落实"

    approval = models.ForeignKey(
        Approval,
        models.PROTECT,
        verbose_name="建房审批",
        related_name="acceptances",
        db_index=False,
    )
    applied_on = models.DateField("申请验收日期")
    inspected_on = day("到场验收日期")
    homestead_area = measure("实际宅基地面积")
    footprint = measure("实际房基占地面积")
    floor_area = measure("实际建筑面积")
    storeys = models.PositiveSmallIntegerField(
        "实际层数", validators=AT_LEAST_ONE, null=True, blank=True
    )
    height = measure("实际建筑高度", "米")
    old_house = models.CharField(
        "旧房拆除和宅基地退还", max_length=16, choices=OldHouse, blank=True
    )
    old_house_on = day("旧房旧宅落实日期")
    agriculture_on = day("农业农村验收日期")
    agriculture_opinion = opinion("农业农村验收意见")
    natural_resources_on = day("自然资源验收日期")
    natural_resources_opinion = opinion("自然资源验收意见")
    handlers = models.CharField("验收经办人", max_length=120, blank=True)
    town_opinion = opinion("乡镇验收意见")
    passed_on = day("验收合格日期", "乡镇签署合格意见之日。")
    failed_on = day("验收不合格日期")
    failure = models.CharField("不合格情况和整改要求", max_length=500, blank=True)

    listed = ("approval", "inspected_on", "homestead_area", "passed_on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "竣工验收"
        indexes = [by("approval", "acceptance_approval")]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["approval"],
                condition=Q(passed_on__isnull=False),
                name="housing_acceptance_passed_once",
                violation_error_message="这件建房审批已有一次验收合格，请核对审批编号。",
            ),
        ]
