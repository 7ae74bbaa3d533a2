"""The town that every benchmark of figures works on: fixed, made up, about 1,000,000 records."""

from datetime import date
from pathlib import Path

from django.db import connections
from django.db.models import Count

from taizhang.ledgers.registry import ledgers
from taizhang.people.loading import OWNER
from taizhang.people.models import Appointment, Office, Place, Post, Role, User

CODE = "430699101"
PERIOD, CUTOFF = "2024Q4", date(2024, 12, 31)
ACCOUNT = "bench_office"
TOWN = Path(__file__).with_name("town.sql")


def make() -> int:
    """Fill an empty installation, once; returns the number of records."""
    if not Place.objects.using(OWNER).filter(code=CODE).exists():
        with connections[OWNER].cursor() as cursor:
            cursor.execute(TOWN.read_text(encoding="utf-8"))
        enter_office(CODE, ACCOUNT)
    return sum(
        model._default_manager.using(OWNER).aggregate(n=Count("pk"))["n"] for model in ledgers()
    )


def enter_office(code: str, account: str) -> None:
    """The party-government office of a made-up town, with somebody in it."""
    town = Place.objects.using(OWNER).get(code=code)
    office = Office.objects.using(OWNER).create(name=f"{town}党政办", place=town)
    post = Post.objects.using(OWNER).create(
        office=office, title="主任", role=Role.OFFICE, place=town
    )
    user = User.objects.using(OWNER).create(username=account, full_name="郝样板")
    Appointment.objects.using(OWNER).create(user=user, post=post, since=date(2014, 1, 1))
