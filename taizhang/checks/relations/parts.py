"""A part is not more than its whole: 规划用地130亩, 一期用地70亩."""

import re
from collections.abc import Iterator

from taizhang.checks.relation import Relation, said, span_of
from taizhang.checks.structure import Passage

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


def within(passage: Passage, i: int, whole: int) -> Relation:
    part, total = passage.claims[i], passage.claims[whole]
    holds = span_of(part)[0] <= span_of(total)[1]
    sign = "不大于" if holds else "大于"
    message = f"“{said(part)}”是“{said(total)}”的一部分，{said(part)}{sign}{said(total)}"
    return Relation(
        "part_whole", (i, whole), holds, message + ("。" if holds else "，部分不能大于总数。")
    )
