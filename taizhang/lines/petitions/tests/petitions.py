"""Petitions for tests: who comes, with what, and how far it has got. Fictional people."""

from datetime import date
from typing import Any

from django.db import connection

from taizhang.lines.petitions.models import CaseLeader, ContentClass, FollowUp, Petition
from taizhang.people.models import Appointment, Office, Post, Role, User
from tests import cast

CAME = date(2018, 3, 1)
NAME, ID, PHONE = "赵甲子", "430682195306281002", "13800000001"
DISCIPLINE = "discipline"


def content_class() -> ContentClass:
    """The class that all of them are about, entered once."""
    found = ContentClass.objects.filter(number="02").first()
    return found or ContentClass.objects.create(number="02", place_id=cast.TOWN, name="农村农业")


def petition(number: str = "XF1", **said: Any) -> Petition:
    """A petition that breaks no rule, registered on the day it came."""
    came = said.pop("received_on", CAME)
    usual = {
        "place_id": cast.TOWN,
        "received_on": came,
        "registered_on": came,
        "registered_by": "登记甲",
        "channel": "visit",
        "petitioner_name": "" if said.get("anonymous") else NAME,
        "phone": "" if said.get("anonymous") else PHONE,
        "purpose": "settlement",
        "problem_place_id": cast.GUANGPING,
        "matter": "三组水田界址",
    }
    if "content_class" not in said:
        said["content_class"] = content_class()
    return Petition(number=number, **usual | said)


def accusation(number: str = "JK1", **said: Any) -> Petition:
    """An accusation against somebody in 广坪村."""
    about = {
        "purpose": "accusation",
        "kind": "accusation",
        "channel": "letter",
        "matter": "村集体资金去向",
        "accused": "甄广平",
        "accused_place_id": cast.GUANGPING,
    }
    return petition(number, **about | said)


ACCEPTED = {
    "kind": "appeal",
    "route": "handling",
    "accepted_on": date(2018, 3, 5),
    "informed_on": date(2018, 3, 6),
}
ANSWERED = ACCEPTED | {
    "request": "请明确田界",
    "facts": "经丈量，田界与承包合同一致，相差不到两厘米。",
    "opinion": "按承包合同确定田界，双方已在图上签字。",
    "legal_basis": "农村土地承包法",
    "result": "support",
    "opinion_on": date(2018, 4, 2),
}
SERVED = ANSWERED | {"served_on": date(2018, 4, 3), "served_how": "hand"}
CLOSED = SERVED | {
    "carried_out_on": date(2018, 4, 20),
    "closed_on": date(2018, 5, 10),
}


def saved(record: Any) -> Any:
    record.save()
    record.refresh_from_db()
    return record


def leader(of: Petition, name: str = "孙丙寅", since: date = CAME, **said: Any) -> CaseLeader:
    return CaseLeader(
        number=f"{of.number}-{name}-{since}",
        place_id=cast.TOWN,
        petition=of,
        leader=name,
        title="副镇长",
        since=since,
        **said,
    )


def follow_up(of: Petition, number: str = "GJ1", **said: Any) -> FollowUp:
    usual = {
        "place_id": cast.TOWN,
        "followed_on": date(2018, 3, 8),
        "kind": "visit",
        "done": "上门看了田界",
        "done_by": "周戊辰",
    }
    return FollowUp(number=number, petition=of, **usual | said)


def appoint(username: str, name: str, office: str, place: str = cast.TOWN, **more: Any) -> None:
    """One more person at work; the administrator has to be the one who acts."""
    user = User.objects.create(username=username, full_name=name)
    unit, _ = Office.objects.get_or_create(name=office, defaults={"place_id": place})
    post = Post.objects.create(
        office=unit,
        title=f"{username}岗",
        role=more.pop("role", Role.OFFICE),
        place_id=place,
        **more,
    )
    Appointment.objects.create(user=user, post=post, since=cast.APPOINTED)


def rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall()
