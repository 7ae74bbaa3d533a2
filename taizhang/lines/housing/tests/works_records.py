"""What goes into a site, as an office would enter it, for tests to change; `town` is what the records hang on."""

from datetime import date

from taizhang.ledgers.models import Attachment
from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import (
    Contract,
    Deposit,
    Facility,
    Funding,
    Progress,
    SiteLand,
)
from taizhang.lines.housing.tests.draw_records import altered
from taizhang.lines.housing.tests.records import (
    FIRST_ID,
    SECOND_ID,
    building,
    made,
    phase,
    saved,
    site,
)
from tests import cast

CREDIT_CODE = "91430682MA4L2D3E4B"  # made up


def land(town, **changes):
    values = {
        "site": town["site"],
        "source": "linked",
        "area": "60",
        "quota_batch": "ZJ-1",
        "secured_on": date(2016, 12, 20),
    }
    return made(SiteLand, "YD2", values | pointing(town, changes))


def facility(town, **changes):
    values = {
        "site": town["site"],
        "kind": "road",
        "name": "环村路",
        "amount": "620",
        "measure": "metre",
    }
    return made(Facility, "PT1", values | changes)


def funding(town, **changes):
    values = {
        "site": town["site"],
        "source": "award",
        "document_no": "临财〔2017〕示例8号",
        "amount": "800000",
    }
    return made(Funding, "ZJ2", values | changes)


def contract(town, **changes):
    values = {
        "site": town["site"],
        "phase": town["phase"],
        "contractor": "示例建筑有限公司",
        "credit_code": CREDIT_CODE,
        "scope": "一期土建",
        "amount": "500000",
        "signed_on": date(2017, 3, 1),
    }
    return made(Contract, "HT1", values | pointing(town, changes))


def deposit(town, **changes):
    values = {
        "site": town["site"],
        "householder": "赵甲子",
        "id_number": FIRST_ID,
        "amount": "20000",
        "receipt_no": "示例001",
        "kept_by": "村务监督委员会",
        "paid_on": date(2016, 12, 1),
    }
    return made(Deposit, "DJ2", values | changes)


def progress(town, **changes):
    values = {
        "site": town["site"],
        "building": town["building"],
        "stage": "structure",
        "reached_on": date(2017, 9, 1),
    }
    return made(Progress, "JD2", values | pointing(town, changes))


def pictured(town, **changes):
    """Progress with a photo or some other attachment, or none."""
    row = saved(progress(town))
    Attachment.objects.create(
        ledger="housing.progress",
        record=row.pk,
        place=row.place_id,
        kind=changes["kind"],
        name="一.jpg",
        sha256="a" * 64,
        size=1,
    )
    return row


def pointing(town, changes):
    """What a case names in the town becomes the record."""
    return {
        name: town.get(one, one) if isinstance(one, str) else one for name, one in changes.items()
    }


def a_phase(town, **changes):
    values = {"ordinal": 2, "area": "40"}
    return phase(town["site"], "GP-2", **values | changes)


def sites_at_work() -> dict[str, Record]:
    """A site with its first phase, a finished building, 70 亩 secured, a million received and one deposit."""
    first = saved(site())
    other = saved(site("TE", name="天鹅集中建房点", place_id=cast.HUANGGAIHU))
    begun = saved(phase(first))
    there = saved(phase(other, "TE-1", place_id=cast.HUANGGAIHU))
    here = {"site": first, "other": other, "phase": begun, "others_phase": there}
    here["building"] = saved(building(begun))
    here["others_building"] = saved(building(there, "TE01", place_id=cast.HUANGGAIHU))
    saved(altered(land(here), number="YD1", area="70"))
    saved(altered(funding(here), number="ZJ1", amount="1000000", received_on=date(2017, 2, 1)))
    saved(altered(deposit(here), number="DJ1", id_number=SECOND_ID))
    saved(altered(progress(here), number="JD1", stage="topped", reached_on=date(2017, 11, 1)))
    return here
