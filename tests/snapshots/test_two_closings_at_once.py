"""Two closings of one town at once: the second says so, the first goes on undisturbed."""

import signal

from tests.snapshots.wreckage import PERIOD, digests, hidden, registered, visible


def test_the_second_is_refused_while_the_first_is_at_work(office):
    first = office.start("close", PERIOD)
    assert first.stderr.readline()
    first.send_signal(signal.SIGSTOP)
    try:
        second = office.run("close", PERIOD)
    finally:
        first.send_signal(signal.SIGCONT)
    assert second.returncode == 1
    assert second.stderr.strip() == "另一次封存正在进行，请等它结束再封存。"
    first.communicate(timeout=120)
    assert first.returncode == 0
    assert len(visible(office)) == 1
    assert hidden(office) == []
    assert digests(visible(office)) == registered(office)


def test_a_killed_closing_gives_its_lock_back(office):
    first = office.start("close", PERIOD)
    assert first.stderr.readline()
    first.kill()
    first.communicate(timeout=60)
    done = office.run("close", PERIOD)
    assert done.returncode == 0, done.stderr
