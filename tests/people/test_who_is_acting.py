"""A ticket says who is at work; only the owner's key makes one, so raw SQL cannot put on another post."""

import time

import pytest
from django.db import Error, connection

from taizhang.people import acting as tickets
from taizhang.people.models import Appointment


def ask(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def put_on(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('taizhang.ticket', %s, false)", [value])


def test_the_database_knows_who_acts(acting):
    appointment = acting("clerk")
    assert ask("SELECT taizhang_appointment()") == appointment.pk
    assert ask("SELECT taizhang_reach('housing', true)") == "430682113201"
    assert ask("SELECT taizhang_actor()") == "甄广平（广坪村委会文书）"


def test_nobody_reaches_anything_without_a_ticket(db):
    put_on("")
    assert ask("SELECT taizhang_appointment()") is None
    assert ask("SELECT taizhang_reach('housing', false)") is None


@pytest.mark.parametrize(
    "spoil", ["another post", "a later hour", "a guessed digest", "no digest", "noise"]
)
def test_a_forged_ticket_is_nobody(acting, spoil):
    mine = tickets.ticket(acting("clerk"))
    post, expires, digest = mine.split(":")
    office = Appointment.objects.get(user__username="office").pk
    put_on(
        {
            "another post": f"{office}:{expires}:{digest}",
            "a later hour": f"{post}:{int(expires) + 9999}:{digest}",
            "a guessed digest": f"{post}:{expires}:{'0' * 64}",
            "no digest": f"{office}:{expires}",
            "noise": "';--:::",
        }[spoil]
    )
    assert ask("SELECT taizhang_appointment()") is None


def test_a_ticket_expires(acting, monkeypatch):
    appointment = acting("office")
    monkeypatch.setattr(time, "time", lambda: 1_500_000_000.0)
    put_on(tickets.ticket(appointment))
    assert ask("SELECT taizhang_appointment()") is None


@pytest.mark.parametrize(
    "attack",
    [
        "SELECT taizhang_digest('1:9999999999')",
        "SELECT secret FROM taizhang_key",
        "INSERT INTO taizhang_key VALUES ('x')",
        "SET ROLE postgres",
        "ALTER TABLE ledgers_history DISABLE ROW LEVEL SECURITY",
        "DROP POLICY seen ON ledgers_history",
        "ALTER ROLE taizhang_app BYPASSRLS",
    ],
)
def test_the_application_role_cannot_make_itself_a_key(acting, attack):
    acting("clerk")
    with pytest.raises(Error):
        ask(attack)


@pytest.mark.parametrize(
    "table", ["people_appointment", "people_post", "people_place", "people_user"]
)
def test_only_an_administrator_changes_who_may_what(acting, table):
    acting("clerk")
    own = " WHERE username <> 'clerk'" if table == "people_user" else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET id = id{own}"
            if table != "people_place"
            else f"UPDATE {table} SET name = 'x'"
        )
        assert cursor.rowcount == 0
    acting("administrator")
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET id = id"
            if table != "people_place"
            else f"UPDATE {table} SET name = name"
        )
        assert cursor.rowcount > 0


def test_acting_for_a_while_gives_the_post_back(acting):
    clerk = acting("clerk")
    office = Appointment.objects.get(user__username="office")
    with tickets.acting_as(office):
        assert ask("SELECT taizhang_appointment()") == office.pk
    assert ask("SELECT taizhang_appointment()") == clerk.pk
