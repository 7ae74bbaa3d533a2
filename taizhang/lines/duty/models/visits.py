"""The visitor log (接访登记): a record of service, who was heard about what and what they were told."""

from django.db import models

from taizhang.ledgers.fields import NumberOfField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.lines.duty.models.rosters import Shift
from taizhang.people.models import TOWN

PETITIONS = "petitions.petition"


class Visit(Record):
    """One batch of visitors on a duty day. No number of a person, no telephone: whoever gives no name is heard as well."""

    class NextStep(models.TextChoices):
        ANSWERED = "answered", "当场答复"
        REGISTERED = "registered", "登记为信访件"
        GUIDED = "guided", "引导到诉讼、仲裁、复议等途径"
        MEDIATION = "mediation", "转人民调解"
        HANDED = "handed", "交站所、村办理"
        AGAIN = "again", "约定再谈"

    kept_at = TOWN
    # What of a visit goes into a snapshot: days, codes and counts; no name, no address, nobody's words.
    closed_fields = ("id", "number", "place", "on", "shift", "people", "next_step")

    on = models.DateField("接访日期", db_index=True)
    shift = models.CharField("班次", max_length=8, choices=Shift, default=Shift.DAY)
    visitor = models.CharField(
        "来访人", max_length=40, blank=True, help_text="几个人来的写一名代表；不愿留名的空着。"
    )
    people = models.PositiveSmallIntegerField("来访人数", default=1, validators=AT_LEAST_ONE)
    address = models.CharField("住址", max_length=120, blank=True)
    matter = models.CharField("反映事项", max_length=300)
    receiver = models.CharField("接待人", max_length=40)
    leader = models.CharField("接访领导", max_length=40)
    advice = models.CharField("答复意见", max_length=500)
    next_step = models.CharField("下一步", max_length=12, choices=NextStep)
    petition_no = NumberOfField(
        "信访编号",
        ledger=PETITIONS,
        blank=True,
        db_index=True,
        help_text="登记为信访件的，填信访件的编号。",
    )
    visitor_signed = models.BooleanField(
        "来访人已签名", default=False, help_text="不签名也要接待、登记；在备注里写一句原因。"
    )

    listed = ("on", "visitor", "people", "matter", "leader", "next_step")
    searched = ("visitor", "matter", "petition_no")
    filtered = ("next_step", "on")
    sections = {"答复和去向": "advice"}

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "接访登记"
        ordering = ["on", "number"]

    def __str__(self) -> str:
        return f"接访登记{self.number}"
