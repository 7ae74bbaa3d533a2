"""Confidential matters: a post must be appointed for one by name; being appointed for everything is not enough."""

import pytest
from django.db import connection

from taizhang.desk.lines import confidential_matters
from taizhang.people.models import Appointment, Post
from tests import cast

MATTER = "petitions.accusation"


def trusted():
    with connection.cursor() as cursor:
        cursor.execute("SELECT taizhang_trusted(%s)", [MATTER])
        return cursor.fetchone()[0]


def test_no_post_is_by_itself(acting):
    for username, *_ in cast.PEOPLE:
        acting(username)
        assert trusted() is False, username


def test_the_administrator_appoints_for_it_by_name(acting):
    acting("administrator")
    post = Appointment.objects.get(user__username="petition_officer").post
    Post.objects.filter(pk=post.pk).update(trusted_with=[MATTER])
    assert trusted() is False
    acting("petition_officer")
    assert trusted() is True


@pytest.mark.parametrize("username", ["office", "petition_officer", "town_leader"])
def test_nobody_appoints_themselves(acting, username):
    acting(username)
    assert Post.objects.update(trusted_with=[MATTER]) == 0


def test_nobody_at_work_is_trusted(db):
    assert trusted() is False


def test_the_desk_offers_the_matters_that_ledgers_declare():
    assert (MATTER, "检举控告") in confidential_matters()
