"""Local slogans (三个三, 五有, 三个严禁) as check lists that an office fills in from its own papers.

What they stand for was not found in any source, so none are shipped: an item without its document would be invented.
"""

from django.db import models

from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.people.models import TOWN


class Slogan(Record):
    """A slogan of the county or town, and the document that says what it means."""

    topic = "规划和图集"

    kept_at = TOWN
    read_below = True

    phrase = models.CharField("口号", max_length=40, help_text="如：三个严禁。")
    source = models.CharField(
        "来源文件", max_length=200, blank=True, help_text="文件名称和文号；没有查到就空着。"
    )
    is_sure = models.BooleanField(
        "已核实", default=False, help_text="对照原文核对过要点的，才填“是”。"
    )
    since = models.DateField("起用日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="这一天起不再适用。")

    listed = ("phrase", "source", "is_sure", "since")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "口号"

    def __str__(self) -> str:
        return self.phrase


class SloganItem(Record):
    """One point of a slogan, to be ticked by pen on the sheet of a visit."""

    topic = "规划和图集"

    kept_at = TOWN
    read_below = True

    slogan = models.ForeignKey(Slogan, models.PROTECT, verbose_name="口号", related_name="items")
    ordinal = models.PositiveSmallIntegerField("序号", validators=AT_LEAST_ONE)
    text = models.CharField("要点", max_length=120)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "口号要点"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["slogan", "ordinal"],
                name="housing_item_once_a_slogan",
                violation_error_message="这个口号已有同一序号的要点，请核对序号。",
            ),
        ]
