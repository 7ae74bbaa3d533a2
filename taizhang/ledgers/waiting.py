"""What waits for somebody: steps that are due, and questions that the rules ask of records already entered.

One list for the desk and the command line. It takes a fixed number of queries, whatever a ledger holds: the database
counts and sorts, and only the records that are named are read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from taizhang.core.calendar import Deadline
from taizhang.ledgers.colours import RED, TITLES
from taizhang.ledgers.due import clocks
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import title
from taizhang.ledgers.rules import Rule, rules
from taizhang.ledgers.standards import values_of
from taizhang.ledgers.workflow import Workflow, workflow
from taizhang.people.duties import Duties
from taizhang.people.models import User, within

SOON = timedelta(days=14)
DAY = timedelta(days=1)
MOST = 20  # records named; how many there are is counted
MOST_A_RULE = 5
SPARE = 3  # times as many are read as named: the database sorts by about when, Python by the day


@dataclass(frozen=True)
class Asked:
    """Whose list, of which ledgers, as of which day: a person's own area (`mine`), or all at the post's `place`.

    What is kept higher up and read below waits for those who keep it: from below only part of what it adds up is seen.
    """

    models: tuple[type[Record], ...]
    user: User
    today: date
    duties: Duties
    mine: bool = False
    most: int = MOST
    place: str = ""

    def area(self, model: type[Record]) -> Q:
        return self.duties.area(self.user, model._meta.app_label)

    def kept(self, model: type[Record]) -> "QuerySet[Record]":
        """A ledger's records at the post's place and below."""
        return model._default_manager.filter(within(self.place)).order_by()

    def chosen(self, model: type[Record]) -> "QuerySet[Record]":
        """Those, or of the area only if only they are asked for."""
        rows = self.kept(model)
        return rows.filter(self.area(model)) if self.mine else rows

    def who(self, record: Record) -> User | None:
        """Who answers for the record's place today."""
        return self.duties.who(record.place_id, record._meta.app_label)


@dataclass(frozen=True)
class Due:
    """A record whose next step has a deadline that is past or near, and who answers for its place."""

    record: Record
    steps: tuple[str, ...]
    deadline: Deadline
    is_overdue: bool
    who: User | None
    colour: str = ""

    @property
    def marks(self) -> list[tuple[str, str]]:
        """How a list marks it: the colour that its line gives it, overdue where that does not say so."""
        coloured = [(self.colour, TITLES[self.colour])] if self.colour else []
        late = self.is_overdue and self.colour != RED
        return [*coloured, *([("late", "逾期")] if late else [])]


@dataclass
class DueList:
    """The first of what is due, and how much there is: in one's own area, and in all that one may see."""

    rows: list[Due] = field(default_factory=list)
    mine: int = 0
    all: int = 0
    overdue_mine: int = 0
    overdue_all: int = 0
    troubles: list[str] = field(default_factory=list)


def due(asked: Asked) -> DueList:
    """Open steps by their deadline, the oldest first, up to two weeks ahead."""
    told = DueList()
    for model in asked.models:
        flow = workflow(model)
        if flow and clocks(flow).running:
            count(asked, flow, told)
            told.rows += due_in(asked, flow)
    told.rows.sort(key=lambda one: (one.deadline.on, str(one.record)))
    del told.rows[asked.most :]
    return told


def count(asked: Asked, flow: Workflow, told: DueList) -> None:
    """Count in one pass over the ledger what is due and overdue, and what nobody can say the deadline of."""
    running, area = clocks(flow), asked.area(flow.model)
    near, past = running.due_by(asked.today + SOON), running.due_by(asked.today - DAY)
    unread = running.unread()
    found = asked.kept(flow.model).aggregate(
        all=Count("pk", filter=near),
        overdue_all=Count("pk", filter=past),
        mine=Count("pk", filter=near & area),
        overdue_mine=Count("pk", filter=past & area),
        **{
            f"unread_{turn}": Count("pk", filter=those)
            for turn, those in enumerate(unread.values())
        },
    )
    for name in ("all", "mine", "overdue_all", "overdue_mine"):
        setattr(told, name, getattr(told, name) + found[name])
    for turn, name in enumerate(unread):
        if records := found[f"unread_{turn}"]:
            told.troubles.append(missing(flow, name, records))


def missing(flow: Workflow, name: str, records: int) -> str:
    values = values_of(name)
    called = values[0].title if values else name
    return (
        f"{title(flow.model)}有 {records} 件的期限算不出：起算那天没有生效的标准“{called}”（{name}），"
        "请党政办在“标准”里补上数值、文号和起止日期。"
    )


def due_in(asked: Asked, flow: Workflow) -> list[Due]:
    running = clocks(flow)
    near = asked.chosen(flow.model).filter(running.due_by(asked.today + SOON))
    rows = near.select_related("place").order_by(running.about_when(), "pk")
    if flow.colours:
        rows = flow.colours.marking(rows, asked.today)
    found = (due_of(asked, flow, record) for record in rows[: SPARE * asked.most])
    return [one for one in found if one]


def due_of(asked: Asked, flow: Workflow, record: Record) -> Due | None:
    clocked = [(step, deadline) for step, deadline in flow.open_steps(record) if deadline]
    near = [(step, end) for step, end in clocked if end.on <= asked.today + SOON]
    if not near:
        return None
    first = min((end for _, end in near), key=lambda end: end.on)
    titles = tuple(step.title for step, _ in near)
    colour = getattr(record, "warning_colour", "")
    return Due(record, titles, first, first.on < asked.today, asked.who(record), colour)


@dataclass(frozen=True)
class Asking:
    """One record that a rule asks about, in a sentence, and who answers for its place."""

    record: Record
    message: str
    who: User | None


@dataclass(frozen=True)
class Question:
    """A rule that asks, and the first records that it asks about."""

    ledger: str
    rule: Rule
    records: list[Asking]
    has_more: bool


def questions(asked: Asked) -> list[Question]:
    """What the rules ask, ledger by ledger: one pass for the rules that look at nothing but a record."""
    told = (question(asked, rule) for model in asked.models for rule in asking(asked, model))
    return [one for one in told if one]


def asking(asked: Asked, model: type[Record]) -> Iterable[Rule]:
    """The rules that ask; of those that look at a record alone, the ones that have something to ask."""
    asks = [rule for rule in rules(model) if rule.ask or rule.at_closing]
    alone = {f"rule_{turn}": rule for turn, rule in enumerate(asks) if not rule.looks_elsewhere}
    counts = {name: Count("pk", filter=rule.broken()) for name, rule in alone.items()}
    found = asked.chosen(model).aggregate(**counts) if len(counts) > 1 else dict.fromkeys(alone, 1)
    quiet = [rule for name, rule in alone.items() if not found[name]]
    return [rule for rule in asks if rule not in quiet]


def question(asked: Asked, rule: Rule) -> Question | None:
    found = rule.broken_in(asked.chosen(rule.model), MOST_A_RULE + 1)
    named = [
        Asking(record, rule.finding(record).message, asked.who(record))
        for record in found[:MOST_A_RULE]
    ]
    more = len(found) > MOST_A_RULE
    return Question(title(rule.model), rule, named, more) if named else None
