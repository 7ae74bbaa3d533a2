"""What a record looks like on a calendar: days with a word on each, and other records behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taizhang.ledgers.record import Record


class Tone(StrEnum):
    """How a day stands; a word says it as well, for whoever sees no colours."""

    GOOD = "good"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True)
class MarkedDay:
    """One thing on a day: what is said of it, how it stands, and the record that it opens."""

    on: date
    told: str
    tone: Tone
    record: Record


@dataclass(frozen=True)
class MarkedDays:
    """A ledger whose records have a `marked_days` method shows them on the page of a record, month by month."""

    title: str
    days: Sequence[MarkedDay]
    tones: Mapping[Tone, str]  # what each stands for
