"""Numbers of like things, said alike, that add up to a third: 规划用地130亩, 规划用地100亩, 用地指标230亩."""

from collections.abc import Iterator
from itertools import combinations

from taizhang.checks.relation import Relation, added, middle, said, span_of
from taizhang.checks.structure import Passage

FARTHEST = 40  # sentences between the parts and the total
LEAST = 20


def relations(passage: Passage) -> Iterator[Relation]:
    """Two or three claims of the same words and unit whose sum stands elsewhere exactly."""
    claims = passage.claims
    alike: dict[tuple[str, str], list[int]] = {}
    for i in passage.stated:
        claim = claims[i]
        if claim.kind == "quantity" and claim.approx == "exact" and len(claim.subject) >= 3:
            alike.setdefault((claim.subject, claim.unit), []).append(i)
    for (_, unit), same in alike.items():
        if 2 <= len(same) <= 3 and len({middle(claims[i]) for i in same}) == len(same):
            yield from total_elsewhere(passage, same, unit)


def total_elsewhere(passage: Passage, parts: list[int], unit: str) -> Iterator[Relation]:
    claims = passage.claims
    total = added([span_of(claims[i]) for i in parts])
    whole = sum(middle(claims[i]) for i in parts)
    if total[1] < LEAST:
        return
    for i in (*passage.preceding(parts[0]), *passage.following(parts[0])):
        near = abs(claims[i].sentence - claims[parts[-1]].sentence) <= FARTHEST
        if (
            i not in parts
            and claims[i].unit == unit
            and near
            and middle(claims[i]) == whole
            and shares_word(passage, i, parts)
        ):
            addition = "＋".join(said(claims[k]) for k in parts)
            yield Relation("sum", (i, *parts), True, f"{addition}＝{said(claims[i])}。")
            return


def shares_word(passage: Passage, i: int, parts: list[int]) -> bool:
    """The total is of the same thing: two letters in common with the parts."""
    name = passage.claims[i].subject + passage.claims[i].extra["after"]
    pairs = {name[n : n + 2] for n in range(len(name) - 1)}
    words = [passage.claims[k].subject + passage.claims[k].extra["after"] for k in parts]
    return any(
        word[n : n + 2] in pairs
        for word, _ in combinations([*words, ""], 2)
        for n in range(len(word) - 1)
    )
