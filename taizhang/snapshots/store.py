"""Closed periods on the disk: which there are, and opening one only if every byte is as it was closed."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.db import OperationalError

from taizhang.core.finding import Finding, Refusal
from taizhang.core.home import snapshots_folder
from taizhang.core.period import Period
from taizhang.indicators.definition import Definition
from taizhang.snapshots.files import sha256_of, sync_folder
from taizhang.snapshots.models import Closing
from taizhang.snapshots.package import NAME, Damaged, File, Link, Package, read_package, short_code

DRAFT = ".closing-"
CODE = re.compile(r"[0-9a-f]{8,64}")
Stamp = tuple[int, int, int, int]
_verified: dict[Path, tuple[str, tuple[Stamp, ...]]] = {}


@dataclass(frozen=True)
class Snapshot:
    """One closed period in its folder. What it says of itself is read when first asked."""

    folder: Path

    @cached_property
    def package(self) -> Package:
        return read_package(self.folder)

    @property
    def place(self) -> str:
        return self.package.place

    @property
    def period(self) -> str:
        return self.package.period

    @property
    def number(self) -> int:
        return self.package.number

    @property
    def cutoff(self) -> date:
        return self.package.cutoff

    @property
    def digest(self) -> str:
        return self.package.digest

    @property
    def short(self) -> str:
        """The first eight digits of the digest as documents print them."""
        return short_code(self.digest)

    @property
    def definitions(self) -> dict[str, Definition]:
        return self.package.definitions

    @property
    def closed_by(self) -> str:
        return self.package.closed_by

    @property
    def closed_at(self) -> datetime:
        return self.package.closed_at

    @property
    def previous(self) -> Link | None:
        """The snapshot of this place that was closed before this one."""
        return self.package.previous

    @property
    def replaces(self) -> str:
        """The digest of the snapshot of the same period that this one takes the place of, if any."""
        return self.package.replaces

    @property
    def questions(self) -> list[dict[str, Any]]:
        """How many records raise each question: ledger, rule and records."""
        return list(self.package.said["questions"])

    @property
    def label(self) -> str:
        """How a person names it: 2018年一季度第2次封存."""
        return f"{Period.parse(self.period).label}第{self.number}次封存"

    @property
    def journal(self) -> Path:
        return self.folder / "journal.parquet"


def snapshot_folder(place: str, period: str, number: int) -> Path:
    return snapshots_folder() / place / period / str(number)


def folders(place: str, period: str) -> dict[int, Path]:
    """A period's folders by number; what is still being written has a dot before its name."""
    finish(place)
    found = (snapshots_folder() / place / period).glob("[0-9]*")
    return {int(path.name): path for path in found if path.name.isdigit()}


def snapshots(place: str | None = None, period: str | None = None) -> list[Snapshot]:
    """Every snapshot that can be read, oldest first; of one place, of one period."""
    finish(place or "*")
    found = []
    for folder in snapshots_folder().glob(f"{place or '*'}/{period or '*'}/[0-9]*"):
        snapshot = Snapshot(folder)
        with suppress(Damaged):
            found.append((snapshot.place, snapshot.closed_at, str(folder), snapshot))
    return [snapshot for *_, snapshot in sorted(found, key=lambda row: row[:3])]


def open_snapshot(place: str, period: Period | str, number: int | None = None) -> Snapshot:
    """A period's snapshot, the newest unless numbered, every file checked. Refusal names a damaged file."""
    asked = Period.parse(period) if isinstance(period, str) else period
    found = folders(place, asked.name)
    if not found:
        raise Refusal(
            f"{asked.label}还没有封存；请先运行 taizhang close {asked.name}，或者用 --live 看现在的数。"
        )
    chosen = found.get(max(found) if number is None else number)
    if chosen is None:
        raise Refusal(f"{asked.label}没有第{number}次封存，最新的是第{max(found)}次。")
    return checked(Snapshot(chosen))


def find_snapshot(code: str) -> Snapshot:
    """The snapshot whose digest begins with these digits (at least 8; 7F3A-92C1 will do), checked."""
    digits = code.replace("-", "").lower()
    if not CODE.fullmatch(digits):
        raise Refusal(f"“{code}”不是封存号，封存号像7F3A-92C1。")
    found = [one for one in snapshots() if one.digest.startswith(digits)]
    if len(found) > 1:
        raise Refusal(f"封存号“{code}”对应{len(found)}份快照，请写全一些。")
    if not found:
        raise not_found(code, digits)
    return checked(found[0])


def not_found(code: str, digits: str) -> Refusal:
    """No folder has this digest; one that is registered with it was altered or is gone."""
    for row in register(digest__startswith=digits):
        folder = snapshot_folder(row.place, row.period, row.number)
        return Damaged(folder / NAME, "被改动过" if folder.exists() else "不见了")
    return Refusal(f"没有封存号为“{code}”的快照，请核对封存号，或把那次封存的文件夹拷回来。")


