"""Totals and their parts as the words join them: 其中, 分别为, 包括, 按…分, and how far each of them reaches.

Where the words allow several readings, the one that adds up is taken: a report is right more often than not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from taizhang.checks.claims import Claim
from taizhang.checks.relation import added, span_of
from taizhang.checks.relations.choosing import adds_up, chosen, nearly
from taizhang.checks.relations.divisions import called, complement, complete, pairs
from taizhang.checks.relations.halves import CHANGE, Group
from taizhang.checks.relations.reach import begins_sentence, is_part, parts_after, totals_before
from taizhang.checks.structure import Passage

CUE = re.compile(
    r"其中|分别为|分别是|分为|包括|包含|(?<=[（(])含|由|按[^，。；：\d]{1,12}分(?:组|类)?[，,：:]|[分从][^，。；：\d]{1,8}看[，,：:]"
    r"|(?<=[^\d\s：:。])[：:](?![^\d，。；]{0,4}\d{1,2}[:：])"
)
ALONE = {"其中", "含", "包含"}  # cues that may introduce one part only
TOTAL = re.compile(r"共|总|合计|一共|全部|幅员")
OPEN_END = re.compile(r"等(?:[，。；]|$)|主要(?:有|是|为)|新增|重点")
OTHERS = re.compile(r"其余|其他|其它|剩余")
LEAST_DIGITS = 3  # of a total that 按…分 divides
STRONG = "；;。"
MARKS = "，,：:"
SIDE = re.compile(r"^(?:、|[，,]?[^\d，,。；、（(其]{0,5})$")  # 24户39人; 14座，库容0.61亿立方米


def groups(passage: Passage) -> list[Group]:
    """Every total with its parts, by the cue between them; found once a passage."""
    if "groups" not in passage.found:
        passage.found["groups"] = list(found_groups(passage))
    return passage.found["groups"]


def found_groups(passage: Passage) -> Iterator[Group]:
    taken: set[int] = set()
    for match in CUE.finditer(passage.plain):
        group = group_at(passage, match, taken)
        if group is None:
            continue
        taken.update(group.parts)
        twins = list(beside(passage, group))
        yield group
        yield from twins
        if len(group.parts) == 1 and (below := breakdown(passage, group.parts[0])):
            taken.update(below.parts)
            yield below


def group_at(passage: Passage, match: re.Match[str], taken: set[int]) -> Group | None:
    cue = match[0]
    divides = len(cue) > 1 and cue[-1] in MARKS
    if cue in MARKS and not follows_a_claim(passage, match.start()):
        return None
    parts = parts_after(passage, match)
    if not parts or parts[0] in taken:
        return None
    totals = totals_before(passage, match, passage.claims[parts[0]], taken if divides else set())
    totals = [total for total in totals if total not in parts]
    if not totals:
        return None
    readings = readings_of(passage, match, parts)
    return believed(passage, match, chosen(passage, totals, readings, cue))


def believed(passage: Passage, match: re.Match[str], group: Group) -> Group | None:
    """The group, if its cue and its numbers let one believe that the parts are of that total."""
    cue = match[0]
    divides = len(cue) > 1 and cue[-1] in MARKS
    fits = adds_up(passage, group) or nearly(passage, group)
    if "人均" in passage.claims[group.total].lead and not fits:
        return None  # the means of parts add up to nothing, those of kinds of income do
    if divides and not adds_up(passage, group):
        sure = all_complements(passage, group) or nearly(passage, group, LEAST_DIGITS)
        return whole_group(group) if sure else None
    group.whole = group.whole or says_it_is_whole(passage, group, match.end())
    called_total = TOTAL.search(passage.before(passage.claims[group.total], 16))
    lists = len(group.parts) > 1 and (divides or cue in MARKS or bool(called_total))
    return group if cue in ALONE or lists else None


def follows_a_claim(passage: Passage, start: int) -> bool:
    """87户：肉牛23户，…: a colon right behind a number opens its list."""
    before = passage.up_to(start)
    return bool(before) and passage.claims[before[-1]].end == start


def whole_group(group: Group) -> Group:
    group.whole = True
    return group


def all_complements(passage: Passage, group: Group) -> bool:
    claims = [passage.claims[i] for i in group.parts]
    names = [one.subject for one in claims]
    return complete([called(one) for one in claims]) or (
        len(names) == 2 and any(complement(names, pair) for pair in pairs())
    )


def group_of(passage: Passage, part: int) -> Group | None:
    """The first group that a claim is a part of."""
    if "group of" not in passage.found:
        owners: dict[int, Group] = {}
        for group in groups(passage):
            for i in group.parts:
                owners.setdefault(i, group)
        passage.found["group of"] = [owners]
    return passage.found["group of"][0].get(part)


def parts_of_groups(passage: Passage) -> set[int]:
    if "parts" not in passage.found:
        passage.found["parts"] = [{i for group in groups(passage) for i in group.parts}]
    return passage.found["parts"][0]


def readings_of(passage: Passage, cue: re.Match[str], parts: list[int]) -> list[list[int]]:
    """The list to its last part, and to each place where it may end before; the longest first."""
    ends = [k for k in range(1, len(parts)) if may_end(passage, cue, parts, k)]
    return [parts, *(parts[:k] for k in reversed(ends))]


def may_end(passage: Passage, cue: re.Match[str], parts: list[int], k: int) -> bool:
    """Before a semicolon, where 其中 stands within a clause; before a comma that follows pauses."""
    claims = passage.claims
    last, part = claims[parts[k - 1]], claims[parts[k]]
    names = [last.subject, part.subject]
    if OTHERS.search(part.lead):
        return False
    if any(complement(names, pair) for pair in pairs()):
        return False
    gap = passage.between(last, part)
    if any(mark in gap for mark in STRONG):
        return not begins_sentence(passage, cue.start())
    gaps = [passage.between(claims[a], claims[b]) for a, b in pairwise(parts[:k])]
    paused = bool(gaps) and all("、" in one and "，" not in one for one in gaps)
    return paused and bool(re.search("[，,]", gap)) and last.subject[-1:] != part.subject[-1:]


def beside(passage: Passage, group: Group) -> Iterator[Group]:
    """186户312人，其中甲24户39人、乙162户273人: the second numbers are a total and its parts as well."""
    claims = passage.claims
    seconds = []
    for i in group.parts:
        after = next(iter(passage.following(i)), None)
        if after is None or not SIDE.match(passage.between(claims[i], claims[after])):
            return
        seconds.append(after)
    if set(seconds) & {group.total, *group.parts}:
        return
    unit = claims[seconds[0]].unit
    heads = [k for k in passage.following(group.total)[:3] if k < group.parts[0]]
    heads = [k for k in heads if claims[k].unit == unit and not CHANGE.search(claims[k].lead)]
    if not heads:
        return
    seconds.insert(0, heads[0])
    if len({claims[i].unit for i in seconds}) == 1 and claims[seconds[0]].kind != "percent":
        other = Group(seconds[0], seconds[1:], group.cue, group.whole, group.doubted)
        if len(group.parts) > 1:  # a list that is whole in one column is whole in the other
            group.whole = other.whole = (
                group.whole or adds_up(passage, group) or adds_up(passage, other)
            )
        yield other


def breakdown(passage: Passage, part: int) -> Group | None:
    """A part taken apart in the sentences that follow: 其中，粮食7967.7公顷。玉米6413公顷；大豆21.7公顷；…"""
    claims = passage.claims
    total = claims[part]
    found: list[int] = []
    for i in passage.following(part):
        claim = claims[i]
        if (
            "\n" in passage.plain[total.end : claim.start]
            or claim.sentence - total.sentence > len(found) + 1
        ):
            break
        if claim.sentence == total.sentence:
            return None
        if not is_part(passage, claim, total) or (
            found and claims[found[-1]].sentence == claim.sentence
        ):
            break
        found.append(i)
    spans = added([span_of(claims[i]) for i in found])
    nearly = spans[1] * 100 >= span_of(total)[0] * 80 and spans[0] * 100 <= span_of(total)[1] * 125
    if len(found) < 3 or not nearly or not alike(claims[found[0]], claims[found[1]]):
        return None
    return Group(part, found, "", whole=True)


def alike(a: Claim, b: Claim) -> bool:
    """Two parts named by the same word: 玉米播种, 大豆播种."""
    return len(a.subject) > 2 and len(b.subject) > 2 and a.subject[-2:] == b.subject[-2:]


def says_it_is_whole(passage: Passage, group: Group, start: int) -> bool:
    """Whether the words say that the list names everything: complements, or 分别为 and 分为 without 等."""
    claims = passage.claims
    end = claims[group.parts[-1]].end
    if OPEN_END.search(passage.plain[start : end + 3]) or OPEN_END.search(
        passage.before(claims[group.total], 10)
    ):
        return False
    if OTHERS.search(claims[group.parts[-1]].lead) and len(group.parts) > 1:
        return True
    return all_complements(passage, group) or group.cue in {"分别为", "分别是", "分为", "由"}
