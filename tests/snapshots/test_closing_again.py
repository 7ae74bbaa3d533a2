"""A period closed again is a new number; what changed behind the cut-off is told, entry by entry."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.snapshots.adjustments import adjustments, baseline
from taizhang.snapshots.closing import close
from taizhang.snapshots.models import Closing
from taizhang.snapshots.store import open_snapshot, snapshots
from tests.snapshots.towns import demolished, house

TODAY = date(2018, 9, 30)
CUTOFF = date(2018, 3, 26)
FLOOR, DEMOLISHED = "hollow_houses.floor_area", "hollow_houses.demolished"


@pytest.fixture
def first(town):
    """Two houses demolished, and the quarter closed."""
    for number, day in (("KX-1", date(2018, 2, 1)), ("KX-2", date(2018, 3, 5))):
        demolished(town.villages[0], number, day).save()
    return close("2018Q1", today=TODAY, cutoff=CUTOFF)


def again(first):
    new = close("2018Q1", today=TODAY, cutoff=first.cutoff)
    return adjustments(baseline(new), new)


def of(found, indicator):
    return [one for one in found.entries if one.indicator == indicator]


def moves(found, indicator, place, show="flow"):
    return [
        (one.old, one.new)
        for one in found.moved
        if (one.indicator, one.place, one.show) == (indicator, place, show)
    ]


def test_numbers_go_up_and_each_names_what_it_replaces_and_what_came_before(town, first):
    second = close("2018Q1", today=TODAY, cutoff=CUTOFF)
    third = close("2018Q2", today=TODAY)
    assert (first.number, first.previous, first.replaces) == (1, None, "")
    assert (second.number, second.previous.digest, second.replaces) == (2, *[first.digest] * 2)
    assert (third.number, third.previous.digest, third.replaces) == (1, second.digest, "")
    assert [one.digest for one in snapshots(town.code)] == [
        first.digest,
        second.digest,
        third.digest,
    ]
    assert open_snapshot(town.code, "2018Q1").number == 2
    assert open_snapshot(town.code, "2018Q1", 1).digest == first.digest
    rows = Closing.objects.filter(place=town.code).values_list("digest", "previous", "replaces")
    assert list(rows) == [
        (first.digest, "", ""),
        (second.digest, first.digest, first.digest),
        (third.digest, second.digest, ""),
    ]


def test_the_first_closing_has_nothing_to_be_compared_with(first):
    assert baseline(first) is None


def test_nothing_changed_means_no_adjustments(first):
    found = again(first)
    assert found.total == 0
    assert found.entries == found.moved == found.redefined == ()


def test_a_late_record_is_new_and_moves_the_figures_of_its_village_and_of_the_town(town, first):
    demolished(town.villages[1], "KX-3", date(2018, 3, 20), floor_area=Decimal("80.5")).save()
    found = again(first)
    assert (found.counts["gone"], found.counts["changed"]) == (0, 0)
    (late,) = of(found, FLOOR)
    assert (late.kind, late.old, late.ledger) == ("new", None, "hollow_houses.hollow_house")
    assert (late.new.place, late.new.day, late.new.amount) == (
        town.villages[1],
        date(2018, 3, 20),
        Decimal("80.5"),
    )
    assert moves(found, DEMOLISHED, town.code) == [(2, 3)]
    assert moves(found, DEMOLISHED, town.villages[1]) == [(None, 1)]
    assert moves(found, DEMOLISHED, town.villages[0]) == []
    assert moves(found, DEMOLISHED, town.code, "stock") == [(2, 3)]


def test_a_record_of_after_the_cutoff_is_no_adjustment(town, first):
    day = date(2018, 3, 27)
    house(town.villages[1], "KX-3", day, agreement_on=day, demolished_on=day).save()
    assert again(first).total == 0


def test_a_changed_record_is_one_changed_entry_an_indicator(town, first):
    one = demolished(town.villages[0], "KX-9", date(2018, 1, 5))
    one.save()
    second = close("2018Q1", today=TODAY, cutoff=CUTOFF)
    one.floor_area = Decimal("120.00")
    one.place_id = town.villages[2]
    one.save()
    found = again(second)
    assert (found.counts["new"], found.counts["gone"]) == (0, 0)
    (changed,) = of(found, FLOOR)
    assert (changed.old.amount, changed.new.amount) == (Decimal("118.4"), Decimal(120))
    assert (changed.old.place, changed.new.place) == (town.villages[0], town.villages[2])
    assert moves(found, DEMOLISHED, town.code) == []
    assert moves(found, DEMOLISHED, town.villages[0]) == [(3, 2)]
    assert moves(found, FLOOR, town.code) == [(Decimal("355.2"), Decimal("356.8"))]


def test_a_withdrawn_event_is_gone(town, first):
    one = demolished(town.villages[0], "KX-9", date(2018, 1, 5))
    one.save()
    second = close("2018Q1", today=TODAY, cutoff=CUTOFF)
    one.demolished_on = None
    one.save()
    (gone,) = of(again(second), DEMOLISHED)
    assert (gone.kind, gone.new, gone.old.day) == ("gone", None, date(2018, 1, 5))


def test_the_next_period_tells_what_changed_in_the_one_before(town, first):
    demolished(town.villages[0], "KX-3", date(2018, 3, 20)).save()
    demolished(town.villages[0], "KX-4", date(2018, 4, 2)).save()
    second = close("2018Q2", today=TODAY)
    found = adjustments(baseline(second), second)
    assert found.until == CUTOFF
    assert len(of(found, DEMOLISHED)) == 1
    assert moves(found, DEMOLISHED, town.code) == [(2, 3)], "of the first quarter, not the second"


def test_a_cutoff_put_right_is_compared_up_to_the_earlier_day(town, first):
    early = close("2018Q1", today=TODAY, cutoff=date(2018, 2, 28))
    found = adjustments(baseline(early), early)
    assert found.until == date(2018, 2, 28)
    assert found.total == 0


def test_a_long_list_is_cut_but_counted(town, first):
    for number in range(3, 9):
        demolished(town.villages[1], f"KX-{number}", date(2018, 3, 20)).save()
    new = close("2018Q1", today=TODAY, cutoff=CUTOFF)
    found = adjustments(first, new, listed=4)
    assert len(found.entries) == 4
    assert found.counts["new"] == len(adjustments(first, new).entries) > 4
