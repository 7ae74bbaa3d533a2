"""Metres between points and lines of longitude and latitude: projected by PROJ, measured by GEOS, many at a time.

Distances are taken on the plane of the 3-degree Gauss-Kruger zone of CGCS2000 that the lines lie in (EPSG:4534 to
4554), as the national land survey does. At the edge of a zone a length of 50 m is 2 cm too long.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer

from taizhang.core.coordinates import CGCS2000, Box, to_cgcs2000

GEOGRAPHIC = 4490
FIRST_ZONE, FIRST_MERIDIAN, LAST_MERIDIAN = (
    4534,
    75,
    135,
)  # EPSG:4534 has its central meridian at 75°E

Points = Sequence[tuple[float, float]]


@cache
def projection(meridian: int) -> Transformer:
    """From CGCS2000 to metres east and north in the zone of a central meridian."""
    zone = FIRST_ZONE + (meridian - FIRST_MERIDIAN) // 3
    return Transformer.from_crs(GEOGRAPHIC, zone, always_xy=True)


def meridian_of(longitude: float) -> int:
    """The central meridian of the 3-degree zone that a longitude lies in, or of the nearest that China uses."""
    return min(max(3 * round(longitude / 3), FIRST_MERIDIAN), LAST_MERIDIAN)


class Line:
    """A line of points of a named system, converted to CGCS2000."""

    def __init__(self, points: Points, system: str = CGCS2000) -> None:
        longitudes, latitudes = zip(*points, strict=True)
        self.longitudes, self.latitudes = converted(longitudes, latitudes, [system] * len(points))

    @property
    def box(self) -> Box:
        east, north = self.longitudes, self.latitudes
        return Box(*map(float, (east.min(), east.max(), north.min(), north.max())))

    @property
    def metres(self) -> float:
        """The line's length."""
        x, y = self.projected(self.meridian)
        return float(np.hypot(np.diff(x), np.diff(y)).sum())

    @property
    def meridian(self) -> int:
        return meridian_of(float(self.longitudes.mean()))

    def projected(self, meridian: int) -> tuple[Any, Any]:
        return projection(meridian).transform(self.longitudes, self.latitudes)


def converted(
    longitudes: Sequence[Any], latitudes: Sequence[Any], systems: Sequence[str]
) -> tuple[Any, Any]:
    """Many points, each of its own system, in CGCS2000: an array of longitudes and one of latitudes."""
    east, north, named = np.array(longitudes, float), np.array(latitudes, float), np.array(systems)
    for system in set(systems) - {CGCS2000}:
        at = named == system
        east[at], north[at] = to_cgcs2000(east[at], north[at], system, np)
    return east, north


class Nearest:
    """Answers which of some lines is nearest to each of many points, and how far; the lines are indexed once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.meridian = lines[0].meridian
        parts = [segments(*line.projected(self.meridian)) for line in lines]
        self.line_of = np.repeat(np.arange(len(lines)), [len(part) for part in parts])
        self.tree = shapely.STRtree(np.concatenate(parts))

    def to(self, longitudes: Any, latitudes: Any) -> tuple[list[int], list[Decimal]]:
        """For points of CGCS2000: which of the lines is nearest to each, and the metres, to one decimal."""
        x, y = projection(self.meridian).transform(longitudes, latitudes)
        found, metres = self.tree.query_nearest(
            shapely.points(x, y), all_matches=False, return_distance=True
        )
        tenths = np.floor(metres * 10 + 0.5).astype(int).tolist()  # halves up, as offices round
        return self.line_of[found[1]].tolist(), [Decimal(one).scaleb(-1) for one in tenths]


def segments(x: Any, y: Any) -> Any:
    """A line cut at its points: an index over short pieces finds the nearest at once."""
    points = np.column_stack((x, y))
    return shapely.linestrings(np.stack((points[:-1], points[1:]), axis=1))
