"""Nothing of a closed period can be changed without its showing, by name."""

import json
import os
import shutil
from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.people.acting import act
from taizhang.snapshots import store
from taizhang.snapshots.closing import close
from taizhang.snapshots.files import canonical
from taizhang.snapshots.package import NAME
from taizhang.snapshots.store import Snapshot, find_snapshot, open_snapshot, verify
from tests.snapshots.towns import demolished

TODAY = date(2018, 9, 30)


@pytest.fixture
def closed(town):
    demolished(town.villages[0], "KX-1", date(2018, 2, 1)).save()
    return close("2018Q1", today=TODAY)


def files(snapshot):
    return sorted(path for path in snapshot.folder.rglob("*") if path.is_file())


def overwrite(path, content):
    path.chmod(0o644)
    path.write_bytes(content)
    path.chmod(0o444)


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    overwrite(path, bytes(content))


def errors(snapshot):
    return [str(one) for one in verify(snapshot) if one.severity == "error"]


def test_a_whole_snapshot_opens_and_verifies(town, closed):
    assert open_snapshot(town.code, "2018Q1").digest == closed.digest
    assert find_snapshot(closed.short).folder == closed.folder
    assert find_snapshot(closed.digest[:16]).folder == closed.folder
    assert verify(closed) == []


def test_a_snapshots_files_are_read_only_and_nobody_elses(closed):
    assert all(path.stat().st_mode & 0o222 == 0 for path in files(closed))
    assert closed.folder.stat().st_mode & 0o077 == 0
    names = {path.relative_to(closed.folder).as_posix() for path in files(closed)}
    assert {NAME, "journal.parquet", "figures.parquet", "places.parquet"} <= names
    assert "ledgers/hollow_houses.hollow_house.parquet" in names


def test_one_byte_flipped_in_any_file_is_refused_by_the_files_name(town, closed):
    for path in files(closed):
        whole = path.read_bytes()
        for at in (0, len(whole) // 2, len(whole) - 1):
            open_snapshot(town.code, "2018Q1")
            flip(path, at)
            with pytest.raises(Refusal, match=path.name):
                open_snapshot(town.code, "2018Q1")
            assert any(path.name in error for error in errors(Snapshot(closed.folder)))
            overwrite(path, whole)
    assert errors(Snapshot(closed.folder)) == []


def test_a_change_shows_though_size_and_time_are_as_before(town, closed):
    open_snapshot(town.code, "2018Q1")
    path = closed.folder / "journal.parquet"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    flip(path, 1000)
    os.utime(path, ns=times)
    with pytest.raises(Refusal, match=r"journal\.parquet"):
        open_snapshot(town.code, "2018Q1")


def test_a_file_that_is_gone_and_one_too_many_are_named(town, closed):
    (closed.folder / "notes.txt").write_text("added")
    assert any("notes.txt" in error for error in errors(closed))
    (closed.folder / "places.parquet").unlink()
    with pytest.raises(Refusal, match=r"places\.parquet"):
        open_snapshot(town.code, "2018Q1")
    shutil.rmtree(closed.folder)
    with pytest.raises(Refusal, match="不见了"):
        find_snapshot(closed.short)


def redigest(folder):
    """What a clever hand would do: alter a file and write the package anew so that all digests agree."""
    path = folder / "coverage.parquet"
    overwrite(path, path.read_bytes() + b" ")
    said = json.loads((folder / NAME).read_bytes())
    for one in said["resources"]:
        if one["path"] == path.name:
            one["bytes"] += 1
            one["hash"] = f"sha256:{store.sha256_of(path)}"
    overwrite(folder / NAME, canonical(said))


def test_a_folder_altered_and_digested_anew_shows_through_the_register(town, closed):
    redigest(closed.folder)
    with pytest.raises(Refusal, match=f"登记的却是{closed.short}"):
        open_snapshot(town.code, "2018Q1")
    assert any("登记的却是" in error for error in errors(Snapshot(closed.folder)))
    with pytest.raises(Refusal, match="被改动过"):
        find_snapshot(closed.short)


def test_without_the_register_the_files_alone_are_checked(town, closed):
    act(None)
    assert open_snapshot(town.code, "2018Q1").digest == closed.digest
    assert [one.severity for one in verify(closed)] == ["info"]


def test_a_folder_slipped_in_as_the_next_number_is_refused(town, closed):
    slipped = closed.folder.with_name("2")
    shutil.copytree(closed.folder, slipped)
    with pytest.raises(Refusal, match="放错了地方"):
        open_snapshot(town.code, "2018Q1")
    said = json.loads((slipped / NAME).read_bytes())
    overwrite(slipped / NAME, canonical(said | {"number": 2}))
    with pytest.raises(Refusal, match="没有登记"):
        open_snapshot(town.code, "2018Q1")
    assert open_snapshot(town.code, "2018Q1", 1).digest == closed.digest
    assert close("2018Q1", today=TODAY).number == 3


def test_a_snapshot_whose_predecessor_was_altered_says_so(town, closed):
    second = close("2018Q2", today=TODAY)
    redigest(closed.folder)
    assert any(closed.short in error for error in errors(second))


def test_a_package_of_nonsense_is_refused_by_its_name(town, closed):
    for nonsense in (b"", b"[]", b"{}", b"\xff\xfe", b'{"previous": 3}'):
        overwrite(closed.folder / NAME, nonsense)
        with pytest.raises(Refusal, match=NAME):
            open_snapshot(town.code, "2018Q1")


@pytest.mark.parametrize("code", ["0000-0000", "nonsense", "12", "../../etc"])
def test_an_unknown_code_is_refused(database, code):
    with pytest.raises(Refusal, match="封存号"):
        find_snapshot(code)
