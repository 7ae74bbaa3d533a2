"""Plans, drawings, visits, slogans and patrols as an office would enter them, for tests to change."""

from datetime import date

from taizhang.ledgers.models import Attachment
from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import (
    Acceptance,
    Drawing,
    Patrol,
    Plan,
    SiteVisit,
    Slogan,
    SloganItem,
    Violation,
)
from taizhang.lines.housing.tests.records import made
from tests import cast

THIRD_ID = "430682196808083019"


def plan(number: str = "GH1", **changes: object) -> Record:
    values = {
        "place_id": cast.TOWN,
        "name": "黄盖镇总体规划（2015—2030年）",
        "kind": "town",
        "version": "2015年版",
        "covers": "全镇",
        "area": "60000",
        "from_year": 2015,
        "to_year": 2030,
        "approved_by": "临湘市人民政府",
        "approved_on": date(2015, 8, 3),
        "document_no": "临政函〔2015〕示例3号",
        "since": date(2015, 8, 10),
    }
    return made(Plan, number, values | changes)


def drawing(number: str = "TJ1", **changes: object) -> Record:
    values = {
        "place_id": cast.TOWN,
        "album": "湖南省村镇住宅图集示例",
        "drawing_no": "A-01",
        "storeys": 2,
        "footprint": "90.00",
        "floor_area": "168.20",
        "height": "7.20",
        "since": date(2015, 1, 1),
    }
    return made(Drawing, number, values | changes)


def visit(of: Record, number: str = "DC1", **changes: object) -> Record:
    values = {
        "approval": of,
        "kind": "siting",
        "on": date(2016, 11, 21),
        "people": "宋量土（国土所）；甄广平（广坪村）",
        "length": "12.00",
        "width": "10.00",
        "area": "120.00",
        "result": "sound",
    }
    return made(SiteVisit, number, values | changes)


def acceptance(of: Record, number: str = "YS1", **changes: object) -> Record:
    values = {
        "approval": of,
        "applied_on": date(2017, 9, 4),
        "inspected_on": date(2017, 9, 11),
        "homestead_area": "120.00",
        "footprint": "90.00",
        "floor_area": "168.20",
        "storeys": 2,
        "height": "7.20",
        "passed_on": date(2017, 9, 12),
    }
    return made(Acceptance, number, values | changes)


def slogan(number: str = "KH1", **changes: object) -> Record:
    values = {
        "place_id": cast.TOWN,
        "phrase": "三个严禁",
        "source": "示例办发〔2017〕1号",
        "is_sure": True,
        "since": date(2017, 5, 1),
    }
    return made(Slogan, number, values | changes)


def slogan_item(of: Record, number: str = "KH1-1", **changes: object) -> Record:
    values = {"place_id": cast.TOWN, "slogan": of, "ordinal": 1, "text": "示例要点"}
    return made(SloganItem, number, values | changes)


def patrol(number: str = "XC1", **changes: object) -> Record:
    values = {
        "place_id": cast.GUANGPING,
        "on": date(2018, 2, 6),
        "route": "一组至五组，沿渠道路",
        "people": "甄广平（广坪村）；宋量土（国土所）",
        "findings": 0,
    }
    return made(Patrol, number, values | changes)


def violation(number: str = "WJ1", **changes: object) -> Record:
    values = {
        "place_id": cast.GUANGPING,
        "found_on": date(2018, 2, 6),
        "location": "三组渠道东侧",
        "builder": "贾抢建",
        "id_number": THIRD_ID,
        "kind": "unapproved",
        "stage": "foundation",
        "land_owner": "collective",
        "land_class": "construction",
        "area": "96.50",
    }
    return made(Violation, number, values | changes)


def photographed(record: Record) -> Record:
    """With a photo on its page."""
    Attachment.objects.create(
        ledger=record.ledger_name(),
        record=record.pk,
        place=record.place_id,
        kind="photo",
        name="现场.jpg",
        sha256=f"{record.pk:064d}",
        size=1,
    )
    return record
