"""A household of the village, its homestead, its application of 2021 in good order and its acceptance, for tests to change."""

from datetime import date

from stdnum.cn import ric

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import (
    Acceptance,
    Approval,
    Homestead,
    Household,
    Member,
    SiteVisit,
)
from taizhang.lines.housing.tests.records import made, saved
from tests import cast


def person(order: int, born: str = "19700215") -> str:
    """An invented ID number; odd orders are men."""
    stem = f"430682{born}{order:03}"
    return stem + ric.calc_check_digit(stem + "0")


HEAD, WIFE, SON, STRANGER = person(1), person(2), person(3, "20010607"), person(9)
VILLAGE_STEPS = ("discussed_on", "noticed_on", "notice_until", "village_reviewed_on")


def household(number: str = "NH1", **changes: object) -> Record:
    values = {
        "place_id": cast.GUANGPING,
        "group": "三组",
        "householder": "贾新居",
        "id_number": HEAD,
        "since": date(1995, 5, 1),
    }
    return made(Household, number, values | changes)


def member(of: Record, number: str = "NH1-1", **changes: object) -> Record:
    values = {
        "place_id": of.place_id,
        "household": of,
        "name": "贾新居",
        "sex": "male",
        "id_number": HEAD,
        "relation": "head",
        "since": date(1995, 5, 1),
    }
    return made(Member, number, values | changes)


def homestead(of: Record, number: str = "ZJ1", **changes: object) -> Record:
    values = {
        "place_id": of.place_id,
        "household": of,
        "holder": of.householder,
        "id_number": of.id_number,
        "area": "150.00",
        "obtained_on": date(1996, 3, 1),
    }
    return made(Homestead, number, values | changes)


ASKED_FOR = {
    "place_id": cast.GUANGPING,
    "householder": "贾新居",
    "sex": "male",
    "id_number": HEAD,
    "kind": "scattered",
    "building_type": "rebuild",
    "reason": "on_site",
    "neighbours_consulted": True,
    "land_owner": "collective",
    "land_class": "village_idle",
    "homestead_area": "150.00",
    "footprint": "100.00",
    "floor_area": "220.00",
    "storeys": 2,
    "height": "8.50",
    "applied_on": date(2021, 3, 1),
    "committed_on": date(2021, 3, 1),
    "discussed_on": date(2021, 3, 4),
    "noticed_on": date(2021, 3, 5),
    "notice_until": date(2021, 3, 15),
    "notice_removed_on": date(2021, 3, 16),
    "village_reviewed_on": date(2021, 3, 17),
    "received_on": date(2021, 3, 18),
    "accepted_on": date(2021, 3, 22),
    "natural_resources_on": date(2021, 3, 25),
    "agriculture_on": date(2021, 3, 26),
}
DECIDED = {
    "approved_on": date(2021, 4, 6),
    "authority": "town",
    "document_no": "黄政宅〔2021〕示例1号",
    "result_noticed_on": date(2021, 4, 7),
    "permit_no": "乡字第示例1号",
    "certificate_no": "4306821132021001",
    "certificate_from": date(2021, 4, 6),
    "certificate_until": date(2023, 4, 5),
    "delivered_on": date(2021, 4, 12),
    "set_out_on": date(2021, 4, 15),
    "started_on": date(2021, 4, 20),
    "completed_on": date(2021, 10, 20),
}


def application(number: str = "JF21", **changes: object) -> Record:
    """Collective land, rebuilt on the old plot, finished in October 2021."""
    return made(Approval, number, ASKED_FOR | DECIDED | changes)


def undecided(number: str = "JF21", **changes: object) -> Record:
    """The same, accepted and still to be decided."""
    later = (
        "natural_resources_on",
        "agriculture_on",
        "approved_on",
        "result_noticed_on",
        "certificate_from",
        "certificate_until",
        "delivered_on",
        "set_out_on",
        "started_on",
        "completed_on",
    )
    words = ("authority", "document_no", "permit_no", "certificate_no")
    return application(number, **(dict.fromkeys(later) | dict.fromkeys(words, "") | changes))


def on_state_land(number: str = "JF21", **changes: object) -> Record:
    """The same on land of the former farm: no village steps, no homestead certificate."""
    none = dict.fromkeys((*VILLAGE_STEPS, "notice_removed_on", "delivered_on"))
    values = none | {"land_owner": "state", "certificate_no": "", "permit_no": ""}
    return application(number, **(values | changes))


def visited(of: Record, *kinds: str) -> Record:
    """With the visits that the township owes: when the papers came, when the plot was marked out, when it was built."""
    days = {
        "siting": date(2021, 3, 24),
        "setting_out": date(2021, 4, 15),
        "completion": date(2021, 11, 1),
    }
    for kind in kinds or days:
        values = {
            "place_id": of.place_id,
            "approval": of,
            "kind": kind,
            "on": days[kind],
            "people": "宋量土（国土所）；甄广平（广坪村）",
            "area": "150.00",
            "result": "sound",
        }
        saved(made(SiteVisit, f"DC-{of.number}-{kind}", values))
    return of


def acceptance(of: Record, number: str = "YS1", **changes: object) -> Record:
    values = {
        "place_id": of.place_id,
        "approval": of,
        "applied_on": date(2021, 10, 25),
        "inspected_on": date(2021, 11, 1),
        "homestead_area": "150.00",
        "footprint": "100.00",
        "storeys": 2,
        "height": "8.50",
        "old_house": "not_applicable",
        "passed_on": date(2021, 11, 3),
    }
    return made(Acceptance, number, values | changes)
