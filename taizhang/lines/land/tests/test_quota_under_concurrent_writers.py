"""Two officers commit quota in the same moment: the second waits for the first, and sees what it took."""

import threading
from itertools import count

import psycopg
import pytest
from psycopg.errors import CheckViolation, FeatureNotSupported

from tests import cast

INSERT = (
    "INSERT INTO land_quotamovement"
    " (number, place_id, project_id, kind, area, moved_on, site_number, document_no, note)"
    " VALUES (%s, %s, %s, %s, %s, '2017-01-05', 'GP', '', '')"
)
BALANCE = (
    "SELECT coalesce(sum(CASE kind WHEN 'grant' THEN area ELSE -area END), 0)"
    " FROM land_quotamovement WHERE project_id = %s AND kind IN ('grant', 'plan')"
)
NUMBERS = count(1)
PATIENCE = 600  # looks at who waits for whom, a tenth of a second apart

Connection = psycopg.Connection[tuple[object, ...]]


def ticket(installation, username: str) -> str:
    return installation.python(
        "from datetime import date\n"
        "from taizhang.people.acting import appointment_of, ticket\n"
        f"print(ticket(appointment_of({username!r}, date(2018, 3, 26))))"
    ).strip()


@pytest.fixture(scope="module")
def tickets(installation) -> dict[str, str]:
    return {username: ticket(installation, username) for username in ("officer", "clerk")}


@pytest.fixture
def writer(installation, tickets):
    """writer("officer") is a connection of its own as the application role, at work as that member of the cast."""
    opened: list[Connection] = []

    def connect(username: str) -> Connection:
        connection = installation.connect("taizhang_app")
        opened.append(connection)
        connection.execute("SELECT set_config('taizhang.ticket', %s, false)", [tickets[username]])
        connection.commit()
        return connection

    yield connect
    for connection in opened:
        connection.close()


@pytest.fixture
def project(installation) -> int:
    """A project of its own for each test, with 100 亩 at hand."""
    with installation.connect() as owner:
        (made,) = owner.execute(
            "INSERT INTO land_project"
            " (number, place_id, name, document_no, approved_area, approved_on, ends_on, note)"
            " VALUES (%s, %s, '示例项目', '示例1号', 300, '2016-10-18', '2019-10-18', '') RETURNING id",
            [f"XM-{next(NUMBERS)}", cast.TOWN],
        ).fetchone()
        owner.execute(INSERT, [f"G-{made}", cast.TOWN, made, "grant", 100])
    return made


def waits_for(installation, waiting: int) -> bool:
    """Whether a server process is held up by another one, looked at until it is."""
    with installation.connect() as watcher:
        watcher.autocommit = True
        for _ in range(PATIENCE):
            (blockers,) = watcher.execute("SELECT pg_blocking_pids(%s)", [waiting]).fetchone()
            if blockers:
                return True
            watcher.execute("SELECT pg_sleep(0.1)")
    return False


def plan(connection: Connection, project: int, number: str, area: int, place: str) -> None:
    connection.execute(INSERT, [f"{number}-{project}", place, project, "plan", area])


def commit_second(connection: Connection, project: int, area: int, outcome: list[object]) -> None:
    try:
        plan(connection, project, "B", area, cast.HEXING)
        connection.commit()
        outcome.append("committed")
    except psycopg.Error as trouble:
        connection.rollback()
        outcome.append(trouble)


@pytest.mark.parametrize(
    ("area", "commits", "left"), [(41, False, 40), (40, True, 0)], ids=["too much", "just enough"]
)
def test_the_second_writer_waits_and_then_sees_what_the_first_took(
    installation, writer, project, area, commits, left
):
    first, second = writer("officer"), writer("officer")
    plan(first, project, "A", 60, cast.GUANGPING)
    outcome: list[object] = []
    thread = threading.Thread(target=commit_second, args=(second, project, area, outcome))
    thread.start()
    try:
        assert waits_for(installation, second.info.backend_pid)
    finally:
        first.commit()
        thread.join()
    (result,) = outcome
    if commits:
        assert result == "committed"
    else:
        assert isinstance(result, CheckViolation)
        assert f"B-{project} 的 41 亩后，2017-01-05 的余额是 -1 亩" in str(result)
    with installation.connect() as owner:
        assert owner.execute(BALANCE, [project]).fetchone() == (left,)


def test_a_writer_who_gives_up_leaves_the_quota_to_the_other(installation, writer, project):
    first, second = writer("officer"), writer("officer")
    plan(first, project, "A", 60, cast.GUANGPING)
    outcome: list[object] = []
    thread = threading.Thread(target=commit_second, args=(second, project, 100, outcome))
    thread.start()
    try:
        assert waits_for(installation, second.info.backend_pid)
    finally:
        first.rollback()
        thread.join()
    assert outcome == ["committed"]


def test_many_writers_at_once_never_overdraw(installation, writer, project):
    outcome: list[object] = []
    connections = [writer("officer") for _ in range(6)]

    def take(turn: int) -> None:
        connection = connections[turn]
        for again in range(5):
            try:
                plan(connection, project, f"T{turn}{again}", 7, cast.GUANGPING)
                connection.commit()
                outcome.append("committed")
            except CheckViolation:
                connection.rollback()

    threads = [threading.Thread(target=take, args=(turn,)) for turn in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcome) == 14  # 14 x 7 of 100 亩, whatever the order
    with installation.connect() as owner:
        assert owner.execute(BALANCE, [project]).fetchone() == (2,)


def test_what_a_clerk_cannot_see_still_counts(writer, project):
    officer, clerk = writer("officer"), writer("clerk")
    plan(officer, project, "A", 90, cast.HEXING)
    officer.commit()
    seen = clerk.execute("SELECT number FROM land_quotamovement WHERE project_id = %s", [project])
    assert seen.fetchall() == []
    plan(clerk, project, "B", 11, cast.GUANGPING)
    with pytest.raises(CheckViolation, match="可用指标不够"):
        clerk.commit()


def test_a_transaction_that_would_not_see_the_others_is_refused(writer, project):
    officer = writer("officer")
    officer.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    with pytest.raises(FeatureNotSupported, match="可重复读"):
        plan(officer, project, "A", 1, cast.GUANGPING)
