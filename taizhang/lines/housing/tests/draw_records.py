"""A draw and what belongs to it, for tests to change; `conducted` brings one through the database's own checks."""

from datetime import date

from taizhang.core import draw as lots
from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import Draw, DrawUnit, Entitlement
from taizhang.lines.housing.tests.records import (
    FIRST_ID,
    allocation,
    building,
    made,
    phase,
    saved,
    site,
    unit,
)
from taizhang.people.models import Role
from tests import cast

SECRET = "ABCD2345EFGH6789JKLMNPQRSTUV"  # noqa: S105 - a made-up one
# Fictional, of the county's code and with right check digits.
ID_NUMBERS = (
    "430682195306281002",
    "430682195506151018",
    "430682196001010011",
    "430682196102020024",
    "430682196203030037",
    "43068219630404004X",
)
RULED, LISTED = date(2018, 2, 20), date(2018, 2, 22)
COMMITTED, DRAWN = date(2018, 3, 2), date(2018, 3, 9)
OFFICER = Role.STATION_OFFICER


def draw(of: Record, number: str = "CQ1", **changes: object) -> Record:
    values = {
        "site": of,
        "title": "广坪一期分房抽签",
        "rule_text": "每户抽一套，当场签字。",
        "rule_published_on": RULED,
        "meeting_on": DRAWN,
        "meeting_place": "村部",
    }
    return made(Draw, number, values | changes)


def entitlement(of: Record, number: str = "ZG1", **changes: object) -> Record:
    values = {
        "site": of,
        "householder": "赵甲子",
        "id_number": FIRST_ID,
        "household_size": 4,
        "basis": "村民会议决议2018年示例1号",
        "qualified_on": date(2018, 2, 8),
    }
    return made(Entitlement, number, values | changes)


def draw_unit(of: Record, unit: Record, number: str = "CF1", **changes: object) -> Record:
    return made(DrawUnit, number, {"draw": of, "unit": unit} | changes)


def ready(households: int = 3, units: int = 3, name: str = "") -> Record:
    """A draw whose rule is published, over a finished building of a new site; `name` begins all its numbers."""
    place = saved(site(f"{name}GP"))
    block = saved(building(saved(phase(place, f"{name}GP-1")), f"{name}GP01"))
    lot = saved(draw(place, f"{name}CQ1"))
    for n in range(1, households + 1):
        person = ID_NUMBERS[n - 1]
        saved(entitlement(place, f"{name}ZG{n}", draw=lot, id_number=person))
    for n in range(1, units + 1):
        flat = saved(unit(block, f"{name}GP01-{n}"))
        saved(draw_unit(lot, flat, f"{name}CF{n}"))
    return lot


LIST = {"list_published_on": LISTED, "list_digest": "a" * 64}
PROMISE = {"committed_on": COMMITTED, "commitment": lots.commitment(SECRET)}
MEETING = {
    "drawn_on": DRAWN,
    "secret": SECRET,
    "announced_number": "305162",
    "announced_by": "钱丑、孙寅",
    "announced_how": "掷骰子六次",
    "supervised_by": "村务监督委员会李卯",
    "result_digest": "b" * 64,
}


def conducted(lot: Record, **changes: object) -> Record:
    """A draft brought to the day of its draw in the steps that the database allows; the last is not saved."""
    for values in (LIST, PROMISE):
        altered(lot, **values | {name: changes[name] for name in values if name in changes}).save()
    return altered(lot, **MEETING | changes)


def altered(record: Record, **changes: object) -> Record:
    for name, value in changes.items():
        setattr(record, name, value)
    return record


def two_sites() -> dict[str, Record]:
    """At the first a dwelling given out, one free, a draft draw, a void one that had been drawn and one
    dropped before it was.
    """
    first = saved(site())
    other = saved(site("TE", name="天鹅集中建房点", place_id=cast.HUANGGAIHU))
    block = saved(building(saved(phase(first))))
    there = saved(phase(other, "TE-1", place_id=cast.HUANGGAIHU))
    far = saved(building(there, "TE01", place_id=cast.HUANGGAIHU))
    given, free, once = (saved(unit(block, f"GP01-{n}")) for n in (1, 2, 3))
    saved(allocation(given, "FF0", id_number=ID_NUMBERS[0]))
    void = saved(draw(first, "CQ0"))
    saved(draw_unit(void, once, "CF0"))
    saved(conducted(void))
    saved(altered(void, voided_on=date(2018, 3, 10), void_reason="停电中断"))
    dropped = saved(
        altered(saved(draw(first, "CQ8")), voided_on=date(2018, 3, 1), void_reason="停建")
    )
    lot = saved(draw(first))
    saved(entitlement(first, "ZG0", id_number=ID_NUMBERS[1], points="60", choice_order=2))
    return {
        "site": first,
        "other": other,
        "given": given,
        "free": free,
        "once": once,
        "far": saved(unit(far, "TE01-1", place_id=cast.HUANGGAIHU)),
        "void": void,
        "dropped": dropped,
        "lot": lot,
    }
