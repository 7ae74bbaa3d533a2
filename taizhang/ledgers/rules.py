"""What must hold of a record: a condition that breaks it, its legal basis and the days it is in force.

A rule is a Q object, so the database checks it: over one form, the 100,000 rows of an import, or a whole ledger
before a period is closed, with the same words and the same result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Any, Protocol

from django.db.models import Count, Q, QuerySet, Subquery

from taizhang.core.finding import Finding, Refusal
from taizhang.core.wording import plain
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations

FEW = 10_000  # keys that a query may name one by one


class Limit(Protocol):
    """What a rule holds a record against, such as a dated standard."""

    def of(self, record: Record) -> Decimal: ...


@dataclass(frozen=True)
class Rule:
    """A rule over one ledger. `message` may name fields: {demolished_on}. `ask` makes it a question, not a bar.

    `at_closing` saves a record that breaks the rule, with a question, and bars closing a period until it is mended:
    for statements that hold or fall with other records, such as a balance that the county asserts.
    `at_steps` as well refuses the step of the workflow that would break it: what is registered after the fact may lack
    its other records for a while, what is done on the desk may not.

    `since` and `until` bound the event date named by `dated_by`: laws change, old records keep the old law.
    `limit` is the standard behind the condition; the message may show it as {limit}.
    `tells` are expressions over other records, such as whose homestead it is, that the message shows by their names.
    """

    title: str
    model: type[Record]
    broken_when: Q
    message: str
    basis: str = ""
    since: date | None = None
    until: date | None = None
    dated_by: str = ""
    ask: bool = False
    at_closing: bool = False
    at_steps: bool = False
    limit: Limit | None = None
    tells: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def broken(self) -> Q:
        """The condition with the days in force."""
        condition = self.broken_when
        if self.since:
            condition &= Q(**{f"{self.dated_by}__gte": self.since})
        if self.until:
            condition &= Q(**{f"{self.dated_by}__lt": self.until})
        return condition

    def broken_in(self, records: "QuerySet[Record]", most: int | None = None) -> list[Record]:
        """Those of these records that break the rule, with all that its message names read along.

        Their keys are found first: a condition that finds nothing, as most do, then joins and carries nothing else.
        """
        broken = records.filter(self.broken())
        keys = list(broken.values_list("pk", flat=True)[:most])
        if not keys:
            return []
        few = len(keys) <= FEW
        found = (records.filter(pk__in=keys) if few else broken).annotate(**self.tells)
        return list(found.select_related("place").prefetch_related(*self.pointed_at)[:most])

    @property
    def looks_elsewhere(self) -> bool:
        """Whether the condition asks other rows: the database answers such questions badly among others."""
        return any(isinstance(part, Subquery | QuerySet) for part in self.broken_when.flatten())

    @property
    def pointed_at(self) -> list[str]:
        """The fields that the message names and that point at other rows: to be read for many records at once."""
        parts = Formatter().parse(self.message)
        named = {name.partition(".")[0] for _, name, _, _ in parts if name}
        fields = self.model._meta.concrete_fields
        return [field.name for field in fields if field.is_relation and field.name in named]

    def finding(self, record: Record) -> Finding:
        """What to say of one record that `broken_in` has found."""
        values = record.values() | {name: getattr(record, name) for name in self.tells}
        shown = {name: "（空）" if value is None else value for name, value in values.items()}
        if self.limit:
            shown["limit"] = plain(self.limit.of(record))
        return Finding(
            "ask" if self.ask or self.at_closing else "error",
            self.message.format_map(shown),
            rule=self.title,
            basis=self.basis,
        )


class RulesBroken(Refusal):
    """A record was not saved; `findings` says why, one for each blocking rule, for whoever shows them apart."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("；".join(str(finding) for finding in findings))
        self.findings = findings


def rules(model: type[Record]) -> list[Rule]:
    """A ledger's rules: those its line declares, then those that follow from its workflow."""
    declared = [rule for rule in declarations("rules", Rule).values() if rule.model is model]
    following = [
        rule for flow in declarations("workflow", RuleMaker).values() for rule in flow.rules()
    ]
    return declared + [rule for rule in following if rule.model is model]


class RuleMaker:
    """Something declared from which rules follow, such as a workflow."""

    def rules(self) -> list[Rule]:
        raise NotImplementedError


def broken_rules(records: "QuerySet[Record]", most: int = 1000) -> Iterator[tuple[Record, Finding]]:
    """Each record of one ledger that breaks a rule, at most `most` a rule; a query for each rule that is broken.

    Which of the rules that look at a record alone are broken, most often none, is found in one pass for all of them.
    """
    every = rules(records.model)
    alone = {
        f"rule_{turn}": Count("pk", filter=rule.broken())
        for turn, rule in enumerate(every)
        if not rule.looks_elsewhere
    }
    counted = records.order_by().aggregate(**alone)
    for turn, rule in enumerate(every):
        if counted.get(f"rule_{turn}") == 0:
            continue
        for record in rule.broken_in(records, most):
            yield record, rule.finding(record)
