"""So much for each of so many: 拆除146处、8760平方米，平均每处60平方米; 总收入 over villages, pupils over schools."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Interval, Relation, as_written, meet, middle, said, span_of
from taizhang.checks.relations.slips import misread
from taizhang.checks.structure import Passage
from taizhang.checks.units import measured

RISES = re.compile(
    r"增长|增[收产]|增加(?!值)|增幅|提高|下降|减少|上升|年均|日均|月均|每年|每天|每月|每日"
)
# Which numbers a word for one of them may count.
UNITS = {
    "户": "户", "人": "人 名 人次 个", "村": "个", "校": "所", "生": "人 名", "师": "人 名", "亩": "亩", "栋": "栋", "处": "处",
    "家": "家 户", "所": "所", "座": "座", "站": "个 座", "棚": "栋 个", "班": "个", "企": "家 户", "镇": "个", "乡": "个",
    "示范村": "个", "行政村": "个", "学校": "所", "件": "件", "头": "头", "台": "台", "公里": "公里", "项目": "个", "企业": "家 户 个",
    "栏": "个", "公顷": "公顷", "平方公里": "平方公里", "条": "条", "场": "场", "次": "次", "株": "株", "农户": "户", "班级": "个",
    "担": "担", "台次": "台次", "人次": "人次", "起": "起", "宗": "宗", "吨": "吨", "公斤": "公斤", "平方米": "平方米", "立方米": "立方米", "张": "张", "支": "支", "辆": "辆", "间": "间", "批": "批",
    "床": "张", "岗": "个 人", "名": "名 人", "套": "套", "只": "只 羽", "羽": "羽 只",
}  # fmt: skip
ONE = "|".join(sorted(UNITS, key=len, reverse=True))
EACH = re.compile(
    rf"(?:(?:平均)?每(?:个|一)?(?P<one>{ONE})(?:平均|每年|每月)?|(?P<mean>[户人村亩校生师栋处站栏棚班企镇乡])均|平均)"
    r"(?P<what>[一-鿿]{0,6}?)(?:为|达到|达|约|仅|有|是|的|收缴|缴纳|投入|拥有|补助|奖补|产量?)*$"
)
MONEY = {"消费", "支出", "收入", "产值", "投资", "补助"}
BACK, AHEAD = 12, 2  # claims
HEAD = 16  # claims that say how large the whole place is
FINE = 60  # times its leeway


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        named = EACH.search(passage.before(claim, 14))
        plain = claim.kind in {"quantity", "money"} and claim.approx in {"exact", "about"}
        if named and plain and not RISES.search(claim.lead.replace("每人每年", "每人")):
            yield from product(passage, i, named["one"] or named["mean"] or "")


def product(passage: Passage, i: int, of: str) -> Iterator[Relation]:
    """How many and how much in all, where they fit; else the nearest two, if one digit explains the gap."""
    claims, each = passage.claims, passage.claims[i]
    here = near(passage, i)
    units = set(UNITS.get(of, "").split())
    bases = (
        [k for k in here if claims[k].unit in units]
        if units
        else [k for k in here if counts(claims[k])]
    )
    if of == "人":  # how many there are is said once, at the head of a report
        bases += [k for k in passage.stated[:HEAD] if claims[k].unit in {"人", "户"} and k < i]
    outputs = [k for k in here if measured(claims[k].unit)[0] == measured(each.unit)[0]]
    pairs = [(a, b) for a in bases for b in outputs if a != b and middle(claims[b]) > middle(each)]
    pairs.sort(key=lambda pair: abs(pair[0] - i) + abs(pair[1] - i) + BACK * (pair[1] > i))
    for a, b in pairs:
        if makes(claims[a], each, claims[b]) and (units or precise(each, claims[b])):
            yield told(passage, a, b, i, True)
            return
    if units:
        yield from slipped(passage, i, pairs)


def slipped(passage: Passage, i: int, pairs: list[tuple[int, int]]) -> Iterator[Relation]:
    """The only two numbers of its sentence or the one before that one wrong digit keeps from it."""
    claims, each = passage.claims, passage.claims[i]
    close = [two for two in pairs if all(abs(claims[k].sentence - each.sentence) <= 1 for k in two)]
    wrong = [(a, b) for a, b in close if slip(claims[a], each, claims[b])]
    if (
        len({(middle(claims[b]), claims[a].unit) for a, b in wrong}) == 1
    ):  # of 15座, 11 done: the 15
        wrong = [max(wrong, key=lambda two: middle(claims[two[0]]))]
    if len(wrong) != 1:
        return
    a, b = wrong[0]
    here = all(claims[k].sentence == each.sentence for k in (a, b))
    word = re.split("平均|每|.均", each.lead)[0][-2:]
    named = bool(word) and any(word in claims[k].lead + claims[k].subject for k in (a, b))
    if here or named or len(close) == 1:
        yield told(passage, a, b, i, False)


def near(passage: Passage, i: int) -> list[int]:
    """The amounts around in its paragraph."""
    claims, each = passage.claims, passage.claims[i]
    around = [*passage.preceding(i)[:BACK], *passage.following(i)[:AHEAD]]
    return [
        k
        for k in around
        if passage.paragraph_of(claims[k]) == passage.paragraph_of(each)
        and claims[k].kind in {"quantity", "money"}
        and claims[k].approx in {"exact", "about"}
        and not RISES.search(claims[k].lead)
        and not EACH.search(claims[k].lead)
    ]


def counts(claim: Claim) -> bool:
    return claim.kind == "quantity" and measured(claim.unit)[0] == claim.unit


def around(claim: Claim) -> Interval:
    """A mean is rounded even where it is written as a whole number."""
    half = Fraction(claim.amount.step) * measured(claim.unit)[1] / 2
    return middle(claim) - half, middle(claim) + half


def makes(base: Claim, each: Claim, output: Claim) -> bool:
    low, high = (end / measured(base.unit)[1] for end in span_of(base))
    spans = around(each)
    return meet((low * spans[0], high * spans[1]), span_of(output))


def precise(each: Claim, output: Claim) -> bool:
    """Numbers so long that they hardly fit by chance."""
    return abs(each.amount.low) >= each.amount.step * FINE and output.amount.low >= Decimal(FINE)


def slip(base: Claim, each: Claim, output: Claim) -> bool:
    """One digit of one of the three written otherwise, or 公斤 for 斤, would make them agree."""
    made = middle(base) / measured(base.unit)[1] * middle(each)
    if not made:
        return False
    low, high = span_of(output)
    spans = around(each)
    what = re.sub(rf"为?每(?:{ONE})|.均|平均|每.|[为达约到]+$", "", each.lead)[-4:]
    spent = what[-2:] in MONEY and output.kind == "money"
    beside = base.sentence == each.sentence == output.sentence
    if what and not spent and not beside and not any(letter in output.lead for letter in what):
        return False
    wide = (spans[1] - spans[0]) / 2 / middle(each) * made
    factors = [
        *misread(each),
        *misread(base),
        *(1 / by for by in misread(output)),
        Fraction(10),
        Fraction(1, 10),
        Fraction(2),
        Fraction(1, 2),
    ]
    return any(meet(((made - wide) * by, (made + wide) * by), (low, high)) for by in factors if by)


def told(passage: Passage, a: int, b: int, i: int, holds: bool) -> Relation:
    base, output, each = (passage.claims[k] for k in (a, b, i))
    worked = as_written(middle(base) / measured(base.unit)[1] * middle(each), output)
    message = f"{said(base)}×{said(each)}＝{worked}"
    message += (
        f"，与{said(output)}相符。" if holds else f"，文中却写{said(output)}，请核对这三个数。"
    )
    return Relation("product", (a, b, i), holds, message, "ask")
