"""What no declaration would show: deleting, looking across from benefits to petitions, ranking, counting traces."""

import re

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory

from taizhang.desk.site import desk
from taizhang.documents.refused_checks import OF_PETITIONS, OF_THE_OFFICE
from taizhang.indicators.indicator import indicators
from taizhang.indicators.journal import COLUMNS, columns, entries
from taizhang.ledgers.registry import ledgers
from taizhang.ledgers.rules import rules
from taizhang.lines.duty.models import DailyLog, RosterDay
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import User
from taizhang.people.protection import application_role
from taizhang.snapshots.contents import JOURNAL
from tests import cast
from tests.desk.conftest import HOUSE

BENEFITS = [model for model in ledgers() if model._meta.app_label not in OF_THE_OFFICE]
TABLES = [m._meta.db_table for m in ledgers() if m._meta.app_label in OF_PETITIONS]
BESIDE = ("ledgers_history", "ledgers_attachment", "people_user", "people_signinfailures")
PLACES_IN_ORDER = ("团山社区", "广坪村", "合兴村", "黄盖湖村")


# P5: a registration stays.


def test_the_database_lets_nobody_delete_from_a_ledger(office):
    role = application_role(connection)
    with connection.cursor() as cursor:
        for model in ledgers():
            for right in ("DELETE", "TRUNCATE"):
                table = model._meta.db_table
                cursor.execute("SELECT has_table_privilege(%s, %s, %s)", [role, table, right])
                assert cursor.fetchone() == (False,), table


def test_a_record_cannot_be_deleted_past_the_desk_either(office):
    house = HollowHouse.objects.create(number="GP-1", place_id=cast.GUANGPING, **HOUSE)
    with pytest.raises(DatabaseError, match="permission denied"):
        house.delete()


@pytest.mark.parametrize("username", ["office", "administrator"])
def test_the_desk_has_no_way_to_delete_a_record(db, username):
    request = RequestFactory().get("/")
    request.user = User.objects.get(username=username)
    request.appointment = request.user.appointments.get()
    for model in ledgers():
        admin = desk._registry[model]
        assert not admin.has_delete_permission(request), model.ledger_name()
        assert "delete_selected" not in admin.get_actions(request), model.ledger_name()


# P3: what hands out benefits never looks at petitions, and petitions never at it.


def test_no_rule_over_a_benefit_asks_the_petitions(office):
    assert lookers(BENEFITS, TABLES) == []


def test_no_rule_over_petitions_asks_a_ledger_of_benefits(office):
    of_petitions = [one for one in ledgers() if one._meta.app_label in OF_PETITIONS]
    assert lookers(of_petitions, [model._meta.db_table for model in BENEFITS]) == []


def test_a_rule_that_looks_across_would_be_seen(office):
    """So the two tests above can fail: the rules of duty do look at one another's ledgers."""
    assert lookers([RosterDay], [DailyLog._meta.db_table])


def lookers(models, tables):
    """The rules over these ledgers whose question to the database names one of these tables."""
    return [
        rule.title
        for model in models
        for rule in rules(model)
        if named(question(model, rule), tables)
    ]


def question(model, rule):
    """The rule as the database is asked it."""
    try:
        sql, values = model._default_manager.filter(rule.broken()).query.sql_with_params()
    except EmptyResultSet:
        return ""  # a rule about a line that is not installed
    return f"{sql} {values}"


def named(sql, tables):
    return [table for table in tables if f'"{table}"' in sql]


def test_no_figure_of_benefits_counts_by_petitions(office):
    for name, sql in queries_of_figures():
        if name.partition(".")[0] not in OF_THE_OFFICE:
            assert not named(sql, TABLES), name


def queries_of_figures():
    for name, one in indicators().items():
        for leg, sign in one.legs():
            yield name, str(columns(entries(name, leg, sign)).query)


# P6 and traces: villages are told in the order of their codes; nothing counts who typed how much.


def test_villages_stand_in_the_order_of_their_codes_whatever_their_figures(acting, db):
    for username, place, count in (("clerk", cast.GUANGPING, 1), ("other_clerk", cast.HEXING, 3)):
        acting(username)
        for at in range(count):
            number = f"{username}-{at}"
            HollowHouse.objects.create(number=number, place_id=place, **HOUSE)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(username="office"))
    for sorted_by in ("", "&o=-1", "&order=value"):
        page = client.get(f"/figures/?source=live&period=2018Q1{sorted_by}").content.decode()
        heads = re.findall(r"<th[^>]*>\s*([^<]*?)\s*</th>", page)
        named = [one for one in heads if one in PLACES_IN_ORDER]
        assert named
        assert named[:4] == list(PLACES_IN_ORDER)


def test_no_figure_counts_changes_files_or_accounts(office):
    for name, sql in queries_of_figures():
        assert not named(sql, BESIDE), name


def test_what_is_counted_is_a_ledger():
    for one in indicators().values():
        assert {leg.model for leg, _ in one.legs()} <= set(ledgers())


# P8: what goes up names records by number.


def test_the_journal_of_a_closed_period_has_no_column_for_a_person():
    assert [column.name for column in JOURNAL.columns] == list(COLUMNS)
    assert set(COLUMNS) == {"indicator", "place", "day", "amount", "item", "ledger", "record"}
