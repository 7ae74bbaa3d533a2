"""Places and people from two TOML files: how an office is set up before anybody can sign in."""

import secrets
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from taizhang.core.finding import Refusal
from taizhang.people.models import (
    Appointment,
    AreaDuty,
    Office,
    Place,
    Post,
    SignInFailures,
    User,
)

# The owner enters them: nobody has an appointment yet whose rights could be asked for.
OWNER = "owner"


def read(file: Path, table: str, *, needed: bool = True) -> list[dict[str, Any]]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return list(told[table] if needed else told.get(table, []))
    except (OSError, tomllib.TOMLDecodeError, KeyError) as wrong:
        raise Refusal(
            f"{file.name} 读不了：{wrong}；请对照 examples/huanggai 里的同名文件修改。"
        ) from wrong


@transaction.atomic(using=OWNER)
def load_places(file: Path) -> int:
    """Enter or update every place of the file; returns how many. Successors come after what they follow."""
    rows = read(file, "places")
    for row in rows:
        place = Place(**{key: value for key, value in row.items() if key != "successor"})
        place.clean_fields(exclude=["successor"])
        place.save(using=OWNER)
    for row in rows:
        if successor := row.get("successor"):
            Place.objects.using(OWNER).filter(code=row["code"]).update(successor_id=successor)
    return len(rows)


@transaction.atomic(using=OWNER)
def load_people(file: Path) -> dict[str, str]:
    """Enter accounts, posts, appointments and who answers for which village (duties, if the file has any);
    returns the passwords of the accounts that are new.
    """
    passwords = {
        row["username"]: made for row in read(file, "people") if (made := load_person(row))
    }
    for row in read(file, "duties", needed=False):
        load_duty(file, row)
    return passwords


def load_person(row: dict[str, Any]) -> str:
    office, _ = Office.objects.using(OWNER).get_or_create(
        name=row["office"], defaults={"place_id": row["place"]}
    )
    post, _ = Post.objects.using(OWNER).update_or_create(
        office=office,
        title=row["title"],
        defaults={
            "role": row["role"],
            "place_id": row["place"],
            "lines": row["lines"],
            "trusted_with": row.get("trusted_with", []),
        },
    )
    user, new = User.objects.using(OWNER).get_or_create(
        username=row["username"], defaults={"full_name": row["full_name"]}
    )
    Appointment.objects.using(OWNER).get_or_create(
        user=user, post=post, defaults={"since": row["since"]}
    )
    return new_password(user) if new else ""


def load_duty(file: Path, row: dict[str, Any]) -> None:
    """Enter one duty that is not there yet; one that the office has changed or ended since stays as it is."""
    username, place, since = (row.get(key, "") for key in ("username", "place", "since"))
    said = f"{file.name} 的 duties 里 {username} 负责 {place} 的一条"
    user = User.objects.using(OWNER).filter(username=username).first()
    if user is None:
        raise Refusal(f"{said}：没有这个账号，请先在 people 里登记。")
    if not Place.objects.using(OWNER).filter(code=place).exists():
        raise Refusal(f"{said}：没有这个地区代码，请先在地区名单里登记。")
    if not isinstance(since, date):
        raise Refusal(f"{said}：要写明从哪天起（since = 2018-03-01，不加引号）。")
    if AreaDuty.objects.using(OWNER).filter(user=user, place=place, since=since).exists():
        return
    duty = AreaDuty(user=user, place_id=place, since=since)
    duty.lines, duty.until, duty.note = row.get("lines", []), row.get("until"), row.get("note", "")
    duty._state.db = OWNER
    try:
        duty.full_clean()
        duty.save()
    except ValidationError as wrong:
        raise Refusal(f"{said}：{'；'.join(wrong.messages)}") from wrong
    except IntegrityError as wrong:
        raise Refusal(f"{said}：{in_words(wrong)}") from wrong


def in_words(wrong: IntegrityError) -> str:
    """The sentence with which a trigger of ours refused a row."""
    diagnostic = getattr(wrong.__cause__, "diag", None)
    return (diagnostic and diagnostic.message_primary) or str(wrong)


def new_password(user: User) -> str:
    """Give an account a new password, to be shown once; wrong ones given before are forgotten."""
    password = secrets.token_hex(5)
    user.set_password(password)
    user.save(using=OWNER, update_fields=["password"])
    SignInFailures.objects.using(OWNER).filter(username=user.username).delete()
    return password
