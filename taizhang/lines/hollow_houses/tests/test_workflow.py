"""A hollow house goes its way in order: surveyed, agreed on, taken down, measured again."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
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


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        ({"demolished_on": DEMOLISHED}, "拆除之前要有签协议"),
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
