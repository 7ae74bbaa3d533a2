"""What every ledger shares: a number, a place, and a name in the catalogue of ledgers."""

import re
from functools import partial
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models.functions import Substr
from django.utils.functional import SimpleLazyObject

from taizhang.people.models import TOWN, VILLAGE, Place

OUT_OF_REACH = "（不在您的管辖范围）"


class Record(models.Model):
    """One row of a ledger (台账): a thing or an event at a place.

    `number` is what the office calls it by: unique within the town, and what makes an import repeatable.
    A record's dates say when things happened; when they were written down is in its history.
    `kept_at` (digits of a place's code) says who keeps the ledger; what is kept higher up for all, such as a plan,
    is `read_below`: the places under it may read it. `topic` is the part of its line's list that a ledger stands in.

    What not everybody at the place may see, the database keeps back, with its history and its attachments: `seen_if`
    is a condition in SQL over the row's columns that holds besides place and line; `also_seen_at` names a field with
    the place that a row is handed to, whose posts read it too; `seen_with` names the reference to the record that a
    row is seen with. `confidential_matters` are those, each a name and a title, that a post must be appointed for by
    name. Of such a ledger a snapshot keeps only the fields in `closed_fields` and the rows of `closed_rows`.
    """

    kept_at = VILLAGE
    read_below = False
    topic = ""
    seen_if = ""
    also_seen_at = ""
    seen_with = ""
    confidential_matters: tuple[tuple[str, str], ...] = ()
    closed_fields: tuple[str, ...] = ()
    closed_rows = models.Q()

    number = models.CharField("编号", max_length=40)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name="村（社区）", related_name="+")
    note = models.CharField("备注", max_length=500, blank=True)

    class Meta:
        abstract = True
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                Substr("place", 1, TOWN),
                "number",
                name="%(app_label)s_%(class)s_number_once",
                violation_error_message="本乡镇已有这个编号，请换一个，或去修改原来那条。",
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}{self.number}"

    @classmethod
    def is_kept_back(cls) -> bool:
        """Whether being at the place and in the line is not enough to see a row."""
        return bool(cls.seen_if or cls.also_seen_at or cls.seen_with)

    @classmethod
    def fields_in_snapshots(cls) -> list[Any]:
        """The fields whose values a snapshot keeps: all, unless the ledger names those that may leave the office."""
        own = cls._meta.concrete_fields
        return [one for one in own if not cls.closed_fields or one.name in cls.closed_fields]

    @classmethod
    def ledger_name(cls) -> str:
        """The ledger's name in commands and journals, e.g. hollow_houses.hollow_house."""
        return ledger_name(cls)

    def values(self) -> dict[str, Any]:
        """Field names and values as a person reads them, for messages; what a field points at is read when shown."""
        shown = {field.name: self._value(field) for field in self._meta.concrete_fields}
        chosen = {
            f.name: getattr(self, f"get_{f.name}_display")()
            for f in self._meta.concrete_fields
            if f.choices
        }
        return shown | chosen

    def _value(self, field: Any) -> Any:
        if field.is_relation and getattr(self, field.attname) is not None:
            return SimpleLazyObject(partial(self._pointed_at, field.name))
        return getattr(self, field.name)

    def _pointed_at(self, name: str) -> Any:
        """What a field points at; it may be another post's business."""
        try:
            found = getattr(self, name)
        except ObjectDoesNotExist:
            found = None
        return OUT_OF_REACH if found is None else found


def ledger_name(model: type[models.Model]) -> str:
    snake = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()
    return f"{model._meta.app_label}.{snake}"
