"""How a petitioner follows a case: a number and a code from the receipt, and days in answer, no names and no text."""

import json
from datetime import date
from typing import Any

from django.db import connection

from taizhang.core.finding import Refusal
from taizhang.lines.petitions.models.pages import FollowLine
from taizhang.lines.petitions.models.petitions import Petition

SIGNS = str.maketrans("", "", " -－—")
LOCKED = "这个编号连续输错了 5 次，已经锁定，请过 15 分钟再查；查询码在登记回执上，丢了的请到信访接待窗口补打。"


class Locked(Refusal):
    """Too many wrong codes for a number."""


def code_lines(petition: Petition) -> list[FollowLine]:
    """The code for the receipt, where the acting post keeps the petition; it is worked out, not stored."""
    found = asked("SELECT petitions_code_of(%s)", petition.pk) if petition.pk else ""
    return [FollowLine(code=f"{found[:4]}-{found[4:]}")] if found else []


def follow(number: str, code: str) -> Petition | None:
    """The days of a case, as a petition without anything else in it; None where number and code do not belong."""
    told = asked("SELECT petitions_follow(%s, %s)", number.strip(), code.translate(SIGNS))
    if told is None:
        return None
    if told.pop("locked", False):
        raise Locked(LOCKED)
    days = {
        name: date.fromisoformat(day)
        for name, day in told.items()
        if name.endswith(("_on", "_to")) and day
    }
    return Petition(number=told["number"], **days)


def asked(sql: str, *values: object) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return json.loads(row[0]) if row and isinstance(row[0], str) and row[0][:1] == "{" else row[0]
