"""Of what a claim is: its place and period, planned or done, level or flow, total or part, before or after a change.

Each is what the words around it say, and empty where they say nothing; nothing is guessed from the number.
"""

import re
from dataclasses import dataclass

from taizhang.checks.claims import Claim
from taizhang.checks.relations.differences import from_to
from taizhang.checks.relations.groups import groups
from taizhang.checks.structure import Passage

PLACE = re.compile(
    r"(?<![一-鿿])(?:在)?([一-鿿]{1,6}?(?:建房点|社区|街道|村|镇|乡|县|市|区|省|园区|景区))(?!民|委|级|干部|容|道|庄|均|组|里)"
)
WHOLE = re.compile(r"全([国省市县区镇乡村])|全街道")
DATE = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?|[上下]半年|第?[一二三四1-4]季度|前[一二三]季度)?|[上下]半年|前?[一二三四]季度|今年|去年|上年|当年|本年"
)
FARTHEST_DATE = 3  # sentences back
PLANNED = re.compile(
    r"计划|规划|拟|预计|力争|目标|争取|任务|下一步|将(?!军)|到20\d\d年(?!底?止)|安排(?!就业)"
)
DONE = re.compile(r"完成|已|实现|建成|达到|新增|累计|发生|收到|拆除|整改|办结")
STOCK = re.compile(
    r"现有|年末|期末|余额|存栏|截至|截止|共有|拥有|在册|总(?!产|投资|收入)|累计|达到"
)
FLOW = re.compile(
    r"全年|新增|完成|发生|增加|受理|出栏|产量|产值|收入|支出|投资|销售|接待|开展|实现|拆除|发放"
)


@dataclass(frozen=True)
class Aspect:
    """What the words say of a claim; every field may be empty."""

    place: str = ""
    period: str = ""
    stage: str = ""  # planned, done
    measure: str = ""  # stock, flow
    extent: str = ""  # total, part
    change: str = ""  # before, after, by


def aspects(passage: Passage) -> dict[int, Aspect]:
    """The aspects of every number that states something, by its index."""
    extents = extents_of(passage)
    changes = changes_of(passage)
    return {
        claim.index: Aspect(
            place_of(passage, claim),
            period_of(passage, claim),
            stage_of(passage, claim),
            measure_of(claim),
            extents.get(claim.index, "part" if "其中" in claim.lead else ""),
            changes.get(claim.index, ""),
        )
        for claim in passage.claims
        if claim.is_stated
    }


def place_of(passage: Passage, claim: Claim) -> str:
    """The last place named in its sentence before it; 全镇 and nothing at all are the report's own."""
    before = passage.plain[passage.sentence_of(claim).start : claim.start]
    clauses = re.split(r"[，,。；;：:、]", before)
    for clause in reversed(clauses):
        if WHOLE.search(clause):
            return passage.place
        named = PLACE.findall(clause)
        if named:
            return str(named[-1])
    return passage.place


def period_of(passage: Passage, claim: Claim) -> str:
    """The last date before it in its sentence or the ones before in its paragraph; else that of the report's head."""
    first = max(0, claim.sentence - FARTHEST_DATE)
    start = passage.sentences[first].start
    before = passage.plain[start : claim.start].split("\n")[-1]
    named = DATE.findall(before) or DATE.findall(passage.plain[:60])[:1]
    return str(named[-1]) if named else ""


def stage_of(passage: Passage, claim: Claim) -> str:
    """Planned where its own clause or the sentence's beginning says so, done where the clause does."""
    sentence = passage.plain[passage.sentence_of(claim).start : claim.start]
    if PLANNED.search(claim.lead):
        return "planned"
    if DONE.search(claim.lead):
        return "done"
    return "planned" if PLANNED.search(sentence[:12]) else ""


def measure_of(claim: Claim) -> str:
    if claim.kind in {"percent", "ratio"}:
        return ""
    if STOCK.search(claim.lead):
        return "stock"
    return "flow" if FLOW.search(claim.lead) else ""


def extents_of(passage: Passage) -> dict[int, str]:
    """Totals and parts as the groups of the text have them; a part with parts of its own is a part."""
    found: dict[int, str] = {}
    for group in groups(passage):
        found.setdefault(group.total, "total")
        found |= dict.fromkeys(group.parts, "part")
    return found


def changes_of(passage: Passage) -> dict[int, str]:
    """由86家增至102家，增加16家: before, after, by."""
    found: dict[int, str] = {}
    for first, second in from_to(passage):
        found |= {first: "before", second: "after"}
    for i in passage.stated:
        claim = passage.claims[i]
        moved = re.search(r"(?:增加|减少|新增|净增|净减|下降|增长|提高|多|少)了?$", claim.lead)
        if moved and claim.kind != "percent":
            found.setdefault(i, "by")
    return found
