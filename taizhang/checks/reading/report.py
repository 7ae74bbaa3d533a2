"""A report read: its text, and where in the file each stretch of it stands."""

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Report:
    """`places` are (offset, where) pairs in order: what a reader is told of a place, such as 第3段 or 第2页."""

    path: Path
    text: str
    places: tuple[tuple[int, str], ...]

    def where(self, offset: int) -> str:
        at = bisect_right([start for start, _ in self.places], offset) - 1
        return self.places[at][1] if at >= 0 else ""
