"""Towns of a test's own: whatever a test closes stays closed, so each takes a fresh one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count

from django.utils import timezone

from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.land.models import Project, ReclaimedLot
from taizhang.people.acting import act, appointment_of
from taizhang.people.models import Appointment, Office, Place, Post, Role, User

OWNER = "owner"
_serial = count(1)


@dataclass(frozen=True)
class Town:
    """A town of three villages, one with a group below it, an office that closes and a clerk who does not."""

    code: str

    @property
    def villages(self) -> tuple[str, str, str]:
        return self.code + "201", self.code + "202", self.code + "203"

    @property
    def below(self) -> str:
        return self.villages[0] + "01"

    @property
    def places(self) -> tuple[str, ...]:
        return (self.code, *self.villages, self.below)

    @property
    def office(self) -> str:
        return f"office{self.code}"

    @property
    def leader(self) -> str:
        return f"leader{self.code}"

    @property
    def clerk(self) -> str:
        return f"clerk{self.code}"

    @contextmanager
    def working_as(self, username: str) -> Iterator[None]:
        act(appointment_of(username, timezone.localdate()))
        try:
            yield
        finally:
            act(None)


def new_town() -> Town:
    town = Town(f"4312{next(_serial):05}")
    kinds = ("town", "village", "village", "village", "below")
    for code, kind in zip(town.places, kinds, strict=True):
        Place.objects.using(OWNER).create(code=code, name=f"试镇{code[4:]}", kind=kind)
    office = Office.objects.using(OWNER).create(name=f"试镇{town.code}", place_id=town.code)
    for username, role, place in (
        (town.office, Role.OFFICE, town.code),
        (town.leader, Role.TOWN_LEADER, town.code),
        (town.clerk, Role.VILLAGE_CLERK, town.villages[0]),
    ):
        post = Post.objects.using(OWNER).create(
            office=office, title=str(role.label), role=role, place_id=place
        )
        user = User.objects.using(OWNER).create(username=username, full_name=str(role.label))
        Appointment.objects.using(OWNER).create(user=user, post=post, since=date(2017, 1, 1))
    return town


def house(place: str, number: str, surveyed: date, **fields: object) -> HollowHouse:
    """A house that no rule has anything against, as long as its dates are in order."""
    values: dict[str, object] = {
        "place_id": place,
        "number": number,
        "owner_name": "贾空房",
        "category": "idle",
        "structure": "earth",
        "storeys": 1,
        "floor_area": Decimal("118.4"),
        "base_area": Decimal("90"),
        "plot_area": Decimal("640.25"),
        "surveyed_on": surveyed,
        "agreement_no": "协",
    }
    return HollowHouse(**(values | fields))


def demolished(place: str, number: str, day: date, **fields: object) -> HollowHouse:
    """A house surveyed at the start of its year and demolished on a day."""
    start = date(day.year, 1, 1)
    return house(place, number, start, agreement_on=start, demolished_on=day, **fields)


def lot(project: Project, place: str, number: str, day: date, area: Decimal) -> ReclaimedLot:
    return ReclaimedLot(
        project=project,
        place_id=place,
        number=number,
        name="地块",
        land_class="paddy",
        reclaimed_on=day,
        reported_area=area,
    )
