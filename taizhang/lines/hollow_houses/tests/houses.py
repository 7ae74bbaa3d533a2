"""A hollow house as a clerk would enter it, for tests to change."""

from datetime import date

from taizhang.lines.hollow_houses.models import HollowHouse
from tests import cast


def house(number: str = "KX-1", **changes: object) -> HollowHouse:
    values: dict[str, object] = {
        "place_id": cast.GUANGPING,
        "owner_name": "贾空房",
        "id_number": "430682195306281002",
        "category": "idle",
        "structure": "brick_wood",
        "storeys": 1,
        "floor_area": "120.50",
        "base_area": "120.50",
        "plot_area": "640.00",
        "surveyed_on": date(2017, 10, 9),
    }
    return HollowHouse(number=number, **(values | changes))
