"""What is counted of petitions: 件, 批次 and 人次 apart, shares by due day, and nothing by person."""

from datetime import date

import pytest

from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.indicator import definitions, indicators
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.registry import ledgers
from taizhang.lines.petitions.models import Mediation
from taizhang.lines.petitions.tests.cases_of_rules import AGREED, FORWARDED, TOLD
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    SERVED,
    follow_up,
    petition,
    saved,
)
from tests import cast

JUNE = date(2018, 6, 30)


def counted(cutoff=JUNE, period="2018H1", by=None):
    source = LiveSource(cast.TOWN, cutoff)
    found = figures(source, Period.parse(period), by=by)
    return {
        (one.indicator.removeprefix("petitions."), one.key)
        if by
        else one.indicator.removeprefix("petitions."): one.value
        for one in found
        if one.indicator.startswith("petitions.")
    }


@pytest.fixture
def town(office):
    """Six petitions, of which one is a repeat, one a group visit, one anonymous."""
    save_record(
        petition("XF1", people=3, **SERVED, satisfaction="satisfied", rated_on=date(2018, 4, 4))
    )
    save_record(petition("XF2", received_on=date(2018, 3, 9)))  # the same again
    save_record(
        petition(
            "XF3",
            petitioner_name="钱乙丑",
            people=7,
            representatives=3,
            problem_place_id=cast.HEXING,
        )
    )
    save_record(petition("XF4", petitioner_name="孙丙寅", channel="letter", **FORWARDED | TOLD))
    save_record(petition("XF5", anonymous=True, channel="letter", matter="路灯"))
    save_record(
        petition(
            "XF6",
            petitioner_name="李丁卯",
            channel="web",
            **ACCEPTED | {"informed_on": date(2018, 3, 20)},
        )
    )


def test_letters_are_counted_in_pieces_visits_in_batches_and_heads(town):
    told = counted()
    assert (told["received"], told["letters"], told["web"]) == (6, 2, 1)
    assert (told["visits"], told["visitors"]) == (3, 11)
    assert (told["group_visits"], told["group_visitors"]) == (1, 7)


def test_first_and_repeated_add_up(town):
    told = counted()
    assert (told["first"], told["repeated"], told["anonymous"]) == (5, 1, 1)
    assert told["first"] + told["repeated"] == told["received"]


def test_who_was_told_late_or_not_at_all_stays_in_the_denominator(town):
    told = counted()
    # XF1 and XF4 in time, XF6 late, XF2 and XF3 not at all; the anonymous one cannot be told.
    assert (told["to_inform"], told["informed_in_time"]) == (5, 2)
    assert told["inform_share"] == 40


def test_what_is_not_due_yet_is_in_neither(town):
    told = counted(cutoff=date(2018, 3, 10), period="2018H1")
    assert (told["to_inform"], told["to_answer"]) == (0, 0)
    assert told["inform_share"] is None


def test_open_cases_past_their_deadline_make_the_share_fall(town):
    told = counted()
    assert (told["to_answer"], told["answered_in_time"], told["answer_share"]) == (2, 1, 50)


def test_what_is_under_way_is_what_came_less_what_ended(town):
    assert counted()["under_way"] == 2
    assert (counted()["accepted"], counted()["closed"]) == (2, 0)


def test_an_agreement_in_time_is_an_answer(office):
    one = saved(petition(**ACCEPTED))
    saved(Mediation(number="TJ1", place_id=cast.TOWN, petition=one, **AGREED))
    one.mediated_on = date(2018, 3, 20)
    save_record(one, "调解")
    told = counted()
    assert (told["answered_in_time"], told["mediations"]) == (1, 1)


def test_one_who_comes_again_was_not_settled_at_the_first_try(office):
    closed = {"carried_out_on": date(2018, 4, 20), "closed_on": date(2018, 5, 10)}
    save_record(petition("XF1", **SERVED | closed))
    assert (counted()["settled_once"], counted()["settled_share"]) == (1, 100)
    save_record(petition("XF2", received_on=date(2018, 6, 4)))
    assert (counted()["first_closed"], counted()["settled_once"], counted()["settled_share"]) == (
        1,
        0,
        0,
    )


def test_satisfaction_is_of_those_who_said_something(town):
    assert (counted()["rated"], counted()["satisfied"], counted()["satisfaction_share"]) == (
        1,
        1,
        100,
    )


def test_counts_go_by_the_place_of_the_problem_in_the_order_of_codes(town):
    """Whoever mends it must know where; there is no order by number anywhere (P6)."""
    found = figures(
        LiveSource(cast.TOWN, JUNE),
        Period.parse("2018H1"),
        by="place",
        names=("petitions.received",),
    )
    places = {one.key: one.value for one in found if one.value}
    assert places == {cast.GUANGPING: 5, cast.HEXING: 1}


def test_by_class_each_is_in_one(town):
    assert counted(by="item")[("by_class", "农村农业")] == 6


def test_a_follow_up_counts_at_the_place_of_the_problem(town):
    case = saved(
        petition("XF7", petitioner_name="周戊辰", problem_place_id=cast.HEXING, matter="路")
    )
    saved(follow_up(case))
    assert counted(by="place")[("follow_ups", cast.HEXING)] == 1


def test_no_figure_is_broken_down_by_a_person():
    """P9: the fields that name somebody are no item of anything."""
    named = {
        "petitioner_name",
        "leader_name",
        "handler",
        "registered_by",
        "accused",
        "leader",
        "name",
        "done_by",
    }
    for name, one in indicators().items():
        if name.startswith("petitions."):
            assert not {maker.item for maker in one.makers()} & named, name


@pytest.mark.parametrize(
    "word", ["进京", "赴省", "越级", "零上访", "无上访", "特护", "稳控", "排名", "非访", "缠访"]
)
def test_no_ledger_field_choice_or_figure_knows_the_words_of_what_is_refused(word):
    """P1, P2, P6, P9, P10: there is nowhere to write it down."""
    told = [
        one.title + one.definition
        for name, one in definitions().items()
        if name.startswith("petitions.")
    ]
    for model in ledgers():
        if model._meta.app_label == "petitions":
            told.append(str(model._meta.verbose_name))
            for field in model._meta.concrete_fields:
                told.append(
                    f"{field.verbose_name}{field.help_text}{[title for _, title in field.flatchoices]}"
                )
    assert not [text for text in told if word in text]


def test_no_ledger_of_this_line_points_at_a_benefit_nor_the_other_way_round():
    """P3: the only references out of the line are to places."""
    for model in ledgers():
        for field in model._meta.concrete_fields:
            other = field.related_model._meta.app_label if field.is_relation else ""
            here = model._meta.app_label
            assert "petitions" not in (here, other) or (
                other in ("", "people", "petitions") and here == "petitions"
            )
