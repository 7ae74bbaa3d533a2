"""Longitude and latitude as a record keeps them, and the area within which they must lie."""

from typing import Any

from django.db import models

from taizhang.core.coordinates import SYSTEMS, Box
from taizhang.core.misplaced import misplaced
from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.models import Standard

SIDES = ("west", "east", "south", "north")


class System(models.TextChoices):
    """What the numbers mean. A map application and a receiver tell the same place some 500 m apart."""

    CGCS2000 = "cgcs2000", SYSTEMS["cgcs2000"]
    GCJ02 = "gcj02", SYSTEMS["gcj02"]
    BD09 = "bd09", SYSTEMS["bd09"]


def degrees(title: str, **options: Any) -> QuantityField:
    """A field of degrees, to the millimetre; wide enough for metres too, so that a rule can say what was typed."""
    return QuantityField(
        title, unit="°", max_digits=16, decimal_places=8, null=True, blank=True, **options
    )


def misplaced_point(longitude: Any, latitude: Any, system: str) -> str:
    """What a point outside the local area looks like; nothing for one inside."""
    return misplaced(float(longitude), float(latitude), system, local_area())


def local_area() -> Box:
    """The box within which the office's houses lie, by the newest standards."""
    rows = Standard.objects.filter(name__in=[f"hollow_houses.{side}" for side in SIDES])
    found = {row.name.rpartition(".")[2]: float(row.value) for row in rows.order_by("since")}
    return Box(*(found[side] for side in SIDES))
