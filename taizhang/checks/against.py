"""A report held against the ledgers: which indicator a number speaks of, and whether the closed period says the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from taizhang.checks.checking import Bound, Checked, Remark
from taizhang.checks.claims import Claim
from taizhang.checks.relation import meet, number, said, span_of
from taizhang.checks.relations.repeats import telling
from taizhang.checks.units import canonical, comparable, in_base, measured
from taizhang.core.period import Period
from taizhang.core.wording import plain
from taizhang.indicators.figures import figures
from taizhang.indicators.source import Source

SURE, LIKELY = Fraction(4, 5), Fraction(1, 2)
LONG = 4  # letters
MARGIN = Fraction(1, 5)  # by which the best match must be better than the second
BRACKETS = re.compile(r"（[^）]*）|\([^)]*\)|[“”\"《》\s]")


@dataclass(frozen=True)
class Known(Bound):
    """One figure of the ledgers: of an indicator, at a place, as a flow or a stock."""

    names: tuple[str, ...]
    unit: str
    value: Decimal
    usual: bool  # what the bare figure means

    @property
    def title(self) -> str:
        where = f"{self.place}的" if self.place else ""
        how = {"flow": "本期", "stock": "累计"}[self.show] if not self.usual else ""
        return f"{where}{how}{self.names[0]}"


def known_figures(
    source: Source,
    period: Period,
    text: str,
    whole: str = "",
    names: tuple[str, ...] = (),
) -> list[Known]:
    """Every figure of the period, or those named, of a whole place and of the places in it that the text names."""
    whole = whole or source.place
    places = {"": whole} | {
        short(info.name): code
        for code, info in source.places.items()
        if code != whole and code.startswith(whole) and short(info.name) in text
    }
    return [
        known
        for name, code in places.items()
        for show in ("flow", "stock")
        for known in shown_at(source, period, (name, code, show), names)
    ]


def shown_at(
    source: Source, period: Period, where: tuple[str, str, str], names: tuple[str, ...]
) -> Iterator[Known]:
    name, code, show = where
    for figure in figures(source, period, place=code, show=show, names=names):
        definition = source.definitions[figure.indicator]
        if figure.value is not None:
            called = (definition.title, *definition.aliases)
            usual = definition.show == show or definition.kind == "ratio"
            yield Known(
                figure.indicator, name, code, show, called, figure.unit, figure.value, usual
            )


def short(place: str) -> str:
    """A place as prose names it: 广坪 for 广坪集中建房点, 广坪村 for itself."""
    return re.sub(r"(?:集中建房点|建房点)$", "", place)


def hold_against(checked: Checked, known: list[Known]) -> None:
    """Bind each claim that can be bound, and remark on those that say otherwise than the ledgers."""
    for i in checked.passage.stated:
        claim = checked.claims[i]
        candidates = matches(checked, claim, known)
        if candidates:
            settle(checked, i, candidates, known)
        if i not in checked.bound:
            by_value(checked, i, known)


def by_value(checked: Checked, i: int, known: list[Known]) -> None:
    """A telling number without a name of its own that one figure has exactly: it is that figure, and somebody is told."""
    claim = checked.claims[i]
    if not telling(claim) or claim.kind in {"percent", "ratio"}:
        return
    here = place_named(checked, claim, known)
    equal = [
        one
        for one in known
        if one.usual and one.place == here and same_kind(claim, one) and agrees(claim, one)
    ]
    if len(equal) == 1:
        checked.bound[i] = equal[0]
        message = (
            f"{said(claim)}等于台账里的“{equal[0].title}”，文中没有写明说的是它，请核对前后的字。"
        )
        checked.remarks.append(Remark("info", (i,), message))


def matches(checked: Checked, claim: Claim, known: list[Known]) -> list[tuple[Fraction, Known]]:
    """The figures that a claim's words may mean, best first."""
    words = BRACKETS.sub("", claim.lead + claim.extra.get("after", "")[:10])
    here = place_named(checked, claim, known)
    scored = [
        (score(words, claim.subject, one), one)
        for one in known
        if same_kind(claim, one) and one.place == here
    ]
    return sorted(
        ((points, one) for points, one in scored if points >= LIKELY),
        key=lambda pair: (-pair[0], not pair[1].usual),
    )