def checked(snapshot: Snapshot) -> Snapshot:
    """The snapshot, if it is whole and the one registered. Files that did not change since are not read again."""
    stamps = tuple(stamp(snapshot.folder / name) for name in names(snapshot))
    if _verified.get(snapshot.folder) != (snapshot.digest, stamps):
        for finding in damages(snapshot):
            raise finding
        _verified[snapshot.folder] = (snapshot.digest, stamps)
    if wrong := registered_otherwise(snapshot):
        raise Refusal(wrong)
    return snapshot


def verify(snapshot: Snapshot) -> list[Finding]:
    """What is wrong with a snapshot: every file read again, and held against the register and its predecessor."""
    where = str(snapshot.folder)
    try:
        read_package(snapshot.folder)
    except Damaged as damage:
        return [Finding("error", str(damage), where)]
    found = [Finding("error", str(damage), where) for damage in damages(snapshot)]
    found += [
        Finding("error", f"多出一个封存时没有的文件{name}", where) for name in extra(snapshot)
    ]
    if wrong := registered_otherwise(snapshot):
        found.append(Finding("error", wrong, where))
    elif not register(place=snapshot.place):
        found.append(Finding("info", "这里的数据库没有它的封存登记，只核对了文件本身", where))
    return found + broken_chain(snapshot)


def drafts(place: str) -> list[Path]:
    """Folders of closings that are at work, or that were killed."""
    return list(snapshots_folder().glob(f"{place}/*/{DRAFT}*"))


def finish(place: str) -> None:
    """Give a closing its folder's final name if it was killed between its registration and that."""
    for draft in drafts(place):
        with suppress(Damaged):
            package = read_package(draft)
            if register(digest=package.digest):
                publish(draft, package)


def publish(draft: Path, package: Package) -> Path:
    """The one moment in which a snapshot appears, whole."""
    final = snapshot_folder(package.place, package.period, package.number)
    with suppress(FileNotFoundError):  # somebody who came across it has finished it already
        draft.rename(final)
    sync_folder(final.parent)
    return final


def names(snapshot: Snapshot) -> list[str]:
    return [NAME, *(file.path for file in snapshot.package.files)]


def stamp(path: Path) -> Stamp:
    """What changes with any writing to a file, its inode's own clock included, which nobody can set back."""
    try:
        found = path.stat()
    except OSError as gone:
        raise Damaged(path, "不见了") from gone
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def damages(snapshot: Snapshot) -> list[Damaged]:
    """Each file that is not what it was when the period was closed."""
    try:
        files = read_package(snapshot.folder).files
    except Damaged as damage:
        return [damage]
    return [
        Damaged(snapshot.folder / file.path, wrong)
        for file in files
        if (wrong := damage_of(snapshot, file))
    ]


def damage_of(snapshot: Snapshot, file: File) -> str:
    path = snapshot.folder / file.path
    try:
        same = path.stat().st_size == file.size and sha256_of(path) == file.digest
    except OSError:
        return "不见了，或者读不出来"
    return "" if same else "被改动过（SHA-256不符）"


def extra(snapshot: Snapshot) -> list[str]:
    here = (
        path.relative_to(snapshot.folder) for path in snapshot.folder.rglob("*") if path.is_file()
    )
    return sorted({path.as_posix() for path in here} - set(names(snapshot)))


def register(**asked: Any) -> list[Closing]:
    """Rows of the register as far as the acting post sees them; none where there is no database."""
    try:
        return list(Closing.objects.filter(**asked))
    except OperationalError:
        return []


def registered_otherwise(snapshot: Snapshot) -> str:
    """What the database's register has against a snapshot; nothing where it knows nothing of its place."""
    rows = register(place=snapshot.place)
    if not rows:
        return ""
    said = (snapshot.place, snapshot.period, str(snapshot.number))
    if snapshot.folder.parts[-3:] != said and snapshot.folder.is_relative_to(snapshots_folder()):
        return f"文件夹{snapshot.folder}里是{snapshot.label}，放错了地方；请从备份恢复。"
    own = [row for row in rows if (row.place, row.period, str(row.number)) == said]
    if not own:
        return f"{snapshot.label}（{snapshot.folder}）没有登记，不是在这里封存的；请查明来历，不要使用。"
    if own[0].digest != snapshot.digest:
        return (
            f"{snapshot.label}的封存号是{snapshot.short}，登记的却是{short_code(own[0].digest)}："
            f"{snapshot.folder / NAME} 被改动过，请从备份恢复。"
        )
    return ""


def broken_chain(snapshot: Snapshot) -> list[Finding]:
    """Whether the snapshot before this one is still the one it names."""
    before = snapshot.previous
    if before is None:
        return []
    folder = snapshot_folder(before.place, before.period, before.number)
    try:
        same = read_package(folder).digest == before.digest
    except Damaged:
        return [
            Finding("ask", f"它的上一份快照{before.short}读不出来，无法核对前后衔接", str(folder))
        ]
    return [] if same else [Finding("error", f"不再是后一份快照所记的{before.short}", str(folder))]
