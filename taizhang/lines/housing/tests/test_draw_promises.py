"""What a draw has promised cannot be changed by SQL either: every attack here is made as the application role."""

from datetime import date

import pytest
from django.db import Error, connection, transaction

from taizhang.core import draw as lots
from taizhang.lines.housing.models import Allocation, Draw, drawing
from taizhang.lines.housing.tests.draw_records import ID_NUMBERS, LISTED, OFFICER, ready
from taizhang.lines.housing.tests.records import saved, unit
from taizhang.lines.housing.tests.test_drawing import committed, drawn
from tests import cast


def attack(sql: str, *values: object) -> None:
    """Run as SQL in a transaction of its own, which ends with what the database says at its end."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        assert cursor.rowcount
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(sql: str, *values: object) -> str:
    """What the database says to an attack, which must be a sentence for people."""
    with pytest.raises(Error) as said:
        attack(sql, *values)
    return str(said.value)


@pytest.fixture
def lot(office):
    return ready()


@pytest.mark.parametrize(
    "change",
    [
        "list_digest = repeat('c', 64)",
        "list_digest = ''",
        "list_published_on = '2018-02-01'",
        "commitment = repeat('c', 64)",
        "commitment = '', committed_on = NULL",
        "committed_on = '2018-03-01'",
        "rule_text = '先到先得'",
        "rule_published_on = '2018-01-01'",
        "title = '另一次'",
        "number = 'CQ8'",
        "repeats_id = id, repeat_reason = '重来'",
    ],
)
def test_from_the_commitment_on_the_list_and_the_promise_stay(lot, change):
    committed(lot)
    assert "已于 2018-03-02 承诺" in refused(f"UPDATE housing_draw SET {change}")


@pytest.mark.parametrize(
    "change",
    [
        "announced_number = '999999'",
        "announced_by = '别人'",
        "announced_how = '猜的'",
        "supervised_by = '无人'",
        "secret = ''",
        "result_digest = repeat('c', 64)",
        "drawn_on = '2018-03-10'",
        "meeting_on = '2018-03-10'",
        "drawn_on = NULL, secret = '', announced_number = '', result_digest = ''",
    ],
)
def test_from_the_draw_on_the_number_and_the_result_stay(lot, change):
    drawn(lot)
    assert "已于 2018-03-09 抽签，公开数、密数和结果不能再改" in refused(
        f"UPDATE housing_draw SET {change}"
    )


def test_what_follows_a_draw_can_still_be_written_down(lot):
    drawn(lot)
    attack("UPDATE housing_draw SET signed_on = '2018-03-09', note = '168人到会'")
    attack("UPDATE housing_allocation SET moved_in_on = '2018-03-20', note = '已交钥匙'")
    attack("UPDATE housing_entitlement SET note = '电话有变'")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("list_published_on = '2018-02-22'", "公布名单要由系统算出名单摘要"),
        ("list_digest = repeat('c', 64)", "公布名单要由系统算出名单摘要"),
        ("committed_on = '2018-03-02'", "承诺要由系统做出密数"),
        ("commitment = repeat('c', 64), committed_on = '2018-03-02'", "承诺要由系统做出密数"),
        ("drawn_on = '2018-03-09'", "抽签要凭密数和公开数由系统算出结果"),
        ("secret = 'ABCD'", "抽签以前不能登记密数"),
        ("announced_number = '305162'", "抽签以前不能登记密数"),
    ],
)
def test_a_date_without_what_belongs_to_it_is_refused(lot, change, said):
    assert said in refused(f"UPDATE housing_draw SET {change}")


def test_a_result_under_another_secret_is_refused(lot):
    committed(lot)
    forged = "UPDATE housing_draw SET drawn_on = '2018-03-09', secret = %s, announced_number = '305162', result_digest = repeat('c', 64)"
    assert "密数与会前公布的承诺不符" in refused(forged, lots.make_secret())


def test_a_draw_cannot_come_into_the_ledger_already_drawn(lot):
    made = Draw(
        number="CQ9",
        place_id=cast.SITE,
        site=lot.site,
        title="补录",
        rule_text="略",
        list_published_on=LISTED,
        list_digest="a" * 64,
    )
    with pytest.raises(Error, match="不能一次写入"), transaction.atomic():
        made.save()


ENTITLEMENT = (
    "INSERT INTO housing_entitlement (number, place_id, note, site_id, draw_id, householder, id_number, household_size,"
    " category, basis, qualified_on, tie_note, struck_reason)"
    " SELECT 'ZG9', place_id, '', site_id, id, '吴塞进', %s, 1, '', '无', '2018-01-01', '', '' FROM housing_draw"
)


@pytest.mark.parametrize(
    ("sql", "values"),
    [
        (ENTITLEMENT, [ID_NUMBERS[5]]),
        ("UPDATE housing_entitlement SET householder = '吴顶替'", []),
        ("UPDATE housing_entitlement SET id_number = %s WHERE number = 'ZG1'", [ID_NUMBERS[5]]),
        ("UPDATE housing_entitlement SET draw_id = NULL", []),
        ("UPDATE housing_entitlement SET struck_on = '2018-03-08', struck_reason = '无'", []),
        ("UPDATE housing_drawunit SET struck_on = '2018-03-08'", []),
        ("UPDATE housing_drawunit SET category = '大'", []),
    ],
)
def test_nobody_enters_or_leaves_a_list_that_was_committed_to(lot, sql, values):
    attack("UPDATE housing_entitlement SET note = '' ")  # such SQL does reach the rows
    committed(lot)
    assert "已于 2018-03-02 承诺，名单和房源不能再增减、更改" in refused(sql, *values)


def test_a_household_cannot_be_moved_into_a_list_that_was_committed_to(lot):
    committed(lot)
    with connection.cursor() as cursor:
        cursor.execute(ENTITLEMENT.replace("id, '吴塞进'", "NULL, '吴塞进'"), [ID_NUMBERS[5]])
    move = "UPDATE housing_entitlement SET draw_id = %s WHERE number = 'ZG9'"
    assert "名单和房源不能再增减" in refused(move, lot.pk)


def test_a_dwelling_on_the_published_list_keeps_its_number(lot):
    spare = saved(unit(lot.site.buildings.get(), "GP01-9"))
    attack("UPDATE housing_unit SET number = 'GP01-8' WHERE id = %s", spare.pk)
    committed(lot)
    assert "编号不能再改" in refused("UPDATE housing_unit SET number = 'X' WHERE number = 'GP01-1'")
    attack("UPDATE housing_unit SET room_no = '101' WHERE number = 'GP01-1'")


ALLOCATION = (
    "INSERT INTO housing_allocation (number, place_id, note, unit_id, householder, id_number, household_size, method,"
    " draw_id, basis, allocated_on)"
    " SELECT 'ZG9', place_id, '', %s, '吴塞进', %s, 1, 'draw', id, '', '2018-03-09' FROM housing_draw"
)


def test_no_result_is_written_without_a_draw(lot):
    committed(lot)
    flat = lot.units.first().unit_id
    assert "还没有抽的签；抽签的结果只能由抽签写入" in refused(ALLOCATION, flat, ID_NUMBERS[5])


def test_nobody_is_added_to_a_result(lot):
    spare = saved(unit(lot.site.buildings.get(), "GP01-9"))
    drawn(lot)
    assert "结果里不能再加分房记录" in refused(ALLOCATION, spare.pk, ID_NUMBERS[5])


@pytest.mark.parametrize(
    "change",
    [
        "householder = '吴顶替'",
        "id_number = '43068219630404004X'",
        "draw_id = NULL",
        "allocated_on = '2018-03-10'",
        "method = 'agreement'",
        "number = 'X' || number",
        "unit_id = (SELECT max(unit_id) FROM housing_allocation)",
    ],
)
def test_a_result_cannot_be_changed(lot, change):
    drawn(lot)
    assert "是抽签的结果，套房、户主和分房日期不能再改" in refused(
        f"UPDATE housing_allocation SET {change}"
    )


def test_two_households_cannot_exchange_their_dwellings(lot):
    drawn(lot)
    swap = (
        "UPDATE housing_allocation a SET unit_id = b.unit_id FROM housing_allocation b"
        " WHERE (a.number, b.number) IN (('ZG1', 'ZG2'), ('ZG2', 'ZG1'))"
    )
    assert "是抽签的结果" in refused(swap)


def test_what_is_void_stays_void(lot):
    secret = committed(lot)
    drawing.void(lot, "信封丢失", date(2018, 3, 5), OFFICER)
    assert "作废，不能恢复" in refused("UPDATE housing_draw SET voided_on = NULL, void_reason = ''")
    late = "UPDATE housing_draw SET drawn_on = '2018-03-09', secret = %s, announced_number = '305162', result_digest = repeat('c', 64)"
    assert "也不能再抽" in refused(late, secret)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM housing_draw",
        "DELETE FROM housing_allocation",
        "DELETE FROM housing_entitlement",
        "TRUNCATE housing_drawunit",
        "ALTER TABLE housing_draw DISABLE TRIGGER housing_draw_keep",
        "DROP TRIGGER housing_draw_keep ON housing_draw",
        "DROP FUNCTION housing_draw_keep CASCADE",
        "CREATE OR REPLACE FUNCTION housing_draw_refuse(said text) RETURNS void LANGUAGE sql AS 'SELECT'",
        "SET session_replication_role = replica",
    ],
)
def test_there_is_no_way_around(lot, sql):
    drawn(lot)
    said = refused(sql)
    assert any(
        why in said for why in ("permission denied", "must be owner", "必须是", "权限不够")
    ), said


def test_another_village_cannot_probe_the_list(lot, acting):
    committed(lot)
    acting("other_clerk")
    assert not Allocation.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE housing_entitlement SET householder = 'x'")
        assert cursor.rowcount == 0
