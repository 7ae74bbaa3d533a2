"""What must hold of a record: a condition that breaks it, its legal basis and the days it is in force.

A rule is a Q object, so the database checks it: over one form, the 100,000 rows of an import, or a whole ledger
before a period is closed, with the same words and the same result.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from string import Formatter
from typing import Protocol

from django.db.models import Q, QuerySet, Subquery

from taizhang.core.finding import Finding, Refusal
from taizhang.core.wording import plain
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations


class Limit(Protocol):
    """What a rule holds a record against, such as a dated standard."""

    def of(self, record: Record) -> Decimal: ...


@dataclass(frozen=True)
class Rule:
    """A rule over one ledger. `message` may name fields: {demolished_on}. `ask` makes it a question, not a bar.

    `at_closing` saves a record that breaks the rule, with a question, and bars closing a period until it is mended:
    for statements that hold or fall with other records, such as a balance that the county asserts.

    `since` and `until` bound the event date named by `dated_by`: laws change, old records keep the old law.
    `limit` is the standard behind the condition; the message may show it as {limit}.
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
    limit: Limit | None = None

    def broken(self) -> Q:
        """The condition with the days in force."""
        condition = self.broken_when
        if self.since:
            condition &= Q(**{f"{self.dated_by}__gte": self.since})
        if self.until:
            condition &= Q(**{f"{self.dated_by}__lt": self.until})
        return condition

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

    def breaking(self, records: "QuerySet[Record]") -> "QuerySet[Record]":
        """Those of these records that break the rule, with all that its message names read along."""
        found = records.filter(self.broken()).select_related("place")
        return found.prefetch_related(*self.pointed_at)

    def finding(self, record: Record) -> Finding:
        shown = {
            name: "（空）" if value is None else value for name, value in record.values().items()
        }
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
    """Each record of one ledger that breaks a rule, at most `most` a rule; one query a rule.

    Records that are in order, which is nearly always, cost one pass for all the rules that look at a record alone.
    """
    every = rules(records.model)
    alone = [rule for rule in every if not rule.looks_elsewhere]
    if alone and not records.filter(reduce(or_, (rule.broken() for rule in alone))).exists():
        every = [rule for rule in every if rule.looks_elsewhere]
    for rule in every:
        for record in rule.breaking(records)[:most]:
            yield record, rule.finding(record)
