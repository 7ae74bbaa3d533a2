"""A part is not more than its whole: 规划用地130亩, 一期用地70亩."""

import re
from collections.abc import Iterator

from taizhang.checks.relation import Relation, said, span_of
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.structure import Passage
from taizhang.checks.units import comparable

NEW = re.compile(r"新(?:增|建|开|改|签|登记|设|培育|认定)")
ALL = re.compile(r"总(?:数|量|里程|规模|面积|人数|户数|计|额)|累计|增?达到|突破")
ELLIPTIC = re.compile(r"(?:总里程|总数|总量|总规模|总面积|累计)(?:已)?(?:达到?|为|增[至加]到?)?$")
NEAR = 3  # claims
PHASE = re.compile(r"[一二三首][期批]([一-鿿]{2,6})$")


def relations(passage: Passage) -> Iterator[Relation]:
    """规划用地130亩的建房点，一期用地70亩: a phase takes no more than the whole."""
    claims = passage.claims
    for i in passage.stated:
        lead = PHASE.search(passage.before(claims[i], 10))
        whole = next((k for k in passage.preceding(i) if claims[k].unit == claims[i].unit), None)
        if not lead or whole is None or claims[whole].sentence != claims[i].sentence:
            continue
        if lead[1][-2:] in passage.before(claims[whole], 10):
            yield within(passage, i, whole)
    for i in passage.stated:
        yield from among_all(passage, i)


def among_all(passage: Passage, i: int) -> Iterator[Relation]:
    """新增公路60万公里，其中高速4万公里，高速公路总里程达9万公里: what is new is not more than all there is."""
    claims, total = passage.claims, passage.claims[i]
    for k in passage.preceding(i)[:NEAR]:
        new = claims[k]
        if new.sentence != total.sentence or not comparable(new.unit, total.unit):
            continue
        start = max(passage.sentence_of(new).start, new.start - 24)
        before = re.split("[；。]", passage.plain[start : new.start])[-1]
        if ALL.search(total.lead) and NEW.search(before) and not CHANGE.search(new.lead):
            alike = set(new.subject[:2]) & set(total.lead) or ELLIPTIC.match(total.lead)
            relation = within(passage, k, i)
            if relation.holds or alike:
                yield relation


def within(passage: Passage, i: int, whole: int) -> Relation:
    part, total = passage.claims[i], passage.claims[whole]
    holds = span_of(part)[0] <= span_of(total)[1]
    sign = "不大于" if holds else "大于"
    message = f"“{said(part)}”是“{said(total)}”的一部分，{said(part)}{sign}{said(total)}"
    return Relation(
        "part_whole", (i, whole), holds, message + ("。" if holds else "，部分不能大于总数。")
    )
