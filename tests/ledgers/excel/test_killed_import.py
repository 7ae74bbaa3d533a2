"""An import killed at any instant leaves everything or nothing."""

import time

import pytest

from tests.ledgers.excel.sheets import houses, write

LEDGER, ROWS = "hollow_houses.hollow_house", 25_000  # enough to be written while being read
IN_LEDGER = "SELECT count(*) FROM hollow_houses_hollowhouse"
IN_HISTORY = "SELECT count(*) FROM ledgers_history WHERE ledger = 'hollow_houses.hollow_house'"
AT_WORK = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'taizhang_app'"
PATIENCE = 60  # seconds for the server to notice that its client has gone


@pytest.fixture(scope="module")
def town(installation):
    return installation


def ask(town, question):
    with town.connect() as owner:
        return owner.execute(question).fetchone()[0]


def clear(town):
    with town.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("DELETE FROM hollow_houses_hollowhouse")
        owner.execute("DELETE FROM ledgers_history WHERE ledger = 'hollow_houses.hollow_house'")


def wait_until_nobody_is_at_work(town):
    until = time.monotonic() + PATIENCE
    while ask(town, AT_WORK):
        assert time.monotonic() < until, "the server still works for a client that was killed"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return write(tmp_path_factory.mktemp("killed") / "空心房.xlsx", houses(ROWS))


@pytest.fixture(scope="module")
def duration(town, book):
    """Seconds that the import takes when nobody kills it."""
    clear(town)
    start = time.monotonic()
    done = town.run("import", LEDGER, book)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - start


@pytest.mark.parametrize("instant", [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0])
def test_a_killed_import_leaves_all_or_nothing(town, book, duration, instant):
    clear(town)
    process = town.start("import", LEDGER, book)
    time.sleep(duration * instant)
    process.kill()
    process.communicate()
    wait_until_nobody_is_at_work(town)
    left = ask(town, IN_LEDGER)
    assert left in (0, ROWS)
    assert ask(town, IN_HISTORY) == left


def test_after_a_kill_the_same_file_imports(town, book, duration):
    clear(town)
    process = town.start("import", LEDGER, book)
    time.sleep(duration * 0.8)
    process.kill()
    process.communicate()
    done = town.run("import", LEDGER, book)
    assert done.returncode == 0, done.stderr
    assert ask(town, IN_LEDGER) == ask(town, IN_HISTORY) == ROWS
