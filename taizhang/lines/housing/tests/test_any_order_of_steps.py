"""Officers in any order, careful and careless, on any day: what gets saved never breaks what the law bars.

A hypothesis state machine over the real desk actions. Its own idea of the order is written out below, apart from the
product's table, so that a mistake in the table shows.
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
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import broken_rules
from taizhang.ledgers.workflow import Step, workflow
from taizhang.lines.housing.models import Acceptance, Approval
from taizhang.lines.housing.tests.applications import (
    acceptance,
    homestead,
    household,
    member,
    undecided,
)
from taizhang.lines.housing.tests.records import saved
from taizhang.lines.housing.workflow.approvals import approval as flow

TOWNSHIPS_DECIDE = date(2020, 1, 1)
VILLAGE = ("discussed_on", "noticed_on", "village_reviewed_on")
# Before each date there is one of these dates, on that day or earlier.
BEFORE = {
    "discussed_on": ("applied_on",),
    "noticed_on": ("discussed_on",),
    "village_reviewed_on": ("noticed_on",),
    "received_on": ("applied_on",),
    "correction_asked_on": ("received_on",),
    "corrected_on": ("correction_asked_on",),
    "accepted_on": ("applied_on",),
    "approved_on": ("accepted_on",),
    "refused_on": ("accepted_on",),
    "withdrawn_on": ("applied_on",),
    "delivered_on": ("approved_on",),
    "set_out_on": ("approved_on",),
    "started_on": ("approved_on",),
    "completed_on": ("started_on",),
    "registered_on": ("completed_on",),
}
# On collective land since 2020 all of these come before.
WHOLE_WAY = {
    "received_on": VILLAGE,
    "accepted_on": VILLAGE,
    "approved_on": (*VILLAGE, "natural_resources_on", "agriculture_on"),
    "started_on": ("delivered_on", "set_out_on"),
}
# The usual way, with the days after the application.
WAY = {
    "discussed": 3,
    "noticed": 4,
    "village_reviewed": 16,
    "received": 17,
    "accepted": 21,
    "approved": 36,
    "delivered": 42,
    "set_out": 45,
    "started": 50,
    "completed": 200,
}
NOT_ON_STATE_LAND = {"discussed", "noticed", "village_reviewed", "delivered"}
CLEARED = [
    VILLAGE,
    *((name,) for name in VILLAGE),
    ("received_on",),
    ("accepted_on",),
    ("approved_on",),
    ("natural_resources_on",),
    ("agriculture_on",),
    ("delivered_on",),
    ("set_out_on",),
    ("started_on",),
    ("completed_on",),
]
CHANGED = [
    {"land_owner": "collective"},
    {"land_owner": "state"},
    {"homestead_area": "120"},
    {"authority": "town"},
    {"authority": "county"},
    {"disposal": "keep", "building_type": "relocate"},
]
reached: set[str] = set()


def filled_in(state: str, on: date) -> dict[str, object]:
    """What a careful officer fills in together with the date."""
    return {
        "noticed": {"notice_until": on + timedelta(7)},
        "correction_asked": {"correction_items": "缺四邻签字"},
        "approved": {
            "natural_resources_on": on,
            "agriculture_on": on,
            "authority": "county" if on < TOWNSHIPS_DECIDE else "town",
        },
        "refused": {"refusal_reason": "不符合村庄规划"},
        "delivered": {"permit_no": "许1", "certificate_no": "4306821132021001"},
        "inspected": {"homestead_area": "150", "footprint": "100", "storeys": 2},
        "passed": {"old_house": "not_applicable"},
        "failed": {"failure": "限期整改"},
    }.get(state, {})


def so_far(land_owner: str, first: date, stage: int) -> tuple[dict[str, object], date]:
    """The dates of an application that has come so many steps of its way, and the last of them."""
    values: dict[str, object] = {step.on: None for step in flow.steps if step.state != "applied"}
    values |= {"notice_until": None, "notice_removed_on": None}
    last = first
    for state, days in list(WAY.items())[:stage]:
        if land_owner == "collective" or state not in NOT_ON_STATE_LAND:
            last = first + timedelta(days)
            values |= {flow.step(state).on: last} | filled_in(state, last)
    return values, last


class Desk(RuleBasedStateMachine):
    """One application, its acceptances, and whoever works on them."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.today = date(2019, 12, 1)
        self.changed = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @initialize(
        land_owner=st.sampled_from(["collective", "collective", "state"]),
        first=st.integers(0, 90),
        stage=st.integers(0, len(WAY) + 4),  # some more of them built already
        holds=st.booleans(),
        disposal=st.sampled_from(["", "keep", "return"]),
        building_type=st.sampled_from(["rebuild", "relocate"]),
    )
    def apply(self, land_owner, first, stage, holds, disposal, building_type):
        """An application that has come some way; where that may not be, it is only applied for."""
        of = saved(household())
        saved(member(of))
        if holds:
            saved(homestead(of))
        self.holds = holds and disposal != "return" and building_type == "relocate"
        self.today += timedelta(first)
        wanted = {"disposal": disposal, "building_type": building_type, "land_owner": land_owner}
        for came in (stage, 0):
            dates, last = so_far(land_owner, self.today, came)
            record = undecided(household=of, applied_on=self.today, **wanted | dates)
            if self.save(record):
                self.number, self.today = record.pk, last
                return

    @property
    def application(self) -> Record:
        return Approval.objects.get(pk=self.number)

    def attempt(self, record: Record, step: Step, on: date, careful: bool) -> None:
        """Take a step as the desk does; a careless officer brings neither paper nor fields."""
        if careful:
            for name, value in filled_in(step.state, on).items():
                setattr(record, name, value)
            paper = SimpleUploadedFile("scan.pdf", step.paper.encode())
            attach(record, paper, kind="scan", paper=step.paper)
        try:
            with transaction.atomic():
                take_step(record, step, on, step.by[0], "属实")
            self.changed = True
            reached.add(f"{type(record).__name__} {step.state}")
        except Refusal:
            pass

    @rule(data=st.data(), days=st.integers(0, 12))
    def go_on(self, data, days):
        """The next step, in good order."""
        record = self.application
        steps = [step for step, _ in flow.open_steps(record)]
        if steps:
            self.today += timedelta(days)
            self.attempt(record, data.draw(st.sampled_from(steps)), self.today, careful=True)

    @rule(
        step=st.sampled_from(flow.steps[1:]),
        days=st.integers(-30, 30),
        careful=st.booleans(),
    )
    def blunder(self, step, days, careful):
        """Any step on any day."""
        self.attempt(self.application, step, self.today + timedelta(days), careful)

    @rule(names=st.sampled_from(CLEARED))
    def clear(self, names):
        """What was there is taken out of the form."""
        self.edit(dict.fromkeys(names))

    @rule(name=st.sampled_from([*BEFORE, "natural_resources_on"]), days=st.integers(-60, 60))
    def shift(self, name, days):
        """A date of the form is changed."""
        self.edit({name: self.today + timedelta(days)})

    @rule(values=st.sampled_from(CHANGED))
    def correct(self, values):
        """Another field is changed."""
        if self.edit(values) and "disposal" in values:
            self.holds = self.application.household.homesteads.exists()

    def edit(self, values: dict[str, object]) -> bool:
        record = self.application
        for name, value in values.items():
            setattr(record, name, value)
        return self.save(record)

    def save(self, record: Record) -> bool:
        try:
            with transaction.atomic():
                save_record(record)
        except Refusal:
            return False
        self.changed = True
        return True

    @rule(data=st.data(), days=st.integers(-5, 20), careful=st.booleans())
    def inspect(self, data, days, careful):
        """An acceptance is asked for, or goes one step on, or is taken back."""
        on = self.today + timedelta(days)
        record = Acceptance.objects.filter(approval=self.number).last()
        if record is None:
            blank = dict.fromkeys(("inspected_on", "passed_on", "height"))
            dated = blank if careful else {"inspected_on": on, "passed_on": on}
            self.save(acceptance(self.application, applied_on=on, **dated))
            return
        steps = [one for one, _ in workflow(Acceptance).open_steps(record)]
        if steps:
            self.attempt(record, data.draw(st.sampled_from(steps)), on, careful)
        else:
            record.passed_on, record.failed_on, record.failure = None, on, "复查不合格"
            self.save(record)

    @invariant()
    def what_is_saved_holds(self):
        if self.changed:
            self.changed = False
            for model in (Approval, Acceptance):
                found = broken_rules(model._default_manager.all())
                assert [one for _, one in found if one.severity == "error"] == []
            self.nothing_is_skipped(self.application)
            self.nothing_is_granted_twice(self.application)

    def nothing_is_skipped(self, record: Record) -> None:
        new_law = record.land_owner == "collective"
        for name, before in BEFORE.items():
            self.comes_after(record, name, before)
        for name, before in WHOLE_WAY.items():
            on = getattr(record, name)
            if new_law and on and on >= TOWNSHIPS_DECIDE:
                self.comes_after(record, name, before)
        if new_law and record.registered_on and record.registered_on >= TOWNSHIPS_DECIDE:
            assert record.acceptances.filter(passed_on__lte=record.registered_on).exists()

    def comes_after(self, record: Record, name: str, before: tuple[str, ...]) -> None:
        on = getattr(record, name)
        if on is not None:
            days = [getattr(record, earlier) for earlier in before]
            assert all(day is not None and day <= on for day in days), (name, before)

    def nothing_is_granted_twice(self, record: Record) -> None:
        ended = (record.approved_on, record.refused_on, record.withdrawn_on)
        assert sum(day is not None for day in ended) <= 1
        assert not (record.approved_on and self.holds)


def test_no_order_of_steps_saves_what_the_law_bars(office):
    reached.clear()
    run(
        Desk,
        settings=settings(
            max_examples=15,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
    assert len(reached) > 4, "the machine has hardly taken a step"
