"""What is left of one number after another, wherever the two stand: 任务820户，已完工697户；…剩余123户."""

import re
from collections.abc import Iterator

from taizhang.checks.relation import Relation, meet, middle, span_of
from taizhang.checks.relations.differences import from_to, less, subtracted
from taizhang.checks.relations.groups import parts_of_groups
from taizhang.checks.relations.slips import misread
from taizhang.checks.relations.unsaid import amount
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

REST = re.compile(
    r"(?:剩余|余下|其余|还差|尚差|尚余|还有|尚有|相差|结存|年终结余|结余|[还尚剩](?:有|余)(?:空间|缺口|额度)|[还尚]剩|(?:^|[，。；、])(?:差|尚?未[一-鿿]{1,4}|还没有[一-鿿]{1,4}))的?$"
)
# 新增6户，退出3户 behind the net figure.
NET = re.compile(r"净(?:增加?|减少?)$")
GAINED = re.compile(r"新增|增加|净?转入|迁入|新纳入")
LOST = re.compile(r"退出|减少|注销|转出|迁出|退库|死亡|关闭")
TOTAL = re.compile(r"[收支入出]总计|[收支入出]合计")
TWO = 2
INCOME = re.compile(r"总收入|收入[总合]计")
SPENDING = re.compile(r"总支出|支出[总合]计")
EVEN = re.compile(r"收支(?:相抵|相减|平衡|差额)")
CHANGED = re.compile(r"(?:减贫|净?减少|净?增加|压减|精简)$")
WEAK = re.compile(r"还有的?$")
REACH = 10  # claims back
LEAST = 10  # one digit alone is explained by any
FARTHEST = 4  # sentences, semicolons counted


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        if claim.kind in {"percent", "ratio"} or claim.approx != "exact":
            continue
        if REST.search(passage.before(claim, 10)):
            yield from left(passage, i)
        if CHANGED.search(claim.lead):
            yield from before_its_ends(passage, i)
        if NET.search(claim.lead):
            yield from made_up(passage, i)


def left(passage: Passage, i: int) -> Iterator[Relation]:
    """The two numbers before that leave this one; else the two nearest, where one digit written otherwise would do."""
    before = near(passage, i)
    fitting = next((one for one in differences(passage, i, before) if one.holds), None)
    if fitting:
        yield fitting
        return
    claims, claim = passage.claims, passage.claims[i]
    totals = [k for k in before if TOTAL.search(claims[k].lead)]
    if len(totals) == TWO and "余" in claim.lead:
        yield taken(passage, totals[1], totals[0], i)
        return
    if re.search("结余", claim.lead):
        yield from balance(passage, i)
    if not before:
        return
    own = [k for k in before if claims[k].sentence == claim.sentence]
    before = own if len(own) >= TWO else before
    whole = max(before, key=lambda k: (middle(claims[k]), -k))
    others = [k for k in before if k != whole]
    outer = [k for k in others[TWO:] if k not in parts_of_groups(passage)]
    for k in (*others[:TWO], *outer):
        gap = middle(claims[whole]) - middle(claims[k])
        long = middle(claim) >= LEAST or not WEAK.search(claim.lead)
        wrong = [middle(claim) * by for by in misread(claim) if long]
        if middle(claims[k]) > 0 and gap > 0 and gap in wrong and named_so(passage, i, k):
            yield taken(passage, min(whole, k), max(whole, k), i)
            return


def balance(passage: Passage, i: int) -> Iterator[Relation]:
    """总收入…。总支出…。收支相抵，结余…: the nearest totals of both before it, wherever they stand."""
    claims = passage.claims
    like = [k for k in passage.preceding(i) if claims[k].unit == claims[i].unit]
    both = [
        next((k for k in like if name.search(claims[k].lead)), None) for name in (INCOME, SPENDING)
    ]
    if None not in both and EVEN.search(passage.before(claims[i], 20)):
        first, second = sorted(k for k in both if k is not None)
        yield taken(passage, first, second, i)


def before_its_ends(passage: Passage, i: int) -> Iterator[Relation]:
    """减贫10.9万人，贫困人口由17.8万人降至6.9万人: the change said before both ends."""
    claims = passage.claims
    ends = next((pair for pair in from_to(passage, i) if pair[0] > i), None)
    if ends and claims[ends[0]].unit == claims[ends[1]].unit == claims[i].unit:
        near = claims[ends[0]].sentence == claims[i].sentence and ends[0] - i <= TWO
        if near and re.search("[，,]", passage.between(claims[i], claims[ends[0]])):
            yield taken(passage, *ends, i)


def differences(passage: Passage, i: int, before: list[int]) -> Iterator[Relation]:
    """Every two numbers before that may leave this one; 未办结 is left by the smaller one being 办结."""
    values = {k: middle(passage.claims[k]) for k in before}
    for a, b in ((a, b) for b in before for a in before if a < b):
        smaller = min(a, b, key=lambda k: values[k])
        if "未" not in passage.claims[i].lead or named_so(passage, i, smaller):
            yield taken(passage, a, b, i)


def named_so(passage: Passage, i: int, part: int) -> bool:
    """未办结3件 is what remains of 办结39件; 剩余 is of what the same sentence says."""
    claims = passage.claims
    rest = re.search(r"未([一-鿿]{1,4})的?$", claims[i].lead)
    if rest:
        return rest[1] in claims[part].lead
    return not re.search("。", passage.between(claims[part], claims[i]))


def near(passage: Passage, i: int) -> list[int]:
    """The levels of its unit before it in its paragraph, the nearest first."""
    claims, claim = passage.claims, passage.claims[i]
    return [
        k
        for k in passage.preceding(i)[:REACH]
        if claim.sentence - claims[k].sentence <= FARTHEST
        and "\n" not in passage.between(claims[k], claim)
        and comparable(claims[k].unit, claim.unit)
        and amount(claims[k])
    ]


def taken(passage: Passage, a: int, b: int, i: int) -> Relation:
    claims = passage.claims
    larger, smaller = sorted((a, b), key=lambda k: -middle(claims[k]))
    holds = meet(less(span_of(claims[larger]), span_of(claims[smaller])), span_of(claims[i]))
    message = subtracted(claims[larger], claims[smaller], claims[i], holds)
    return Relation("difference", (a, b, i), holds, message, "ask")


def made_up(passage: Passage, i: int) -> Iterator[Relation]:
    """净增3户，全年新增6户，退出3户: what came less what went, both said behind."""
    claims = passage.claims
    behind = [k for k in passage.following(i)[:3] if claims[k].sentence - claims[i].sentence <= 1]
    came = [k for k in behind if GAINED.search(claims[k].lead)]
    went = [k for k in behind if LOST.search(claims[k].lead)]
    if came and went and claims[came[0]].unit == claims[went[0]].unit == claims[i].unit:
        yield taken(passage, came[0], went[0], i)
