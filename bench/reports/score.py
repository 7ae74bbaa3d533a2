"""Answers held against gold labels: what share of the claims, relations and mistakes is found, and what share of the found is right."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from bench.reports.report import Label, Report

CLAIMS = {"quantity", "money", "percent", "ratio"}
SAME_UNIT = {
    "㎡": "平方米",
    "m²": "平方米",
    "千米": "公里",
    "km": "公里",
    "口人": "人",
    "％": "%",
    "ha": "公顷",
    "千克": "公斤",
    "个百分点": "百分点",
}
CLOSE = 1e-6
Claim = dict[str, Any]
Answer = dict[str, Any]


def overlaps(claim: Claim, label: Label) -> bool:
    """Whether they share at least half of the shorter."""
    shared = min(claim["end"], label.end) - max(claim["start"], label.start)
    return shared > 0 and shared * 2 >= min(claim["end"] - claim["start"], label.end - label.start)


def close(value: Any, wanted: Decimal) -> bool:
    """The same number, but for what floating point does to it."""
    off = CLOSE * max(1.0, abs(float(wanted)))
    return isinstance(value, int | float) and abs(value - float(wanted)) <= off


def same(claim: Claim, label: Label, with_unit: bool) -> bool:
    value, high = claim.get("value"), label.number.high
    if high is None:
        right = close(value, label.number.value)
    else:
        right = isinstance(value, list) and all(map(close, value, (label.number.value, high)))
    if not right:
        return False
    unit = claim.get("unit") or ""
    return not with_unit or SAME_UNIT.get(unit, unit) == label.number.unit


def matched(report: Report, claims: Sequence[Claim], with_unit: bool) -> dict[int, int]:
    """Place of a claim -> place of its label, one to one, in the order of the text."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, claim in enumerate(claims):
        for j, label in enumerate(report.labels):
            fits = j not in taken and overlaps(claim, label)
            if fits and (not label.is_claim or same(claim, label, with_unit)):
                pairs[i] = j
                taken.add(j)
                break
    return pairs


def of_claims(report: Report, claims: Sequence[Claim], with_unit: bool) -> Counter:
    """How many claims there are, were found, and are right."""
    stated = [claim for claim in claims if claim.get("kind", "quantity") in CLAIMS]
    pairs = matched(report, stated, with_unit)
    hit = sum(report.labels[j].is_claim for j in pairs.values())
    gold = sum(label.is_claim for label in report.labels)
    return Counter(gold=gold, found=len(stated), hit=hit)


def of_relations(report: Report, answer: Answer) -> Counter:
    """The same set of claims and the same verdict, whatever the kind; violations are those that do not hold."""
    places = matched(report, answer["claims"], True)
    gold = {(frozenset(one.labels), one.holds) for one in report.relations if one.link.told}
    mine = {
        (frozenset(places.get(i, -1 - i) for i in relation["claims"]), relation["holds"])
        for relation in answer["relations"]
    }
    broken, flagged = ({who for who, holds in which if not holds} for which in (gold, mine))
    return Counter(
        relations=len(gold),
        relation_hit=len(gold & mine),
        violations=len(broken),
        flagged=len(flagged),
        flag_hit=len(broken & flagged),
    )


def finds_the_mistake(report: Report, answer: Answer) -> bool:
    """Whether a violated relation, or an error or question, has the changed number in it."""
    if report.seeded is None:
        raise ValueError(f"{report.name} is true")
    label, claims = report.labels[report.seeded], answer["claims"]
    told = [one["claims"] for one in answer["relations"] if not one["holds"]]
    asked = [one["claims"] for one in answer["findings"]]
    if not label.is_claim and any(not who for who in asked):
        return True  # a remark on dates is about the report as a whole
    pointed = {i for who in (*told, *asked) for i in who}
    return any(
        claims[i]["start"] < label.end and label.start < claims[i]["end"] for i in pointed
    ) or (not label.is_claim and bool(pointed))


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def claim_scores(
    reports: Iterable[Report], answers: Iterable[Sequence[Claim]]
) -> dict[str, float | None]:
    """Precision and recall of the numbers with and without their units."""
    scores: dict[str, float | None] = {}
    pairs = list(zip(reports, answers, strict=True))
    for name, with_unit in (("with unit", True), ("value", False)):
        total: Counter = Counter()
        for report, claims in pairs:
            total.update(of_claims(report, claims, with_unit))
        scores[f"precision, {name}"] = share(total["hit"], total["found"])
        scores[f"recall, {name}"] = share(total["hit"], total["gold"])
    return scores


def relation_scores(
    reports: Iterable[Report], answers: Iterable[Answer]
) -> dict[str, float | None]:
    total: Counter = Counter()
    seeded: list[bool] = []
    for report, answer in zip(reports, answers, strict=True):
        total.update(of_relations(report, answer))
        if report.seeded is not None:
            seeded.append(finds_the_mistake(report, answer))
    return {
        "relation recall": share(total["relation_hit"], total["relations"]),
        "violation precision": share(total["flag_hit"], total["flagged"]),
        "violation recall": share(total["flag_hit"], total["violations"]),
        "mistakes found": share(sum(seeded), len(seeded)),
    }


def alarms(answer: Answer) -> Counter:
    """How often a clerk is told, by severity; in a true report every error is a false alarm."""
    return Counter(one["severity"] for one in answer["findings"])
