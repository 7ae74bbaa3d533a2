"""What the makers turn records into: a day, a place, a signed amount; in PostgreSQL, through the ORM."""

from collections import Counter
from datetime import date
from decimal import Decimal

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.journal import columns, dated
from taizhang.indicators.makers import during, each, while_in
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.housing.models import Approval
from tests import cast
from tests.snapshots.towns import house

ARRIVED, LEFT = date(2018, 2, 1), date(2018, 3, 10)


def journal(indicator):
    """Every entry as (place, day, amount), in order."""
    rows = [
        row
        for leg, sign in indicator.legs()
        for row in columns(dated("t.test", leg, sign, date(2018, 12, 31), cast.TOWN))
    ]
    return sorted((place, day, amount) for _, place, day, amount, *_ in rows)


def stock(rows, day):
    """What stands where at the end of a day."""
    held = Counter()
    for place, on, amount in rows:
        held[place] += amount if on <= day else 0
    return {place: amount for place, amount in held.items() if amount}


def test_a_household_that_moves_leaves_one_village_the_day_it_arrives_in_the_other(office):
    house(cast.GUANGPING, "H-1", ARRIVED, agreement_on=ARRIVED, demolished_on=LEFT).save()
    house(cast.HEXING, "H-2", LEFT).save()
    living = Indicator(
        "在册", "户", counts=[during(HollowHouse, since="surveyed_on", until="demolished_on")]
    )
    rows = journal(living)
    assert rows == [
        (cast.GUANGPING, ARRIVED, 1),
        (cast.GUANGPING, LEFT, -1),
        (cast.HEXING, LEFT, 1),
    ]
    assert stock(rows, date(2018, 1, 31)) == {}
    assert stock(rows, date(2018, 3, 9)) == {cast.GUANGPING: 1}
    assert stock(rows, LEFT) == {cast.HEXING: 1}
    assert sum(amount for _, _, amount in rows) == 1, "the town keeps one household throughout"


def test_less_turns_the_sign(office):
    house(cast.GUANGPING, "H-1", ARRIVED, agreement_on=ARRIVED, demolished_on=LEFT).save()
    left = Indicator(
        "未拆面积",
        "㎡",
        counts=[each(HollowHouse, on="surveyed_on", amount="floor_area")],
        less=[each(HollowHouse, on="demolished_on", amount="floor_area")],
    )
    assert journal(left) == [
        (cast.GUANGPING, ARRIVED, Decimal("118.4000")),
        (cast.GUANGPING, LEFT, Decimal("-118.4000")),
    ]


def test_a_record_without_its_day_or_its_amount_has_no_entry_yet(office):
    house(cast.GUANGPING, "H-1", ARRIVED, resurveyed_area=Decimal(5)).save()
    house(cast.GUANGPING, "H-2", ARRIVED, resurveyed_on=LEFT).save()
    measured = each(HollowHouse, on="resurveyed_on", amount="resurveyed_area")
    assert journal(Indicator("复测", "㎡", counts=[measured])) == []


def approval(number, **dates):
    fields = {
        "householder": "贾建房",
        "id_number": "430682197001010014",
        "kind": "scattered",
        "land_owner": "collective",
        "land_class": "construction",
        "homestead_area": 100,
        "footprint": 80,
        "floor_area": 120,
        "storeys": 2,
        "applied_on": ARRIVED,
    }
    Approval.objects.create(place_id=cast.GUANGPING, number=number, **(fields | dates))


def test_a_state_is_entered_and_left_for_whichever_comes_first(office):
    approval("A-1", accepted_on=date(2018, 2, 5))
    approval("A-2", accepted_on=date(2018, 2, 6), approved_on=date(2018, 2, 20))
    approval("A-3", accepted_on=date(2018, 2, 7), refused_on=date(2018, 2, 21))
    waiting = Indicator("在办", "件", counts=[while_in(Approval, state="accepted")])
    assert [(day.day, amount) for _, day, amount in journal(waiting)] == [
        (5, 1),
        (6, 1),
        (7, 1),
        (20, -1),
        (21, -1),
    ]


def test_what_never_began_does_not_end(office):
    house(cast.GUANGPING, "H-1", ARRIVED, demolished_on=LEFT).save()
    approval("A-1", approved_on=LEFT)
    agreed = during(HollowHouse, since="agreement_on", until="demolished_on")
    waiting = while_in(Approval, state="accepted")
    for maker in (agreed, waiting):
        assert journal(Indicator("在办", "件", counts=[maker])) == []
