"""After a large import the planner knows how many rows the ledger has: rules that compare rows stay quick."""

import pytest

from tests.ledgers.excel.sheets import houses, write

LEDGER, TABLE = "hollow_houses.hollow_house", "hollow_houses_hollowhouse"
COUNTED = f"SELECT reltuples::int FROM pg_class WHERE relname = '{TABLE}'"


@pytest.fixture(scope="module")
def town(installation):
    return installation


def counted(town) -> int:
    with town.connect() as owner:
        return owner.execute(COUNTED).fetchone()[0]


def test_a_large_import_has_its_ledger_counted(town, tmp_path):
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", houses(2_500)))
    assert done.returncode == 0, done.stderr
    assert counted(town) >= 2_500


def test_one_that_is_counted_elsewhere_at_the_moment_is_not_waited_for(town):
    with town.connect() as busy, town.connect() as other:
        busy.execute(f"ANALYZE {TABLE}")
        other.execute("SELECT taizhang_count_rows(%s, %s)", [TABLE, 1_000_000])
        assert other.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("table", ["people_user; DROP TABLE x", "pg_class", "nothing"])
def test_what_is_no_ledger_is_left_alone(town, table):
    with town.connect("taizhang_app") as application:
        application.execute("SELECT taizhang_count_rows(%s, 1000000)", [table])
