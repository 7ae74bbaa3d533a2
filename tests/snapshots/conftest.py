"""Closing needs transactions of its own, so these tests work on the real database and roll nothing back."""

from collections.abc import Iterator

import pytest


@pytest.fixture
def database(django_db_setup: None, django_db_blocker: "pytest.FixtureRequest") -> Iterator[None]:
    from taizhang.people.acting import act

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield
        act(None)


@pytest.fixture
def town(database: None) -> Iterator[object]:
    """A fresh town; the test works as its office."""
    from tests.snapshots.towns import new_town

    made = new_town()
    with made.working_as(made.office):
        yield made


HOUSES = """
from datetime import date
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.acting import act, appointment_of
from tests import cast
from tests.snapshots.towns import demolished
act(appointment_of("office", date.today()))
HollowHouse.objects.bulk_create(
    demolished(cast.GUANGPING, f"KX-{number}", date(2018, 1 + number % 3, 1 + number % 28), address=f"{number * 7919}号")
    for number in range(3000)
)
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """An installation of the module's own, with 3,000 demolished houses to close over."""
    from conftest import MAKE_CAST, Installation

    made = Installation(tmp_path_factory.mktemp("closing"))
    done = made.run("setup")
    assert done.returncode == 0, done.stderr
    made.python(MAKE_CAST)
    made.python(HOUSES)
    yield made
    made.server.cleanup()
