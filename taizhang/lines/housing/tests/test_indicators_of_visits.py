"""Visits due and made, patrols, and illegal buildings from the day they are found until they are closed."""

from datetime import date
from decimal import Decimal

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.indicator import definitions
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.models import Standard
from taizhang.lines.housing.tests.records import SECOND_ID, approval, saved
from taizhang.lines.housing.tests.visit_records import patrol, violation, visit
from tests import cast


def told(period: str) -> dict[str, Decimal | None]:
    """The figures of this line by their short names."""
    span = Period.parse(period)
    return {
        figure.indicator.removeprefix("housing."): figure.value
        for figure in figures(LiveSource(cast.TOWN, span.last), span)
        if figure.indicator.startswith("housing.")
    }


def begin(day: date = date(2016, 11, 1)) -> None:
    """The first visit that the office registers, of a house on state land."""
    case = saved(approval("JF99", id_number=SECOND_ID, land_owner="state", applied_on=day))
    saved(visit(case, "DC99", on=day))


def test_a_visit_is_due_from_its_day_and_missing_until_it_is_made(office):
    begin()
    case = saved(approval(accepted_on=date(2016, 11, 18), approved_on=date(2016, 12, 9)))
    saved(visit(case, on=date(2016, 11, 21)))
    saved(visit(case, "DC2", kind="setting_out", on=date(2017, 1, 6)))
    then, now = told("2016"), told("2017")
    assert (then["visits_due"], then["site_visits"], then["visits_missing"]) == (2, 2, 1)
    assert (now["visits_due"], now["site_visits"], now["visits_missing"]) == (0, 1, 0)


def test_a_visit_made_again_counts_as_a_visit_and_makes_up_for_nothing(office):
    begin()
    case = saved(approval(approved_on=None, authority=""))
    saved(visit(case, on=date(2016, 11, 21), is_repeat=True))
    figures = told("2016")
    assert (figures["site_visits"], figures["visits_missing"]) == (2, 1)


def test_what_was_decided_before_visits_were_registered_owes_none(office):
    saved(approval("JF1", accepted_on=date(2016, 11, 15)))
    saved(approval("JF2", accepted_on=date(2016, 11, 16), approved_on=None, authority=""))
    begin(date(2016, 11, 16))
    assert told("2016")["visits_due"] == 2  # the second's siting, and the first's setting out


def test_what_was_refused_withdrawn_or_is_state_land_owes_no_visit(office):
    begin()
    open_case = {"approved_on": None, "authority": ""}
    saved(approval("JF1", **open_case, refused_on=date(2016, 12, 9)))
    saved(approval("JF2", **open_case, withdrawn_on=date(2016, 12, 9), id_number=SECOND_ID))
    state = saved(approval("JF3", land_owner="state"))
    saved(visit(state))
    figures = told("2016")
    assert (figures["visits_due"], figures["visits_missing"]) == (0, 0)


def test_a_list_of_six_owes_more_from_its_day_on(office):
    begin()
    for turn, day in enumerate((date(2017, 8, 31), date(2017, 9, 1))):
        saved(approval(f"JF{turn}", started_on=day, place_id=cast.GUANGPING))
    Standard.objects.create(
        name="housing.visit_trench",
        title="到场环节：基槽",
        value="1",
        since=date(2017, 9, 1),
        document="临建发〔2017〕示例6号",
    )
    assert told("2017")["visits_due"] == 1


def test_a_patrol_that_found_nothing_is_a_patrol(office):
    saved(patrol("XC1"))
    saved(patrol("XC2", on=date(2018, 2, 13)))
    figures = told("2018Q1")
    assert (figures["patrols"], figures["violations_found"]) == (2, None)


def test_illegal_buildings_are_counted_by_what_happened_to_them(office):
    stopped = {"stopped_on": date(2018, 2, 7), "stop_order_no": "停1"}
    handed = {"handed_to": "land", "handed_over_on": date(2018, 2, 9)}
    removed = {"result": "removed", "removed_area": "88.00", "closed_on": date(2018, 3, 12)}
    saved(violation("WJ1", **stopped, **handed, **removed))
    saved(violation("WJ2", **stopped, result="mended", closed_on=date(2018, 4, 2)))
    saved(violation("WJ3", found_on=date(2018, 3, 30)))
    now, later = told("2018Q1"), told("2018Q2")
    assert (now["violations_found"], now["violation_land"]) == (3, Decimal("289.50"))
    assert (now["violations_stopped"], now["violations_handed_over"]) == (2, 1)
    assert (now["violations_removed"], now["removed_floor_area"]) == (1, 88)
    assert (now["violations_open"], later["violations_open"]) == (2, 1)
    assert (later["violations_removed"], later["removed_floor_area"]) == (0, 0)


def test_the_definition_reads_the_same_in_every_process():
    declared = definitions()["housing.visits_missing"].declared
    assert "standard('housing.visit_siting', on='accepted_on')" in declared
    assert " at 0x" not in declared
