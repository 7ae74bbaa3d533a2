"""Places and people from two TOML files: how an office is set up before anybody can sign in."""

import secrets
import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from taizhang.core.finding import Refusal
from taizhang.people.models import Appointment, Office, Place, Post, User

# The owner enters them: nobody has an appointment yet whose rights could be asked for.
OWNER = "owner"


def read(file: Path, table: str) -> list[dict[str, Any]]:
    try:
        return list(tomllib.loads(file.read_text(encoding="utf-8"))[table])
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
    """Enter accounts, posts and appointments; returns the passwords of the accounts that are new."""
    return {row["username"]: made for row in read(file, "people") if (made := load_person(row))}


def load_person(row: dict[str, Any]) -> str:
    office, _ = Office.objects.using(OWNER).get_or_create(
        name=row["office"], defaults={"place_id": row["place"]}
    )
    post, _ = Post.objects.using(OWNER).update_or_create(
        office=office,
        title=row["title"],
        defaults={"role": row["role"], "place_id": row["place"], "lines": row["lines"]},
    )
    user, new = User.objects.using(OWNER).get_or_create(
        username=row["username"], defaults={"full_name": row["full_name"]}
    )
    Appointment.objects.using(OWNER).get_or_create(
        user=user, post=post, defaults={"since": row["since"]}
    )
    return new_password(user) if new else ""


def new_password(user: User) -> str:
    """Give an account a new password, to be shown once."""
    password = secrets.token_hex(5)
    user.set_password(password)
    user.save(using=OWNER, update_fields=["password"])
    return password
