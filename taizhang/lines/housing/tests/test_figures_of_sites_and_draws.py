"""What is counted of a site's land, money and works, of dwellings to give out and lived in, and of draws."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.documents.papers import Paper
from taizhang.indicators.indicator import Declared
from taizhang.ledgers.registry import declarations, ledgers
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.documents import draws as papers
from taizhang.lines.housing.indicators import allocation as allocation_figures
from taizhang.lines.housing.indicators import draws, sites, works
from taizhang.lines.housing.models import (
    Contract,
    Deposit,
    Facility,
    Funding,
    Progress,
    SiteLand,
    drawing,
)
from taizhang.lines.housing.models.drawing import Opened
from taizhang.lines.housing.tests.draw_records import (
    COMMITTED,
    DRAWN,
    ID_NUMBERS,
    LISTED,
    OFFICER,
    entitlement,
    ready,
)
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
from taizhang.lines.housing.tests.test_indicators import told
from tests.home import REPOSITORY


@pytest.fixture
def place(office):
    return saved(site())


def of(model, number, place, **values):
    return saved(made(model, number, {"site": place, **values}))


IN, LATER = date(2018, 2, 1), date(2018, 4, 2)


def test_land_secured_is_neither_planned_nor_begun(place):
    saved(phase(place, area="40"))
    of(SiteLand, "YD1", place, source="linked", area="65", secured_on=IN)
    of(SiteLand, "YD2", place, source="new", area="5", secured_on=LATER)
    now = told()
    assert (now["planned_land"], now["secured_land"], now["phase_land"]) == (130, 65, 40)
    assert now["secured_share"] == 50


def test_only_facilities_that_are_finished_count(place):
    common = {"kind": "road", "amount": "600", "measure": "metre"}
    of(Facility, "PT1", place, name="路", cost="120000.50", completed_on=IN, **common)
    of(Facility, "PT2", place, name="灯", completed_on=IN, **common)
    of(Facility, "PT3", place, name="渠", cost="90000", **common)
    now = told()
    assert (now["facilities"], now["facility_cost"]) == (2, Decimal("120000.50"))


def test_money_promised_is_not_money_received(place):
    of(Funding, "ZJ1", place, source="award", amount="500000", received_on=IN)
    of(Funding, "ZJ2", place, source="award", amount="700000")
    company = {"contractor": "示例公司", "credit_code": "91430682MA4L2D3E4B", "scope": "土建"}
    of(Contract, "HT1", place, amount="800000", signed_on=IN, **company)
    now = told()
    assert (now["funding_received"], now["contracts"], now["contract_amount"]) == (
        500000,
        1,
        800000,
    )


def test_a_deposit_given_back_is_no_longer_held(place):
    common = {
        "householder": "赵甲子",
        "id_number": FIRST_ID,
        "amount": "20000",
        "receipt_no": "1",
        "kept_by": "监委会",
        "paid_on": date(2017, 12, 1),
    }
    of(Deposit, "DJ1", place, **common)
    of(Deposit, "DJ2", place, **common | {"settled_on": IN})
    assert told("2017Q4")["deposits_held"] == 40000
    assert told()["deposits_held"] == 20000


def test_a_building_that_is_topped_out_counts_once(place):
    begun = saved(phase(place))
    block = saved(building(begun))
    for number, values in {
        "JD1": {"building": block, "stage": "topped"},
        "JD2": {"building": block, "stage": "fitting"},
        "JD3": {"phase": begun, "stage": "topped"},
    }.items():
        of(Progress, number, place, reached_on=IN, **values)
    assert told()["buildings_topped"] == 1


def test_dwellings_to_give_out_and_dwellings_empty(place):
    block = saved(building(saved(phase(place))))
    flats = [saved(unit(block, f"GP01-{n}")) for n in range(5)]
    dates = [
        {},
        {"moved_in_on": date(2018, 3, 12)},
        {"moved_in_on": date(2018, 3, 12), "moved_out_on": date(2018, 3, 20)},
        {"withdrawn_on": date(2018, 3, 15), "method": "agreement", "basis": "协议1号"},
    ]
    for n, changes in enumerate(dates):
        saved(allocation(flats[n], f"FF{n}", id_number=ID_NUMBERS[n], **changes))
    now = told()
    assert (now["units"], now["households_allocated"], now["units_to_allocate"]) == (5, 3, 2)
    assert (now["households_moved_in"], now["households_living"], now["vacant_units"]) == (2, 1, 4)
    assert (now["allocated_by_draw"], now["allocated_by_agreement"]) == (3, 0)
    assert now["allocated_by_points"] == 0


def test_a_repeated_draw_is_counted_twice_and_its_households_once(office):
    lot = ready()
    saved(
        entitlement(
            lot.site,
            "ZG9",
            draw=lot,
            id_number=ID_NUMBERS[4],
            struck_on=LISTED,
            struck_reason="另有宅基地",
        )
    )
    kept = []
    drawing.publish_list(lot, LISTED, OFFICER)
    drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: kept.append(secret))
    drawing.run(lot, Opened(kept[0], "305162", "掷骰子", "钱丑", "李卯"), DRAWN, OFFICER)
    lot.refresh_from_db()
    again = drawing.repeat(lot, "CQ2", "公证人离场", date(2018, 3, 12), OFFICER)
    assert again.entitlements.count() == 3
    now = told()
    assert (now["draws_held"], now["draws_voided"]) == (1, 1)
    assert (now["households_entitled"], now["households_allocated"]) == (3, 0)
    assert now["units_to_allocate"] == 3


MODELS, TOPICS = "taizhang.lines.housing.models.", {"sites", "works", "allocation", "draws"}
HANDBOOK = REPOSITORY / "docs/lines/housing-sites-and-draws.md"


def test_the_handbook_names_every_ledger_rule_and_figure_of_sites_and_draws():
    text = HANDBOOK.read_text(encoding="utf-8")
    mine = {one for one in ledgers() if one.__module__.removeprefix(MODELS) in TOPICS}
    titles = {str(model._meta.verbose_name) for model in mine}
    titles |= {one.title for one in declarations("rules", Rule).values() if one.model in mine}
    for file in (sites, works, allocation_figures, draws):
        titles |= {one.title for one in vars(file).values() if isinstance(one, Declared)}
    titles |= {one.title for one in vars(papers).values() if isinstance(one, Paper)}
    assert {title for title in titles if title not in text} == set()
