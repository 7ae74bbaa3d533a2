"""A project with its list, as an office would enter it, for tests to change: two households of one site, all in order."""

from dataclasses import dataclass
from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import (
    Award,
    AwardBatch,
    AwardObjection,
    AwardPayment,
    AwardStandard,
    AwardStatement,
)
from taizhang.lines.housing.tests.records import (
    SECOND_ID,
    allocation,
    building,
    made,
    phase,
    saved,
    site,
    unit,
)
from tests import cast

PROJECT = "集中建房奖补"
FIRST_CARD, SECOND_CARD = "6217995520000000016", "6217995520000000024"
PASSBOOK = "605010021200012345"
DRAWN_UP, POSTED, LAST_DAY, APPROVED, SENT, PAID = (
    date(2018, 3, day) for day in (9, 12, 19, 20, 20, 21)
)


def standard(number: str = "JBBZ1", **changes: object) -> Record:
    values = {
        "place_id": cast.TOWN,
        "project": PROJECT,
        "document_no": "临办发〔2017〕示例3号",
        "amount": "15000",
        "per": "household",
        "requires": "completed",
        "since": date(2017, 1, 1),
    }
    return made(AwardStandard, number, values | changes)


def batch(number: str = "JBPC1", **changes: object) -> Record:
    """A batch that has been checked, posted, taken down and approved."""
    values = {
        "place_id": cast.TOWN,
        "project": PROJECT,
        "drawn_up_on": DRAWN_UP,
        "checked_on": POSTED,
        "checked_by": "镇国土所",
        "notice_from": POSTED,
        "notice_until": LAST_DAY,
        "posted_at": "广坪村村务公开栏",
        "taken_down_on": APPROVED,
        "approved_on": APPROVED,
        "approved_by": "镇长办公会",
        "households": 2,
        "amount": "30000",
    }
    return made(AwardBatch, number, values | changes)


def award(of: Record, by: Record, home: Record, number: str = "JB1", **changes: object) -> Record:
    """What the household of `home` is granted."""
    values = {
        "batch": of,
        "standard": by,
        "householder": home.householder,
        "id_number": home.id_number,
        "allocation": home,
        "quantity": "1",
        "payable": "15000",
        "account_name": changes.get("householder", home.householder),
        "account": FIRST_CARD,
        "bank": "临湘农商行黄盖支行",
    }
    return made(Award, number, values | changes)


def payment(of: Record, number: str = "JB1-1", **changes: object) -> Record:
    values = {
        "award": of,
        "account_name": of.account_name,
        "account": of.account,
        "bank": of.bank,
        "amount": of.payable,
        "bank_file": "JBPC1-20180320",
        "sent_on": SENT,
    }
    return made(AwardPayment, number, values | changes)


def objection(of: Record, number: str = "JBYY1", **changes: object) -> Record:
    values = {
        "place_id": cast.TOWN,
        "batch": of,
        "raised_on": date(2018, 3, 14),
        "content": "反映这一户没有在本村建房",
        "handled_on": date(2018, 3, 16),
        "result": "dismissed",
        "handling": "经到场核实，房屋已竣工，异议不成立，已答复",
    }
    return made(AwardObjection, number, values | changes)


def statement(of: Record, number: str = "JBDZ1", **changes: object) -> Record:
    values = {
        "place_id": cast.TOWN,
        "batch": of,
        "stated_on": date(2018, 3, 23),
        "paid": "15000",
        "payments": 1,
        "issuer": "镇财政所",
    }
    return made(AwardStatement, number, values | changes)


@dataclass
class Scene:
    """Everything that is in the ledgers, by the names that tests call it."""

    standard: Record
    batch: Record
    homes: tuple[Record, Record]
    first: Record
    second: Record


def homes() -> tuple[Record, Record]:
    """Two dwellings of one building, each given out."""
    block = saved(building(saved(phase(saved(site())))))
    return (
        saved(allocation(saved(unit(block)), householder="赵甲子")),
        saved(
            allocation(
                saved(unit(block, "GP01-2")), "FF2", householder="钱乙丑", id_number=SECOND_ID
            )
        ),
    )


def scene() -> Scene:
    """A list of two households, approved, nothing sent yet."""
    by, of, (one, two) = saved(standard()), saved(batch()), homes()
    return Scene(
        by,
        of,
        (one, two),
        saved(award(of, by, one)),
        saved(award(of, by, two, "JB2", account=SECOND_CARD)),
    )
