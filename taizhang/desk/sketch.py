"""A record's sketch as SVG: no tiles, no network; north is up and both directions have one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from taizhang.desk.record_actions import page_of
from taizhang.ledgers.record import Record
from taizhang.ledgers.sketch import Point, Sketch

WIDTH, HEIGHT, EDGE = 960, 360, 12
COLOURS = ("var(--desk-link)", "var(--desk-faint)")
SMALLEST = 1e-6  # degrees


@dataclass(frozen=True)
class Drawn:
    """What the template puts into the SVG."""

    width: int
    height: int
    line: str
    dots: list[dict[str, Any]]
    kinds: list[tuple[str, str, int]]
    left_out: int


def drawn(record: Record) -> Drawn | None:
    """The record's sketch, scaled to the page; None for a ledger without one, or with nothing to draw."""
    sketch: Sketch | None = record.sketch() if hasattr(record, "sketch") else None
    if sketch is None:
        return None
    place = scale([*sketch.line, *(dot.at for dot in sketch.dots)])
    colours = dict(zip(sketch.kinds, COLOURS, strict=False))
    dots = [
        {
            "at": place(dot.at),
            "colour": colours[dot.kind],
            "title": f"{dot.record.number}：{dot.kind}",
            "address": page_of(dot.record.ledger_name(), dot.record.pk),
        }
        for dot in sketch.dots
    ]
    counts = [sum(dot.kind == kind for dot in sketch.dots) for kind in sketch.kinds]
    kinds = [(kind, colours[kind], n) for kind, n in zip(sketch.kinds, counts, strict=True)]
    line = " ".join("{:.1f},{:.1f}".format(*place(point)) for point in sketch.line)
    return Drawn(WIDTH, HEIGHT, line, dots, kinds, sketch.left_out)


def scale(points: Sequence[Point]) -> Any:
    """From degrees to places in the picture."""
    longitudes, latitudes = zip(*points, strict=True)
    west, north = min(longitudes), max(latitudes)
    shrink = cos(radians((north + min(latitudes)) / 2))  # a degree of longitude is shorter
    wide = max((max(longitudes) - west) * shrink, SMALLEST)
    high = max(north - min(latitudes), SMALLEST)
    factor = min((WIDTH - 2 * EDGE) / wide, (HEIGHT - 2 * EDGE) / high)

    def place(point: Point) -> Point:
        x = EDGE + (point[0] - west) * shrink * factor
        return round(x, 1), round(EDGE + (north - point[1]) * factor, 1)

    return place
