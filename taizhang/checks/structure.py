"""Where a claim stands and what it speaks of: its paragraph, sentence and clause, and the words that name the thing counted."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from taizhang.checks.claims import Claim
from taizhang.checks.scanning import plain, scan
from taizhang.checks.tables import Table, table_claims, tables
from taizhang.checks.units import measured

REACH = 40  # claims that a relation looks back or ahead
FARTHEST = 60  # letters
SENTENCE_END = re.compile(r"[。！？!?]|[；;]|\n+")
CLAUSE_END = re.compile(r"[，,、。；;：:！？!?（）()\n]")
# Measure words that want the thing they count behind them: 3个城市社区.
COUNTS_WHAT_FOLLOWS = set("个家所座处项条名位件起种类栋幢套间支台辆艘架批场期届")
LEADING = re.compile(
    r"^(?:其中|包括|包含|含|现有|现|共有|共计|总共|合计|累计|目前|截至目前|截止目前|全[镇县市省国区乡村]|全街道|全境|全年|本[镇县市年]|我[镇县市]|今年|"
    r"辖区|境内|区域内|年末|年底|在册|拥有|已|共|有|实现|完成|达到|达|为|是|约|近|超|大约|的|和|及|与|并|各|另有|下辖|现辖|辖|主要|分别)+"
)
TRAILING = re.compile(
    r"(?:共有|共计|共|有|已有|现有|实现|完成|达到|达|增加到|提高到|为|是|约|近|超过|超|大约|约为|至|到|的|已|仅|只|就|分别|累计|合计|约有|不足|逾|突破|保持在|稳定在)+$"
)
# What the unit says already: 耕地面积7458亩 speaks of 耕地.
SAID_BY_UNIT = {
    "area": re.compile(r"(?:总)?面积$"),
    "人": re.compile(r"(?:总人数|人数|总数|数)$"),
    "户": re.compile(r"(?:总户数|户数|总数|数)$"),
}
NOUN = re.compile(r"(?!的)[一-鿿]")
EVERYBODY = {"人": "总人口"}  # 共有5213户、17846人
HEDGE = re.compile(r"及?(?:以上|以下|以内|以外|左右|之间)")
COUNTED = re.compile(r"(?:总数量|总数|数量|总量|数)$")
PLACE = re.compile(
    r"(?:中共|关于)?([一-鿿]{2,6}?(?:街道|镇|乡|县|市|区))(?![一-鿿]{0,8}\d+[^\d年月])"
)
MISSPELT = re.compile(r"幅原|辐员|辐原")
WHOLE = re.compile(
    r"全[镇县市省国区乡村境]|全街道|总|在册|幅[员原]|下辖|现辖|我[镇县市]|本[镇县市]"
)


@dataclass(frozen=True)
class Span:
    start: int
    end: int


@dataclass
class Passage:
    """A text with its numbers, each knowing its sentence, its clause and its subject."""

    text: str
    claims: list[Claim] = field(default_factory=list)

    tables: list[Table] = field(default_factory=list)
    found: dict[str, list[Any]] = field(default_factory=dict)  # what detectors share

    @classmethod
    def of(cls, text: str) -> "Passage":
        """The numbers of the prose, and those of the tables, which take their units from the heads."""
        found = list(tables(text))
        cells = [claim for table in found for claim in table_claims(table)]
        inside = [(table.start, table.end) for table in found]
        prose = [claim for claim in scan(text) if not any(a <= claim.start < b for a, b in inside)]
        passage = cls(text, sorted([*prose, *cells], key=lambda claim: claim.start), found)
        passage._place()
        return passage

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        return spans(self.plain, SENTENCE_END, self._enclosed)

    @cached_property
    def paragraphs(self) -> list[Span]:
        return spans(self.plain, re.compile(r"\n+"), set())

    @cached_property
    def _enclosed(self) -> set[int]:
        """Offsets inside brackets, where a sentence does not end."""
        inside: set[int] = set()
        for match in re.finditer(r"（[^（）\n]{0,400}）|\([^()\n]{0,400}\)", self.plain):
            inside.update(range(match.start() + 1, match.end() - 1))
        return inside

    @cached_property
    def place(self) -> str:
        """The place that the title names: 罗通山镇."""
        found = PLACE.match(self.plain.lstrip())
        return found[1] if found else ""

    @cached_property
    def stated(self) -> list[int]:
        """The indexes of the prose's claims, without dates, ordinals, codes, set phrases and cells of tables."""
        return [
            index
            for index, claim in enumerate(self.claims)
            if claim.is_stated and "table" not in claim.extra
        ]

    def sentence_of(self, claim: Claim) -> Span:
        return self.sentences[claim.sentence]

    def words(self, span: Span) -> str:
        return self.plain[span.start : span.end]

    def between(self, first: Claim, second: Claim) -> str:
        return self.plain[first.end : second.start]

    def before(self, claim: Claim, length: int = 12) -> str:
        """The words before a claim, back to the start of its sentence at most."""
        return self.plain[max(self.sentence_of(claim).start, claim.start - length) : claim.start]

    def after(self, claim: Claim, length: int = 12) -> str:
        return self.plain[claim.end : min(self.sentence_of(claim).end, claim.end + length)]

    def paragraph_of(self, claim: Claim) -> int:
        """Which paragraph a claim stands in."""
        return bisect_right(self._paragraph_starts, claim.start) - 1

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    def in_brackets(self, claim: Claim) -> bool:
        return claim.start in self._enclosed

    def in_sentence(self, sentence: int) -> list[int]:
        return self._by_sentence.get(sentence, [])

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for i in self.stated:
            found.setdefault(self.claims[i].sentence, []).append(i)
        return found

    @cached_property
    def _stated_starts(self) -> list[int]:
        return [self.claims[i].start for i in self.stated]

    def from_offset(self, start: int) -> list[int]:
        """The next claims from an offset on, as far as a relation reaches."""
        at = bisect_left(self._stated_starts, start)
        return self.stated[at : at + REACH]

    def up_to(self, end: int) -> list[int]:
        """The last claims that end before an offset, as far as a relation reaches."""
        at = bisect_left(self._stated_starts, end)
        return [i for i in self.stated[max(0, at - REACH) : at] if self.claims[i].end <= end]

    def following(self, index: int) -> list[int]:
        at = bisect_right(self.stated, index)
        return self.stated[at : at + REACH]

    def preceding(self, index: int) -> list[int]:
        """The claims before one, the nearest first."""
        at = bisect_left(self.stated, index)
        return self.stated[max(0, at - REACH) : at][::-1]

    def _place(self) -> None:
        starts = [span.start for span in self.sentences]
        last_end = last_cut = 0
        previous: Claim | None = None
        for index, claim in enumerate(self.claims):
            claim.index = index
            claim.sentence = max(0, bisect_right(starts, claim.start) - 1)
            if "table" in claim.extra:
                continue
            claim.extra["after"] = self._noun_after(index)
            if claim.is_stated:
                start = max(last_end, self.sentences[claim.sentence].start, claim.start - FARTHEST)
                claim.lead = CLAUSE_END.split(self.plain[start : claim.start])[-1]
                claim.subject = self._subject(claim, max(last_cut, start), previous)
                last_end, previous = claim.end, claim
            if claim.is_stated or claim.kind == "date":
                last_cut = claim.end

    def _subject(self, claim: Claim, start: int, previous: Claim | None) -> str:
        """What is counted: the noun behind a measure word, else the words before the number."""
        clause = CLAUSE_END.split(self.plain[start : claim.start])[-1]
        if self.place:
            clause = clause.replace(self.place, "")
        before, after = cleaned(MISSPELT.sub("幅员", clause), claim.unit), claim.extra["after"]
        if claim.unit[:1] in COUNTS_WHAT_FOLLOWS and NOUN.match(after):
            return after
        if before:
            return before
        if previous and not self.between(previous, claim).strip(" 、/"):
            return previous.subject or EVERYBODY.get(claim.unit, "")  # 总人口15944户38943人
        return after

    def _noun_after(self, index: int) -> str:
        claim = self.claims[index]
        end = self.claims[index + 1].start if index + 1 < len(self.claims) else len(self.plain)
        stretch = self.plain[claim.end : min(end, claim.end + 16)]
        return CLAUSE_END.split(stretch)[0].strip()


def cleaned(words: str, unit: str = "") -> str:
    """The thing itself, without 全镇, 共有, 达到 and what the unit says already."""
    words = re.sub(r"\[\d+\]|[\s“”\"《》]", "", words)
    kept = TRAILING.sub("", LEADING.sub("", words))
    tail = SAID_BY_UNIT.get(measured(unit)[0]) if unit else None
    shorter = (tail or COUNTED).sub("", kept)
    return "" if HEDGE.fullmatch(kept) else shorter or kept


def spans(text: str, end: re.Pattern[str], enclosed: set[int]) -> list[Span]:
    found, start = [], 0
    for match in end.finditer(text):
        if match.start() in enclosed and match[0] != "\n":
            continue
        found.append(Span(start, match.end()))
        start = match.end()
    if start < len(text) or not found:
        found.append(Span(start, len(text)))
    return found
