"""Linkage projects: what was planned and approved, and how they were accepted, filed and settled."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q, Sum
from django.utils.functional import SimpleLazyObject

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.people.models import TOWN

# A text that may stay empty; the database fills it in too, for rows that come past the models.
EMPTY = {"blank": True, "default": "", "db_default": ""}
LATER = {"null": True, "blank": True}
MU = {"unit": "亩", "validators": POSITIVE}
ZERO = Decimal(0)


class Project(Record):
    """A linkage project: old plots to be reclaimed and new plots to be built on, approved together.

    In the words of the rules: `old_area` is A_old, `new_area` N_plan, `approved_area` the quota approved, Q.
    """

    class Approver(models.TextChoices):
        PROVINCE = "province", "省级"
        PREFECTURE = "prefecture", "市（州）级"
        COUNTY = "county", "县级"

    class SurplusUse(models.TextChoices):
        INSIDE = "inside", "县内使用"
        TRANSFER = "transfer", "节余流转"

    kept_at = TOWN
    read_below = True
    listed = ("name", "document_no", "approved_area", "approved_on", "ends_on")

    name = models.CharField("项目名称", max_length=80)
    plan_name = models.CharField("实施方案名称", max_length=120, **EMPTY)
    plan_no = models.CharField("方案编号", max_length=60, **EMPTY)
    planned_on = models.DateField("方案编制日期", **LATER)
    document_no = models.CharField("批准文号", max_length=60)
    approver = models.CharField("批准部门", max_length=12, choices=Approver, **EMPTY)
    approved_area = QuantityField("批准规模", **MU)
    approved_on = models.DateField("批准日期")
    ends_on = models.DateField("到期日期", help_text="指标应在此日之前归还。")
    replanned_on = models.DateField("重新规划日期", **LATER, help_text="到期没有完成的填。")
    extended_to = models.DateField("重新规划后的到期日期", **LATER)
    surplus_use = models.CharField("节余指标用途", max_length=10, choices=SurplusUse, **EMPTY)

    old_area = QuantityField(
        "拆旧区面积", **MU, **LATER, help_text="拆旧地块实测面积之和，不是复垦面积。"
    )
    planned_reclaimed_area = QuantityField("规划复垦面积", **MU, **LATER)
    planned_cultivated_area = QuantityField("规划复垦耕地面积", unit="亩", **LATER)
    new_area = QuantityField("规划建新面积", **MU, **LATER)
    new_cultivated_area = QuantityField("规划建新占用耕地", unit="亩", **LATER)

    poor_county = models.BooleanField("贫困县项目", default=False, db_default=False)
    early_draw_area = QuantityField(
        "预支节余指标", **MU, **LATER, help_text="贫困县在验收以前先用的节余指标；没有的空着。"
    )

    applied_on = models.DateField("申请验收日期", **LATER)
    first_checked_on = models.DateField("县级初验日期", **LATER)
    first_check_no = models.CharField("县级初验文号", max_length=60, **EMPTY)
    accepted_on = models.DateField("最终验收日期", **LATER)
    acceptance_no = models.CharField("最终验收文号", max_length=60, **EMPTY)
    filed_on = models.DateField("监管系统备案日期", **LATER)
    filing_no = models.CharField("备案编号", max_length=60, **EMPTY)
    confirmed_on = models.DateField("确认书日期", **LATER)
    confirmation_no = models.CharField("确认书编号", max_length=60, **EMPTY)
    confirmed_area = QuantityField("确认书面积", **MU, **LATER)
    settled_on = models.DateField(
        "结清日期", **LATER, help_text="指标全部归还、没有余下的待用指标之日。"
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "增减挂钩项目"

    def values(self) -> dict[str, Any]:
        """With what its lots and movements add up to, worked out only for a message that says it."""
        return super().values() | {
            "accepted_total": SimpleLazyObject(self.accepted_total),
            "planned_total": SimpleLazyObject(lambda: self.balance("planned", "reserved", "used")),
            "used_total": SimpleLazyObject(lambda: self.balance("used")),
            "sold_total": SimpleLazyObject(lambda: self.balance("transferred")),
            "left_total": SimpleLazyObject(
                lambda: self.balance("available", "planned", "reserved")
            ),
        }

    def accepted_total(self) -> Decimal:
        return self.lots.aggregate(total=Sum("accepted_area"))["total"] or ZERO

    def balance(self, *accounts: str) -> Decimal:
        """What stands on these accounts of the project now."""
        moves = self.movements.model.MOVES.items()
        added = [kind for kind, (_, target) in moves if target in accounts]
        taken = [kind for kind, (source, _) in moves if source in accounts]
        sums = self.movements.aggregate(
            added=Sum("area", filter=Q(kind__in=added)),
            taken=Sum("area", filter=Q(kind__in=taken)),
        )
        return (sums["added"] or ZERO) - (sums["taken"] or ZERO)
