"""The last word is the database's: raw SQL as the application role, not a view, is what these tests ask."""

import pytest
from django.apps import apps
from django.db import Error, connection, transaction

from taizhang.ledgers.models import ZeroReturn
from taizhang.ledgers.registry import ledgers
from taizhang.lines.land.models import Project
from tests import cast


def rows(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def zero(number: str, place: str) -> ZeroReturn:
    return ZeroReturn.objects.create(
        number=number,
        place_id=place,
        ledger="hollow_houses.hollow_house",
        period="2018Q1",
        reported_on="2018-03-26",
    )


@pytest.fixture
def two_villages(acting):
    """One record in 广坪村, one in 合兴村, one in another town, each entered by its own clerk."""
    for username, place in [
        ("clerk", cast.GUANGPING),
        ("other_clerk", cast.HEXING),
        ("outsider", cast.OTHER_VILLAGE),
    ]:
        acting(username)
        zero(f"L-{username}", place)


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("clerk", {"L-clerk"}),
        ("other_clerk", {"L-other_clerk"}),
        ("outsider", {"L-outsider"}),
        ("office", {"L-clerk", "L-other_clerk"}),
        ("officer", {"L-clerk", "L-other_clerk"}),
        ("town_leader", {"L-clerk", "L-other_clerk"}),
        ("county", {"L-clerk", "L-other_clerk", "L-outsider"}),
        ("administrator", set()),
    ],
)
def test_each_sees_their_own_rows_and_no_others(two_villages, acting, username, seen):
    acting(username)
    assert {row[0] for row in rows("SELECT number FROM ledgers_zeroreturn")} == seen
    assert rows("SELECT count(*) FROM ledgers_zeroreturn") == [(len(seen),)]
    assert {
        row[0]
        for row in rows(
            "SELECT row ->> 'number' FROM ledgers_history WHERE ledger = 'ledgers.zero_return'"
        )
    } == seen


@pytest.mark.parametrize(
    "username", ["clerk", "town_leader", "county", "administrator", "petition_officer"]
)
def test_nobody_writes_where_they_do_not_belong(two_villages, acting, username):
    acting(username)
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        zero("intruder", cast.OTHER_VILLAGE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledgers_zeroreturn SET note = 'x' WHERE number = 'L-other_clerk'")
        assert cursor.rowcount == (1 if username == "petition_officer" else 0)


def test_a_clerk_cannot_push_a_row_into_another_village(two_villages, acting):
    acting("clerk")
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        rows(
            f"UPDATE ledgers_zeroreturn SET place_id = '{cast.HEXING}' WHERE number = 'L-clerk' RETURNING id"
        )


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}", "ALTER TABLE {} DISABLE TRIGGER ALL"],
)
def test_nothing_is_deleted_from_any_ledger(acting, statement):
    acting("office")
    for model in ledgers():
        with pytest.raises(Error, match="permission denied|must be owner"), transaction.atomic():
            rows(statement.format(model._meta.db_table))


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE ledgers_history SET actor = 'nobody'",
        "DELETE FROM ledgers_history",
        "INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row) VALUES ('ledgers.zero_return', 1, '430682113201', 'U', now(), 'x', '', '{}')",
        "UPDATE ledgers_attachment SET sha256 = ''",
    ],
)
def test_history_and_attachments_cannot_be_rewritten(two_villages, acting, attack):
    acting("office")
    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        rows(attack)


def test_a_line_of_work_is_closed_to_other_lines(acting):
    acting("petition_officer")
    for model in ledgers():
        # What belongs to no line is everybody's; petitions are the officer's own.
        if model._meta.app_label not in ("ledgers", "petitions"):
            assert rows(f"SELECT count(*) FROM {model._meta.db_table}") == [(0,)]
            assert rows(f"SELECT taizhang_reach('{model._meta.app_label}', false)") == [(None,)]


def test_every_table_with_a_place_is_protected(db):
    protected = {row[0] for row in rows("SELECT relname FROM pg_class WHERE relrowsecurity")}
    placed = [
        m._meta.db_table
        for m in apps.get_models()
        if any(f.name == "place" for f in m._meta.concrete_fields)
    ]
    assert set(placed) <= protected
    assert {model._meta.db_table for model in ledgers()} <= protected


def test_the_application_role_has_no_way_around(db):
    assert rows(
        "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    ) == [(False, False, False)]
    assert rows(
        "SELECT count(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)"
    ) == [(0,)]


def test_what_is_kept_for_all_is_read_below_and_written_above(acting):
    """A village clerk reads the town's linkage project that her lots point at, and cannot change it."""
    acting("office")
    Project.objects.create(
        number="ZJ-1",
        place_id=cast.TOWN,
        name="第一批",
        document_no="示例1号",
        approved_area="300",
        approved_on="2016-10-18",
        ends_on="2019-10-18",
    )
    for username, seen in [("clerk", 1), ("officer", 1), ("outsider", 0), ("administrator", 0)]:
        acting(username)
        assert rows("SELECT count(*) FROM land_project") == [(seen,)], username
    acting("clerk")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE land_project SET note = 'x'")
        assert cursor.rowcount == 0
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        rows(
            "INSERT INTO land_project (number, place_id, name, document_no, approved_area, approved_on, ends_on, note)"
            f" VALUES ('ZJ-2', '{cast.TOWN}', 'x', 'x', 1, '2018-01-01', '2019-01-01', '') RETURNING id"
        )
