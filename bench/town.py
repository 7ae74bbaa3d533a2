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
        enter_office()
    return sum(
        model._default_manager.using(OWNER).aggregate(n=Count("pk"))["n"] for model in ledgers()
    )


def enter_office() -> None:
    office = Office.objects.using(OWNER).create(name="样板镇党政办", place_id=CODE)
    post = Post.objects.using(OWNER).create(
        office=office, title="主任", role=Role.OFFICE, place_id=CODE
    )
    user = User.objects.using(OWNER).create(username=ACCOUNT, full_name="郝样板")
    Appointment.objects.using(OWNER).create(user=user, post=post, since=date(2014, 1, 1))
