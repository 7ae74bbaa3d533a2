"""What a net figure is made of: two other figures whose entries, one's added and the other's taken away, are its own."""

import json
from collections import Counter
from collections.abc import Iterable

from taizhang.indicators.definition import Definition

Entries = Counter[tuple[str, int]]  # how a kind of entry is made, and its sign


def difference(
    target: Definition, known: Iterable[Definition]
) -> tuple[Definition, Definition] | None:
    """The two indicators that `target` is the difference of; None where it is not one."""
    wanted = entries(target)
    if not any(sign < 0 for _, sign in wanted):
        return None
    others = [one for one in known if one.name != target.name and one.unit == target.unit]
    by_entries = {frozenset(entries(one).items()): one for one in reversed(others)}
    for first in others:
        added = entries(first)
        if added and added < wanted:
            taken = Counter(
                {(made, -sign): times for (made, sign), times in (wanted - added).items()}
            )
            if second := by_entries.get(frozenset(taken.items())):
                return first, second
    return None


def entries(definition: Definition) -> Entries:
    """The kinds of entries of an indicator; none for what is no sum of entries."""
    if definition.kind != "additive" or not definition.declared:
        return Counter()
    found: Entries = Counter()
    for maker in json.loads(definition.declared):
        sign = int(maker.pop("sign", 0))
        found[json.dumps(maker, sort_keys=True), sign] += 1
    return found
