"""Those who petition together, and which of them speak for the others."""

from django.db import models

from taizhang.ledgers.fields import IdNumberField, PhoneField
from taizhang.ledgers.record import Record
from taizhang.lines.petitions.models.petitions import Petition
from taizhang.lines.petitions.models.registration import EMPTY
from taizhang.people.models import TOWN


class Petitioner(Record):
    """One more petitioner of a joint petition; seen only by those who see the petition."""

    kept_at = TOWN
    seen_with = "petition"
    topic = "案件附属"
    closed_fields = ("id", "number", "place", "petition", "is_representative")
    closed_rows = ~models.Q(petition__kind="accusation") & ~models.Q(petition__purpose="accusation")

    petition = models.ForeignKey(
        Petition, models.PROTECT, verbose_name="信访事项编号", related_name="joint_petitioners"
    )
    name = models.CharField("姓名", max_length=40)
    id_number = IdNumberField("身份证号", **EMPTY)
    phone = PhoneField("电话", **EMPTY)
    address = models.CharField("住址", max_length=120, **EMPTY)
    is_representative = models.BooleanField("是代表", default=False, db_default=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "共同信访人"
