"""The colours of cases that run against a clock (red, yellow, blue slips): by the day, for lists and the to-do list.

A colour is a condition, so the database tells it of a whole ledger; of two that hold, the more pressing one counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from taizhang.ledgers.standards import StandardMissing

ByDay = Callable[[date], Q]
RED, YELLOW, BLUE = "red", "yellow", "blue"
TITLES = {RED: "红：逾期", YELLOW: "黄：滞后", BLUE: "蓝：临期"}
NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Colours:
    """When a record of a workflow is overdue (red), behind (yellow), near its deadline (blue), on a day."""

    red: ByDay
    yellow: ByDay
    blue: ByDay

    def when(self, colour: str, day: date) -> Q:
        """The condition of one colour alone: none more pressing holds."""
        others = {RED: (), YELLOW: (self.red,), BLUE: (self.red, self.yellow)}[colour]
        condition = self.holds(getattr(self, colour), day)
        for other in others:
            condition &= ~self.holds(other, day)
        return condition

    def holds(self, by_day: ByDay, day: date) -> Q:
        """A colour whose number of days nobody has set for this day is shown of nothing."""
        try:
            return by_day(day)
        except StandardMissing:
            return NOTHING

    def marking(self, records: "QuerySet[Any]", day: date) -> "QuerySet[Any]":
        """These records, each with its `warning_colour`."""
        return records.annotate(warning_colour=self.of(day))

    def of(self, day: date) -> Any:
        """The colour of each record as an expression, empty where it has none."""
        whens = [
            When(self.holds(by_day, day), then=Value(colour))
            for colour, by_day in ((RED, self.red), (YELLOW, self.yellow), (BLUE, self.blue))
        ]
        return Case(*whens, default=Value(""), output_field=CharField())
