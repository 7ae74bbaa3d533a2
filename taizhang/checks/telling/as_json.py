"""The answer for scripts: one object a report, offsets into its text."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from taizhang.checks.aspects import Aspect, aspects
from taizhang.checks.checking import Checked
from taizhang.checks.claims import Claim
from taizhang.checks.units import canonical


def described(checked: Checked) -> dict[str, Any]:
    of = aspects(checked.passage)
    return {
        "file": checked.report.path.name,
        "claims": [claim_of(checked, claim, of.get(claim.index)) for claim in checked.claims],
        "relations": [
            {
                "kind": one.kind,
                "claims": list(one.claims),
                "holds": one.holds,
                "message": one.message,
            }
            for one in checked.relations
        ],
        "findings": [
            {"severity": one.severity, "claims": list(one.claims), "message": one.message}
            for one in checked.remarks
        ],
    }


def claim_of(checked: Checked, claim: Claim, aspect: Aspect | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "value": value_of(claim),
        "unit": canonical(claim.unit),
        "kind": claim.kind,
        "approx": claim.approx,
    }
    if claim.is_stated:
        shown |= {
            "subject": claim.subject,
            "where": checked.report.where(claim.start),
            "verdict": checked.verdict(claim.index),
        }
        shown |= asdict(aspect) if aspect else {}
        if claim.index in checked.bound:
            shown["indicator"] = checked.bound[claim.index].indicator
    return shown


def value_of(claim: Claim) -> Any:
    """A number; a range as its two ends; a date or phrase as it stands."""
    if claim.reading is None:
        return claim.said or claim.text
    low, high = as_number(claim.reading.low), as_number(claim.reading.high)
    return [low, high] if claim.reading.is_range else low


def as_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
