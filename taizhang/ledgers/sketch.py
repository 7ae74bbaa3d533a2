"""What a record looks like on a map, in degrees of CGCS2000: lines, and dots that are other records."""

from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.ledgers.record import Record

Point = tuple[float, float]  # longitude and latitude


@dataclass(frozen=True)
class Dot:
    """Another record at its place, in the colour of its kind."""

    at: Point
    kind: str
    record: Record


@dataclass(frozen=True)
class Sketch:
    """A ledger whose records have a `sketch` method shows it on the page of a record; `kinds` say what colours mean."""

    line: Sequence[Point]
    dots: Sequence[Dot]
    kinds: tuple[str, ...]
    left_out: int = 0  # records without a place, or too many to draw
