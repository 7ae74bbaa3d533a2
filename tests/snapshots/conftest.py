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
