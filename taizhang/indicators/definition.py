"""An indicator as plain data: what a snapshot keeps of it, and what figures are worked out from."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Definition:
    """`kind` additive, ratio or level; `show` flow (in the period) or stock (up to the cut-off).

    `ledgers` maps each ledger behind it to the length of the codes of the places that keep it: who has to report.
    """

    name: str
    title: str
    unit: str
    definition: str
    kind: str
    show: str = "flow"
    places: int | None = None
    of: str = ""
    to: str = ""
    pick: str = ""
    ledgers: dict[str, int] = field(default_factory=dict)
    item_titles: dict[str, str] = field(default_factory=dict)
    declared: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Changes whenever the meaning does; a figure says which version it was computed by."""
        return hashlib.sha256(
            json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()

    @property
    def line(self) -> str:
        return self.name.partition(".")[0]

    @property
    def formula(self) -> str:
        """For a ratio, its inputs."""
        return f"{self.of} ÷ {self.to}" if self.kind == "ratio" else ""

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "aliases": list(self.aliases), "digest": self.digest}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Definition":
        """Also of a snapshot that another version of the product wrote: what it does not know it leaves."""
        known = {one.name for one in fields(cls)}
        kept = {key: value for key, value in data.items() if key in known}
        return cls(**{**kept, "aliases": tuple(kept.get("aliases", ()))})
