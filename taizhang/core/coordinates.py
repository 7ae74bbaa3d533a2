"""Longitude and latitude in the systems that offices meet, in degrees; conversion into CGCS2000, and lines of points.

CGCS2000 (EPSG:4490) is the national system; WGS 84, which receivers show, agrees with it to the metre. Amap and
Tencent publish GCJ-02, which is shifted by some 500 m; Baidu shifts once more, to BD-09. The two shifts are publicly
known formulas (googollee/eviltransform, wandergis/coordtransform). They give no inverse, so it is iterated.
"""

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from taizhang.core.finding import Refusal

CGCS2000, GCJ02, BD09 = "cgcs2000", "gcj02", "bd09"
SYSTEMS = {
    CGCS2000: "CGCS2000（WGS84）",
    GCJ02: "GCJ-02（高德、腾讯）",
    BD09: "BD-09（百度）",
}
Pair = tuple[Any, Any]  # longitude and latitude: two numbers, or two arrays of them

# The formulas take metres on the ellipsoid of Krasovsky.
SEMI_MAJOR, ECCENTRICITY_SQUARED = 6378245.0, 0.00669342162296594323
ORIGIN = (105.0, 35.0)
BAIDU_ANGLE = math.pi * 3000 / 180
BAIDU_SHIFT = (0.0065, 0.006)
STEPS = 8  # each gains about two decimals; what is left is far below a millimetre


@dataclass(frozen=True)
class Box:
    """What lies between two meridians and two parallels, its edges included."""

    west: float
    east: float
    south: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


CHINA = Box(72.004, 137.8347, 0.8293, 55.8271)  # where the formulas are meant to hold


def to_cgcs2000(longitude: Any, latitude: Any, system: str, maths: Any = math) -> Pair:
    """A point of a named system in CGCS2000. With numpy for `maths`, many points at once."""
    if system == CGCS2000:
        return longitude, latitude
    shift = {GCJ02: gcj02, BD09: bd09}[system]
    east, north = longitude, latitude
    for _ in range(STEPS):
        found = shift(east, north, maths)
        east, north = east + longitude - found[0], north + latitude - found[1]
    return east, north


def gcj02(longitude: Any, latitude: Any, maths: Any = math) -> Pair:
    """A point of CGCS2000 as Amap and Tencent have it."""
    east, north = shift_in_metres(longitude - ORIGIN[0], latitude - ORIGIN[1], maths)
    sine = maths.sin(latitude * math.pi / 180)
    curved = 1 - ECCENTRICITY_SQUARED * sine * sine
    along_meridian = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (curved * maths.sqrt(curved))
    along_parallel = SEMI_MAJOR / maths.sqrt(curved) * maths.cos(latitude * math.pi / 180)
    degrees = 180 / math.pi
    return longitude + east / along_parallel * degrees, latitude + north / along_meridian * degrees


def shift_in_metres(x: Any, y: Any, maths: Any) -> Pair:
    """How far east and north GCJ-02 shifts a point, by its degrees from the origin."""

    def waves(at: Any, *parts: tuple[float, float]) -> Any:
        return sum(height * maths.sin(at * math.pi * often) for height, often in parts) * 2 / 3

    root = maths.sqrt(abs(x))
    both = waves(x, (20, 6), (20, 2))
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    east += both + waves(x, (20, 1), (40, 1 / 3), (150, 1 / 12), (300, 1 / 30))
    north += both + waves(y, (20, 1), (40, 1 / 3), (160, 1 / 12), (320, 1 / 30))
    return east, north


def bd09(longitude: Any, latitude: Any, maths: Any = math) -> Pair:
    """A point of CGCS2000 as Baidu has it."""
    x, y = gcj02(longitude, latitude, maths)
    radius = maths.sqrt(x * x + y * y) + 0.00002 * maths.sin(y * BAIDU_ANGLE)
    angle = maths.atan2(y, x) + 0.000003 * maths.cos(x * BAIDU_ANGLE)
    return radius * maths.cos(angle) + BAIDU_SHIFT[0], radius * maths.sin(angle) + BAIDU_SHIFT[1]


# Lines


LARGEST = 1e8  # metres of a map with the number of their zone in front are smaller
PAIR = re.compile(r"\s*(-?\d{1,8}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,8}(?:\.\d+)?)\s*", re.ASCII)
BETWEEN_POINTS = re.compile(r"[;；\n\r]+|(?<=\d)\s+(?=-?\d)", re.ASCII)


def read_line(text: str) -> list[tuple[float, float]]:
    """The points of a line, written as “lon,lat lon,lat …” or as a GeoJSON LineString. A Refusal names the wrong one."""
    points = from_geojson(text) if text.lstrip().startswith("{") else from_pairs(text)
    if len(set(points)) < 2:
        raise Refusal("一条线至少要有两个不同的点，每点写成“经度,纬度”，点与点之间空一格。")
    return points


def from_pairs(text: str) -> list[tuple[float, float]]:
    points = []
    for n, part in enumerate(filter(str.strip, BETWEEN_POINTS.split(text)), 1):
        found = PAIR.fullmatch(part)
        if found is None:
            raise Refusal(f"第 {n} 个点“{part.strip()[:40]}”不是“经度,纬度”两个数，请改好。")
        points.append((float(found[1]), float(found[2])))
    return points


def from_geojson(text: str) -> list[tuple[float, float]]:
    try:
        shape = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise Refusal("以 { 开头的应是完整的 GeoJSON，这一段读不出来，请重新复制。") from wrong
    while isinstance(shape, dict) and shape.get("type") == "Feature":
        shape = shape.get("geometry")
    if not isinstance(shape, dict) or shape.get("type") != "LineString":
        raise Refusal(
            "GeoJSON 里要有一个 LineString（一条线），请只复制大堤这一条线；几段的分几条登记。"
        )
    listed = shape.get("coordinates")
    points = []
    for n, point in enumerate(listed if isinstance(listed, list) else [], 1):
        if not isinstance(point, list) or not all(is_number(one) for one in point[:2]):
            raise Refusal(f"GeoJSON 第 {n} 个点不是两个数，请重新复制。")
        if len(point) < 2:
            raise Refusal(f"GeoJSON 第 {n} 个点缺少纬度，请重新复制。")
        points.append((float(point[0]), float(point[1])))
    return points


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST
