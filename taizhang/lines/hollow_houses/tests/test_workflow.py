"""A hollow house goes its way in order: surveyed, agreed on, taken down, measured again."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as some

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.hollow_houses.workflow import hollow_house
from taizhang.people.models import Role
from tests.rule_cases import broken

SURVEYED, AGREED, DEMOLISHED, MEASURED = (
    date(2017, 10, 9),
    date(2018, 1, 10),
    date(2018, 3, 5),
    date(2018, 3, 9),
)
POSTED, PAID, EMPTY, USED = (
    date(2017, 11, 1),
    date(2018, 1, 30),
    date(2018, 2, 20),
    date(2018, 4, 2),
)
WHOLE_WAY = {
    "notice_from": POSTED,
    "agreement_on": AGREED,
    "paid_on": PAID,
    "handed_over_on": EMPTY,
    "demolished_on": DEMOLISHED,
    "resurveyed_on": MEASURED,
    "reclaimed_on": USED,
}
STATES = ["surveyed", "posted", "agreed", "paid", "handed_over", "demolished", "resurveyed"]
STATES.append("reclaimed")


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({}, "surveyed"),
        ({"agreement_on": AGREED}, "agreed"),
        ({"agreement_on": AGREED, "demolished_on": DEMOLISHED}, "demolished"),
        (
            {"agreement_on": AGREED, "demolished_on": DEMOLISHED, "resurveyed_on": MEASURED},
            "resurveyed",
        ),
    ],
)
def test_the_state_follows_from_the_dates(dates, state):
    assert hollow_house.state(house(**dates)).state == state


def test_each_step_of_the_whole_way_leads_to_the_next():
    dates = {}
    assert hollow_house.state(house()).state == STATES[0]
    for state, (field, day) in zip(STATES[1:], WHOLE_WAY.items(), strict=True):
        now = hollow_house.state(house(**dates))
        assert state in [step.state for step in hollow_house.following(now.state)]
        dates[field] = day
        assert hollow_house.state(house(**dates)).state == state


OPTIONAL = ["notice_from", "paid_on", "handed_over_on", "resurveyed_on", "reclaimed_on"]


@pytest.mark.parametrize("left_out", [*OPTIONAL, OPTIONAL])
def test_what_offices_did_not_write_down_then_may_stay_empty(office, left_out):
    left_out = [left_out] if isinstance(left_out, str) else left_out
    kept = {field: day for field, day in WHOLE_WAY.items() if field not in left_out}
    measured = {"resurveyed_area": "630.00"} if "resurveyed_on" in kept else {}
    paid = {"paid_amount": "9000", "voucher_no": "PZ-1"} if "paid_on" in kept else {}
    record = house(agreement_no="XY-1", reclaim_type="farmland", **kept, **measured, **paid)
    assert broken(record) == {}


@given(some.lists(some.dates(date(2017, 11, 1), date(2020, 1, 1)), min_size=7, max_size=7))
def test_the_state_is_the_last_of_the_table_whatever_the_days(days):
    dates = dict(zip(WHOLE_WAY, days, strict=True))
    assert hollow_house.state(house(**dates)).state == "reclaimed"


@pytest.mark.parametrize("paid", [date(2018, 3, 20), None])
def test_compensation_paid_late_does_not_move_a_house_back(office, paid):
    dates = {"agreement_on": AGREED, "demolished_on": DEMOLISHED, "paid_on": paid}
    record = house(agreement_no="XY-1", paid_amount=paid and "9000", voucher_no="PZ", **dates)
    assert hollow_house.state(record).state == "demolished"
    assert broken(record) == ({"补偿付清后再拆": "ask"} if paid else {})


def test_the_agreement_is_signed_on_paper(acting):
    acting("clerk")
    record = house(agreement_no="XY-1")
    save_record(record)
    agreed = hollow_house.step("agreed")
    with pytest.raises(Refusal, match="签字盖章的《拆除退出协议》扫描后附在这条记录上"):
        take_step(record, agreed, AGREED, Role.VILLAGE_CLERK)
    scan = SimpleUploadedFile("协议.pdf", b"%PDF-1.4 signed")
    attach(record, scan, "scan", paper="拆除退出协议")
    take_step(record, agreed, AGREED, Role.VILLAGE_CLERK)
    assert hollow_house.state(record).state == "agreed"


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        ({"demolished_on": DEMOLISHED}, "拆除之前要有签协议或腾空交房"),
        ({"paid_on": PAID, "paid_amount": "9000"}, "付清补偿之前要有签协议"),
        ({"handed_over_on": EMPTY}, "腾空交房之前要有签协议或付清补偿"),
        (
            {"handed_over_on": EMPTY, "demolished_on": DEMOLISHED},
            "腾空交房之前要有签协议或付清补偿",
        ),
        ({"agreement_on": POSTED, "notice_from": AGREED}, "签协议不早于公示摸底结果"),
        (
            {"agreement_on": AGREED, "handed_over_on": MEASURED, "demolished_on": DEMOLISHED},
            "拆除不早于腾空交房",
        ),
        ({"reclaimed_on": USED, "reclaim_type": "green"}, "恢复利用之前要有拆除或复测"),
        ({"agreement_on": DEMOLISHED, "demolished_on": AGREED}, "拆除不早于签协议"),
        ({"agreement_on": date(2017, 10, 8)}, "签协议不早于摸底"),
        ({"resurveyed_on": MEASURED, "resurveyed_area": "630.00"}, "复测之前要有拆除"),
        (
            {"agreement_on": AGREED, "demolished_on": MEASURED, "resurveyed_on": DEMOLISHED},
            "复测不早于拆除",
        ),
    ],
)
def test_dates_out_of_order_bar_the_record(office, dates, title):
    assert broken(house(**dates))[title] == "error"


def test_a_demolition_before_its_agreement_is_refused_with_the_law(acting):
    acting("clerk")
    early = house(agreement_no="XY-1", agreement_on=DEMOLISHED, demolished_on=AGREED)
    with pytest.raises(
        Refusal, match=r"拆除日期 2018-01-10 早于签协议日期 2018-03-05.*实施条例第36条"
    ):
        save_record(early)


def test_only_the_station_measures_again(acting):
    acting("clerk")
    record = house(agreement_no="XY-1", agreement_on=AGREED, demolished_on=DEMOLISHED)
    save_record(record)
    with pytest.raises(Refusal, match="站所干部"):
        take_step(record, hollow_house.step("resurveyed"), MEASURED, Role.VILLAGE_CLERK)
