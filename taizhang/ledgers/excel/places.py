"""How places are named in workbooks: what a clerk may write for a place, and what we write so that it reads back."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from taizhang.people.models import VILLAGE, Place


def names(place: Place, places: dict[str, Place]) -> list[str]:
    """What a place may be called, the usual first: its name, its parent's name and its own, its code."""
    parent = next(
        (places[place.code[:-cut]] for cut in (2, 3) if place.code[:-cut] in places), None
    )
    found = [place.name]
    if parent is not None:
        found.append(parent.name + place.name)
    if len(place.code) <= VILLAGE:
        found.append(place.official_code)
    return [*found, place.code]


def by_name(places: Iterable[Place]) -> dict[str, list[Place]]:
    """Every place under each of its names."""
    known = {place.code: place for place in places}
    found: dict[str, list[Place]] = defaultdict(list)
    for place in known.values():
        for name in dict.fromkeys(names(place, known)):
            found[name].append(place)
    return found


def written_names(today: date) -> dict[str, str]:
    """For each code, the first name that means this place only; a place no longer in use keeps its code."""
    places = {place.code: place for place in Place.objects.all()}
    in_use = by_name(place for place in places.values() if place.is_valid_on(today))
    return {
        place.code: next(
            (name for name in names(place, places) if in_use.get(name) == [place]), place.code
        )
        for place in places.values()
    }
