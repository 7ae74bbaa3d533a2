"""First or repeated is found by comparison: the same petitioner about the same matter, whatever a clerk would like."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.petitions.models import ContentClass, Petition
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    ID,
    NAME,
    PHONE,
    accusation,
    petition,
    saved,
)
from tests import cast
from tests.rule_cases import broken

LATER = date(2018, 3, 9)
SAME = [
    {"phone": PHONE},
    {"phone": "", "address": "三组5号"},
    {
        "petitioner_name": "赵家子",
        "phone": "",
        "id_number": ID,
    },  # the name misspelt, the number of identity the same
]
OTHER = [
    {"problem_place_id": cast.HEXING},
    {"petitioner_name": "钱乙丑"},
    {"phone": "13900000009"},  # somebody else of the same name
    {"phone": ""},
    {"anonymous": True, "petitioner_name": "", "phone": ""},
    {"other_matter_reason": "上次是界址，这次是水权", "other_matter_by": "周戊辰"},
]


@pytest.fixture
def first(office) -> Petition:
    return saved(petition(id_number=ID, address="三组5号"))


@pytest.mark.parametrize("said", SAME, ids=str)
def test_the_same_petitioner_about_the_same_matter_is_a_repeat(first, said):
    again = saved(petition("XF2", received_on=LATER, **said))
    assert (again.is_repeat, again.repeat_of) == (True, first)
    first.refresh_from_db()
    assert not first.is_repeat


@pytest.mark.parametrize("said", OTHER, ids=str)
def test_anything_else_is_first(first, said):
    assert not saved(petition("XF2", received_on=LATER, **said)).is_repeat


def test_another_class_of_matter_is_another_matter(first):
    other = ContentClass.objects.create(number="05", place_id=cast.TOWN, name="国土资源")
    assert not saved(petition("XF2", received_on=LATER, content_class=other)).is_repeat


def test_two_persons_with_different_numbers_are_not_one_though_name_and_telephone_agree(first):
    other = petition("XF2", received_on=LATER, id_number="430682195306281029")
    assert not saved(other).is_repeat


def test_a_clerk_cannot_say_otherwise(first):
    again = petition("XF2", received_on=LATER)
    again.is_repeat, again.repeat_of = False, None
    save_record(again)
    again.refresh_from_db()
    assert again.is_repeat
    again.is_repeat, again.repeat_of = False, None
    save_record(again, "想改成初次")
    again.refresh_from_db()
    assert (again.is_repeat, again.repeat_of) == (True, first)


def test_the_registrar_does_not_find_it_another_matter_alone(first):
    again = petition(
        "XF2", received_on=LATER, other_matter_reason="另一件", other_matter_by="登记甲"
    )
    with pytest.raises(Refusal, match="请由登记人以外的负责人认定"):
        save_record(again)


def test_what_comes_in_later_but_happened_earlier_turns_the_other_into_the_repeat(first):
    earlier = saved(petition("XF0", received_on=date(2018, 2, 1)))
    first.refresh_from_db()
    assert (earlier.is_repeat, first.repeat_of) == (False, earlier)


def test_a_corrected_name_is_compared_again(first):
    again = saved(petition("XF2", received_on=LATER, petitioner_name="赵家子"))
    assert not again.is_repeat
    again.petitioner_name = NAME
    save_record(again, "写错了")
    again.refresh_from_db()
    assert again.is_repeat


def test_many_at_once_are_compared_with_one_another(office):
    made = Petition.objects.bulk_create(
        [petition(f"XF{n}", received_on=date(2018, 3, n)) for n in (3, 1, 2)]
    )
    assert Petition.objects.filter(is_repeat=True).count() == 2
    assert set(Petition.objects.filter(is_repeat=True).values_list("repeat_of", flat=True)) == {
        made[1].pk
    }


def test_an_accusation_is_not_given_away_by_a_link(appointed):
    appointed("discipline")
    saved(accusation(problem_place_id=cast.GUANGPING, accused="甄有名", accused_place_id=None))
    appointed("petition_officer")
    assert not saved(petition("XF2", received_on=LATER)).is_repeat


def test_a_second_one_within_handling_is_linked_and_asked_about(office):
    saved(petition(**ACCEPTED))
    again = petition(
        "XF2", **ACCEPTED | {"received_on": LATER, "accepted_on": LATER, "informed_on": LATER}
    )
    assert broken(again)["办理期内的重复件并入原件"] == "ask"


def test_another_town_has_its_own_petitions(first, acting):
    acting("outsider")
    other = petition(
        "XF1",
        place_id=cast.OTHER_VILLAGE,
        problem_place_id=cast.OTHER_VILLAGE,
        content_class=ContentClass.objects.create(
            number="02", place_id=cast.OTHER_VILLAGE, name="农村农业"
        ),
    )
    assert not saved(other).is_repeat
