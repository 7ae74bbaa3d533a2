"""What the ledgers of the office share: they are kept at the town, and most fields may be filled in later."""

from taizhang.ledgers.record import Record
from taizhang.people.models import TOWN

# A text that may stay empty; the database fills it in too, for rows that come past the models.
EMPTY = {"blank": True, "default": "", "db_default": ""}
LATER = {"null": True, "blank": True}


class OfficeRecord(Record):
    """A record that the office keeps for the whole town: no village owes a return of it."""

    kept_at = TOWN

    class Meta(Record.Meta):
        abstract = True
