"""Wrong passwords are counted and lock a name for a while; signing out voids every cookie given before.

A name is locked whether or not there is such an account, so that locking tells nobody which names exist.
"""

from typing import Any

from django.conf import settings
from django.db import connection

from taizhang.people.models import User


def may_try(username: str) -> bool:
    """Count one more attempt under a name; False while it is locked."""
    most, minutes = settings.SIGN_IN_FAILURES, settings.SIGN_IN_LOCK_MINUTES
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT taizhang_sign_in_attempt(%s, %s, %s)", [shortened(username), most, minutes]
        )
        return bool(cursor.fetchone()[0])


def forget_failures(username: str) -> None:
    """The right password was given, or a new one was: the count begins anew."""
    call("taizhang_sign_in_forget", shortened(username))


def sign_out_everywhere(user: User) -> None:
    """Void every session of an account, this one and those on other machines."""
    call("taizhang_sign_out", user.pk)


def shortened(username: str) -> str:
    longest = User._meta.get_field("username").max_length
    return username.replace("\0", "")[:longest]


def call(function: str, value: Any) -> None:
    with connection.cursor() as cursor:
        cursor.callproc(function, [value])
