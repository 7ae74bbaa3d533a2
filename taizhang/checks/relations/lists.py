"""A count and the list it counts: 一统河、哈尼河、柳树河、小堤河等4段河流; 2座（东方红、荆大院）; 六个突出 and the six.

A list ends with what is plainly its last member; where that cannot be said, nothing is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, said
from taizhang.checks.structure import Passage

MARK = r"[、]"
MEMBER = r"[^、，,。；;：:（）()\n]{1,24}"
SERIES = re.compile(rf"({MEMBER}(?:、{MEMBER})*(?:(?:以?及|和|与){MEMBER})?)$")
ETC = re.compile(r"等$")
BRACKET = re.compile(r"[^，。；（(]{0,8}[（(]([^（）()]+)[）)]")
BEHIND = re.compile(
    r"[^，。；：:]{0,10}(?:[：:]|，?(?:分别是|分别为|即|包括|依次是|依次为)[:：]?)([^。；\n]+)"
)
WHOLE = re.compile(r"[^，。；：:]{0,10}(?:[：:]|，?(?:分别是|分别为|即|依次是|依次为))")
ITEMISED = re.compile(r"([一二三四五六七八九十])是")
TOGETHER = re.compile(r"，(?:分别是|分别为|即|依次是)([^。；，\n]+)")
COUNTED = set("个家所座处项条名段种位栋类区家村期件门")
MOST = 40
LONGEST = 20  # letters of a member
NOISE = re.compile(r"\d")


@dataclass(frozen=True)
class Listed:
    """The members found for a count, whether the list is beyond doubt, and whether 等 may stand for more of them."""

    members: list[str]
    certain: bool
    open: bool = False


def relations(passage: Passage) -> Iterator[Relation]:
    for i, claim in enumerate(passage.claims):
        if not countable(claim):
            continue
        for listed in (
            in_brackets(passage, claim),
            behind(passage, claim),
            ahead(passage, claim),
            earlier(passage, claim),
        ):
            if listed:
                yield from judged(i, claim, listed)
                break
    yield from itemised(passage)
    yield from named_together(passage)


def named_together(passage: Passage) -> Iterator[Relation]:
    """企业5家、酒厂1家，分别是…: the names are those of all the counts before."""
    for match in TOGETHER.finditer(passage.plain):
        before = [i for i in passage.up_to(match.start()) if countable_or_one(passage.claims[i])][
            -3:
        ]
        counts = [
            i
            for i in before
            if match.start() - passage.claims[i].end < 30
            and "。" not in passage.plain[passage.claims[i].end : match.start()]
        ]
        members = split(match[1])
        if len(counts) < 2 or NOISE.search(match[1]) or len(members) < 3:
            continue
        total = sum(int(passage.claims[i].amount.low) for i in counts)
        names = "＋".join(said(passage.claims[i]) for i in counts)
        if total == len(members):
            yield Relation("count_list", tuple(counts), True, f"{names}，列出的正好是{total}个。")
        elif len({member[-2:] for member in members}) == 1:
            message = f"{names}共{total}个，后面却只列出{len(members)}个（{'、'.join(members)}），请核对。"
            yield Relation(
                "count_list",
                tuple(counts),
                False,
                message.replace("却只", "却" if total < len(members) else "却只"),
                "ask",
            )


def countable(claim: Claim) -> bool:
    if (
        claim.reading is None
        or claim.amount.is_range
        or claim.approx != "exact"
        or not claim.is_stated
    ):
        return False
    return claim.unit[:1] in COUNTED and 2 <= claim.amount.low <= MOST


def in_brackets(passage: Passage, claim: Claim) -> Listed | None:
    """2座（东方红、荆大院）."""
    match = BRACKET.match(passage.plain[claim.end : claim.end + 300])
    if not match or NOISE.search(match[1]):
        return None
    members = split(match[1])
    return Listed(members, not ETC.search(match[1])) if len(members) > 1 else None


def behind(passage: Passage, claim: Claim) -> Listed | None:
    """分为6个功能区：客服区、农业区,滑雪区及漂流区."""
    match = BEHIND.match(passage.plain[claim.end : claim.end + 400])
    if not match or "是" in match[1][:3]:
        return None
    series = to_its_end(match[1])
    members = split(series)
    if NOISE.search(series) or len(members) < 2:
        return None
    said_whole = bool(WHOLE.match(match[0])) and not ETC.search(series)
    return Listed(members, same_ending(members) or said_whole)


def to_its_end(text: str) -> str:
    """A series up to the clause in which nothing is listed any more: 三岔子、红石、凉水林场，经营面积…."""
    clauses = text.split("，")
    joined = re.search("[和及与]", clauses[0])
    last = max(
        (n for n, one in enumerate(clauses) if "、" in one),
        default=0 if joined else len(clauses) - 1,
    )
    return "，".join(clauses[: last + 1])


def ahead(passage: Passage, claim: Claim) -> Listed | None:
    """一统河、哈尼河、柳树河、小堤河等4段河流; 大通矿业公司和谊兴矿业公司两家; 广坪、天鹅两个集中建房点."""
    stretch = passage.plain[max(passage.sentence_of(claim).start, claim.start - 160) : claim.start]
    stretch = re.split(r"[，,：:。；;\n]", stretch)[-1]
    etc = bool(ETC.search(stretch))
    match = SERIES.search(ETC.sub("", stretch))
    if not match:
        return None
    members = split(match[1])
    if len(members) < 2 or NOISE.search(match[1]):
        return None
    claims_all = len(members) > 2 and (etc or abs(len(members) - int(claim.amount.low)) == 1)
    return Listed(members, claims_all, open=etc)


def earlier(passage: Passage, claim: Claim) -> Listed | None:
    """太平川采石场、康宁采石场、泉眼采石场。因环保限制3处采石场…: a list of that very noun in the sentence before."""
    noun = claim.extra["after"][:3]
    if claim.sentence == 0 or len(noun) < 2 or not re.match(r"[一-鿿]{2,3}", noun):
        return None
    sentence = passage.words(passage.sentences[claim.sentence - 1])
    members = re.findall(rf"[^、，,。；;和及与（）]{{1,16}}{re.escape(noun)}", sentence)
    return Listed(members, False) if len(members) > 1 else None


def itemised(passage: Passage) -> Iterator[Relation]:
    """现有3家山庄、1家采摘园。一是…二是…三是…四是…: the counts before the items add up to the items."""
    for paragraph in passage.paragraphs:
        words = passage.words(paragraph)
        items = list(ITEMISED.finditer(words))
        if len(items) < 2 or [one[1] for one in items] != list(
            "一二三四五六七八九十"[: len(items)]
        ):
            continue
        start = paragraph.start + items[0].start()
        counts = [
            i
            for i in passage.up_to(start)
            if countable_or_one(passage.claims[i])
            and paragraph.start <= passage.claims[i].start
            and start - passage.claims[i].end < 40
        ]
        total = sum(int(passage.claims[i].amount.low) for i in counts) if counts else 0
        if counts and total == len(items):
            names = "＋".join(said(passage.claims[i]) for i in counts)
            yield Relation(
                "count_list", tuple(counts), True, f"{names}，后面正好分{len(items)}项来说。"
            )


def countable_or_one(claim: Claim) -> bool:
    return (
        claim.is_stated
        and claim.reading is not None
        and claim.unit[:1] in COUNTED
        and not claim.amount.is_range
    )


def split(text: str) -> list[str]:
    """The members of a series: 甲、乙和丙; a comma counts where pauses stand too."""
    text = re.sub(r"等?[。；]?$", "", text.strip())
    parts = [part for part in re.split(r"[、，,]", text) if part.strip()]
    last = re.split(r"以及|及|和|与", parts[-1]) if parts else []
    if len(last) == 2 and all(len(one) > 1 for one in last):
        parts[-1:] = last
    return parts


def same_ending(members: list[str]) -> bool:
    """All members end alike: …区, …区, …区."""
    return len({member[-1] for member in members}) == 1


def judged(i: int, claim: Claim, listed: Listed) -> Iterator[Relation]:
    count, number = len(listed.members), int(claim.amount.low)
    if count == number:
        yield Relation("count_list", (i,), True, f"{said(claim)}，列出的正好是{number}个。")
    elif contradicts(listed, number):
        names = "、".join(listed.members)
        message = f"写的是{said(claim)}，列出的却有{count}个（{names}），请核对。"
        yield Relation("count_list", (i,), False, message, "ask")


def contradicts(listed: Listed, number: int) -> bool:
    """A list beyond doubt with another number of members; 甲、乙、丙等18项 only gives examples."""
    if listed.open and number > len(listed.members):
        return False
    return listed.certain and all(len(one) <= LONGEST for one in listed.members)
