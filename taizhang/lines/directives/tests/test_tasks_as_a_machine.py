"""Whatever order people try things in, no task is closed without evidence and somebody else's verification.

Also: no extension asked for too late is kept, and the deadline is always the one set or the latest granted.
"""

from datetime import date, timedelta
from itertools import product

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.rules import broken_rules
from taizhang.ledgers.workflow import workflow
from taizhang.lines.directives.models import Extension, Task
from taizhang.lines.directives.tests.records import (
    CLERK,
    DOER,
    DONE,
    OTHER,
    VERIFIED,
    entered,
    extension,
    task,
    with_scan,
)
from taizhang.people.models import Role

FLOW = workflow(Task)
FIRST = date(2018, 3, 7)
days = st.integers(-3, 25).map(lambda n: FIRST + timedelta(n))
names = st.sampled_from(["", DOER, OTHER, CLERK])
TEXTS = ("result", "return_reason", "finding", "evidence", "withdrawn_why")
NAMES = ("reported_by", "verified_by", "closed_by")
DETOURS = ("withdrawn", "returned")
DATES = tuple(step.on for step in FLOW.steps[1:])
reached: set[str] = set()


class Office(RuleBasedStateMachine):
    """One task, and everybody who works on it."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.asked = 0
        self.changed = True

    @initialize(stage=st.sampled_from([{"noticed_on": None}, {}, DONE, DONE, VERIFIED, VERIFIED]))
    def begin(self, stage):
        """A task that has come some way."""
        self.number = entered(task(**stage)).pk
        with_scan(self.record, "督办通知单")

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @property
    def record(self) -> Task:
        return Task.objects.get(pk=self.number)

    def save(self, record) -> None:
        try:
            with transaction.atomic():
                save_record(record)
            self.changed = True
        except Refusal:
            pass

    @rule(field=st.sampled_from(TEXTS), text=st.sampled_from(["", "属实"]))
    def write(self, field, text):
        record = self.record
        setattr(record, field, text)
        self.save(record)

    @rule(field=st.sampled_from(NAMES), name=names)
    def name(self, field, name):
        record = self.record
        setattr(record, field, name)
        self.save(record)

    @rule(field=st.sampled_from(DATES), day=st.one_of(st.none(), days))
    def type_a_date(self, field, day):
        """What an import or a form may try."""
        record = self.record
        setattr(record, field, day)
        self.save(record)

    @rule(data=st.data(), day=days, role=st.sampled_from([Role.OFFICE, Role.VILLAGE_CLERK]))
    def step(self, data, day, role):
        """Any next step, with or without what it needs."""
        record = self.record
        steps = [one for one, _ in FLOW.open_steps(record)]
        if not steps:
            return
        step = data.draw(st.sampled_from(steps))
        if data.draw(st.booleans()):
            self.fill(record)
        self.take(record, step, day, role)

    def fill(self, record) -> None:
        """A careful officer."""
        for field in TEXTS:
            setattr(record, field, "属实")
        record.reported_by, record.verified_by, record.closed_by = DOER, OTHER, CLERK

    @rule(
        ahead=st.integers(0, 3),
        who=st.tuples(names, names),
        evidence=st.sampled_from(["", "属实"]),
        moves=st.integers(1, 3),
    )
    def go_on(self, ahead, who, evidence, moves):
        """The usual way, in good order; who signs for it, and on what, is anybody's guess."""
        for _ in range(moves):
            record = self.record
            steps = [one for one, _ in FLOW.open_steps(record) if one.state not in DETOURS]
            if not steps:
                return
            self.fill(record)
            if steps[0].state == "verified":
                record.verified_by = who[0]
            record.closed_by, record.evidence = who[1], evidence
            last = FLOW.state(record)
            self.take(record, steps[0], getattr(record, last.on) + timedelta(ahead), Role.OFFICE)

    def take(self, record, step, day, role) -> None:
        try:
            with transaction.atomic():
                take_step(record, step, day, role, "属实")
        except Refusal:
            return
        reached.add(step.state)
        self.changed = True

    @rule(day=days, until=days, approved=st.booleans())
    def put_off(self, day, until, approved):
        self.asked += 1
        decided = {"approved_on": day, "decided_by": CLERK} if approved else {}
        record = extension(self.record, f"YQ{self.asked}", asked_on=day, until=until, **decided)
        self.save(record)

    @precondition(lambda self: self.asked > 1)
    @rule()
    def scan(self):
        """Now and then."""
        with_scan(self.record)

    @invariant()
    def closed_only_by_others_and_on_evidence(self):
        record = self.record
        if record.verified_on:
            assert record.reported_on
            assert record.verified_by not in ("", record.responsible, record.reported_by)
            assert record.last_report_on <= record.verified_on
        if record.closed_on:
            assert record.verified_on <= record.closed_on
            assert record.closed_by not in ("", record.responsible, record.reported_by)
            assert record.evidence or evidence_of(record)
            assert not record.withdrawn_on
            assert record.ended_on == record.closed_on

    @invariant()
    def the_deadline_is_what_was_granted_in_time(self):
        record = self.record
        granted = Extension.objects.filter(task=record, approved_on__isnull=False)
        assert record.due_on == max([record.deadline, *(one.until for one in granted)])
        for one in granted:
            assert one.asked_on <= record.due_on

    @invariant()
    def no_blocking_rule_is_broken(self):
        if self.changed:
            self.changed = False
            for model in (Task, Extension):
                found = broken_rules(model.objects.all())
                assert [one.rule for _, one in found if one.severity == "error"] == []


def evidence_of(record) -> bool:
    kept = Attachment.objects.filter(ledger="directives.task", record=record.pk)
    return kept.exclude(paper="督办通知单").exists()


def test_no_path_closes_a_task_without_evidence_and_another_s_verification(office):
    reached.clear()
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=25,
            stateful_step_count=10,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert reached, "the machine has not taken a step"


def closes(verifier: str, closer: str, evidence: str) -> bool:
    """Whether a task that was reported done can be verified and closed like this."""
    record = Task.objects.get()
    record.finding, record.verified_by = "属实", verifier
    try:
        with transaction.atomic():
            take_step(record, FLOW.step("verified"), date(2018, 3, 20), Role.OFFICE)
            record.closed_by, record.evidence = closer, evidence
            take_step(record, FLOW.step("closed"), date(2018, 3, 21), Role.OFFICE)
            transaction.set_rollback(True)
    except Refusal:
        return False
    return True


def test_of_all_who_might_sign_only_others_than_the_doers_close_a_task(office):
    entered(task(**DONE | {"responsible": f"{DOER}、李丁卯"}))
    who, evidence = ("", DOER, "李丁卯", OTHER, CLERK), ("", "会议记录")
    closed = {one for one in product(who, who, evidence) if closes(*one)}
    assert closed == set(product((OTHER, CLERK), (OTHER, CLERK), ("会议记录",)))
