"""Records that a summary goes through one by one: problems still open, items of a plan; as the snapshot keeps them.

A line declares which; its template words each with the fields of the record, under their Chinese names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from taizhang.core.period import Period
from taizhang.documents.answers import Answers
from taizhang.documents.markdown import quoted
from taizhang.documents.record_words import Masks, RecordWords, Worded
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations

ENDS = "。；;，,、 \n"
EVERYBODY_READS_IT = Masks(public=True)


@dataclass(frozen=True)
class When:
    """The period that a summary is about, and the day up to which its records say what happened."""

    period: Period
    cutoff: date

    def happened(self, day: date | None) -> bool:
        """Up to the cut-off; what was written down for later days has not happened yet."""
        return day is not None and day <= self.cutoff

    def happened_in_period(self, day: date | None) -> bool:
        return self.happened(day) and day in self.period  # type: ignore[operator]


@dataclass(frozen=True, eq=False)
class Listing:
    """Records of one ledger, declared in the line's documents.py: those `chosen` for a period, in the order of a key."""

    title: str
    model: type[Record]
    chosen: Callable[[Any, When], bool]
    order: Callable[[Any], Any]


def listings() -> dict[str, Listing]:
    """Every listing that the lines declare, by its name: problems.open_problems."""
    return declarations("documents", Listing)


def listed(one: Listing, answers: Answers) -> list[RecordWords]:
    """The records of a listing, each as words."""
    when = When(answers.facts.period, answers.source.cutoff)
    found = [record for record in answers.kept(one.model).values() if one.chosen(record, when)]
    return [RecordWords.of(one, EVERYBODY_READS_IT) for one in sorted(found, key=one.order)]


def woven(value: Any) -> Any:
    """A value of a record inside a sentence: its own stop goes, no mark in it means anything, empty is nothing."""
    if isinstance(value, RecordWords):
        return quoted(str(value))
    if isinstance(value, Worded):
        return quoted("；".join(line.strip(ENDS) for line in value.splitlines() if line.strip()))
    return value
