"""Closing a period (封存): one view of the database, written to files, registered, and only then given its name.

Killed at any instant, a closing leaves the whole snapshot or none. Until its registration is committed there is
only a folder with a dot before its name, which the next closing sweeps away. Afterwards that folder is complete and
on the disk, and whoever looks for snapshots next gives it its name (store.finish).
"""

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.source import Source
from taizhang.ledgers.as_of import judged_up_to
from taizhang.snapshots import store
from taizhang.snapshots.conditions import Broken, Closer, closer, cutoff_of, in_order, questions
from taizhang.snapshots.files import canonical, sync_folder, sync_folders, write_bytes
from taizhang.snapshots.models import Closing
from taizhang.snapshots.package import NAME, Damaged, Package, read_package
from taizhang.snapshots.store import DRAFT, Snapshot, publish
from taizhang.snapshots.writing import Draft, Progress

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def silent(step: str) -> None:
    """Tell nobody how far it is."""


def close(
    period: Period | str,
    *,
    today: date,
    cutoff: date | None = None,
    place: str | None = None,
    progress: Progress = silent,
) -> Snapshot:
    """Close a period of the acting post's place up to a cut-off; again means number n+1, which replaces n.

    Refuses, leaving nothing behind: another post, a day outside the period or to come, a period before one that
    is closed, records that break blocking rules, a closing at work, a full disk.
    """
    asked = Period.parse(period) if isinstance(period, str) else period
    who = closer(place)
    day = cutoff_of(asked, cutoff, today)
    with one_at_a_time(who.place.code), nothing_left_when_full():
        sweep(who.place.code)
        folder = store.snapshot_folder(who.place.code, asked.name, 1).parent
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=folder))
        try:
            package = registered(Draft(draft, who.place.code, day, progress), asked, who)
        except BaseException:
            discard(draft)
            raise
        made = Snapshot(publish(draft, package))
    vars(made)["package"] = package  # what was closed, whatever may stand in the folder later
    return made


def registered(draft: Draft, period: Period, who: Closer) -> Package:
    """Write everything from one view of the database and register its digest, both or neither."""
    with one_view():
        before = list(Closing.objects.filter(place=draft.place))
        in_order(before, period, draft.cutoff)
        draft.progress("核对台账规则")
        with judged_up_to(draft.cutoff):
            asked = questions(draft.place)
        source = draft.write()
        said = package(draft, period, who, before) | facts(source, asked)
        write_bytes(draft.folder / NAME, canonical(said))
        written = read_package(draft.folder)
        on_the_disk(draft.folder)
        register(written)
    return written


def register(package: Package) -> None:
    Closing.objects.create(
        place=package.place,
        period=package.period,
        number=package.number,
        cutoff=package.cutoff,
        digest=package.digest,
        previous=package.previous.digest if package.previous else "",
        replaces=package.replaces,
        closed_by=package.closed_by,
        at=package.closed_at,
    )


def package(draft: Draft, period: Period, who: Closer, before: list[Closing]) -> dict[str, Any]:
    """What the snapshot is and where it stands in the chain of closings."""
    same = [row for row in before if row.period == period.name]
    taken = {row.number for row in same} | set(store.folders(draft.place, period.name))
    number = max(taken, default=0) + 1
    return {
        "profile": "tabular-data-package",
        "name": f"{draft.place}-{period.name.lower()}-{number}",
        "title": f"{who.place}{period.label}第{number}次封存",
        "place": draft.place,
        "period": period.name,
        "cutoff": draft.cutoff.isoformat(),
        "number": number,
        "closed_by": who.name,
        "closed_at": timezone.now().isoformat(),
        "previous": link(before[-1]) if before else None,
        "replaces": same[-1].digest if same else "",
        "resources": draft.resources,
    }


def facts(source: Source, asked: list[Broken]) -> dict[str, Any]:
    """What figures need besides the files: definitions, zero returns, open questions."""
    zero = sorted((one.ledger, one.place, one.period) for one in source.coverage if one.period)
    return {
        "indicators": [one.to_dict() for one in source.definitions.values()],
        "zero_returns": [
            {"ledger": ledger, "place": place, "period": period} for ledger, place, period in zero
        ],
        "questions": [
            {"ledger": one.model.ledger_name(), "rule": one.rule.title, "records": one.records}
            for one in asked
        ],
    }


def link(row: Closing) -> dict[str, Any]:
    named = {"place": row.place, "period": row.period, "number": row.number}
    return {"digest": row.digest, **named}


def on_the_disk(folder: Path) -> None:
    """The folder, all that is in it, and the names that lead to it."""
    sync_folders(folder)
    for above in (folder.parent, folder.parent.parent, folder.parent.parent.parent):
        sync_folder(above)


def discard(draft: Path) -> None:
    """Take a failed closing away, unless it failed so late that it is registered, or nobody can say."""
    try:
        if Closing.objects.filter(digest=read_package(draft).digest).exists():
            return
    except Damaged:
        pass
    except DatabaseError:
        return
    shutil.rmtree(draft)


def sweep(place: str) -> None:
    """Take away what killed closings left unregistered; under the lock none of it is at work."""
    store.finish(place)
    for draft in store.drafts(place):
        shutil.rmtree(draft)


@contextmanager
def one_view() -> Iterator[None]:
    """A transaction that sees the database as it is now, whatever others write meanwhile."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SET LOCAL work_mem = '64MB'")
        yield


@contextmanager
def one_at_a_time(place: str) -> Iterator[None]:
    """A lock of the session, so that a killed closing gives it back; a second closing is told to wait."""
    key = f"taizhang.closing.{place}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [key])
        if not cursor.fetchone()[0]:
            raise Refusal("另一次封存正在进行，请等它结束再封存。")
    try:
        yield
    finally:
        if connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [key])


@contextmanager
def nothing_left_when_full() -> Iterator[None]:
    """A full disk in one sentence."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno not in FULL:
            raise
        raise Refusal(FULL_DISK) from trouble
    except psycopg.errors.DiskFull as trouble:
        raise Refusal(FULL_DISK) from trouble


FULL_DISK = "磁盘满了（或者文件超过了限额），没有封存，也没有留下半成品；请腾出空间再封存。"
