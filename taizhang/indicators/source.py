"""What figures are worked out from: a journal somewhere that answers SQL, with its definitions and who reported."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from taizhang.indicators.definition import Definition


@dataclass(frozen=True)
class PlaceInfo:
    """A place as a figure needs it; a snapshot keeps its own list, since villages merge."""

    code: str
    name: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid_in(self, first: date, last: date) -> bool:
        return (self.valid_from is None or self.valid_from <= last) and (
            self.valid_to is None or self.valid_to > first
        )


@dataclass(frozen=True)
class Coverage:
    """A ledger is kept at a place: it has records there (period empty), or reported zero for a period."""

    ledger: str
    place: str
    period: str = ""


class Source(Protocol):
    """Live tables or a snapshot; `journal` is what stands after FROM, `rows` runs one SELECT."""

    @property
    def place(self) -> str: ...

    @property
    def cutoff(self) -> date: ...

    @property
    def definitions(self) -> dict[str, Definition]: ...

    @property
    def places(self) -> dict[str, PlaceInfo]: ...

    @property
    def coverage(self) -> frozenset[Coverage]: ...

    @property
    def journal(self) -> str: ...

    def rows(self, sql: str) -> list[tuple[Any, ...]]: ...
