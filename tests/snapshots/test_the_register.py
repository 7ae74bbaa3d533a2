"""The register of closings, by raw SQL as the application role: added to by whoever may close, and kept."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection

from taizhang.people.acting import act
from taizhang.snapshots.closing import close
from taizhang.snapshots.models import Closing
from tests.snapshots.towns import new_town


@pytest.fixture
def closed(town):
    return close("2018Q1", today=date(2018, 5, 1))


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


INSERT = """
    INSERT INTO snapshots_closing (place, period, number, cutoff, digest, previous, replaces, closed_by, at)
    VALUES ('{place}', '2018Q1', 9, '2018-03-31', '{digest}', '', '', '', now())
"""


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE snapshots_closing SET digest = 'x'",
        "DELETE FROM snapshots_closing",
        "TRUNCATE snapshots_closing",
        "ALTER TABLE snapshots_closing DISABLE ROW LEVEL SECURITY",
    ],
)
def test_a_row_is_never_changed_nor_removed(closed, sql):
    with pytest.raises(ProgrammingError, match="permission denied|must be owner"):
        run(sql)
    assert Closing.objects.get(digest=closed.digest).number == 1


def test_a_clerk_sees_the_towns_closings_and_adds_none(town, closed):
    with town.working_as(town.clerk):
        assert Closing.objects.count() == 1
        for place in (town.code, town.villages[0]):
            with pytest.raises(ProgrammingError, match="row-level security"):
                run(INSERT.format(place=place, digest="c" * 64))


def test_an_office_adds_no_closing_of_another_town_and_sees_none(town, closed):
    other = new_town()
    with other.working_as(other.office):
        assert not Closing.objects.exists()
        with pytest.raises(ProgrammingError, match="row-level security"):
            run(INSERT.format(place=town.code, digest="d" * 64))


def test_nobody_sees_nothing(closed):
    act(None)
    assert not Closing.objects.exists()
