"""Who answers for which village or part of it on a day: read once, asked as often as a list has rows."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from taizhang.people.models import VILLAGE, AreaDuty, User, within

PART = 2  # digits that each level below a village adds to a code
NOWHERE = Q(pk__in=[])


@dataclass(frozen=True)
class Duties:
    """The duties of one day, by place. A part's own person comes before the person of the whole village."""

    held: dict[str, list[AreaDuty]]

    def at(self, code: str, line: str) -> AreaDuty | None:
        """The duty entered for exactly this place that covers a line of work."""
        return next(
            (one for one in self.held.get(code, ()) if not one.lines or line in one.lines), None
        )

    def who(self, code: str, line: str) -> User | None:
        """Who answers for a place in a line of work; nobody above the villages, or where nobody was entered."""
        for digits in range(len(code), VILLAGE - 1, -PART):
            if duty := self.at(code[:digits], line):
                return duty.user
        return None

    def area(self, user: User, line: str, field: str = "place_id") -> Q:
        """The rows of a line of work that a person answers for: their places, less the parts of others."""
        codes = [code for code in self.held if self.at(code, line)]
        found = NOWHERE
        for code in codes:
            duty = self.at(code, line)
            if duty and duty.user_id == user.pk:
                found |= within(code, field) & ~less(code, codes, field)
        return found

    def of(self, user: User) -> list[AreaDuty]:
        """What a person was given to answer for."""
        return [one for duties in self.held.values() for one in duties if one.user_id == user.pk]


def less(code: str, codes: list[str], field: str) -> Q:
    """The parts of a place that have a duty of their own."""
    parts = NOWHERE
    for part in codes:
        if part != code and part.startswith(code):
            parts |= within(part, field)
    return parts


def duties_on(day: date) -> Duties:
    """The duties of a day, with their persons and places, in one query."""
    held: dict[str, list[AreaDuty]] = defaultdict(list)
    running = Q(until__isnull=True) | Q(until__gt=day)
    for duty in AreaDuty.objects.filter(running, since__lte=day).select_related("user", "place"):
        held[duty.place_id].append(duty)
    return Duties(dict(held))
