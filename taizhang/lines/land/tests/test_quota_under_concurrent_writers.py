"""Two officers commit quota in the same moment: the second waits for the first, and sees what it took."""

import threading
from itertools import count

import psycopg
import pytest
from psycopg.errors import CheckViolation, FeatureNotSupported

from taizhang.lines.land.models import QuotaMovement
from taizhang.lines.land.models.quota import OURS
from tests import cast

INSERT = (
    "INSERT INTO land_quotamovement"
    " (number, place_id, project_id, kind, area, moved_on, site_number, document_no, note)"
    " VALUES (%s, %s, %s, %s, %s, '2017-01-05', 'GP', '', '')"
)
BALANCE = (
    "SELECT sum(CASE account WHEN t.put_on THEN m.area WHEN t.taken_from THEN -m.area ELSE 0 END)"
    " FROM (SELECT taken_from FROM land_quota_moves() WHERE kind = %s) AS asked (account),"
    " land_quotamovement m JOIN land_quota_moves() t ON t.kind = m.kind WHERE m.project_id = %s"
)
# 100 亩 on each account that something can be taken from
AT_HAND = [("grant", 300), ("plan", 200), ("reserve", 100)]
TAKING = [kind for kind, (source, _) in QuotaMovement.MOVES.items() if source in OURS]
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
    """A project of its own for each test, with 100 亩 on each account that something can be taken from."""
    with installation.connect() as owner:
        (made,) = owner.execute(
            "INSERT INTO land_project"
            " (number, place_id, name, document_no, approved_area, approved_on, ends_on, note)"
            " VALUES (%s, %s, '示例项目', '示例1号', 300, '2016-10-18', '2019-10-18', '') RETURNING id",
            [f"XM-{next(NUMBERS)}", cast.TOWN],
        ).fetchone()
        for kind, area in AT_HAND:
            owner.execute(INSERT, [f"{kind}-{made}", cast.TOWN, made, kind, area])
    return made


WAITING = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s AND pg_blocking_pids(pid) <> '{}'"
HELD_UP = "SELECT count(*) FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"


def comes_true(installation, question: str, process: int) -> bool:
    """Whether one server process waits for another, looked at until it does."""
    with installation.connect() as watcher:
        watcher.autocommit = True
        for _ in range(PATIENCE):
            (count_of,) = watcher.execute(question, [process]).fetchone()
            if count_of:
                return True
            watcher.execute("SELECT pg_sleep(0.1)")
    return False


def take(connection: Connection, kind: str, project: int, number: str, area: int) -> None:
    connection.execute(INSERT, [f"{number}-{project}", cast.TOWN, project, kind, area])


def plan(connection: Connection, project: int, number: str, area: int, place: str) -> None:
    connection.execute(INSERT, [f"{number}-{project}", place, project, "plan", area])


def commit_second(
    connection: Connection, kind: str, project: int, area: int, outcome: list[object]
) -> None:
    try:
        take(connection, kind, project, "B", area)
        connection.commit()
        outcome.append("committed")
    except psycopg.Error as trouble:
        connection.rollback()
        outcome.append(trouble)


@pytest.mark.parametrize(
    ("area", "commits", "left"), [(41, False, 40), (40, True, 0)], ids=["too much", "just enough"]
)
@pytest.mark.parametrize("kind", TAKING)
def test_the_second_writer_waits_and_then_sees_what_the_first_took(
    installation, writer, project, kind, area, commits, left
):
    first, second = writer("officer"), writer("officer")
    take(first, kind, project, "A", 60)
    outcome: list[object] = []
    thread = threading.Thread(target=commit_second, args=(second, kind, project, area, outcome))
    thread.start()
    try:
        assert comes_true(installation, WAITING, second.info.backend_pid)
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
        assert owner.execute(BALANCE, [kind, project]).fetchone() == (left,)


def test_a_writer_who_gives_up_leaves_the_quota_to_the_other(installation, writer, project):
    first, second = writer("officer"), writer("officer")
    plan(first, project, "A", 60, cast.GUANGPING)
    outcome: list[object] = []
    thread = threading.Thread(target=commit_second, args=(second, "plan", project, 100, outcome))
    thread.start()
    try:
        assert comes_true(installation, WAITING, second.info.backend_pid)
    finally:
        first.rollback()
        thread.join()
    assert outcome == ["committed"]


def test_many_writers_at_once_never_overdraw(installation, writer, project):
    outcome: list[object] = []
    connections = [writer("officer") for _ in range(6)]

    def take_often(turn: int) -> None:
        connection = connections[turn]
        for again in range(5):
            try:
                plan(connection, project, f"T{turn}{again}", 7, cast.GUANGPING)
                connection.commit()
                outcome.append("committed")
            except CheckViolation:
                connection.rollback()

    threads = [threading.Thread(target=take_often, args=(turn,)) for turn in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcome) == 14  # 14 x 7 of 100 亩, whatever the order
    with installation.connect() as owner:
        assert owner.execute(BALANCE, ["plan", project]).fetchone() == (2,)


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


GRANT_BY_FORM = """
from datetime import date
from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.land.models import QuotaMovement
from taizhang.people.acting import act, appointment_of
act(appointment_of("officer", date(2018, 3, 26)))
try:
    save_record(QuotaMovement(number="C-{project}", place_id="{town}", project_id={project},
                              kind="grant", area=1, moved_on=date(2017, 1, 5)))
    print("saved")
except Refusal as refusal:
    print(refusal)
"""


def test_two_grants_at_once_are_not_more_than_was_approved(installation, writer, project):
    """300 of 300 亩 are granted when the first takes back 10 of them and grants 10; the second would grant one more."""
    first = writer("officer")
    first.execute("SELECT set_config('taizhang.reason', '更正', true)")
    first.execute(
        "UPDATE land_quotamovement SET area = 290 WHERE project_id = %s AND kind = 'grant'",
        [project],
    )
    take(first, "grant", project, "A", 10)
    told: list[str] = []
    code = GRANT_BY_FORM.format(project=project, town=cast.TOWN)
    thread = threading.Thread(target=lambda: told.append(installation.python(code)))
    thread.start()
    try:
        assert comes_true(installation, HELD_UP, first.info.backend_pid)
    finally:
        first.commit()
        thread.join()
    assert "下达的指标之和超过了批准规模" in told[0]
