"""Of what a share is: the whole that its words name, that its part belongs to, or that the share before was of."""

import re
from bisect import bisect_left

from taizhang.checks.relation import middle
from taizhang.checks.relations.groups import group_of
from taizhang.checks.structure import Passage, cleaned
from taizhang.checks.units import comparable

AROUND = 12  # claims of one name on either side
BACK_TO_SHARE = 8  # claims
OPEN = {"at_least", "at_most"}  # what has no end proves nothing


def wholes_of(passage: Passage, i: int, named: str, parts: list[int]) -> tuple[list[int], bool]:
    """What may be the whole, the likeliest first, and whether the first is beyond doubt."""
    claims = passage.claims
    if not parts:
        return [], False
    wanted = cleaned(re.sub(r"^(?:其|该|全部)", "", named))
    if len(wanted) < 2:
        group = group_of(passage, parts[0])
        if group and not wanted:
            return [group.total], True
        return [*parts[1:2], *(said_before(passage, i) if not wanted else [])], False
    others = [
        k
        for k in near_to(i, named_alike(passage, wanted))
        if k not in (i, parts[0]) and comparable(claims[k].unit, claims[parts[0]].unit)
    ]
    exact = [k for k in others if same_name(wanted, claims[k].subject)]
    like = exact or [k for k in others if same_thing(wanted, claims[k].subject)]
    a_head = "均" in claims[parts[0]].lead
    alike = [k for k in like if ("均" in claims[k].lead) == a_head]
    like = alike or like  # kinds of income are parts of an income a head
    if not like:
        group = group_of(passage, parts[0])
        sure = group and claims[group.total].subject[-2:] == wanted[-2:]
        return ([group.total], bool(sure)) if group else ([], False)
    like.sort(key=lambda k: (len(claims[k].subject), abs(claims[k].sentence - claims[i].sentence)))
    certain = bool(alike) and len({middle(claims[k]) for k in like}) == 1
    return like, certain


def said_before(passage: Passage, i: int) -> list[int]:
    """一是…，占可支配收入的52%。二是…，占24%: the whole of the share before, in the same paragraph."""
    whole = passage.found.get("shared whole", [])
    before = [k for k in passage.preceding(i)[:BACK_TO_SHARE] if passage.claims[k].unit == "%"]
    near = any(
        passage.paragraph_of(passage.claims[k]) == passage.paragraph_of(passage.claims[i])
        for k in before
    )
    return whole if near else []


def near_to(i: int, alike: list[int]) -> list[int]:
    """The nearest on either side: a long text says one name many times."""
    at = bisect_left(alike, i)
    return alike[max(0, at - AROUND) : at + AROUND]


def named_alike(passage: Passage, wanted: str) -> list[int]:
    """The amounts whose names end as the wanted one does; those with an open end prove nothing."""
    if "endings" not in passage.found:
        endings: dict[str, list[int]] = {}
        for k in passage.stated:
            claim = passage.claims[k]
            if claim.kind in {"quantity", "money"} and claim.approx not in OPEN:
                endings.setdefault(claim.subject[-2:], []).append(k)
        passage.found["endings"] = [endings]
    return passage.found["endings"][0].get(wanted[-2:], [])


def same_name(wanted: str, subject: str) -> bool:
    return re.sub(r"^总", "", wanted) == re.sub(r"^总", "", subject)


def same_thing(wanted: str, subject: str) -> bool:
    bare = re.sub(r"^总", "", wanted)
    return bare == re.sub(r"^总", "", subject) or subject.endswith(wanted)
