"""From a matched amount to a claim: its value, its unit, and the hedges around it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from taizhang.checks.claims import Claim
from taizhang.checks.numerals import (
    CHINESE,
    Reading,
    arabic,
    chinese,
    exactly,
    fraction,
    mixed,
    scale,
)
from taizhang.checks.phrases import AS_MATCHED, SCALE
from taizhang.checks.units import kind_of, lexicon, unit_pattern

AMOUNT = re.compile(
    rf"(?P<sign>-?)(?P<digits>{AS_MATCHED})(?P<vague>多|余|几|来)?(?P<rest>(?:\d+(?:\.\d+)?[千百])?(?:[ \u00a0]?(?:{SCALE}){{1,3}})?"
    rf"(?:\d+(?:\.\d+)?[千万])?)(?P<more>余|多|几)?\s?(?P<unit>.*)",
    re.S,
)
WORDS = re.compile(
    rf"(?P<digits>[{CHINESE}]+?)(?P<vague>多|余|来)?(?P<scale>[万亿]*)(?P<more>余|多)?\s?(?P<unit>{unit_pattern()})"
)
# 分别回落2.16和1.66个百分点: a bare number in a list has the unit of the last.
ALIKE_BEHIND = re.compile(
    rf"(?:(?:[、和及与]|以及)\d+(?:\.\d+)?)+(?P<scale>{SCALE})?\s?(?P<unit>{unit_pattern()})"
)
BEFORE = [
    ("at_most", re.compile(r"(?:不超过|不高于|不多于|最多|至多|控制在|低于|少于|小于)$")),
    ("under", re.compile(r"(?:不足|不到|近|接近|将近)$")),
    ("at_least", re.compile(r"(?:不少于|不低于|至少|最少|起码|超过|超|逾|突破|高于|大于|多达)$")),
    ("about", re.compile(r"(?:约|大约|约为|大概|左右)$")),
]
AFTER = [
    ("at_least", re.compile(r"\s?(?:以上|及以上|多)")),
    ("at_most", re.compile(r"\s?(?:以下|以内|之内)")),
    ("about", re.compile(r"\s?(?:左右|上下)")),
]
# 比目标4600亿元超过570亿元: a comparison, no hedge.
COMPARED = re.compile(r"[比较][^，。；]{0,16}\d[^，。；\d]{0,4}(?:超过|多|高于)$")
REACH = 4  # letters before a number in which a hedge stands
PEOPLE_AHEAD = 9
# After these a single 一 counts: 唯一一户, 新建一座, 无一人.
COUNTED_ONE = re.compile(
    r"(?:唯一|仅|只|仅有|只有|共|共有|新建|建成|拥有|设有|建有|设立|有|无|没有|未|另有|各|不足|至少|增加|减少|新增|安排|配备|发生|成立|引进|关闭|拆除|[，、][^，、。；]{0,6})$"
)
ANOTHER = re.compile(r"[上下同每这那某任哪另]$|(?<!只)[是为]$")  # 上一个五年, 是一所学校
NONE = re.compile(r"(?:无|没有|未发生|未出现|没有发生|没有出现|零)$")


def claim_of(match: re.Match[str], text: str) -> Iterator[Claim]:
    """The claims of one match: one, or several where parts are given as a proportion."""
    name = match.lastgroup
    if name == "n_parts":
        yield from _parts(match)
    elif name == "n_range":
        yield from _range(match, text)
    elif name in {"n_share", "n_double"}:
        yield from _share(match, text)
    elif name == "n_arabic":
        yield from _arabic(match, text)
    else:
        yield from _chinese(match, text)


def _parts(match: re.Match[str]) -> Iterator[Claim]:
    """10.2:38.5:51.3, each part a claim of its own; 1.90:1 is one ratio."""
    to_one = re.fullmatch(r"(\d+(?:\.\d+)?)[:：∶]1", match[0])
    if to_one:
        yield Claim(match.start(), match.end(), match[0], "ratio", arabic(to_one[1]))
        return
    for one in re.finditer(r"\d+(?:\.\d+)?", match[0]):
        start = match.start() + one.start()
        yield Claim(
            start, start + len(one[0]), one[0], "ratio", arabic(one[0]), extra={"of": match[0]}
        )


def _share(match: re.Match[str], text: str) -> Iterator[Claim]:
    said = match[0]
    for tail in ("以上", "左右"):
        said = said.removesuffix(tail)
    end = match.start() + len(said)
    if "分之" in said:
        yield from _fraction(match.start(), end, said, text)
    elif "成" in said:
        digits = chinese(said[0])
        if digits:
            yield hedged(Claim(match.start(), end, said, "percent", digits.scaled(10), "%"), text)
    elif "番" in said:
        times = chinese(said[1]) if len(said) == 3 else exactly(1)
        if times:
            yield Claim(match.start(), end, said, "ratio", exactly(2 ** int(times.low)), "倍")
    else:
        yield Claim(match.start(), end, said, "ratio", exactly(Decimal("0.5")), "", "about")


def _fraction(start: int, end: int, said: str, text: str) -> Iterator[Claim]:
    value = fraction(said)
    if value is None:
        return
    if said.startswith(("百分之", "千分之")):
        share = value * (100 if said[0] == "百" else 1000)
        reading = exactly(Decimal(share.numerator) / share.denominator)
        decimals = len(said.partition("点")[2]) or len(said.partition(".")[2])
        reading = Reading(reading.low, reading.high, Decimal(1).scaleb(-decimals))
        yield hedged(
            Claim(start, end, said, "percent", reading, "%" if said[0] == "百" else "‰"), text
        )
    else:
        reading = exactly(Decimal(value.numerator) / value.denominator, Decimal("0.02"))
        yield hedged(Claim(start, end, said, "ratio", reading), text)


def _range(match: re.Match[str], text: str) -> Iterator[Claim]:
    left, right = re.split(r"[-—–~～至到]+", match[0], maxsplit=1)
    first, second = AMOUNT.match(left.strip()), AMOUNT.match(right.strip())
    if not first or not second:
        return
    low, high = _read(first), _read(second)
    unit = second["unit"].strip()
    if not first["unit"] and not first["rest"] and second["rest"]:
        low = low.scaled(scale(second["rest"]))  # 2-3万人
    if low.low >= high.low:
        offset = match.start() + len(match[0]) - len(right)
        yield hedged(_claim(match.start(), left, low, first["unit"].strip() or unit), text)
        yield hedged(_claim(offset, right, high, unit), text)
        return
    claim = _claim(match.start(), match[0], Reading(low.low, high.high, high.step), unit)
    claim.approx = "range"
    yield claim


def _arabic(match: re.Match[str], text: str) -> Iterator[Claim]:
    said = match[0].rstrip()
    parts = AMOUNT.match(said)
    if parts is None:
        return
    unit = parts["unit"].strip()
    reading = _read(parts)
    listed = None if unit or parts["rest"] else ALIKE_BEHIND.match(text, match.end())
    if listed and not (listed["unit"] == "年" and len(said) == 4):
        unit, reading = listed["unit"], reading.scaled(scale(listed["scale"] or ""))
    claim = _claim(match.start(), said, reading, unit)
    if parts["vague"] or parts["more"]:
        claim.approx = "over"
    if not unit:
        claim.unit = _people(text, match.end())
        if not claim.unit and not (parts["rest"] or _stands_alone(said, text, match)):
            claim.kind = "code"
        elif not claim.unit and not parts["rest"]:
            claim.kind = "ratio"
    yield hedged(claim, text)


def _chinese(match: re.Match[str], text: str) -> Iterator[Claim]:
    parts = WORDS.fullmatch(match[0].strip())
    read = chinese(parts["digits"]) if parts else None
    before = text[max(0, match.start() - 8) : match.start()]
    if parts is None or read is None or only_a_scale(parts["digits"], before):
        return
    claim = _claim(
        match.start(), match[0].strip(), read.scaled(scale(parts["scale"])), parts["unit"]
    )
    if parts["vague"] or parts["more"]:
        claim.approx = "over"
    elif read.is_range:
        claim.approx = "range"
    yield hedged(counted(claim, parts["digits"], before), text)


def only_a_scale(digits: str, before: str) -> bool:
    """百家争鸣, 万人计划: no number; 稳定在万亿斤 is one."""
    return not set(digits) - set("百千万亿") and not re.search(r"[在达到破近逾]$", before)


def counted(claim: Claim, digits: str, before: str) -> Claim:
    """A Chinese numeral with a measure word may be a turn of speech; 无一人 counts none."""
    rare = lexicon()["turns_of_speech"]
    if claim.unit in rare["with_any_number"] and digits != "一":
        claim.kind = "idiom"
    elif digits == "一":
        if (
            ANOTHER.search(before)
            or not COUNTED_ONE.search(before)
            or claim.unit in rare["with_one"]
        ):
            claim.kind = "idiom"
        elif NONE.search(before):
            claim.reading = exactly(0)
            claim.extra["none"] = "yes"
    return claim


def _read(parts: re.Match[str]) -> Reading:
    rest = parts["rest"] or ""
    whole = (
        mixed(parts["digits"] + rest)
        if re.search(r"\d", rest)
        else arabic(parts["digits"]).scaled(scale(rest))
    )
    return whole.scaled(-1) if parts["sign"] else whole


def _claim(start: int, said: str, reading: Reading, unit: str) -> Claim:
    return Claim(start, start + len(said), said, kind_of(unit), reading, unit)


def _people(text: str, end: int) -> str:
    """人, where the noun itself follows the number: 3亿多农村人口."""
    ahead = re.split(r"[，,。；、\s]", text[end : end + PEOPLE_AHEAD])[0]
    return "人" if any(word in ahead for word in lexicon()["counting"]["people"]) else ""


def _stands_alone(said: str, text: str, match: re.Match[str]) -> bool:
    """A bare number that states something: 总产值指数为102.3."""
    if "." in said:
        return True
    before = text[max(0, match.start() - 3) : match.start()]
    return (
        bool(re.search(r"(?:为|是|达|达到|降[至到]|升至|共|计|[:：])$", before))
        or len(said.lstrip("-")) >= 3
    )


def hedged(claim: Claim, text: str) -> Claim:
    """The claim with what the words around it say: 约, 近, 以上, 左右."""
    if claim.approx == "range" or not claim.is_stated:
        return claim
    before = text[max(0, claim.start - REACH) : claim.start]
    after = text[claim.end : claim.end + REACH]
    for approx, words in BEFORE:
        if words.search(before):
            compared = COMPARED.search(text[max(0, claim.start - 40) : claim.start])
            claim.approx = "exact" if compared else approx
            return claim
    for approx, words in AFTER:
        if words.match(after):
            claim.approx = approx
            return claim
    return claim
