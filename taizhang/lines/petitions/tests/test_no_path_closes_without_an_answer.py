"""However a petition goes, and whatever days are written into it, it is not closed without an answer."""

from datetime import date, timedelta

import pytest
from django.db import Error, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
from taizhang.ledgers.workflow import workflow
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    ANSWERED,
    CLOSED,
    SERVED,
    follow_up,
    petition,
    rows,
    saved,
)
from taizhang.people.models import Role

flow = workflow(Petition)
ANSWERS = {"served", "mediated", "withdrawn"}
ELSEWHERE = {"forwarded", "not_accepted", "guided_elsewhere", "merged"}
DATES = sorted({step.on for step in flow.steps} - {"registered_on"})
TEXTS = {
    "forwarded_to": "临湘市水务局", "not_accepted_reason": "已经终结", "guided_to": "人民法院", "route": "handling",
    "kind": "appeal", "handling_unit": "国土所", "withdrawn_how": "本人书面", "review_organ": "临湘市人民政府",
    "review_result": "upheld", "review_opinion": "维持原处理意见", "re_review_organ": "岳阳市人民政府",
    "re_review_result": "upheld", "re_review_opinion": "维持复查意见", "archive_no": "1", "informed_on": date(2018, 3, 1),
    "extension_reason": "要等核定", "extension_approved_by": "孙丙寅", "served_how": "hand",
}  # fmt: skip
WORDS = TEXTS | {
    key: ANSWERED[key] for key in ("request", "facts", "opinion", "legal_basis", "result")
}


def has_an_answer(one: Petition) -> bool:
    """Told without the product's own words for it."""
    answered = one.served_on or one.mediated_on or one.withdrawn_on
    elsewhere = one.forwarded_on or one.not_accepted_on or one.guided_on or one.merged_on
    return bool(answered or (elsewhere and not one.accepted_on))


def paths(state: str, been: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every way through the table from a state to 办结."""
    if state == "closed":
        return [been]
    return [
        way
        for step in flow.following(state)
        if step.state not in been
        for way in paths(step.state, (*been, step.state))
    ]


def test_every_path_through_the_table_that_closes_has_an_answer_on_it():
    ways = paths("registered", ("registered",))
    assert len(ways) > 20
    for way in ways:
        taken = set(way)
        assert taken & ANSWERS or (taken & ELSEWHERE and "accepted" not in taken), way


def test_the_states_are_those_of_the_regulations():
    assert {step.state for step in flow.steps} >= {
        "registered", "forwarded", "handed_over", "accepted", "not_accepted", "guided_elsewhere",
        "extended", "opinion_issued", "served", "closed", "archived", "mediated", "withdrawn", "merged",
    }  # fmt: skip


@pytest.mark.parametrize(
    "said", [{}, ACCEPTED, ANSWERED, {"guided_on": date(2018, 3, 2)} | ACCEPTED], ids=str
)
def test_the_database_itself_does_not_close_without_an_answer(office, said):
    one = saved(petition(**said))
    with pytest.raises(Error, match="petitions_closed_with_an_answer"), transaction.atomic():
        rows(
            "UPDATE petitions_petition SET closed_on = '2018-05-10' WHERE id = %s RETURNING id",
            one.pk,
        )


def test_what_is_served_may_be_closed(office):
    one = saved(petition(**SERVED))
    assert rows(
        "UPDATE petitions_petition SET closed_on = '2018-05-10' WHERE id = %s RETURNING 1", one.pk
    )


def test_the_refusal_says_what_to_do(office):
    with pytest.raises(Refusal, match=r"没有送达的处理意见.*不能办结；请先把答复送达"):
        save_record(petition(**ACCEPTED, closed_on=date(2018, 5, 10)))


def test_closing_is_no_step_of_a_case_under_way(office):
    one = saved(petition(**ACCEPTED))
    with pytest.raises(Refusal, match="现在不能办“办结”"):
        take_step(one, flow.step("closed"), date(2018, 5, 10), Role.OFFICE)


def test_an_extension_is_taken_by_a_head_only(office):
    one = saved(petition(**ACCEPTED))
    with pytest.raises(Refusal, match="由分管领导办理"):
        take_step(one, flow.step("extended"), date(2018, 4, 20), Role.OFFICE, "复杂")


def test_an_opinion_is_served_only_signed_and_sealed(office):
    one = saved(petition(**ANSWERED))
    with pytest.raises(Refusal, match="《信访处理意见书》扫描后附在这条记录上"):
        take_step(one, flow.step("served"), date(2018, 4, 3), Role.OFFICE)


def test_a_whole_case_breaks_no_rule(office):
    one = petition(**CLOSED, satisfaction="satisfied", rated_on=date(2018, 4, 21))
    assert {finding.rule for finding in save_record(one)} == {
        "受理的案件有负责领导",
        "办结前有跟进记录",
    }
    saved(follow_up(one))


@pytest.mark.parametrize(
    "days",
    [
        {"accepted_on": 1, "opinion_on": 30, "served_on": 31},
        {"forwarded_on": 5},
        {"handed_over_on": 2, "accepted_on": 4, "withdrawn_on": 9},
        {
            "accepted_on": 1,
            "opinion_on": 9,
            "served_on": 10,
            "review_asked_on": 20,
            "review_opinion_on": 40,
        },
    ],
    ids=str,
)
def test_a_way_that_ends_with_an_answer_is_kept(office, days):
    """Else the next test would prove nothing."""
    begun = date(2018, 3, 1)
    on = {name: begun + timedelta(days=after) for name, after in days.items()}
    save_record(petition(**WORDS, **on, closed_on=date(2018, 6, 11)))


@pytest.mark.usefixtures("office")
class AnyDays(TestCase):
    """Days written into any fields, as a workbook may bring them."""

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        chosen=st.dictionaries(st.sampled_from(DATES), st.integers(0, 90), max_size=7),
        closes=st.integers(1, 120),
    )
    def test_what_is_kept_as_closed_has_an_answer(self, chosen, closes):
        begun = date(2018, 3, 1)
        days = {name: begun + timedelta(days=after) for name, after in chosen.items()}
        one = petition(**WORDS, **days | {"closed_on": begun + timedelta(days=closes)})
        try:
            with transaction.atomic():
                save_record(one)
        except Refusal:
            return
        except IntegrityError:
            return
        assert has_an_answer(one), days
        assert flow.state(one).state in ("closed", "archived")
