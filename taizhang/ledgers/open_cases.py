"""Cases that are not closed, by who leads them and by their clock: what a leader has on the table, over all ledgers.

It names records and steps. Whoever brought a case is on its own page, for those who may see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import FieldDoesNotExist

from taizhang.core.calendar import Deadline
from taizhang.ledgers.due import any_of, clocks
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers, title
from taizhang.ledgers.workflow import workflow
from taizhang.people.models import within

USUAL = "leader_name"  # where a ledger does not say by `led_by` which field names the leader of a record


@dataclass(frozen=True)
class OpenCase:
    """A record with a running clock: who leads it, which steps are open, and the first deadline among them."""

    ledger: str
    number: str
    leader: str
    steps: tuple[str, ...]
    deadline: Deadline


def leader_field(model: type[Record]) -> str:
    """The field that names the leader of a record; empty for a ledger whose records nobody leads one by one."""
    name = getattr(model, "led_by", USUAL)
    try:
        return str(model._meta.get_field(name).name)
    except FieldDoesNotExist:
        return ""


def open_cases(place: str) -> list[OpenCase]:
    """Those at a place and below that the acting post sees: leader by leader, what is due first at the top."""
    found = [case for model in ledgers() for case in open_cases_of(model, place)]
    return sorted(
        found, key=lambda one: (one.leader == "", one.leader, one.deadline.on, one.number)
    )


def open_cases_of(model: type[Record], place: str) -> Iterator[OpenCase]:
    """The open cases of one ledger."""
    field, flow = leader_field(model), workflow(model)
    running = clocks(flow).running if flow and field else ()
    if not flow or not running:
        return
    waiting = any_of(waits for _, waits in running)
    for record in model._default_manager.filter(waiting, within(place)).order_by("pk"):
        clocked = [(step, deadline) for step, deadline in flow.open_steps(record) if deadline]
        if clocked:
            first = min((deadline for _, deadline in clocked), key=lambda one: one.on)
            steps = tuple(step.title for step, _ in clocked)
            yield OpenCase(title(model), record.number, getattr(record, field), steps, first)


def days_left(deadline: Deadline, today: date) -> str:
    """还剩 5 天, 今天到期, 已超 3 天."""
    days = (deadline.on - today).days
    if days == 0:
        return "今天到期"
    return f"还剩{days}天" if days > 0 else f"已超{-days}天"
