"""The administrator keeps places, posts and accounts on the desk; everybody changes their own password."""

import pytest
from django.test import Client

from taizhang.ledgers.models import Standard
from taizhang.people.models import Appointment, Office, Place, Post, User
from tests import cast

NEW = "corner-office-9"


def sign_in(username: str, password: str) -> bool:
    client = Client(headers={"host": "127.0.0.1"})
    return client.post("/login/", {"username": username, "password": password}).status_code == 302


def test_a_newcomer_is_given_an_account_a_post_and_an_appointment(visit):
    admin = visit("administrator")
    for path, said in (
        ("place", {"code": cast.TOWN + "209", "name": "新洲村", "kind": "village"}),
        ("office", {"name": "新洲村委会", "place": cast.TOWN + "209"}),
        (
            "user",
            {"username": "newcomer", "full_name": "辛来", "password1": NEW, "password2": NEW},
        ),
    ):
        answer = admin.post(f"/people/{path}/add/", {**said, "usable_password": "true"})
        assert answer.status_code == 302, answer.context["adminform"].form.errors
    post = {
        "office": Office.objects.get(name="新洲村委会").pk,
        "title": "文书",
        "role": "village_clerk",
        "place": cast.TOWN + "209",
        "lines": ["hollow_houses", "land"],
    }
    assert admin.post("/people/post/add/", post).status_code == 302
    made = Post.objects.get(office__name="新洲村委会")
    assert made.lines == ["hollow_houses", "land"]
    user = User.objects.get(username="newcomer")
    held = {"user": user.pk, "post": made.pk, "since": "2020-01-01"}
    assert admin.post("/people/appointment/add/", held).status_code == 302
    assert sign_in("newcomer", NEW)
    assert visit("newcomer").get("/hollow_houses/hollowhouse/").status_code == 200
    assert visit("newcomer").get("/housing/site/").status_code == 403


def test_an_appointment_that_ended_opens_nothing_any_more(visit):
    held = Appointment.objects.get(user__username="clerk")
    said = {
        "user": held.user_id,
        "post": held.post_id,
        "since": "2017-01-01",
        "until": "2020-01-01",
    }
    answer = visit("administrator").post(f"/people/appointment/{held.pk}/change/", said)
    assert answer.status_code == 302
    assert visit("clerk").get("/").status_code == 403


def test_an_account_out_of_use_cannot_sign_in(visit):
    user = User.objects.get(username="clerk")
    said = {"username": "clerk", "full_name": user.full_name}
    assert visit("administrator").post(f"/people/user/{user.pk}/change/", said).status_code == 302
    assert not sign_in("clerk", cast.PASSWORD)


def test_a_lost_password_is_replaced_and_never_shown(visit):
    admin, user = visit("administrator"), User.objects.get(username="clerk")
    page = admin.get(f"/people/user/{user.pk}/change/").content.decode()
    assert user.password not in page
    assert "pbkdf2" not in page
    said = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    assert admin.post(f"/people/user/{user.pk}/password/", said).status_code == 302
    assert sign_in("clerk", NEW)


def test_the_code_of_a_place_stays(visit):
    page = visit("administrator").get(f"/people/place/{cast.GUANGPING}/change/").content.decode()
    assert 'name="code"' not in page
    assert Place.objects.get(code=cast.GUANGPING).name == "广坪村"


@pytest.mark.parametrize("username", ["clerk", "office", "town_leader", "administrator"])
def test_everybody_changes_their_own_password(visit, username):
    said = {"old_password": cast.PASSWORD, "new_password1": NEW, "new_password2": NEW}
    assert visit(username).post("/password_change/", said).status_code == 302
    assert sign_in(username, NEW)
    assert not sign_in(username, cast.PASSWORD)


def test_a_short_password_is_refused_in_chinese(visit):
    said = {"old_password": cast.PASSWORD, "new_password1": "abc", "new_password2": "abc"}
    page = visit("clerk").post("/password_change/", said).content.decode()
    assert "密码太短" in page or "至少" in page


@pytest.mark.parametrize("username", ["office", "administrator"])
def test_standards_are_kept_by_the_office_and_the_administrator(visit, username):
    standard = Standard.objects.first()
    said = {
        "name": standard.name,
        "title": standard.title,
        "value": "99",
        "unit": standard.unit,
        "since": standard.since.isoformat(),
        "document": "示例〔2018〕9号",
        "sure": "on",
    }
    answer = visit(username).post(f"/ledgers/standard/{standard.pk}/change/", said)
    assert answer.status_code == 302
    assert Standard.objects.get(pk=standard.pk).value == 99
