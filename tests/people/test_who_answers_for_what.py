"""Who answers for a village or part of it: one person a place, line and day, kept by the database, read by all."""

from datetime import date

import pytest
from django.db import Error, IntegrityError, connection, transaction

from taizhang.ledgers.models import History, ZeroReturn
from taizhang.people.duties import duties_on
from taizhang.people.models import AreaDuty, User
from taizhang.people.signing_in import sign_out_everywhere
from tests import cast

SPRING, SUMMER = date(2018, 3, 1), date(2018, 6, 1)
OTHER_PART = cast.GUANGPING + "02"


def give(username: str, place: str, since: date = SPRING, **said: object) -> AreaDuty:
    user = User.objects.get(username=username)
    return AreaDuty.objects.create(user=user, place_id=place, since=since, **said)


def who(place: str, line: str = "housing", day: date = SPRING) -> str:
    found = duties_on(day).who(place, line)
    return found.username if found else ""


def test_a_part_has_its_own_person_who_comes_before_the_villages(office):
    give("officer", cast.GUANGPING)
    give("leader", cast.SITE)
    assert who(cast.GUANGPING) == "officer"
    assert who(cast.SITE) == "leader"
    assert who(OTHER_PART) == "officer"
    assert who(cast.SITE + "05") == "leader"
    assert who(cast.HEXING) == ""
    assert who(cast.TOWN) == ""


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        (date(2018, 2, 28), ""),
        (SPRING, "officer"),
        (date(2018, 5, 31), "officer"),
        (SUMMER, "leader"),
    ],
)
def test_who_answers_is_kept_by_date(office, day, answers):
    give("officer", cast.GUANGPING, until=SUMMER)
    give("leader", cast.GUANGPING, SUMMER)
    assert who(cast.GUANGPING, day=day) == answers


def test_lines_of_work_may_have_different_persons(office):
    give("officer", cast.GUANGPING, lines=["housing"])
    give("leader", cast.GUANGPING, lines=["land", "hollow_houses"])
    found = {line: who(cast.GUANGPING, line) for line in ("housing", "land", "ledgers")}
    assert found == {"housing": "officer", "land": "leader", "ledgers": ""}


def test_a_persons_area_leaves_out_the_parts_of_others(office):
    give("officer", cast.GUANGPING)
    give("leader", cast.SITE, lines=["housing"])
    for number, place in enumerate([cast.GUANGPING, cast.SITE, cast.HEXING], start=1):
        zero(f"L-{number}", place)
    assert numbers("officer", "housing") == {"L-1"}
    assert numbers("leader", "housing") == {"L-2"}
    assert numbers("officer", "land") == {"L-1", "L-2"}
    assert numbers("leader", "land") == set()


def zero(number: str, place: str) -> ZeroReturn:
    return ZeroReturn.objects.create(
        number=number,
        place_id=place,
        ledger="housing.site",
        period="2018Q1",
        reported_on="2018-03-26",
    )


def numbers(username: str, line: str) -> set[str]:
    area = duties_on(SPRING).area(User.objects.get(username=username), line)
    return set(ZeroReturn.objects.filter(area).values_list("number", flat=True))


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ({}, False),
        ({"since": date(2018, 2, 1)}, False),
        ({"since": date(2018, 2, 1), "until": SPRING}, True),
        ({"since": SUMMER}, True),
        ({"since": date(2018, 5, 31)}, False),
        ({"lines": ["housing"]}, False),
        ({"lines": ["land"]}, True),
        ({"lines": ["land", "housing"]}, False),
        ({"place": cast.SITE}, True),
        ({"place": cast.HEXING}, True),
    ],
)
def test_no_two_persons_answer_for_the_same_on_the_same_day(office, said, fits):
    give("officer", cast.GUANGPING, until=SUMMER, lines=["housing"])
    values = {"place": cast.GUANGPING, "since": SPRING, **said}
    if fits:
        give("leader", **values)
        return
    with pytest.raises(IntegrityError, match="广坪村从2018-03-01起到2018-06-01前已由宋量土负责"):
        give("leader", **values)


def test_changing_a_duty_is_held_to_the_same(office):
    give("officer", cast.GUANGPING, until=SUMMER)
    later = give("leader", cast.GUANGPING, SUMMER)
    with pytest.raises(IntegrityError, match="只能有一位责任人"), transaction.atomic():
        AreaDuty.objects.filter(pk=later.pk).update(since=date(2018, 5, 1))
    AreaDuty.objects.filter(pk=later.pk).update(since=date(2018, 7, 1))


@pytest.mark.parametrize("place", [cast.TOWN, cast.COUNTY])
def test_a_duty_is_for_a_village_or_less(acting, place):
    acting("administrator")
    with pytest.raises(IntegrityError, match="area_duty_at_a_village_or_below"):
        give("officer", place)


@pytest.mark.parametrize(
    "username", ["clerk", "officer", "leader", "town_leader", "county", "outsider"]
)
def test_everybody_reads_and_only_office_and_administrator_write(acting, username):
    acting("office")
    give("officer", cast.GUANGPING)
    acting(username)
    assert AreaDuty.objects.count() == 1
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_areaduty SET note = 'x'")
        assert cursor.rowcount == 0
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        give(username, cast.HEXING)


def test_an_office_keeps_the_duties_of_its_own_town(acting):
    acting("office")
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        give("officer", cast.OTHER_VILLAGE)
    acting("administrator")
    give("outsider", cast.OTHER_VILLAGE)
    acting("office")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_areaduty SET note = 'x'")
        assert cursor.rowcount == 0


@pytest.mark.parametrize("statement", ["DELETE FROM people_areaduty", "TRUNCATE people_areaduty"])
def test_a_duty_is_ended_and_never_deleted(acting, statement):
    acting("administrator")
    with pytest.raises(Error, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_changes_of_duties_and_appointments_leave_their_history(acting):
    acting("administrator")
    duty = give("officer", cast.GUANGPING)
    AreaDuty.objects.filter(pk=duty.pk).update(until=SUMMER)
    held = User.objects.get(username="clerk").appointments.get()
    held.until = date(2090, 1, 1)
    held.save()
    acting("office")
    told = History.objects.filter(ledger="people.area_duty")
    assert [(one.action, one.row["until"]) for one in told] == [("I", None), ("U", "2018-06-01")]
    assert {one.actor for one in told} == {"管账号（党政办系统管理员）"}
    ended = History.objects.get(ledger="people.appointment", record=held.pk, action="U")
    assert ended.row["until"] == "2090-01-01"


def test_a_new_password_leaves_who_gave_it_and_nothing_of_the_password(acting):
    acting("administrator")
    clerk = User.objects.get(username="clerk")
    clerk.set_password("corner-office-9")
    clerk.save(update_fields=["password"])
    sign_out_everywhere(clerk)
    acting("office")
    (told,) = History.objects.filter(ledger="people.user", record=clerk.pk, action="U")
    assert told.actor == "管账号（党政办系统管理员）"
    assert told.row["username"] == "clerk"
    assert "password" not in told.row
    entries = History.objects.filter(ledger="people.user").values_list("row", flat=True)
    assert not [row for row in entries if "pbkdf2" in str(row)]
