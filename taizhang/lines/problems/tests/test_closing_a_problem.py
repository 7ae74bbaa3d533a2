"""Whatever officers do, in any order: nothing is struck off without evidence, or on the word of its owner.

A hypothesis state machine over the real desk actions, with its own idea of what may be.
"""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.lines.problems.models import Problem
from taizhang.lines.problems.tests.lists import LISTED, category, problem, saved
from taizhang.lines.problems.workflow import STRIKING_OFF
from taizhang.lines.problems.workflow import problem as flow
from taizhang.people.models import Role

PEOPLE = ["", "安分管", "文汇总"]
WORDS = ["", "到现场看过，有照片"]
days = st.integers(-5, 200).map(lambda n: LISTED + timedelta(days=n))
roles = st.sampled_from([Role.OFFICE, Role.STATION_OFFICER, Role.LINE_LEADER])


class Closing(RuleBasedStateMachine):
    """One problem in the hands of officers, careful and careless."""

    @initialize()
    def listed(self) -> None:
        self.number = saved(problem(CATEGORY[0], f"WT-{CATEGORY[1]()}")).pk

    @property
    def now(self):
        return Problem.objects.get(pk=self.number)

    def try_to(self, act) -> None:
        try:
            with transaction.atomic():
                act()
        except Refusal:
            pass

    @rule(verified_by=st.sampled_from(PEOPLE), evidence=st.sampled_from(WORDS))
    def fill_in(self, verified_by, evidence) -> None:
        now = self.now
        now.verified_by, now.evidence = verified_by, evidence
        self.try_to(lambda: save_record(now))

    @rule(name=st.sampled_from(["reported_on", "closed_on"]), day=st.none() | days)
    def type_a_date(self, name, day) -> None:
        now = self.now
        setattr(now, name, day)
        self.try_to(lambda: save_record(now))

    @rule()
    def attach_the_slip(self) -> None:
        scan = SimpleUploadedFile("销号单.pdf", b"%PDF-1.4 signed")
        attach(self.now, scan, "scan", paper=STRIKING_OFF)

    @rule(state=st.sampled_from(["reported", "closed"]), day=days, role=roles)
    def take_a_step(self, state, day, role) -> None:
        now = self.now
        self.try_to(lambda: take_step(now, flow.step(state), day, role, note="已整改"))

    @invariant()
    def what_is_closed_was_seen_by_another(self) -> None:
        if not hasattr(self, "number"):
            return
        now = self.now
        if now.closed_on:
            assert now.evidence
            assert now.verified_by not in ("", now.owner)
            assert now.reported_on
            assert LISTED <= now.reported_on <= now.closed_on


CATEGORY: list = []


def test_no_path_closes_a_problem_without_evidence_or_by_its_owner(office):
    numbers = iter(range(1, 100_000))
    CATEGORY[:] = [saved(category()), lambda: next(numbers)]
    run(
        Closing,
        settings=settings(
            max_examples=15,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_careful_way_closes_it(office):
    made = saved(problem(saved(category()), verified_by="文汇总", evidence="到现场看过，有照片"))
    take_step(made, flow.step("reported"), date(2018, 2, 20), Role.STATION_OFFICER, note="修通了")
    attach(made, SimpleUploadedFile("单.pdf", b"%PDF-1.4 signed"), "scan", paper=STRIKING_OFF)
    take_step(made, flow.step("closed"), date(2018, 2, 26), Role.OFFICE, note="看过了")
    assert Problem.objects.get().closed_on == date(2018, 2, 26)
