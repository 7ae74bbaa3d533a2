"""What a village is told about persons that are registered in another village: that they are, and nothing more."""

from datetime import date

import pytest
from django.db import connection

from taizhang.ledgers.actions import save_record
from taizhang.lines.housing.models import Homestead
from taizhang.lines.housing.tests.applications import (
    HEAD,
    STRANGER,
    WIFE,
    homestead,
    household,
    member,
    undecided,
)
from taizhang.lines.housing.tests.records import saved
from tests import cast
from tests.rule_cases import broken, message

ENDED = {"ended_on": date(2015, 1, 1), "ended_how": "returned", "consent_no": "协1"}
SOLD = {"ended_on": date(2015, 1, 1), "ended_how": "sold"}


def register(**changes: object) -> None:
    """A household of 广坪村 with its homestead."""
    there = saved(household())
    saved(member(there, until=changes.pop("left", None), left_because=changes.pop("because", "")))
    saved(homestead(there, **changes))


def in_hexing(**changes: object):
    return saved(household("NH9", place_id=cast.HEXING, **changes))


def a_homestead(id_number: str = HEAD):
    return homestead(in_hexing(), "ZJ9", id_number=id_number)


def an_application(id_number: str = HEAD):
    return undecided("JF9", place_id=cast.HEXING, id_number=id_number)


def an_application_of_a_family(id_number: str = HEAD):
    """The applicant is unknown elsewhere; another member of the household may not be."""
    home = in_hexing(id_number=STRANGER)
    saved(member(home, "NH9-1", id_number=id_number, name="成员"))
    return undecided("JF9", place_id=cast.HEXING, household=home, id_number=STRANGER)


def a_member(id_number: str = HEAD):
    return member(in_hexing(id_number=STRANGER), "NH9-1", id_number=id_number)


CASES = [
    ("housing.homestead", "别村另有在用的宅基地", a_homestead),
    ("housing.approval", "申请人在别村有宅基地", an_application),
    ("housing.approval", "申请人在别村有宅基地", an_application_of_a_family),
    ("housing.member", "别村另有这个人的户籍登记", a_member),
]
ROWS = CASES


@pytest.mark.parametrize(("ledger", "title", "make"), CASES)
def test_a_village_is_asked_about_somebody_registered_in_another(acting, ledger, title, make):
    acting("office")
    register()
    acting("other_clerk")
    assert broken(make()).get(title) == "ask"


@pytest.mark.parametrize(("ledger", "title", "make"), CASES)
def test_it_is_not_asked_about_anybody_else(acting, ledger, title, make):
    acting("office")
    register()
    acting("other_clerk")
    assert title not in broken(make(id_number=WIFE))


@pytest.mark.parametrize(("ledger", "title", "make"), CASES)
def test_the_town_sees_the_other_record_itself(acting, ledger, title, make):
    acting("office")
    register()
    assert title not in broken(make())


@pytest.mark.parametrize(
    ("changes", "asked"), [(ENDED, False), (SOLD, True), ({"place_id": cast.HEXING}, False)]
)
def test_what_was_given_back_is_over_and_what_was_sold_is_not(acting, changes, asked):
    acting("office")
    register(**changes)
    acting("other_clerk")
    assert ("申请人在别村有宅基地" in broken(an_application())) == asked


def test_who_left_the_other_household_belongs_to_this_one(acting):
    acting("office")
    register(left=date(1995, 5, 1), because="moved")
    acting("other_clerk")
    assert "别村另有这个人的户籍登记" not in broken(a_member())


def test_another_town_is_not_asked(acting):
    acting("office")
    register()
    acting("outsider")
    assert broken(undecided("JF9", place_id=cast.OTHER_VILLAGE)).get("申请人在别村有宅基地") is None


def test_the_question_names_neither_the_village_nor_the_record(acting):
    acting("office")
    register()
    acting("other_clerk")
    told = message(an_application(), "申请人在别村有宅基地")
    assert "请与乡镇核对" in told
    assert not [word for word in ("广坪", "ZJ1", "NH1") if word in told]
    assert not Homestead.objects.exists()


def test_nobody_acting_learns_nothing(acting):
    acting("office")
    register()
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('taizhang.ticket', '', true)")
        cursor.execute("SELECT housing_holds_elsewhere(%s), housing_sees_part_of_town()", [HEAD])
        assert cursor.fetchone() == (False, False)


def test_the_village_can_still_save_and_the_town_decides(acting):
    acting("office")
    register()
    acting("other_clerk")
    findings = save_record(an_application())
    assert "申请人在别村有宅基地" in [one.rule for one in findings]
