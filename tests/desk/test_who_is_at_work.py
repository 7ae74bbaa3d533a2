"""Whatever happens in a request, its ticket is off the connection afterwards, and nobody works as another person."""

import pytest
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from taizhang.core.finding import Refusal
from taizhang.desk.middleware import ActingMiddleware
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import User
from tests import cast
from tests.desk.conftest import HOUSES


def who() -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT taizhang_appointment()")
        return cursor.fetchone()[0]


def through(view, username):
    request = RequestFactory().get("/")
    request.user = User.objects.get(username=username)
    return ActingMiddleware(view)(request)


def test_a_view_works_as_the_signed_in_persons_appointment(db):
    clerk = User.objects.get(username="clerk").appointments.get().pk
    seen = []
    through(lambda request: seen.append(who()) or HttpResponse(), "clerk")
    assert seen == [clerk]
    assert who() is None


def test_a_failing_view_leaves_no_ticket_behind(db):
    def fails(request):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        through(fails, "clerk")
    assert who() is None


def test_a_body_streamed_after_the_request_works_as_nobody(houses):
    def rows():
        yield str(HollowHouse.objects.count())

    response = through(lambda request: StreamingHttpResponse(rows()), "office")
    assert b"".join(response.streaming_content) == b"0"


def test_signing_in_does_not_put_the_request_itself_to_work(visit):
    client = visit("clerk")
    client.logout()
    response = client.post("/login/", {"username": "office", "password": cast.PASSWORD})
    assert response.status_code == 302
    assert who() is None


def test_signing_out_ends_it(visit, houses):
    client = visit("clerk")
    assert client.post("/logout/").status_code == 200
    assert who() is None
    assert client.get(HOUSES).status_code == 302


def test_one_person_after_another_on_the_same_connection(visit, houses):
    clerk, other = visit("clerk"), visit("other_clerk")
    for client, mine, theirs in ((clerk, "GP-1", "HX-1"), (other, "HX-1", "GP-1")) * 2:
        page = client.get(HOUSES).content.decode()
        assert mine in page
        assert theirs not in page


def test_a_wrong_password_says_so_in_chinese(client, db):
    page = client.post(
        "/login/", {"username": "clerk", "password": "wrong"}, headers={"host": "127.0.0.1"}
    )
    assert "账号或密码不对" in page.content.decode()


@pytest.mark.parametrize("path", ["/", HOUSES, "/figures/", "/snapshots/", "/password_change/"])
def test_an_account_without_an_appointment_gets_one_page_that_says_so(acting, visit, path):
    acting("administrator")
    User.objects.create(username="newcomer", full_name="辛来")
    answer = visit("newcomer").get(path)
    assert answer.status_code == 403
    assert "辛来，您现在没有任职" in answer.content.decode()


def test_a_refusal_anywhere_is_a_page_with_its_sentence(db):
    middleware = ActingMiddleware(lambda request: HttpResponse())
    answer = middleware.process_exception(RequestFactory().get("/"), Refusal("请换一个期间。"))
    assert answer is not None
    assert answer.status_code == 400
    assert "请换一个期间。" in answer.content.decode()
    assert middleware.process_exception(RequestFactory().get("/"), ValueError()) is None
