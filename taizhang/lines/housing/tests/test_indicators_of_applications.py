"""Applied, accepted, approved, built, inspected and registered are different figures, each by its own day."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.lines.housing.tests.applications import (
    HEAD,
    SON,
    acceptance,
    application,
    homestead,
    household,
    member,
    on_state_land,
    person,
    undecided,
)
from taizhang.lines.housing.tests.records import SECOND_ID, saved
from tests import cast

FARMLAND = {"land_class": "cultivated", "homestead_area": "120.00", "id_number": person(21)}
DONE = {"old_house": "done", "old_house_on": date(2021, 11, 2)}


def told(period: str, cutoff: date = date(2021, 12, 31)) -> dict[str, Decimal | None]:
    found = figures(LiveSource(cast.TOWN, cutoff), Period.parse(period))
    return {one.indicator.removeprefix("housing."): one.value for one in found}


@pytest.fixture
def year(office):
    """2021: two houses built, one of them accepted; one on state land; one refused, one withdrawn, one waiting."""
    built = saved(application("JF1", registered_on=date(2021, 12, 1)))
    saved(application("JF2", **FARMLAND, completed_on=None))
    saved(on_state_land("JF3", id_number=person(23), delivered_on=date(2021, 4, 12)))
    saved(undecided("JF4", refused_on=date(2021, 4, 6), refusal_reason="占基本农田"))
    saved(undecided("JF5", withdrawn_on=date(2021, 3, 29)))
    saved(undecided("JF6"))
    saved(acceptance(built, "YS1", passed_on=None, failed_on=date(2021, 10, 30)))
    saved(acceptance(built, "YS2", **DONE))


def test_each_step_of_an_application_is_counted_by_its_own_day(year):
    first, second = told("2021Q1"), told("2021Q2")
    assert (first["applications"], first["applications_accepted"]) == (6, 6)
    assert (first["withdrawals"], second["withdrawals"]) == (1, 0)
    assert (second["approvals"], second["refusals"]) == (3, 1)
    assert (second["houses_started"], second["certificates_delivered"]) == (3, 2)
    assert told("2021Q4")["houses_completed"] == 2


def test_what_is_accepted_and_not_decided_is_open(year):
    assert told("2021Q1", date(2021, 3, 28))["open_applications"] == 6
    assert told("2021Q1")["open_applications"] == 5
    assert told("2021Q2")["open_applications"] == 1


def test_farmland_is_part_of_the_land_approved(year):
    second = told("2021Q2")
    assert (second["approved_land"], second["approved_farmland"]) == (420, 120)


def test_only_a_passed_inspection_counts_as_accepted(year):
    last = told("2021Q4")
    assert (last["houses_accepted"], last["old_houses_gone"], last["titles_registered"]) == (
        1,
        1,
        1,
    )


def test_households_and_their_people_are_counted_while_they_belong(office):
    own = saved(household())
    saved(household("NH2", id_number=SECOND_ID, until=date(2021, 6, 30)))
    saved(member(own))
    left = {"id_number": SON, "relation": "son", "until": date(2021, 4, 1)}
    saved(member(own, "NH1-2", **left))
    assert (told("2021Q1")["households"], told("2021Q1")["household_members"]) == (2, 2)
    assert (told("2021Q2")["households"], told("2021Q2")["household_members"]) == (1, 1)


def test_a_homestead_given_back_is_counted_once_and_no_longer_in_use(office):
    own = saved(household(id_number=HEAD))
    back = {"ended_on": date(2021, 12, 1), "ended_how": "returned", "consent_no": "退协1号"}
    saved(homestead(own, "ZJ1", **back))
    saved(homestead(own, "ZJ2", ended_on=date(2021, 12, 1), ended_how="sold"))
    saved(homestead(own, "ZJ3", obtained_on=date(2021, 4, 6)))
    third, last = told("2021Q3"), told("2021Q4")
    assert (third["homesteads"], last["homesteads"]) == (3, 1)
    assert (last["homesteads_returned"], last["homestead_land_returned"]) == (1, 150)
