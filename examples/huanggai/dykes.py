"""The example town's dyke, and where its houses lie beside it: invented, near the lake, in the county.

A house lies so many metres from the dyke as its survey says, so that what is worked out from the coordinates is
what was taped. One village took its points off Amap, which shifts them.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt

from fiction import TOWN, Row, draw

from taizhang.core.coordinates import gcj02

# One stretch a village, some two kilometres each, bending around the lake.
CORNERS = (
    (113.531, 29.688),
    (113.552, 29.6925),
    (113.573, 29.6905),
    (113.59, 29.6985),
    (113.605, 29.712),
)
STRETCHES = ("黄盖湖村", "广坪村", "合兴村", "团山社区")
FROM_AMAP = "团山社区"
SEMI_MAJOR, ECCENTRICITY_SQUARED = 6378137.0, 0.00669438002290  # GRS 80, the ellipsoid of CGCS2000


def dykes() -> Iterator[Row]:
    yield {
        "编号": "DD01",
        "村（社区）": TOWN,
        "大堤名称": "环湖大堤（示例）",
        "堤线": " ".join(f"{longitude:.7f},{latitude:.7f}" for longitude, latitude in line()),
        "坐标系": "CGCS2000（WGS84）",
        "整治带宽度（m）": Decimal(50),
        "测绘日期": date(2017, 8, 21),
        "来源": "示例堤线，不是实测",
    }


def line() -> Iterator[tuple[float, float]]:
    """Every stretch in ten pieces: long ones would be straight on the plane and bent on the ellipsoid, by a hand."""
    for (west, south), (east, north) in pairwise(CORNERS):
        for tenth in range(10):
            yield west + (east - west) * tenth / 10, south + (north - south) * tenth / 10
    yield CORNERS[-1]


def metres_a_degree(latitude: float) -> tuple[float, float]:
    """Along the parallel and along the meridian."""
    curved = 1 - ECCENTRICITY_SQUARED * sin(latitude * pi / 180) ** 2
    across = SEMI_MAJOR / sqrt(curved) * cos(latitude * pi / 180)
    along = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (curved * sqrt(curved))
    return across * pi / 180, along * pi / 180


def position(n: int, village: str, distance: Decimal) -> Row:
    """A point so many metres from its village's stretch of the dyke, on the side of the land."""
    at = STRETCHES.index(village)
    (west, south), (east, north) = CORNERS[at], CORNERS[at + 1]
    share = draw(150, 850, "along the dyke", n) / 1000
    foot = (west + (east - west) * share, south + (north - south) * share)
    across, along = metres_a_degree(foot[1])
    x, y = (east - west) * across, (north - south) * along
    off = float(distance) / hypot(x, y)
    point = (foot[0] + y * off / across, foot[1] - x * off / along)
    if village == FROM_AMAP:
        return written(gcj02(*point), "GCJ-02（高德、腾讯）", "高德或腾讯地图")
    return written(point, "CGCS2000（WGS84）", "手持GPS")


def written(point: tuple[float, float], system: str, source: str) -> Row:
    longitude, latitude = (Decimal(f"{one:.8f}") for one in point)
    return {"经度（°）": longitude, "纬度（°）": latitude, "坐标系": system, "坐标来源": source}
