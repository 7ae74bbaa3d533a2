"""Petitions on the desk: the office works on them, a village reads what was handed to it, an accusation is not there."""

from datetime import date

import pytest
from django.test import Client

from taizhang.ledgers.actions import save_record
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    NAME,
    accusation,
    leader,
    petition,
    saved,
)
from taizhang.people.models import User
from tests import cast

LIST = "/petitions/petition/"


def page(username, path):
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(username=username))
    return client.get(path)


@pytest.fixture
def case(office):
    one = petition(**ACCEPTED)
    save_record(one)
    save_record(leader(one))
    one.refresh_from_db()
    return one


def test_the_list_shows_who_answers_for_it_and_by_when(case):
    text = page("office", LIST).content.decode()
    for told in (NAME, "孙丙寅", "2018-05-04", "受理"):
        assert told in text


def test_the_record_offers_its_papers_and_its_next_steps(case):
    text = page("office", f"{LIST}{case.pk}/change/").content.decode()
    for told in (
        "信访登记回执",
        "信访处理意见书",
        "出具处理意见",
        "批准延期",
        "工作专班成员",
        "跟进记录",
    ):
        assert told in text


def test_a_village_finds_nothing_until_something_is_handed_to_it(case, acting):
    assert NAME not in page("clerk", LIST).content.decode()
    assert (
        page("clerk", f"{LIST}{case.pk}/change/").status_code == 302
    )  # to the start page: there is no such record
    acting("office")
    case.handed_to_id, case.handed_over_on = cast.GUANGPING, date(2018, 3, 5)
    save_record(case, "交办")
    assert NAME in page("clerk", f"{LIST}{case.pk}/change/").content.decode()
    assert NAME not in page("other_clerk", LIST).content.decode()


def test_an_accusation_is_on_no_page_but_that_of_the_post_appointed_for_it(appointed):
    appointed("discipline")
    one = saved(accusation(accused="甄有名", accused_place_id=None))
    for username in ("office", "petition_officer", "town_leader", "clerk"):
        assert "村集体资金去向" not in page(username, LIST).content.decode()
        assert page(username, f"{LIST}{one.pk}/change/").status_code == 302
        assert (
            page(
                username, f"/record/petitions.petition/{one.pk}/registration_slip.docx"
            ).status_code
            == 404
        )
    assert "村集体资金去向" in page("discipline", LIST).content.decode()


def test_the_administrator_appoints_for_confidential_matters_on_the_form_of_a_post(db):
    text = page("administrator", "/people/post/add/").content.decode()
    assert "另行授权的保密事项" in text
    assert "检举控告" in text
