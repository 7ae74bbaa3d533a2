"""One figure said more than once, in whatever unit: 总人口1.1万人 … 现有人口1.1万人; 这33人.

Two values of one thing contradict each other only where both speak of the whole place and of the same time; equal
values of things named alike are noted, for a clerk likes to know that they agree.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, meet, said, span_of
from taizhang.checks.relations.groups import groups
from taizhang.checks.relations.halves import Group
from taizhang.checks.structure import WHOLE, Passage
from taizhang.checks.units import comparable, measured

POINTING = re.compile(r"(?:这|该|上述|(?:^|[，。；])以上)$")
CHANGE = re.compile(
    r"增长|增加(?!值)|减少|下降|提高|上升|新增|净增|同比|比上年|年均|占|率|由|从|增至|降至|新建|改造|投入|累计|其中|每|平均|人均|户均"
)
PLANNED = re.compile(r"计划|规划|拟|预计|力争|目标|到20\d\d年|将|下一步|争取|任务|指标")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_LETTERS = 2
EARLIER = re.compile(r"上年|去年|年初|同期|原|计划|规划|目标|增|减|分别|每|均")
OPEN = {"at_least", "at_most", "range"}
NEXT = 3  # claims of one name that each is compared with
TWO = 2
LONG = 4  # digits
TELLING = 10  # smaller equal numbers are chance
AROUND = 14  # letters on either side
COMMON = {
    "面积",
    "总面",
    "占地",
    "其中",
    "达到",
    "以上",
    "年建",
    "建设",
    "建筑",
    "筑面",
    "全年",
    "年接",
    "每年",
}


def relations(passage: Passage) -> Iterator[Relation]:
    seen: set[tuple[int, ...]] = set()
    for relation in (*pointed_at(passage), *parallel_sums(passage), *same_things(passage)):
        if relation.claims[:2] not in seen:
            seen.add(relation.claims[:2])
            yield relation


def pointed_at(passage: Passage) -> Iterator[Relation]:
    """这33人: the nearest number before it with the same unit is meant."""
    for i in passage.stated:
        claim = passage.claims[i]
        if (
            not POINTING.search(passage.plain[max(0, claim.start - 3) : claim.start])
            or claim.kind != "quantity"
        ):
            continue
        before = [k for k in passage.preceding(i) if passage.claims[k].unit == claim.unit]
        if before and claim.unit not in {"年", "天", "个", "次", "种", "项"}:
            yield agreement(passage, pointed(passage, i, before), i)


def pointed(passage: Passage, i: int, before: list[int]) -> int:
    """The number meant: the same one, else one of what the words behind name, else the nearest."""
    claims, claim = passage.claims, passage.claims[i]
    same = (k for k in before if meet(span_of(claims[k]), span_of(claim)))
    named = pairs(claim.extra["after"])
    called = (k for k in before if named & pairs(claims[k].lead + claims[k].extra["after"][:6]))
    return next(same, next(called, before[0]))


def agreement(passage: Passage, a: int, b: int) -> Relation:
    first, second = passage.claims[a], passage.claims[b]
    holds = meet(span_of(first), span_of(second))
    thing = first.subject or second.subject
    if holds:
        message = f"“{thing}”两处都是{said(first)}" + (
            "。" if said(first) == said(second) else f"（{said(second)}）。"
        )
    else:
        message = (
            f"“{thing}”一处写{said(first)}，另一处写{said(second)}，两处不一致，请核对哪个对。"
        )
    return Relation("repeat", (a, b), holds, message, "error")


def parallel_sums(passage: Passage) -> Iterator[Relation]:
    """Two totals of one thing, each with its parts: the totals and the parts of one name must agree."""
    named: dict[str, list[Group]] = {}
    for group in groups(passage):
        name = bare(passage.claims[group.total].subject)
        if len(group.parts) > 1 and name:
            named.setdefault(name, []).append(group)
    for one, other in (pair for same in named.values() for pair in combinations(same[:12], 2)):
        a, b = passage.claims[one.total], passage.claims[other.total]
        if not comparable(a.unit, b.unit) or not same_time(passage, a, b):
            continue
        yield agreement(passage, one.total, other.total)
        for i in one.parts:
            for k in other.parts:
                if passage.claims[i].subject == passage.claims[k].subject != "":
                    yield agreement(passage, i, k)


def same_things(passage: Passage) -> Iterator[Relation]:
    """Claims named alike: equal ones agree, different ones contradict where both are of the whole."""
    named: dict[str, list[int]] = {}
    for i in passage.stated:
        claim = passage.claims[i]
        if claim.kind in {"quantity", "money"} and len(bare(claim.subject)) >= LEAST_LETTERS:
            named.setdefault(bare(claim.subject), []).append(i)
    for same in named.values():
        for a, b in near_pairs(same):
            yield from compared(passage, a, b)
    yield from equal_values(passage)


def near_pairs(same: list[int]) -> Iterator[tuple[int, int]]:
    """Each with the next few of its name, so that a name said a hundred times costs no more than a hundred names."""
    for at, a in enumerate(same):
        for b in same[at + 1 : at + 1 + NEXT]:
            yield a, b


def compared(passage: Passage, a: int, b: int) -> Iterator[Relation]:
    first, second = passage.claims[a], passage.claims[b]
    if not comparable(first.unit, second.unit) or {first.approx, second.approx} & OPEN:
        return
    if slipped(first, second) and same_time(passage, first, second):
        thing = f"“{first.subject}”一处写{said(first)}，另一处写{said(second)}"
        message = f"{thing}，只差一个数字，请核对是不是同一个数。"
        yield Relation("repeat", (a, b), False, message, "ask")
    elif meet(span_of(first), span_of(second)) or (
        of_the_whole(passage, first)
        and of_the_whole(passage, second)
        and same_time(passage, first, second)
    ):
        yield agreement(passage, a, b)


def slipped(a: Claim, b: Claim) -> bool:
    """Two long numbers of one unit that differ in exactly one digit."""
    one, other = (re.sub(r"\D", "", claim.text) for claim in (a, b))
    telling = min(len(number.strip("0")) for number in (one, other)) >= LONG
    if any(EARLIER.search(claim.lead) for claim in (a, b)):
        return False
    alike = a.unit == b.unit and a.approx == b.approx == "exact" and len(one) == len(other)
    off = [n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    crossed = len(off) == TWO and off[1] == off[0] + 1 and len(one) > LONG
    swapped = crossed and one[off[0]] + one[off[1]] == other[off[1]] + other[off[0]]
    return alike and telling and (len(off) == 1 or swapped)


def equal_values(passage: Passage) -> Iterator[Relation]:
    """Equal telling numbers of one unit, and equal small ones of things called alike."""
    found: dict[tuple[str, Decimal], list[int]] = {}
    for i in passage.stated:
        claim = passage.claims[i]
        if claim.kind in {"quantity", "money"} and claim.reading and not claim.amount.is_range:
            found.setdefault((counted_in(claim), claim.amount.low), []).append(i)
    for same in found.values():
        for a, b in near_pairs(same):
            if telling(passage.claims[a]) or alike_in_part(
                passage, passage.claims[a], passage.claims[b]
            ):
                yield agreement_of_values(passage, a, b)


def counted_in(claim: Claim) -> str:
    """Households are counted as 户, 个 and 家 alike."""
    return "户" if claim.unit in {"户", "个", "家", "名"} else measured(claim.unit)[0]


def telling(claim: Claim) -> bool:
    """Three digits that are not zeros: two such are rarely equal by chance."""
    return claim.reading is not None and len(claim.amount.low.normalize().as_tuple().digits) >= 3


def agreement_of_values(passage: Passage, a: int, b: int) -> Relation:
    first, second = passage.claims[a], passage.claims[b]
    names = "、".join(dict.fromkeys(name for name in (first.subject, second.subject) if name))
    return Relation("repeat", (a, b), True, f"{names}两处都是{said(first)}。")


def alike_in_part(passage: Passage, a: Claim, b: Claim) -> bool:
    """The things counted end in the same three letters, or share two where the number is not small."""
    one, other = words_around(a), words_around(b)
    tails = a.subject[-3:] and a.subject[-3:] == b.subject[-3:] and len(a.subject) >= 3
    if a.amount.low < TELLING:
        return bool(tails)
    near = [passage.plain[max(0, c.start - AROUND) : c.end + AROUND] for c in (a, b)]
    return bool(
        tails
        or pairs(one) & pairs(other)
        or (a.unit == b.unit and pairs(near[0]) & pairs(near[1]) - COMMON)
    )


def pairs(text: str) -> set[str]:
    """Every two neighbouring Chinese letters."""
    return {text[n : n + 2] for n in range(len(text) - 1) if text[n : n + 2].isalpha()}


def words_around(claim: Claim) -> str:
    return claim.subject + claim.extra["after"][:6]


def bare(subject: str) -> str:
    return re.sub(r"^(?:总|现有|在册|现|全部)", "", re.sub(r"(?:面积|总面积)$", "", subject))


def of_the_whole(passage: Passage, claim: Claim) -> bool:
    """Of the whole place: its clause says 全镇 or 总, and speaks of no plan, no change, no member of a list."""
    lead = claim.lead
    sentence = passage.words(passage.sentence_of(claim))
    listed = re.search(
        r"[一二三四五六七八九]是", passage.plain[passage.sentence_of(claim).start : claim.start]
    )
    title = passage.place
    said_whole = WHOLE.search(lead) or (title and title in lead)
    return (
        bool(said_whole)
        and not listed
        and not CHANGE.search(lead)
        and not PLANNED.search(sentence[:40])
    )


def last_year(passage: Passage, claim: Claim) -> str:
    found = YEAR.findall(passage.before(claim, 40))
    return found[-1] if found else ""


def same_time(passage: Passage, a: Claim, b: Claim) -> bool:
    """No two different years in the two sentences, nor before the two claims."""
    nearest = [last_year(passage, one) for one in (a, b)]
    if all(nearest):
        return nearest[0] == nearest[1]
    years = [set(YEAR.findall(passage.words(passage.sentence_of(one)))) for one in (a, b)]
    return not years[0] or not years[1] or years[0] == years[1]
