"""How a petition was answered: decided on, told, handled, perhaps extended, and the opinion served."""

from django.db import models

from taizhang.lines.petitions.models.registration import EMPTY, LATER, RegisteredPetition
from taizhang.people.models import Place


class AnsweredPetition(RegisteredPetition):
    """From the decision whether it is ours to the served opinion."""

    class Result(models.TextChoices):
        SUPPORT = "support", "支持"
        EXPLAIN = "explain", "解释说明"
        REJECT = "reject", "不予支持"

    class Service(models.TextChoices):
        HAND = "hand", "当面送达"
        POST = "post", "邮寄送达"
        LEFT = "left", "留置送达"
        WEB = "web", "网上送达"

    handling_unit = models.CharField("承办单位", max_length=60, **EMPTY)
    co_units = models.CharField("协办单位", max_length=120, **EMPTY)
    handler = models.CharField("承办人", max_length=40, **EMPTY)
    handed_to = models.ForeignKey(
        Place,
        models.PROTECT,
        verbose_name="交办到村（社区）",
        related_name="+",
        **LATER,
        help_text="填了以后，这个村（社区）的文书看得到这一件，别的村看不到。",
    )
    forwarded_on = models.DateField("转送日期", **LATER)
    forwarded_to = models.CharField("转送去向", max_length=60, **EMPTY)
    handed_over_on = models.DateField("交办日期", **LATER)
    accepted_on = models.DateField("受理日期", **LATER)
    not_accepted_on = models.DateField("不予受理日期", **LATER)
    not_accepted_reason = models.CharField("不予受理理由", max_length=200, **EMPTY)
    guided_on = models.DateField("引导日期", **LATER)
    guided_to = models.CharField(
        "引导去向", max_length=100, **EMPTY, help_text="哪个机关、哪条途径。"
    )
    informed_on = models.DateField("告知日期", **LATER)
    informed_how = models.CharField("告知方式", max_length=40, **EMPTY)
    objected_on = models.DateField("对转送提出异议日期", **LATER)
    objection_reason = models.CharField("异议理由", max_length=200, **EMPTY)
    objection_agreed_on = models.DateField("异议核实同意日期", **LATER)
    papers_returned_on = models.DateField("材料退还日期", **LATER)

    extension_asked_on = models.DateField("申请延期日期", **LATER)
    extension_reason = models.CharField("延期理由", max_length=200, **EMPTY)
    extension_approved_by = models.CharField("延期批准人", max_length=40, **EMPTY)
    extended_on = models.DateField("批准延期日期", **LATER)
    extended_to = models.DateField("延长到", **LATER)
    extension_told_on = models.DateField("告知延期日期", **LATER)

    opinion_on = models.DateField("处理意见日期", **LATER)
    opinion_no = models.CharField("处理意见文号", max_length=60, **EMPTY)
    result = models.CharField("处理结果", max_length=10, choices=Result, **EMPTY)
    facts = models.CharField("事实和理由", max_length=500, **EMPTY)
    opinion = models.CharField("处理意见", max_length=500, **EMPTY)
    legal_basis = models.CharField("依据", max_length=300, **EMPTY)
    served_on = models.DateField("送达日期", **LATER)
    served_how = models.CharField("送达方式", max_length=6, choices=Service, **EMPTY)
    carried_out_on = models.DateField("意见落实日期", **LATER, help_text="支持的要督促落实到位。")
    adopted_on = models.DateField("建议采纳日期", **LATER)

    class Meta(RegisteredPetition.Meta):
        abstract = True
