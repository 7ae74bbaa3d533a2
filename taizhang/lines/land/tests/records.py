"""A linkage project with 300 亩, its lots, its quota, what the county says of it and its money, for tests to change."""

from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.land.models import (
    CountyStatement,
    Project,
    ProjectMoney,
    QuotaMovement,
    ReclaimedLot,
)
from tests import cast

APPROVED_ON = date(2016, 10, 18)
ENDS_ON = date(2019, 10, 18)
MEASURED = {"surveyed_on": date(2018, 4, 9), "surveyed_area": "19.80"}
CHECKED = MEASURED | {
    "applied_on": date(2018, 5, 2),
    "first_checked_on": date(2018, 5, 21),
    "first_checked_area": "19.80",
}
ACCEPTED = CHECKED | {
    "published_on": date(2018, 5, 28),
    "accepted_on": date(2018, 6, 1),
    "accepted_area": "19.80",
    "kept_by": "广坪村种植大户",
    "kept_until": date(2023, 6, 1),
}
TRANSFER = {"counterparty": "示例市", "document_no": "流转1号"}


def made(model: type[Record], number: str, values: dict[str, object]) -> Record:
    """A record with these values, not saved."""
    return model(**({"number": number, "place_id": cast.TOWN} | values))


def project(number: str = "XM1", **changes: object) -> Record:
    values = {
        "name": "示例增减挂钩项目",
        "document_no": "示例1号",
        "approved_area": "300",
        "approved_on": APPROVED_ON,
        "ends_on": ENDS_ON,
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
    why = TRANSFER if kind in ("sell", "buy") else {"site_number": "GP"}
    return made(QuotaMovement, number, values | why | more)


def moves(of: Record, *steps: tuple[str, object, date]) -> None:
    """Movements of a project, numbered one after another, saved past the rules."""
    first = QuotaMovement.objects.count()
    for turn, (kind, area, day) in enumerate(steps, first):
        saved(movement(of, kind, area, day, f"YD-{turn}"))


def statement(of: Record, subject: str, area: object, day: date, number: str = "DZ1") -> Record:
    values = {"project": of, "subject": subject, "stated_area": area, "stated_on": day}
    return made(CountyStatement, number, values)


def money(of: Record, kind: str, amount: object, day: date, number: str, **more: object) -> Record:
    values = {"project": of, "kind": kind, "amount": amount, "moved_on": day}
    return made(
        ProjectMoney, number, values | {"counterparty": "示例公司", "purpose": "拆除"} | more
    )


def saved(record: Record) -> Record:
    record.save()
    return record
