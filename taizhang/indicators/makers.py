"""The three makers of entries: a dated event, a span of time, a state of a workflow.

Each is compiled through the ORM, so a misspelt field stops `manage.py check` with a sentence.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Least

from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import workflow


@dataclass(frozen=True)
class Leg:
    """Entries of one sign: for each record `where` holds, `sign` x `amount` on the day `on` at `place`."""

    model: type[Record]
    on: Any
    sign: int
    amount: str | int
    where: Q
    item: str
    place: str


@dataclass(frozen=True)
class Maker:
    """What all makers share. `amount` is a field or 1, `item` a field to break down by."""

    model: type[Record]
    amount: str | int = 1
    where: Q = field(default_factory=Q)
    item: str = ""
    place: str = "place"

    def legs(self) -> list[Leg]:
        raise NotImplementedError

    def leg(self, on: Any, sign: int, begun: str = "") -> Leg:
        """What never began, by the field `begun`, cannot end."""
        where = self.where & Q(**{f"{begun}__isnull": False}) if begun else self.where
        return Leg(self.model, on, sign, self.amount, where, self.item, self.place)

    def described(self) -> dict[str, str]:
        """The declaration as text, for the digest of the definition."""
        own = {name: str(value) for name, value in vars(self).items() if name != "model"}
        return {"maker": type(self).__name__, "ledger": self.model.ledger_name(), **own}


@dataclass(frozen=True)
class each(Maker):
    """A dated event: + on the day of `on`."""

    on: str = ""

    def legs(self) -> list[Leg]:
        return [self.leg(F(self.on), 1)]


@dataclass(frozen=True)
class during(Maker):
    """A span: + on the day `since`, - on the day `until` (membership, pairing, lease)."""

    since: str = ""
    until: str = ""

    def legs(self) -> list[Leg]:
        return [self.leg(F(self.since), 1), self.leg(F(self.until), -1, begun=self.since)]


@dataclass(frozen=True)
class while_in(Maker):
    """A state of the ledger's workflow: + on entering, - on leaving for whichever state comes first."""

    state: str = ""

    def legs(self) -> list[Leg]:
        flow = workflow(self.model)
        if flow is None:
            raise ValueError(
                f"{self.model.ledger_name()} 没有 workflow.py 里的流程，不能用 while_in"
            )
        entered = flow.step(self.state).on
        left = [F(step.on) for step in flow.following(self.state)]
        if not left:
            return [self.leg(F(entered), 1)]
        first = left[0] if len(left) == 1 else Least(*left)
        return [self.leg(F(entered), 1), self.leg(first, -1, begun=entered)]
