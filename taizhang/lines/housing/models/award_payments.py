"""Award money on its way: each sending to the bank is a row, and what the finance office states is held against them.

A returned payment stays; paying it again is another row that names it. So paid and outstanding always add up to what
was granted.
"""

from django.db import models

from taizhang.ledgers.fields import AccountField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE
from taizhang.lines.housing.models.approvals import day
from taizhang.lines.housing.models.awards import Award, AwardBatch
from taizhang.people.models import TOWN


class AwardPayment(Record):
    """One amount sent to one account, and the bank's answer: paid, or returned (退票) with a reason.

    Money that came back after it had been paid is dated twice. `repays` is the returned payment that this one replaces.
    """

    topic = "奖补资金"

    kept_at = TOWN

    award = models.ForeignKey(
        Award, models.PROTECT, verbose_name="奖补对象", related_name="payments"
    )
    instalment = models.PositiveSmallIntegerField(
        "第几笔",
        default=1,
        validators=AT_LEAST_ONE,
        help_text="一次付清的都是 1；补发的与退回的相同。",
    )
    repays = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="补发哪一笔",
        related_name="repaid_by",
        null=True,
        blank=True,
        help_text="退票后补发的，填退回的那一笔的编号。",
    )
    account_name = models.CharField("收款户名", max_length=40)
    account = AccountField("收款账号")
    bank = models.CharField("开户银行", max_length=60)
    amount = QuantityField("金额", unit="元", validators=POSITIVE)
    bank_file = models.CharField("银行批次号", max_length=40, blank=True)
    sent_on = models.DateField("送银行日期")
    paid_on = day("到账日期", "按银行回单。")
    returned_on = day("退票日期", "按银行退票通知；到账后又退回的也填。")
    returned_because = models.CharField("退票原因", max_length=120, blank=True)

    listed = ("award", "amount", "sent_on", "paid_on", "returned_on")
    searched = ("account_name",)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "奖补发放"


class AwardStatement(Record):
    """What the finance office or the bank states of a batch: on this day so much had been paid. An assertion to be kept."""

    topic = "奖补资金"

    kept_at = TOWN

    batch = models.ForeignKey(
        AwardBatch, models.PROTECT, verbose_name="奖补批次", related_name="statements"
    )
    stated_on = models.DateField("截至日期")
    paid = QuantityField("累计到账金额", unit="元")
    payments = models.PositiveIntegerField("累计到账笔数", null=True, blank=True)
    issuer = models.CharField("出具单位", max_length=60, help_text="如：镇财政所、信用社。")
    document_no = models.CharField("对账单号", max_length=60, blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "奖补对账单"
