"""Parts that may overlap: 党员1362人，其中女党员214人，60岁以上党员568人 adds up to nothing."""

import re

from taizhang.checks.structure import Passage

# By what people and things are told apart; parts told apart in different ways may be the same people.
WAYS = {
    "sex": re.compile(r"男|女"),
    "age": re.compile(r"\d岁|岁(?:及)?以[上下]|老年|青年|未成年"),
    "grade": re.compile(r"(?:高级|中级|初级)(?!中学|职业)|副高|正高"),
    "post": re.compile(r"专任|骨干"),
    "schooling": re.compile(r"本科|大专|专科以上|研究生|硕士|博士|学历"),
    "people": re.compile(r"族"),
    "standing": re.compile(r"预备|流动|常住|困难|贫困|低保|残疾|留守"),
    "least": re.compile(r"以上|以下|以内"),
}
PICKED = {"grade", "post", "schooling", "standing"}
LEAST = 3  # parts that are told apart in one way and mean to name everything


def overlap(passage: Passage, parts: list[int]) -> bool:
    """Whether the parts are told apart in more ways than one, or all picked out by the same word."""
    ways = [way_of(passage, i) for i in parts]
    return len({way for way, _ in ways}) > 1 or (len(set(ways)) == 1 and ways[0][0] in PICKED)


def way_of(passage: Passage, i: int) -> tuple[str, str]:
    """In which way a part is told apart, and by which word."""
    claim = passage.claims[i]
    words = passage.before(claim, 12)
    words = re.split(r"[，,、；;：:]", words)[-1] + claim.extra["after"].split("、")[0][:6]
    found = ((way, sign.search(words)) for way, sign in WAYS.items())
    return next(((way, match[0]) for way, match in found if match), ("", ""))
