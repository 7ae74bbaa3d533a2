"""Growth against both values: 由86家增至102家，增长18.6%; 达到320人，比上年增加20人，增长6.7%.

Not checked: yearly averages, and growth at comparable prices, which no two printed values give.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Interval, Relation, meet, number, said, span_of
from taizhang.checks.relations.differences import SAME_THING, from_to
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

RATE = re.compile(
    SAME_THING
    + r"(?:增长|增幅|提高|上升|上涨|增加|下降|减少|降低|降幅|增速|精简|压减|压缩|缩减|缩短)(?:了|为|达|达到|约|近)?$"
)
DOWN = re.compile(r"下降|减少|降低|降幅|精简|压减|压缩|缩减|缩短")
OF_PLAN = re.compile(r"^(?:目标|任务)?的$")  # 为调整预算50800万元的100.9%
CHANGED = re.compile(r"(?:减少|增加|下降|上升)了?$")
OF_BUDGET = re.compile(r"^(?:为|占|完成)[^，。；\d]{0,10}的$")  # 为预算的104.2%
REACH = 7  # claims back
BASE = re.compile(r"^[，,（(](?:上年|去年|上年同期|去年同期)(?:为|是|完成|实现)?$")
LAST_TIME = re.compile(
    r"(?:[上去]年|同期|年初|期初)(?:末|底|同期)?(?:的)?(?:为|是|有|只有|仅有?)?$"
)
BASES = {
    "beginning": re.compile(r"年初"),
    "before": re.compile(r"环比|上月|上季|上半年|季度"),
    "year": re.compile(r"同比|上年|去年|同期"),
}
NOT_COMPARED = re.compile(
    r"年均|可比价|不变价|平均每年|按可比|实际增长|增加值|生产总值|GDP|同口径|总产值"
)
BY = re.compile(
    r"(?:(?:比|较|环比|同比)[^。；\d]{0,10}(?:\d{4}年[末底]?)?(?:净?增加|净?减少|[多少][增减收]|[增减][收产支]|多|少|增|减)"
    r"|^[^，。；]{0,6}[，,](?:增加|减少|[增减][收产]))了?$"
)


def relations(passage: Passage) -> Iterator[Relation]:
    for first, second in from_to(passage):
        rate = rate_after(passage, second)
        if rate is not None:
            yield compared(passage, (first, second, rate))
    for i in passage.stated:
        yield from grown_by(passage, i)
        yield from from_base(passage, i)
        yield from changed_of(passage, i)


def rate_after(passage: Passage, index: int) -> int | None:
    """The rate said next in the same sentence, unless it is of another kind."""
    claims = passage.claims
    for k in passage.following(index):
        if claims[k].sentence != claims[index].sentence:
            return None
        if k - index > 2:
            return None
        if claims[k].unit == "%" and RATE.search(
            passage.plain[claims[k - 1].end : claims[k].start]
        ):
            lead = passage.words(passage.sentence_of(claims[index]))
            return None if NOT_COMPARED.search(lead) else k
    return None


def compared(passage: Passage, three: tuple[int, int, int]) -> Relation:
    first, second, rate = (passage.claims[i] for i in three)
    return judged(
        passage, three, span_of(first), span_of(second), rate, f"从{said(first)}到{said(second)}"
    )


def changed_of(passage: Passage, i: int) -> Iterator[Relation]:
    """发生事故14起，死亡5人，同比事故起数减少6起、下降30%: a change whose level stands further back and fits."""
    claims = passage.claims
    change, rate = claims[i], next(iter(passage.following(i)), None)
    named = CHANGED.search(change.lead)
    if not named or rate is None or claims[rate].unit != "%":
        return
    if not RATE.search(passage.between(change, claims[rate]).replace("、", "，")):
        return
    for k in passage.preceding(i)[1:REACH]:
        level = claims[k]
        if level.sentence != change.sentence or level.unit != change.unit:
            continue
        now, by = span_of(level), span_of(change)
        down = named[0][0] in "减下"
        before = (now[0] + by[0], now[1] + by[1]) if down else (now[0] - by[1], now[1] - by[0])
        relation = judged(
            passage, (k, i, rate), before, now, claims[rate], f"{said(level)}，变动{said(change)}"
        )
        if before[0] > 0 and relation.holds:
            yield relation
            return


def from_base(passage: Passage, i: int) -> Iterator[Relation]:
    """完成9.12亿元，比上年增长7.3%，上年为8.5亿元."""
    claims = passage.claims
    two = [k for k in passage.following(i)[:2] if claims[k].sentence == claims[i].sentence]
    if len(two) < 2 or claims[two[0]].unit != "%" or claims[two[1]].unit != claims[i].unit:
        return
    rate, base = two
    told = RATE.search(passage.between(claims[i], claims[rate]))
    based = BASE.search(passage.between(claims[rate], claims[base]))
    if told and based and not NOT_COMPARED.search(passage.words(passage.sentence_of(claims[i]))):
        yield compared(passage, (base, i, rate))


def grown_by(passage: Passage, i: int) -> Iterator[Relation]:
    """A level, its change and its rate: the level before is the difference."""
    claims = passage.claims
    level = claims[i]
    following = behind(passage, i)
    if len(following) < 2:
        return
    change, rate = claims[following[0]], claims[following[1]]
    if LAST_TIME.search(level.lead):
        return  # 去年为72公里，增加14.4公里: the level before, not the one now
    if not comparable(level.unit, change.unit) or rate.unit != "%" or level.kind == "percent":
        return
    said_before = passage.plain[max(level.end, change.start - 20) : change.start]
    if not BY.search(said_before) or not RATE.search(passage.between(change, rate)):
        return
    bases = [base_of(passage.between(level, change)), base_of(passage.between(change, rate))]
    if NOT_COMPARED.search(passage.words(passage.sentence_of(level))) or (
        bases[1] and bases[0] != bases[1]
    ):
        return
    down = bool(re.search(r"减|少(?!数)", passage.between(level, change)))
    now, by = span_of(level), span_of(change)
    before = (now[0] + by[0], now[1] + by[1]) if down else (now[0] - by[1], now[1] - by[0])
    if before[0] <= 0:
        return
    message = f"{said(level)}，变动{said(change)}"
    yield judged(passage, (i, *following), before, now, rate, message)


def behind(passage: Passage, i: int) -> list[int]:
    """The two claims behind a level in its sentence; 为调整预算50800万元的100.9% is passed over."""
    claims = passage.claims
    found = [k for k in passage.following(i)[:4] if claims[k].sentence == claims[i].sentence]
    if found and OF_BUDGET.search(claims[found[0]].lead) and claims[found[0]].unit == "%":
        found = found[1:]
    if len(found) == 4 and OF_PLAN.match(passage.between(claims[found[0]], claims[found[1]])):
        return found[2:]
    return found[:2]


def base_of(words: str) -> str:
    """What a change is held against: the beginning of the year, the year before, or the period before."""
    return next((name for name, sign in BASES.items() if sign.search(words)), "")


def judged(
    passage: Passage,
    three: tuple[int, ...],
    before: Interval,
    now: Interval,
    rate: Claim,
    what: str,
) -> Relation:
    """The rate that the two values give, as an interval, against the rate as written."""
    down = bool(DOWN.search(passage.before(rate, 10)))
    sign = -1 if down else 1
    if before[0] <= 0:
        return Relation("growth", three, True, f"{what}，基数为零，不算增长率。")
    ends = [(now[0] / before[1] - 1) * 100 * sign, (now[1] / before[0] - 1) * 100 * sign]
    worked = (min(ends), max(ends))
    holds = meet(worked, span_of(rate))
    middle = (worked[0] + worked[1]) / 2
    word = "下降" if down else "增长"
    if holds:
        return Relation("growth", three, True, f"{what}，{word}{said(rate)}，相符。")
    message = f"{what}，算出来是{word}{number(Fraction(middle))}%，文中却写{word}{said(rate)}，请核对这三个数。"
    return Relation("growth", three, False, message, "error")
