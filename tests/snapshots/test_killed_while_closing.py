"""kill -9 at any instant of a real closing: the whole snapshot or none, and the next closing tidies up."""

import signal
import subprocess
import sys

import pytest

from tests.snapshots.wreckage import (
    PERIOD,
    digests,
    hidden,
    registered,
    settle,
    visible,
)

STEPS = 15  # that a closing announces: the rules, the journal, each ledger, the sums


def killed(process):
    process.kill()
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("step", [1, 2, 4, 9, STEPS - 1])
def test_killed_at_a_step(office, step):
    process = office.start("close", PERIOD)
    for _ in range(step):
        assert process.stderr.readline().endswith("……\n")
    killed(process)
    assert digests(visible(office)) == registered(office)
    assert len(hidden(office)) <= 1
    settle(office)


# Kill the process itself at the n-th time that it forces something to the disk, or as it gives a folder its name.
SUICIDE = """
import os, pathlib, signal, sys
left = {left}
def counting(work):
    def counted(*arguments):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*arguments)
    return counted
{target} = counting({target})
sys.argv = ["taizhang", "--user", "office", "close", "2018Q1"]
from taizhang.commands.main import main
main()
"""


def dies(office, target, left):
    code = SUICIDE.format(target=target, left=left)
    done = subprocess.run(
        [sys.executable, "-c", code], env=office.environment, capture_output=True, text=True
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("flushes", [0, 1, 8, 15, 16, 18])
def test_killed_between_two_flushes_to_the_disk(office, flushes):
    before = registered(office)
    dies(office, "os.fsync", flushes)
    assert registered(office) == before, "registered before everything was on the disk"
    assert digests(visible(office)) == before
    settle(office)


def test_killed_after_the_registration_and_before_the_name(office):
    before = registered(office)
    dies(office, "pathlib.Path.rename", 0)
    (late,) = registered(office) - before
    assert digests(visible(office)) == before
    assert digests(hidden(office)) == {late}
    done = office.run("figures", PERIOD)
    assert done.returncode == 0, done.stderr
    assert digests(visible(office)) == registered(office), "the next reader finished it"
    settle(office)


def test_killed_just_after_the_name(office):
    flushes = fsyncs(office)
    before = registered(office)
    dies(office, "os.fsync", flushes - 1)  # the last is of the folder that holds the new name
    assert len(registered(office) - before) == 1
    assert digests(visible(office)) == registered(office)
    settle(office)


def fsyncs(office):
    """How often a whole closing forces something to the disk."""
    code = SUICIDE.format(target="os.fsync", left=10**6) + "\nprint(10**6 - left)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=office.environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout.splitlines()[-1])
