"""A report checked: its claims, the relations between them, and what a clerk is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from taizhang.checks import tables
from taizhang.checks.claims import Claim
from taizhang.checks.reading.report import Report
from taizhang.checks.relation import Relation
from taizhang.checks.relations import (
    additions,
    brackets,
    closings,
    common,
    conversions,
    definitions,
    differences,
    distributed,
    each,
    growth,
    lists,
    parallels,
    parts,
    plausibility,
    points,
    proportions,
    rates,
    remainders,
    repeats,
    rows,
    shares,
    sums,
    tails,
    times,
    whole_things,
    yields,
)
from taizhang.checks.structure import Passage
from taizhang.core.finding import Severity

Detector = Callable[[Passage], Iterator[Relation]]
DETECTORS: tuple[Detector, ...] = (
    sums.relations,
    tails.relations,
    brackets.relations,
    closings.relations,
    parts.relations,
    differences.relations,
    growth.relations,
    shares.relations,
    definitions.relations,
    distributed.relations,
    proportions.relations,
    yields.relations,
    parallels.relations,
    repeats.relations,
    conversions.relations,
    lists.relations,
    additions.relations,
    whole_things.relations,
    rates.relations,
    each.relations,
    remainders.relations,
    rows.relations,
    points.relations,
    common.relations,
)
QUESTIONS: tuple[Detector, ...] = (plausibility.relations, times.relations)


@dataclass(frozen=True)
class Remark:
    """What a clerk is told about some claims: an error cannot be true, an ask wants an answer, an info only tells."""

    severity: Severity
    claims: tuple[int, ...]
    message: str


@dataclass(frozen=True)
class Bound:
    """Which figure of the ledgers a claim states: of an indicator, at a place (its name and code), flow or stock."""

    indicator: str
    place: str
    code: str
    show: str


@dataclass
class Checked:
    """A report with its claims, their relations, and the remarks; every claim has a verdict."""

    report: Report
    passage: Passage
    relations: list[Relation]
    remarks: list[Remark]
    bound: dict[int, Bound] = field(default_factory=dict)  # claims that the ledgers say too

    @property
    def claims(self) -> list[Claim]:
        return self.passage.claims

    def verdict(self, index: int) -> str:
        """contradiction, doubtful, consistent or unchecked."""
        worst = {remark.severity for remark in self.remarks if index in remark.claims}
        if "error" in worst:
            return "contradiction"
        if "ask" in worst:
            return "doubtful"
        held = any(relation.holds and index in relation.claims for relation in self.relations)
        return "consistent" if held or index in self.bound else "unchecked"

    @property
    def contradicts_itself(self) -> bool:
        return any(remark.severity == "error" for remark in self.remarks)


def check(report: Report) -> Checked:
    """Read a report's numbers and hold them against one another."""
    passage = Passage.of(report.text)
    relations = unique(relation for detect in DETECTORS for relation in detect(passage))
    relations += [
        one for table in passage.tables for one in tables.relations(table, passage.claims)
    ]
    asked = [one for detect in QUESTIONS for one in detect(passage)]
    remarks = [
        *remarks_of(passage, relations),
        *(Remark(one.severity, one.claims, one.message) for one in asked),
    ]
    return Checked(report, passage, relations, remarks)


def unique(relations: Iterator[Relation]) -> list[Relation]:
    """The same claims with the same verdict are one relation, whichever way it was found; a rate that is right of two
    numbers is not doubted because of two others.
    """
    found: dict[tuple[frozenset[int], bool], Relation] = {}
    for relation in relations:
        found.setdefault((frozenset(relation.claims), relation.holds), relation)
    right = {one.claims[0] for one in found.values() if one.kind == "ratio" and one.holds}
    return [
        one
        for one in found.values()
        if one.holds or (one.kind, one.severity) != ("ratio", "ask") or one.claims[0] not in right
    ]


def remarks_of(passage: Passage, relations: list[Relation]) -> list[Remark]:
    """What is wrong, and what holds but looks odd; each smallest set of numbers is told once."""
    broken = [one for one in relations if not one.holds]
    odd = [one for one in relations if one.holds and one.kind == "unit_conversion"]
    of: dict[int, list[Relation]] = {}
    for one in broken:
        for i in one.claims:
            of.setdefault(i, []).append(one)
    smallest = [
        one
        for one in broken
        if not any(set(other.claims) < set(one.claims) for i in one.claims for other in of[i])
    ]
    told = [Remark(one.severity, one.claims, one.message) for one in (*smallest, *odd)]
    return sorted(told, key=lambda one: min(passage.claims[i].start for i in one.claims))
