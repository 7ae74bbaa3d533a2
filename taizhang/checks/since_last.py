"""A report against the one issued before it: cumulative numbers that have become smaller."""

import re
from collections.abc import Iterator

from taizhang.checks.checking import Checked, Remark
from taizhang.checks.claims import Claim
from taizhang.checks.relation import said, span_of
from taizhang.checks.relations.repeats import bare
from taizhang.checks.units import comparable

CUMULATIVE = re.compile(r"累计|已|共|建成|完成|总")


def gone_back(now: Checked, before: Checked) -> Iterator[Remark]:
    """Claims of the same thing, cumulative in both reports, that are smaller now."""
    known = cumulative(before)
    for name, (_, claim) in cumulative(now).items():
        if name in known:
            old = known[name][1]
            if comparable(claim.unit, old.unit) and span_of(claim)[1] < span_of(old)[0]:
                message = f"“{claim.subject}”上一份报告是{said(old)}，这一份是{said(claim)}，累计数变小了，请核对。"
                yield Remark("ask", (claim.index,), message)


def cumulative(checked: Checked) -> dict[str, tuple[int, Claim]]:
    """What a report says cumulatively, by name; a name said twice with different values is left out."""
    found: dict[str, tuple[int, Claim]] = {}
    twice: set[str] = set()
    for i in checked.passage.stated:
        claim = checked.claims[i]
        name = bare(claim.subject)
        if len(name) < 2 or claim.kind in {"percent", "ratio"} or not CUMULATIVE.search(claim.lead):
            continue
        if name in found and found[name][1].value != claim.value:
            twice.add(name)
        found[name] = (i, claim)
    return {name: pair for name, pair in found.items() if name not in twice}
