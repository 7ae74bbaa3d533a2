"""How far a cue such as 其中 reaches: forward to its parts, back to the totals that they may be parts of."""

import re

from taizhang.checks.claims import Claim
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

BALANCE = re.compile(r"[顺逆]差|差额|[节结]余")
AMONG = re.compile(r"其中")
OF_ALL = re.compile(
    r"(?<!的)总(?:数|里程|量|计|规模|面积|人数|户数|额|长度)|累计|合计|全[镇县市省国乡区村]"
)
QUALIFIER = re.compile(r"(?:及)?(?:以上|以下|以内)(?:的|[一-鿿])")
FARTHEST = 2  # sentences back to the total
PARAGRAPHS = 4  # back to what a paragraph that opens with 从…看 divides
FARTHEST_OF_DIVISION = 14  # a total may be divided several times
MOST_TOTALS = 4
OF_PLAN = re.compile(r"(?:目标|任务)?的\d[\d.]*%")  # 为调整预算50800万元的100.9%


def begins_sentence(passage: Passage, start: int) -> bool:
    return not start or passage.plain[start - 1] in "。\n；;："


def parts_after(passage: Passage, cue: re.Match[str]) -> list[int]:
    """The claims of one unit behind a cue, to the end of what it governs."""
    claims, start = passage.claims, cue.end()
    ahead = passage.from_offset(start)
    if ahead and threshold(passage, claims[ahead[0]]):
        ahead = ahead[1:]  # 其中流域面积100平方公里以上的5条
    if not ahead or claims[ahead[0]].start - start > 40:
        return []
    first = claims[ahead[0]]
    found: list[int] = []
    for i in ahead:
        claim = claims[i]
        last = claims[found[-1]] if found else first
        if ends_list(passage, cue, claim, last, found):
            break
        if nested(passage, last, claim):
            continue
        if claim.sentence != first.sentence and not continues(passage, cue, claim, found):
            break
        if is_part(passage, claim, first):
            found.append(i)
    return found


def threshold(passage: Passage, claim: Claim) -> bool:
    """流域面积100平方公里以上的, 产值超过5000万元的: which things, not how many."""
    if claim.unit == "岁" or claim.unit == "周岁":
        return True
    limit = claim.approx in {"at_least", "at_most"} and passage.plain[claim.end :][:1] == "的"
    return limit or bool(QUALIFIER.match(passage.plain, claim.end))


def ends_list(
    passage: Passage, cue: re.Match[str], claim: Claim, last: Claim, found: list[int]
) -> bool:
    """A closing bracket, a new paragraph, another division or a new total ends the list."""
    between = passage.plain[cue.end() : claim.start]
    closed = between.count("）") + between.count(")") > between.count("（") + between.count("(")
    again = AMONG.search(between) and not begins_sentence(passage, cue.start())
    within = passage.plain[last.end : claim.start] if found else ""
    other = bool(re.search(r"[按分从][^，。；\d]{1,12}[分看][，,]", within))
    fresh = bool(found) and bool(OF_ALL.search(claim.lead))
    return closed or bool(again) or "\n" in between.strip("\n") or other or fresh


def nested(passage: Passage, last: Claim, claim: Claim) -> bool:
    """Within an inner 其中 that its semicolon has not ended yet."""
    gap = passage.plain[last.end : claim.start]
    inner = gap.rfind("其中")
    return inner >= 0 and not re.search("[；;]", gap[inner:])


def continues(passage: Passage, cue: re.Match[str], claim: Claim, found: list[int]) -> bool:
    """A list goes on behind semicolons where 其中 opens a sentence, or each sentence has one part."""
    sentences = [passage.claims[i].sentence for i in found]
    one_each = len(set(sentences)) == len(sentences)
    if not sentences or not (one_each or begins_sentence(passage, cue.start())):
        return False
    ends = [
        passage.plain[passage.sentences[n].end - 1] for n in range(sentences[-1], claim.sentence)
    ]
    near = claim.sentence - sentences[-1] <= 1 or begins_sentence(passage, cue.start())
    return near and all(end in "；;" for end in ends)


def is_part(passage: Passage, claim: Claim, first: Claim) -> bool:
    """Of the same unit, no growth or share, not an aside in brackets."""
    if not comparable(claim.unit, first.unit) or claim.kind in {"percent", "ratio"}:
        return False
    if passage.in_brackets(claim) != passage.in_brackets(first):
        return False
    if BALANCE.search(claim.lead):
        return False
    return not CHANGE.search(claim.lead) and not QUALIFIER.match(passage.plain, claim.end)


def apart(passage: Passage, claim: Claim, cue: re.Match[str]) -> bool:
    """In another paragraph; 从行业看 that opens a paragraph divides what the ones before it speak of."""
    gap = passage.plain[claim.end : cue.start()].strip(" ")
    opens = len(cue[0]) > 1 and cue[0][-1] in "，,：:" and gap.endswith("\n")
    return gap.count("\n") > (PARAGRAPHS if opens else 0)


def totals_before(passage: Passage, cue: re.Match[str], part: Claim, taken: set[int]) -> list[int]:
    """The claims before the cue that the parts can be parts of, the nearest first."""
    claims, start = passage.claims, cue.start()
    divides = len(cue[0]) > 1 and cue[0][-1] in "，,：:"
    reach = FARTHEST_OF_DIVISION if divides else FARTHEST
    found: list[int] = []
    for i in reversed(passage.up_to(start)):
        claim = claims[i]
        if claim.sentence < part.sentence - reach or apart(passage, claim, cue):
            break
        if cue[0] != "其中" and not divides and start - claim.end > 40:
            break
        level = not CHANGE.search(claim.lead.replace("人均", ""))
        if comparable(claim.unit, part.unit) and level and i not in taken:
            aside = passage.in_brackets(claim) and not passage.in_brackets(part)
            if aside or OF_PLAN.match(passage.plain, claim.end):
                continue
            found.append(i)
        if len(found) == MOST_TOTALS:
            break
    return found
