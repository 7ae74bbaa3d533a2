"""What petitions are about: the classes by which an office counts them. The upper level's list changes, so it is data."""

from django.db import models

from taizhang.ledgers.record import Record
from taizhang.people.models import TOWN


class ContentClass(Record):
    """One class of the list in use, such as 农村农业; `number` is its code."""

    kept_at = TOWN
    read_below = True
    topic = "分类"
    listed = ("name",)

    name = models.CharField("分类名称", max_length=40)
    document = models.CharField(
        "分类依据", max_length=100, blank=True, help_text="哪一级发的目录；没有查到原文的写明。"
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "信访内容分类"

    def __str__(self) -> str:
        return self.name
