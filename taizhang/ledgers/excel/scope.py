"""Where the acting post may write a ledger, as the database itself says it."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils import timezone

from taizhang.core.finding import Refusal
from taizhang.ledgers.record import Record
from taizhang.people.models import Place


@dataclass(frozen=True)
class Scope:
    """The place within which rows may be written, and today, by which a place is in use or merged.

    `settled` are places no longer in use that have records of the ledger: those stay where they were.
    """

    reach: str
    today: date
    settled: frozenset[str] = frozenset()


def writing_reach(model: type[Record]) -> str | None:
    """The code of the place within which the acting post may write this ledger; None where it may not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT taizhang_reach(%s, true)", [model._meta.app_label])
        found: str | None = cursor.fetchone()[0]
    return found


def writing_scope(model: type[Record]) -> Scope:
    """Where the acting post may write this ledger; a Refusal where it may nowhere."""
    reach = writing_reach(model)
    if reach is None:
        title = model._meta.verbose_name
        raise Refusal(f"您的岗位不能填报《{title}》，请换有填报权限的账号导入。")
    today = timezone.localdate()
    ended = [
        place.code for place in Place.objects.exclude(valid_to=None) if not place.is_valid_on(today)
    ]
    settled = (
        model._default_manager.filter(place__in=ended).values_list("place", flat=True).distinct()
    )
    return Scope(reach, today, frozenset(settled))
