"""What is agreed on with the household: the survey posted, the withdrawal signed, the compensation paid, the keys."""

from typing import Any

from django.db import models

from taizhang.core.quantity import round_half_up
from taizhang.ledgers.fields import AccountField, QuantityField
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.hollow_houses.models.positions import PositionedHouse


class AgreedHouse(PositionedHouse):
    """Nobody leaves but by a signed paper; what is paid for the house is a standard times a quantity."""

    class Consent(models.TextChoices):
        AGREEMENT = "agreement", "拆除退出协议"
        REQUEST = "request", "自愿退出申请书"
        LETTER = "letter", "同意书"

    class Reapply(models.TextChoices):
        KEPT = "kept", "保留再申请资格"
        WAIVED = "waived", "不再申请"
        UNIT = "unit", "已分配集中建房点住房"

    class Measure(models.TextChoices):
        FLOOR = "floor", "建筑面积"
        BASE = "base", "房基占地面积"
        PLOT = "plot", "宅基地面积"
        HOUSE = "house", "按栋"

    notice_from = models.DateField("摸底公示起始日期", null=True, blank=True)
    notice_until = models.DateField("摸底公示截止日期", null=True, blank=True)
    notice_taken_down_on = models.DateField(
        "摸底公示撤下日期", null=True, blank=True, help_text="期满就撤下，墙上、网上都要撤。"
    )
    objection = models.CharField(
        "公示异议及处理", max_length=300, blank=True, help_text="谁提了什么、怎么答复；没有的空着。"
    )
    agreement_no = models.CharField("协议编号", max_length=40, blank=True)
    agreement_on = models.DateField("协议日期", null=True, blank=True)
    consent_by = models.CharField("同意文书", max_length=10, choices=Consent, blank=True)
    witness = models.CharField("见证人", max_length=60, blank=True)
    reapply = models.CharField(
        "再申请宅基地",
        max_length=10,
        choices=Reapply,
        blank=True,
        help_text="协议里怎么写的。要当面讲清楚。",
    )
    compensation_document = models.CharField(
        "补偿标准文件", max_length=120, blank=True, help_text="文件名称和文号。"
    )
    compensation_for = models.CharField("补偿计量", max_length=10, choices=Measure, blank=True)
    compensation_rate = QuantityField(
        "补偿单价",
        unit="元",
        null=True,
        blank=True,
        validators=POSITIVE,
        help_text="每㎡或每栋多少元。",
    )
    compensation_quantity = QuantityField(
        "补偿数量", null=True, blank=True, validators=POSITIVE, help_text="多少㎡；按栋的填 1。"
    )
    compensation_amount = QuantityField(
        "补偿金额", unit="元", null=True, blank=True, help_text="单价乘数量，到分。"
    )
    compensation_notice_from = models.DateField("补偿公示起始日期", null=True, blank=True)
    compensation_notice_until = models.DateField("补偿公示截止日期", null=True, blank=True)
    compensation_notice_taken_down_on = models.DateField("补偿公示撤下日期", null=True, blank=True)
    paid_on = models.DateField(
        "补偿付清日期", null=True, blank=True, help_text="最后一笔到账之日；分次付的写在备注里。"
    )
    paid_amount = QuantityField("已付补偿", unit="元", null=True, blank=True)
    payee_account = AccountField("收款账号", blank=True)
    voucher_no = models.CharField("付款凭证号", max_length=60, blank=True)
    handed_over_on = models.DateField("腾空交房日期", null=True, blank=True)

    class Meta(PositionedHouse.Meta):
        abstract = True

    def values(self) -> dict[str, Any]:
        """With what the compensation comes to by its standard."""
        rate, quantity = self.compensation_rate, self.compensation_quantity
        known = rate is not None and quantity is not None
        product = round_half_up(rate * quantity, 2) if known else None
        return super().values() | {"compensation_product": product}
