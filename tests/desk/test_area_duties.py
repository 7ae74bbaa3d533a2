"""Who answers for which village is kept on the desk by the office, and looked up by everybody."""

from datetime import date

import pytest

from taizhang.people.models import AreaDuty, User
from tests import cast

ADD = "/people/areaduty/add/"
SPRING = "2018-03-01"


def said(username: str, place: str, **more: object) -> dict[str, object]:
    user = User.objects.get(username=username)
    return {"user": user.pk, "place": place, "lines": [], "since": SPRING, "until": "", **more}


def errors(answer) -> str:
    form = answer.context["adminform"].form
    return " ".join(text for texts in form.errors.values() for text in texts)


@pytest.mark.parametrize("username", ["office", "administrator"])
def test_a_duty_is_entered_and_ended(visit, username):
    client = visit(username)
    first = said("officer", cast.GUANGPING, lines=["housing", "land"])
    assert client.post(ADD, first).status_code == 302
    duty = AreaDuty.objects.get()
    assert (duty.user.username, duty.lines) == ("officer", ["housing", "land"])
    ended = {**first, "until": "2018-06-01"}
    change = f"/people/areaduty/{duty.pk}/change/"
    assert client.post(change, ended).status_code == 302
    assert AreaDuty.objects.get().until == date(2018, 6, 1)
    after = said("leader", cast.GUANGPING, since="2018-06-01")
    assert client.post(ADD, after).status_code == 302
    assert AreaDuty.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, "广坪村从2018-03-01起已由宋量土负责"),
        ({"until": "2018-02-01"}, "截止日期要晚于起始日期"),
        ({"place": cast.TOWN}, "选择一个有效的选项"),
    ],
)
def test_what_the_database_refuses_stands_on_the_form(visit, wrong, sentence):
    client = visit("office")
    client.post(ADD, said("officer", cast.GUANGPING))
    answer = client.post(ADD, {**said("leader", cast.GUANGPING), **wrong})
    assert answer.status_code == 200
    assert sentence in errors(answer)
    assert AreaDuty.objects.count() == 1


def test_a_change_that_would_make_two_persons_answer_is_refused_on_the_form(visit):
    client = visit("office")
    client.post(ADD, said("officer", cast.GUANGPING, until="2018-06-01"))
    client.post(ADD, said("leader", cast.GUANGPING, since="2018-06-01"))
    later = AreaDuty.objects.get(user__username="leader")
    wrong = said("leader", cast.GUANGPING, since="2018-05-01")
    answer = client.post(f"/people/areaduty/{later.pk}/change/", wrong)
    assert "只能有一位责任人" in errors(answer)
    assert AreaDuty.objects.get(pk=later.pk).since == date(2018, 6, 1)


def test_an_office_chooses_among_its_own_villages_and_people(visit):
    page = visit("office").get(ADD).content.decode()
    assert "广坪集中建房点" in page
    assert "同心村" not in page
    assert "宋量土" in page
    assert "梅关系" not in page
    assert "同心村" in visit("administrator").get(ADD).content.decode()


@pytest.mark.parametrize("username", ["clerk", "officer", "town_leader", "county"])
def test_everybody_looks_it_up_and_changes_nothing(visit, username):
    visit("office").post(ADD, said("officer", cast.GUANGPING))
    duty = AreaDuty.objects.get()
    client = visit(username)
    page = client.get("/people/areaduty/").content.decode()
    assert "宋量土" in page
    assert "广坪村" in page
    shown = client.get(f"/people/areaduty/{duty.pk}/change/").content.decode()
    assert 'name="since"' not in shown
    change = client.post(f"/people/areaduty/{duty.pk}/change/", said("leader", cast.GUANGPING))
    assert change.status_code == 403
    assert client.post(ADD, said("leader", cast.HEXING)).status_code == 403


def test_an_office_does_not_change_the_duties_of_another_town(visit):
    visit("administrator").post(ADD, said("outsider", cast.OTHER_VILLAGE))
    duty = AreaDuty.objects.get()
    change = f"/people/areaduty/{duty.pk}/change/"
    assert visit("office").post(change, said("outsider", cast.OTHER_VILLAGE)).status_code == 403
