"""A disk that fills up while closing: one sentence, exit 1, nothing left behind."""

import os
import subprocess
import sys

import pytest

from tests.snapshots.wreckage import hidden, registered, settle, visible

LIMITED = """
import resource, sys
import django
django.setup()
from django.db import connection
connection.ensure_connection()  # the database's own files are not what is short
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
sys.argv = ["taizhang", "--user", "office", "close", "2018Q1"]
from taizhang.commands.main import main
main()
"""


def refused(done):
    assert done.returncode == 1, done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("磁盘满了")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("limit", [5_000, 20_000])
def test_a_limit_on_the_size_of_files(office, limit):
    before = registered(office)
    code = LIMITED.format(limit=limit)
    refused(
        subprocess.run(
            [sys.executable, "-c", code], env=office.environment, capture_output=True, text=True
        )
    )
    assert hidden(office) == []
    assert registered(office) == before
    settle(office)


def test_a_small_disk_that_is_full(office):
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    disk = office.home / "snapshots"
    disk.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine does not let even root mount a small disk")
    before = registered(office)
    try:
        refused(office.run("close", "2018Q2"))
        assert [path for path in disk.rglob("*") if path.is_file()] == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert registered(office) == before
    assert visible(office) is not None
    settle(office)
