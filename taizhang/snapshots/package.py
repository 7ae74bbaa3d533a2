"""datapackage.json: what a snapshot says of itself (Frictionless tabular data package, with keys of our own)."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.indicators.definition import Definition

NAME = "datapackage.json"
SHORT_HALF = 4  # digits of the digest before and after the dash of the short code


class Damaged(Refusal):
    """A file of a snapshot is gone or is not what it was when the period was closed."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"封存的文件 {path} {what}，这份快照不能再用；请从备份恢复这个文件，原件不要动。"
        )


@dataclass(frozen=True)
class File:
    """One file of a snapshot, as its package lists it."""

    path: str
    digest: str
    size: int


@dataclass(frozen=True)
class Link:
    """Another snapshot that a package names."""

    digest: str
    place: str
    period: str
    number: int

    @property
    def short(self) -> str:
        return short_code(self.digest)


@dataclass(frozen=True)
class Package:
    """The whole of datapackage.json; `digest` is the SHA-256 of its bytes."""

    digest: str
    place: str
    period: str
    number: int
    cutoff: date
    closed_by: str
    closed_at: datetime
    previous: Link | None
    replaces: str
    definitions: dict[str, Definition]
    files: tuple[File, ...]
    said: dict[str, Any]


def read_package(folder: Path) -> Package:
    """The package of a folder; Damaged where it cannot be read. Its digest is for the caller to compare."""
    path = folder / NAME
    try:
        content = path.read_bytes()
    except OSError as gone:
        raise Damaged(path, "读不出来") from gone
    try:
        return understood(json.loads(content), hashlib.sha256(content).hexdigest())
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Damaged(path, "被改动过") from wrong


def understood(said: dict[str, Any], digest: str) -> Package:
    previous = said["previous"]
    return Package(
        digest=digest,
        place=said["place"],
        period=said["period"],
        number=int(said["number"]),
        cutoff=date.fromisoformat(said["cutoff"]),
        closed_by=said["closed_by"],
        closed_at=datetime.fromisoformat(said["closed_at"]),
        previous=Link(**previous) if previous else None,
        replaces=said["replaces"],
        definitions={one["name"]: Definition.from_dict(one) for one in said["indicators"]},
        files=tuple(file_of(one) for one in said["resources"]),
        said=said,
    )


def file_of(resource: dict[str, Any]) -> File:
    kind, _, digest = resource["hash"].partition(":")
    if kind != "sha256":
        raise ValueError(f"unknown kind of hash: {kind}")
    return File(resource["path"], digest, int(resource["bytes"]))


def short_code(digest: str) -> str:
    """How documents print a digest: 7F3A-92C1."""
    return f"{digest[:SHORT_HALF]}-{digest[SHORT_HALF : 2 * SHORT_HALF]}".upper()
