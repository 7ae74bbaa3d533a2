"""A ledger's workflow as one table: which state, dated by which field, after which, by whom, within what clock.

A record is in the state that was dated last, so the state cannot disagree with the dates, an Excel sheet of dates
is a workflow already, and "open cases" are what was received less what was closed.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from taizhang.core import calendar
from taizhang.core.calendar import Deadline
from taizhang.ledgers.colours import Colours
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations
from taizhang.ledgers.rules import Rule, RuleMaker
from taizhang.ledgers.standards import StandardMissing, standard_on
from taizhang.people.models import Role


@dataclass(frozen=True)
class Clock:
    """How many days after the date in `since` a step is due; `extended_on` dated means `extension` days more.

    `days` that a local notice sets is the name of a standard, read on the day the clock starts.
    `extended_to` names a date that, once filled in, is the last day itself.
    `first` is the day from which the duty holds: a clock that would start earlier does not run.
    """

    days: int | str
    since: str
    working: bool = True
    extension: int = 0
    extended_on: str = ""
    extended_to: str = ""
    first: date = date.min
    basis: str = ""

    def start(self, record: Record) -> date | None:
        """The day that starts the clock and does not count itself; None where there is none yet."""
        start: date | None = getattr(record, self.since)
        return start if start and start >= self.first else None

    def deadline(self, record: Record) -> Deadline | None:
        """When the step is due, None where the clock has not started."""
        start = self.start(record)
        if start is None:
            return None
        due = calendar.due(start, self._days(start), self.working)
        if self.extended_on and getattr(record, self.extended_on):
            return calendar.extend(due, self.extension, self.working)
        if self.extended_to and (last := getattr(record, self.extended_to)):
            return calendar.put_off_to(due, last)
        return due

    def _days(self, start: date) -> int:
        return self.days if isinstance(self.days, int) else int(standard_on(self.days, start))


@dataclass(frozen=True)
class Step:
    """One arrow into `state`: dated by the field `on`, allowed after any of the states in `after`.

    `paper` is the title of the signed and sealed paper whose scan must be attached before the step is taken on the
    desk: a click is no seal. Dates imported from an office's own sheets have their papers in its cabinets.
    """

    title: str
    state: str
    on: str
    after: tuple[str, ...] = ()
    by: tuple[Role, ...] = (Role.STATION_OFFICER, Role.OFFICE)
    note: bool = False
    clock: Clock | None = None
    paper: str = ""
    basis: str = ""

    def deadline(self, record: Record) -> Deadline | None:
        """When the step is due; None where it has no clock, or one that nobody can read for want of a standard."""
        try:
            return self.clock.deadline(record) if self.clock else None
        except StandardMissing:
            return None

    def trouble(self, record: Record) -> str:
        """Why the step's clock cannot be read, empty where it can."""
        try:
            if self.clock:
                self.clock.deadline(record)
        except StandardMissing as missing:
            return str(missing)
        return ""


@dataclass(frozen=True)
class Workflow(RuleMaker):
    """The whole table of one ledger. Retired states stay in it, unreachable, so that old records still read.

    `colours` tell by the day which records are overdue, behind or near their deadline, where a line shows that.
    """

    model: type[Record]
    steps: tuple[Step, ...]
    colours: Colours | None = None

    def step(self, state: str) -> Step:
        return next(step for step in self.steps if step.state == state)

    def following(self, state: str) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if state in step.after)

    def state(self, record: Record) -> Step | None:
        """The step a record stands at: the last of the table that is dated."""
        dated = [step for step in self.steps if getattr(record, step.on) is not None]
        return dated[-1] if dated else None

    def open_steps(self, record: Record) -> list[tuple[Step, Deadline | None]]:
        """What may be done next, with its deadline."""
        now = self.state(record)
        steps = (
            self.following(now.state)
            if now
            else tuple(step for step in self.steps if not step.after)
        )
        return [(step, step.deadline(record)) for step in steps]

    def overdue(self, record: Record, day: date) -> list[tuple[Step, Deadline]]:
        return [
            (step, due) for step, due in self.open_steps(record) if due is not None and due.on < day
        ]

    def rules(self) -> list[Rule]:
        """The order of dates: no step without one before it, and none earlier than the one before it."""
        return [rule for step in self.steps if step.after for rule in self._order(step)]

    def _order(self, step: Step) -> list[Rule]:
        before = [self.step(state) for state in step.after]
        titles = "或".join(one.title for one in before)
        none = Q(**{f"{step.on}__isnull": False}) & Q(
            **{f"{one.on}__isnull": True for one in before}
        )
        rules = [
            Rule(
                f"{step.title}之前要有{titles}",
                self.model,
                none,
                f"填了{step.title}日期 {{{step.on}}}，却没有{titles}的日期；请补上，或清空{step.title}日期。",
                step.basis,
            )
        ]
        for one in before:
            rules.append(
                Rule(
                    f"{step.title}不早于{one.title}",
                    self.model,
                    Q(**{f"{step.on}__lt": F(one.on)}),
                    f"{step.title}日期 {{{step.on}}} 早于{one.title}日期 {{{one.on}}}，请核对这两个日期。",
                    step.basis,
                )
            )
        return rules


def workflow(model: type[Record]) -> Workflow | None:
    """The workflow a ledger's line declares, if any."""
    return next(
        (flow for flow in declarations("workflow", Workflow).values() if flow.model is model), None
    )
