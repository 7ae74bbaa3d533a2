"""A dyke as the station would enter it, and points beside it, for tests to change."""

from datetime import date
from decimal import Decimal

from taizhang.lines.hollow_houses.models import Dyke
from tests import cast

# One kilometre of the parallel of 29.7°N, from 113.55°E; a thousandth of a degree of latitude is 110.8 m.
DYKE = "113.55,29.7 113.555,29.7 113.56,29.7"
ON_DYKE = Decimal("113.553")


def dyke(number: str = "DD-1", **changes: object) -> Dyke:
    values: dict[str, object] = {
        "place_id": cast.TOWN,
        "name": "环湖大堤",
        "polyline": DYKE,
        "system": "cgcs2000",
        "strip_width": "50",
        "surveyed_on": date(2017, 8, 1),
        "document": "环湖大堤测绘图",
    }
    return Dyke(number=number, **(values | changes))


def beside(north: str) -> dict[str, object]:
    """Coordinates so many degrees north of the dyke: 0.00027 is 29.9 m, 0.009 is 997.6 m."""
    return {
        "longitude": ON_DYKE,
        "latitude": Decimal("29.7") + Decimal(north),
        "system": "cgcs2000",
    }
