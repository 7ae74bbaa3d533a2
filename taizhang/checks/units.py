"""Units and measure words: which there are, which convert into one another, and how each is called in findings."""

import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).with_name("lexicon") / "units.toml"
SAME = {
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "平方千米": "平方公里",
    "km²": "平方公里",
    "千米": "公里",
    "km": "公里",
    "ha": "公顷",
    "口人": "人",
    "周岁": "岁",
    "方": "立方米",
    "立方": "立方米",
    "千克": "公斤",
    "kg": "公斤",
    "个百分点": "百分点",
    "个多百分点": "百分点",
    "多个百分点": "百分点",
    "％": "%",
    "个小时": "小时",
    "人民币": "元",
}


@cache
def lexicon() -> dict[str, dict]:
    return tomllib.loads(LEXICON.read_text(encoding="utf-8"))


@cache
def groups() -> dict[str, tuple[str, Fraction]]:
    """Unit -> what it measures and its size in that group's base unit."""
    return {
        unit: (name, Fraction(factor))
        for name, units in lexicon()["convertible"].items()
        for unit, factor in units.items()
    }


@cache
def unit_pattern() -> str:
    """Every unit, the longest first, and units per unit: 元/日, 公斤/亩, 人/平方公里."""
    every = {*groups(), *lexicon()["counting"]["words"], *lexicon()["percent"]["words"]}
    every |= {"个多百分点", "多个百分点", *lexicon()["money"]["words"]}
    words = "|".join(re.escape(word) for word in sorted(every, key=len, reverse=True))
    return rf"(?:{words})(?:\s*[/／每]\s*(?:{words}|月|季))?"


def canonical(unit: str) -> str:
    """One name for each unit, whatever it was written as."""
    return SAME.get(unit, unit)


def kind_of(unit: str) -> str:
    """Whether a number with this unit speaks of money, of a share, or of so many things."""
    first = re.split(r"[/／每]", unit)[0]
    if first in lexicon()["money"]["words"]:
        return "money"
    if unit in lexicon()["percent"]["words"] or canonical(unit) in {"百分点", "%"}:
        return "percent"
    return "quantity"


@cache
def measured(unit: str) -> tuple[str, Fraction]:
    """What a unit measures and how much it is of the base unit; a counting word measures itself."""
    return groups().get(unit, (canonical(unit), Fraction(1)))


def comparable(a: str, b: str) -> bool:
    """Whether amounts of two units can be held against one another."""
    return measured(a)[0] == measured(b)[0]


def in_base(value: Decimal, unit: str) -> Fraction:
    return Fraction(value) * measured(unit)[1]
