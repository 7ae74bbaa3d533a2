"""What is worked out here: how far each house lies from the dyke, and how long a dyke is and how far it reaches."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from taizhang.core.coordinates import CHINA, read_line
from taizhang.core.distances import Line, Nearest, converted
from taizhang.core.quantity import round_half_up
from taizhang.ledgers.derived import Derived
from taizhang.lines.hollow_houses.models import Dyke, HollowHouse
from taizhang.people.models import TOWN

Values = tuple[Any, ...]


def reach(dykes: Sequence[Any]) -> list[Values]:
    """Each dyke's length in metres and its westernmost, easternmost, southernmost and northernmost degree."""
    return [reach_of(dyke) for dyke in dykes]


def reach_of(dyke: Any) -> Values:
    points = read_line(dyke.polyline)
    if not all(
        CHINA.holds(*point) for point in points
    ):  # no degrees, or swapped: a rule says which
        west, south = (min(axis) for axis in zip(*points, strict=True))
        east, north = (max(axis) for axis in zip(*points, strict=True))
        return None, *map(in_degrees, (west, east, south, north))
    line = Line(points, dyke.system)
    box = line.box
    sides = map(in_degrees, (box.west, box.east, box.south, box.north))
    return round_half_up(Decimal(line.metres), 1), *sides


def in_degrees(value: float) -> Decimal:
    return round_half_up(Decimal(value), 8)


def to_dyke(houses: Sequence[Any]) -> list[Values]:
    """Each house's metres to the nearest dyke of its town, and whether it lies in that dyke's strip.

    Where the coordinates are not known, or no degrees, the distance stays as it was typed. A town with several
    dykes then measures by the narrowest strip; one without any has nothing to say of strips.
    """
    values: list[Values] = [(house.distance_to_dyke, None) for house in houses]
    towns: dict[str, list[int]] = {}
    for at, house in enumerate(houses):
        towns.setdefault(house.place_id[:TOWN], []).append(at)
    for town, positions in towns.items():
        dykes = [one for one in Dyke.objects.filter(place_id=town).order_by("pk") if on_land(one)]
        if dykes:
            within_town(dykes, houses, positions, values)
    return values


def on_land(dyke: Dyke) -> bool:
    return all(CHINA.holds(*point) for point in read_line(dyke.polyline))


def within_town(
    dykes: list[Dyke], houses: Sequence[Any], positions: list[int], values: list[Values]
) -> None:
    """Put the values of one town's houses in their places."""
    known = [at for at in positions if is_known(houses[at])]
    narrowest = min(dyke.strip_width for dyke in dykes)
    for at in set(positions).difference(known):
        typed = houses[at].distance_to_dyke
        values[at] = typed, None if typed is None else Decimal(typed) <= narrowest
    if known:
        nearest = Nearest([Line(read_line(dyke.polyline), dyke.system) for dyke in dykes])
        found = [houses[at] for at in known]
        points = converted(
            [house.longitude for house in found],
            [house.latitude for house in found],
            [house.system for house in found],
        )
        for at, dyke, metres in zip(known, *nearest.to(*points), strict=True):
            values[at] = metres, metres <= dykes[dyke].strip_width


def is_known(house: Any) -> bool:
    return bool(
        house.system
        and house.longitude is not None
        and house.latitude is not None
        and CHINA.holds(float(house.longitude), float(house.latitude))
    )


dyke_reach = Derived(
    Dyke,
    fields=("length", "west", "east", "south", "north"),
    needs=("polyline", "system"),
    work=reach,
)
distance_to_dyke = Derived(
    HollowHouse,
    fields=("distance_to_dyke", "in_strip"),
    needs=("longitude", "latitude", "system", "distance_to_dyke"),
    work=to_dyke,
    also_after=(Dyke,),
)
