"""Passwords cannot be guessed without end, a desk left alone closes, and a cookie dies when its owner signs out."""

import subprocess
import sys
import time

import pytest
from django.core import signing
from django.db import Error, connection
from django.test import Client

from taizhang.people import signing_in
from taizhang.people.models import SignInFailures, User
from tests import cast
from tests.desk.conftest import HOUSES
from tests.home import REPOSITORY

WRONG, LOCKED = "账号或密码不对", "已经锁定，请过 15 分钟再试"


def browser() -> Client:
    return Client(headers={"host": "127.0.0.1"})


def try_in(username: str, password: str) -> str:
    """What the door says; nothing where it opens."""
    answer = browser().post("/login/", {"username": username, "password": password})
    return "" if answer.status_code == 302 else answer.content.decode()


def fail(username: str, times: int) -> list[str]:
    return [try_in(username, f"guess-{turn}") for turn in range(times)]


@pytest.fixture
def clock(monkeypatch):
    """The lock's minutes pass by shortening them to nothing."""
    return lambda: monkeypatch.setattr(signing_in, "settings", Unlocked)


class Unlocked:
    SIGN_IN_FAILURES, SIGN_IN_LOCK_MINUTES = 5, 0


@pytest.mark.parametrize("username", ["clerk", "no-such-account"])
def test_after_five_wrong_passwords_a_name_is_locked_whether_or_not_it_exists(db, username):
    told = fail(username, 6)
    assert all(WRONG in said and LOCKED not in said for said in told[:5])
    assert LOCKED in told[5]
    assert WRONG not in told[5]


def test_a_locked_account_does_not_open_to_the_right_password(db):
    fail("clerk", 5)
    assert LOCKED in try_in("clerk", cast.PASSWORD)
    assert try_in("other_clerk", cast.PASSWORD) == ""


def test_the_right_password_in_time_begins_the_count_anew(db):
    fail("clerk", 4)
    assert try_in("clerk", cast.PASSWORD) == ""
    fail("clerk", 4)
    assert try_in("clerk", cast.PASSWORD) == ""


def test_the_lock_opens_by_itself(db, clock):
    fail("clerk", 6)
    clock()
    assert try_in("clerk", cast.PASSWORD) == ""


def test_a_new_password_from_the_administrator_unlocks(visit):
    fail("clerk", 6)
    user, new = User.objects.get(username="clerk"), "corner-office-9"
    said = {"password1": new, "password2": new, "usable_password": "true"}
    done = visit("administrator").post(f"/people/user/{user.pk}/password/", said)
    assert done.status_code == 302
    assert try_in("clerk", new) == ""


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM people_signinfailures",
        "UPDATE people_signinfailures SET failures = 0",
        "DELETE FROM people_signinfailures",
    ],
)
def test_the_count_is_closed_to_the_application(acting, statement):
    acting("administrator")
    with pytest.raises(Error, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_many_attempts_at_once_get_no_more_tries(installation):
    """Counted before the password is looked at: eight at the same time are not eight tries."""
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from taizhang.people.signing_in import may_try\n"
        "with ThreadPoolExecutor(8) as many:\n"
        "    print(sum(many.map(may_try, ['guessed'] * 24)))"
    )
    assert installation.python(code).strip() == "5"
    failures = (
        f"print({SignInFailures.__name__}.objects.using('owner').get(username='guessed').failures)"
    )
    told = installation.python(f"from taizhang.people.models import SignInFailures\n{failures}")
    assert told.strip() == "5"


def test_the_password_command_unlocks(installation):
    guess = "from taizhang.people.signing_in import may_try\nprint([may_try('clerk') for _ in range(6)])"
    assert installation.python(guess).strip().endswith("False]")
    assert installation.run("password", "clerk").returncode == 0
    assert installation.python(guess).strip().startswith("[True")


def test_a_stolen_cookie_is_nobody_after_signing_out(visit, houses):
    owner, thief = visit("clerk"), browser()
    thief.cookies["sessionid"] = owner.cookies["sessionid"].value
    assert thief.get(HOUSES).status_code == 200
    assert owner.post("/logout/").status_code == 200
    answer = thief.get(HOUSES)
    assert (answer.status_code, answer["Location"][:7]) == (302, "/login/")
    assert visit("clerk").get(HOUSES).status_code == 200


def test_signing_out_is_for_one_account_only(visit, houses):
    clerk, other = visit("clerk"), visit("other_clerk")
    clerk.post("/logout/")
    assert other.get(HOUSES).status_code == 200


def test_whoever_has_no_appointment_signs_out_as_well(acting, visit):
    acting("administrator")
    User.objects.create(username="newcomer", full_name="辛来")
    owner, thief = visit("newcomer"), browser()
    thief.cookies["sessionid"] = owner.cookies["sessionid"].value
    assert thief.get("/").status_code == 403
    owner.post("/logout/")
    assert thief.get("/").status_code == 302


def test_a_stolen_cookie_is_nobody_after_a_new_password(visit, houses):
    owner, thief = visit("clerk"), browser()
    thief.cookies["sessionid"] = owner.cookies["sessionid"].value
    new = "corner-office-9"
    said = {"old_password": cast.PASSWORD, "new_password1": new, "new_password2": new}
    assert owner.post("/password_change/", said).status_code == 302
    assert owner.get(HOUSES).status_code == 200
    assert thief.get(HOUSES).status_code == 302


def test_a_desk_left_alone_for_half_an_hour_closes(visit, houses, monkeypatch):
    client, now = visit("clerk"), time.time()
    for minutes, status in ((29, 200), (58, 200), (89, 302)):  # each page begins the half hour anew
        monkeypatch.setattr(signing.time, "time", lambda at=minutes: now + at * 60)
        assert client.get(HOUSES).status_code == status, minutes


@pytest.mark.parametrize("wrong", ["soon", "0", "-5", "1.5", ""])
def test_a_wrong_number_of_minutes_stops_the_start(wrong, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "taizhang.commands.main", "templates"],
        env={"TAIZHANG_IDLE_MINUTES": wrong, "TAIZHANG_HOME": str(tmp_path), "PATH": ""},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "TAIZHANG_IDLE_MINUTES 要写成大于 0 的整数" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("change", ["full_name = '文汇总'", "username = 'x'", "is_active = false"])
def test_people_change_nothing_of_their_own_account_but_the_password(acting, change):
    acting("clerk")
    with pytest.raises(Error, match="只能改密码"), connection.cursor() as cursor:
        cursor.execute(f"UPDATE people_user SET {change} WHERE username = 'clerk'")
