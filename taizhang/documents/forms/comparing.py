"""What a form's own formulas give, held against our figures: a difference is told before anything is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from taizhang.core.wording import plain
from taizhang.documents.answers import Answers
from taizhang.documents.forms.answering import Answer
from taizhang.documents.forms.layout import Sheets
from taizhang.documents.forms.mapping import Spot
from taizhang.documents.forms.recomputing import Recomputed
from taizhang.documents.forms.sheet import Value

NOISE = Decimal("0.0000005")  # binary sums of exact amounts; amounts have four decimals


@dataclass(frozen=True)
class Difference:
    """A formula of the form that gives something else than the ledgers; `hint` says why, where that can be seen."""

    spot: Spot
    formula: str
    computed: str
    expected: str
    about: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"；{self.hint}" if self.hint else ""
        return (
            f"{self.spot.sheet}!{self.spot} {self.formula} 得{self.computed}，"
            f"台账的{self.about}是{self.expected}{hint}。"
        )


def differences(
    checks: Mapping[Spot, Answer], sheets: Sheets, recomputed: Recomputed, answers: Answers
) -> list[Difference]:
    """Every check that does not hold; one that could not be made counts as not holding."""
    told = []
    for spot, answer in checks.items():
        computed = recomputed.values.get(spot)
        if spot in recomputed.values and same(computed, answer.value):
            continue
        told.append(
            Difference(
                spot,
                sheets[spot.sheet].formula(spot.at),
                recomputed.errors.get(spot)
                or (shown(computed) if spot in recomputed.values else "（没有重算）"),
                shown(answer.value),
                answer.where,
                hint(computed, answer, answers),
            )
        )
    return told


def same(computed: Value, expected: Value) -> bool:
    """Whether two values are the same amount, but for what binary counting leaves behind."""
    if isinstance(computed, Decimal) and isinstance(expected, Decimal):
        return abs(computed - expected) <= max(NOISE, abs(expected) * Decimal("1e-13"))
    nothing = (None, "")  # a zero is something
    return computed == expected or (computed in nothing and expected in nothing)


def shown(value: Value) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value or "（无数）")


def hint(computed: Value, answer: Answer, answers: Answers) -> str:
    """The usual reason: records kept at the town itself, which no village's row has."""
    figure = answer.figure
    if figure is None or not (isinstance(computed, Decimal) and isinstance(answer.value, Decimal)):
        return ""
    missing = answer.value - computed
    told = f"相差{plain(missing)}"
    if figure.place != answers.source.place or (figure.show != "flow" and figure.show != "stock"):
        return told
    own = answers.by_place(figure.show).get(figure.place, {}).get(figure.indicator)
    if own and own.value and same(own.value, missing):
        return f"{told}，正好是{answers.place_name('')}本级的，不在各村行里"
    return told
