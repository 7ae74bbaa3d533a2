"""A co-owner as a clerk would enter one, for tests to change."""

from taizhang.lines.hollow_houses.models import CoOwner, HollowHouse
from tests import cast


def co_owner(house: HollowHouse, number: str = "GY-1", **changes: object) -> CoOwner:
    values: dict[str, object] = {
        "place_id": cast.GUANGPING,
        "house": house,
        "name": "贾共有",
        "relation": "兄弟",
    }
    return CoOwner(number=number, **(values | changes))