def same_kind(claim: Claim, one: Known) -> bool:
    return canonical(claim.unit) == canonical(one.unit) or (
        measured(claim.unit)[0] == measured(one.unit)[0] != claim.unit
    )


def place_named(checked: Checked, claim: Claim, known: list[Known]) -> str:
    """The place a number is of: right behind it (130亩的广坪建房点), else the last one before it in its sentence.

    Several in a row (广坪、天鹅两个) are the whole.
    """
    names = {one.place for one in known if one.place}
    behind = checked.passage.after(claim, 10)
    for name in names:
        if re.match(rf"的{re.escape(name)}", behind):
            return name
    start = checked.passage.sentence_of(claim).start
    before = checked.passage.plain[start : claim.start]
    named = sorted((before.rfind(name), name) for name in names if name in before)
    if not named:
        return ""
    at, last = named[-1]
    return "" if before[:at].endswith(("、", "和", "及")) else last


def score(words: str, subject: str, one: Known) -> Fraction:
    """How much of a figure's name stands in the words; or of a longer subject in the name, which may say more."""
    names = [BRACKETS.sub("", name) for name in one.names]
    named = max(overlap(words, name) for name in names)
    if len(subject) >= LONG:
        named = max(named, max(overlap(name, subject) for name in names) * SURE)
    return named


def overlap(words: str, name: str) -> Fraction:
    pairs = [name[n : n + 2] for n in range(len(name) - 1)]
    return Fraction(sum(pair in words for pair in pairs), len(pairs)) if pairs else Fraction(0)


def settle(
    checked: Checked, i: int, candidates: list[tuple[Fraction, Known]], known: list[Known]
) -> None:
    claim = checked.claims[i]
    best, figure = candidates[0]
    agreeing = next(
        (one for points, one in candidates if points >= best - MARGIN and agrees(claim, one)), None
    )
    if agreeing:
        checked.bound[i] = agreeing
        return
    rivals = {one.indicator for points, one in candidates if points > best - MARGIN}
    if best < SURE or len(rivals) > 1:
        names = "、".join(dict.fromkeys(one.title for _, one in candidates[:3]))
        message = f"“{said(claim)}”说的是不是台账里的“{names}”？对不上：{values(candidates[:3])}；请核实。"
        checked.remarks.append(Remark("info", (i,), message))
        return
    checked.remarks.append(Remark("ask", (i,), differs(claim, figure) + why(claim, figure, known)))


def agrees(claim: Claim, figure: Known) -> bool:
    exact = in_base(figure.value, figure.unit)
    return comparable(claim.unit, figure.unit) and meet(span_of(claim), (exact, exact))


def differs(claim: Claim, figure: Known) -> str:
    factor = measured(figure.unit)[1]
    low, high = span_of(claim)
    off = (
        abs((low + high) / 2 - in_base(figure.value, figure.unit)) / factor
        if high < 10**29
        else Fraction(0)
    )
    return f"台账里“{figure.title}”是{plain(figure.value)}{figure.unit}，文中写{said(claim)}，相差{number(off)}{figure.unit}"


def why(claim: Claim, figure: Known, known: list[Known]) -> str:
    """Another figure that has the written value: planned for done, flow for stock, another place."""
    others = [
        one for one in known if one is not figure and same_kind(claim, one) and agrees(claim, one)
    ]
    related = [
        one for one in others if one.indicator.split(".")[0] == figure.indicator.split(".")[0]
    ]
    if related:
        return f"；写的数等于“{related[0].title}”，请核对是不是引错了指标。"
    return "；请核对是台账没有登记全，还是文中写错。"


def values(candidates: list[tuple[Fraction, Known]]) -> str:
    return "、".join(f"{one.title}{plain(one.value)}{one.unit}" for _, one in candidates)
