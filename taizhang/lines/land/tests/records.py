"""A linkage project with 300 亩, its lots and its quota, for tests to change."""

from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.land.models import Project, QuotaMovement, ReclaimedLot
from tests import cast


def made(model: type[Record], number: str, values: dict[str, object]) -> Record:
    """A record with these values, not saved."""
    return model(**({"number": number, "place_id": cast.TOWN} | values))


def project(number: str = "XM1", **changes: object) -> Record:
    values = {
        "name": "示例增减挂钩项目",
        "document_no": "示例1号",
        "approved_area": "300",
        "approved_on": date(2016, 10, 18),
        "ends_on": date(2019, 10, 18),
    }
    return made(Project, number, values | changes)


def lot(of: Record, number: str = "FK1", **changes: object) -> Record:
    values = {
        "place_id": cast.GUANGPING,
        "project": of,
        "name": "一号地块",
        "land_class": "paddy",
        "reclaimed_on": date(2018, 3, 1),
        "reported_area": "20.00",
    }
    return made(ReclaimedLot, number, values | changes)


def movement(of: Record, kind: str, area: object, day: date, number: str, **more: object) -> Record:
    values = {"project": of, "kind": kind, "area": area, "moved_on": day}
    return made(QuotaMovement, number, values | {"site_number": "GP"} | more)


def saved(record: Record) -> Record:
    record.save()
    return record
