"""Every change is kept with who and why, whichever way it came: a form, a queryset, raw SQL."""

from django.db import connection, transaction
from django.db.models import QuerySet

from taizhang.ledgers.history import because, changes
from taizhang.ledgers.models import History, ZeroReturn
from tests import cast


def enter(number: str = "L-1", **fields: object) -> ZeroReturn:
    values = {
        "ledger": "hollow_houses.hollow_house",
        "period": "2018Q1",
        "reported_on": "2018-03-26",
        **fields,
    }
    return ZeroReturn.objects.create(number=number, place_id=cast.GUANGPING, **values)


def of_returns() -> "QuerySet[History]":
    return History.objects.filter(ledger="ledgers.zero_return")


def test_a_change_says_who_when_why_and_what(acting):
    acting("clerk")
    record = enter()
    with because("核对纸质表后更正"):
        record.note = "已核对"
        record.save()
    first, second = changes(record)
    assert (first.action, first.actor) == ("新增", "甄广平（广坪村委会文书）")
    assert (second.action, second.reason) == ("修改", "核对纸质表后更正")
    assert second.fields == (("备注", "", "已核对"),)


def test_saving_without_a_change_leaves_no_history(acting):
    acting("clerk")
    record = enter()
    record.save()
    assert len(changes(record)) == 1


def test_bulk_updates_and_raw_sql_leave_history_too(acting):
    acting("clerk")
    ZeroReturn.objects.bulk_create(
        ZeroReturn(
            number=f"B-{n}",
            place_id=cast.GUANGPING,
            ledger="housing.site",
            period="2018Q1",
            reported_on="2018-03-01",
        )
        for n in range(50)
    )
    ZeroReturn.objects.filter(number__startswith="B-").update(note="批量")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledgers_zeroreturn SET note = '原生' WHERE number = 'B-7'")
    assert of_returns().count() == 50 + 50 + 1


def test_what_is_rolled_back_leaves_nothing(acting):
    acting("clerk")
    try:
        with transaction.atomic():
            enter()
            raise RuntimeError
    except RuntimeError:
        pass
    assert not of_returns().exists()


def test_a_reason_does_not_outlive_its_block(acting):
    acting("clerk")
    with because("第一次"):
        enter("L-1")
    enter("L-2")
    assert list(of_returns().values_list("reason", flat=True)) == ["第一次", ""]


def test_the_database_itself_is_named_where_nobody_acts(installation):
    with installation.connect() as owner:
        owner.execute(
            "INSERT INTO ledgers_zeroreturn (number, place_id, note, ledger, period, reported_on) "
            "VALUES ('DB-1', '430682113201', '', 'housing.site', '2018Q1', '2018-03-01')"
        )
        actor = owner.execute(
            "SELECT actor FROM ledgers_history WHERE row ->> 'number' = 'DB-1'"
        ).fetchone()
        owner.rollback()
    assert actor == ("系统（postgres）",)


def test_a_record_that_moved_brings_none_of_its_old_villages_history(acting):
    acting("clerk")
    record = enter(note="只有本村知道的事")
    acting("office")
    with because("两村划界"):
        ZeroReturn.objects.filter(pk=record.pk).update(place=cast.HEXING)
    assert len(changes(record)) == 2
    acting("other_clerk")
    (moved,) = changes(record)
    assert moved.reason == "两村划界（从别处转来，以前的修改记录留在原来的地方）"
    assert moved.fields == ()
    record.refresh_from_db()
    record.note = "改在本村"
    record.save()
    assert changes(record)[1].fields == (("备注", "只有本村知道的事", "改在本村"),)
