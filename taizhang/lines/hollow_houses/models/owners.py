"""Who owns a hollow house together with the household that is registered for it. All of them have a say."""

from django.core.validators import MaxValueValidator
from django.db import models

from taizhang.ledgers.fields import IdNumberField, PhoneField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.hollow_houses.models.houses import HollowHouse


class CoOwner(Record):
    """One co-owner (共有人): brothers who inherited, a spouse, an adult child. Consent is dated, not ticked."""

    house = models.ForeignKey(
        HollowHouse, models.PROTECT, verbose_name="空心房", related_name="co_owners"
    )
    name = models.CharField("共有人姓名", max_length=40)
    id_number = IdNumberField("共有人身份证号", blank=True, db_index=True)
    relation = models.CharField(
        "与户主关系", max_length=20, blank=True, help_text="如配偶、兄弟、子女。"
    )
    phone = PhoneField("共有人电话", blank=True)
    share = QuantityField(
        "份额",
        unit="%",
        null=True,
        blank=True,
        validators=[*POSITIVE, MaxValueValidator(100, "最多 100。")],
        help_text="约定或法定的份额；共同共有的空着。",
    )
    consent_on = models.DateField(
        "同意签字日期",
        null=True,
        blank=True,
        help_text="本人在协议或同意书上签字之日；委托他人签的，委托书扫描附上。",
    )
    proxy = models.CharField("代签人", max_length=40, blank=True, help_text="本人签的空着。")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "空心房共有人"
