"""A small site and what hangs on it, as an office would enter them, for tests to change."""

from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import Allocation, Approval, Building, Phase, Site, Unit
from tests import cast

FIRST_ID, SECOND_ID = "430682195306281002", "430682195506151018"


def made(model: type[Record], number: str, values: dict[str, object]) -> Record:
    """A record with these values, not saved."""
    return model(**({"number": number, "place_id": cast.SITE} | values))


def site(number: str = "GP", **changes: object) -> Record:
    values = {
        "name": "广坪集中建房点",
        "planned_area": "130",
        "planned_on": date(2016, 11, 7),
        "land_source": "linked",
    }
    return made(Site, number, values | changes)


def phase(of: Record, number: str = "GP-1", **changes: object) -> Record:
    values = {"site": of, "ordinal": 1, "area": "70", "started_on": date(2017, 3, 6)}
    return made(Phase, number, values | changes)


def building(of: Record, number: str = "GP01", **changes: object) -> Record:
    values = {
        "site": of.site,
        "phase": of,
        "kind": "terraced",
        "storeys": 2,
        "completed_on": date(2018, 1, 15),
    }
    return made(Building, number, values | changes)


def unit(of: Record, number: str = "GP01-1", **changes: object) -> Record:
    return made(Unit, number, {"building": of, "floor_area": "168.20"} | changes)


def allocation(of: Record, number: str = "FF1", **changes: object) -> Record:
    values = {
        "unit": of,
        "householder": "贾新居",
        "id_number": FIRST_ID,
        "household_size": 4,
        "method": "draw",
        "allocated_on": date(2018, 3, 9),
    }
    return made(Allocation, number, values | changes)


def approval(number: str = "JF1", **changes: object) -> Record:
    values = {
        "householder": "贾新居",
        "id_number": FIRST_ID,
        "kind": "concentrated",
        "land_owner": "collective",
        "land_class": "construction",
        "homestead_area": "120.00",
        "footprint": "90.00",
        "floor_area": "168.20",
        "storeys": 2,
        "applied_on": date(2016, 11, 14),
        "accepted_on": date(2016, 11, 18),
        "approved_on": date(2016, 12, 9),
        "authority": "county",
        "document_no": "临建审〔2016〕示例1号",
    }
    return made(Approval, number, values | changes)


def saved(record: Record) -> Record:
    record.save()
    return record
