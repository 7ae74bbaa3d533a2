"""What a mapping wants in a cell, written as a clerk says it: 拆除空心房，上年同期，广坪村，保留2位."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.definition import Definition

BETWEEN = re.compile(r"\s*[，,]\s*")
TEXT = re.compile(r"写[:：]\s*")
ITEM = re.compile(r"其中[:：]\s*(.+)")
PLACES = re.compile(r"保留(\d)位")
NAMED_PERIOD = re.compile(r"(?:19|20|21)\d\d(?:Q[1-4]|H[12]|-\d\d)?")
FACTS = ("期间", "年", "截止日期", "填报单位", "封存号", "填报日期")
PERIODS = ("本期", "上期", "上年同期", "累计", "上年累计", "上年末")
PARTS = {
    "期初数": "opening",
    "增加数": "inflow",
    "减少数": "outflow",
    "期末数": "closing",
    "发生数": "flow",
    "记录数": "records",
}
UNITS = ("㎡", "亩", "公顷", "平方公里", "元", "万元")


@dataclass(frozen=True)
class Wish:
    """A figure, a fact of the snapshot, or a fixed text; `words` are as the mapping has them."""

    words: str
    indicator: str = ""
    fact: str = ""
    text: str = ""
    period: str = "本期"
    place: str = ""
    part: str = ""
    unit: str = ""
    places: int | None = None
    item: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The same for two cells that ask for the same figure, however many decimals they want."""
        return (self.indicator, self.period, self.place, self.part, self.item)


def read_wish(words: str, known: Mapping[str, Definition]) -> Wish:
    """A wish from its words. Raises Refusal for an indicator or a word that nobody knows."""
    said = words.strip()
    if fixed := TEXT.match(said):
        return Wish(words, text=said[fixed.end() :])
    if said in FACTS:
        return Wish(words, fact=said)
    first, *rest = BETWEEN.split(said)
    told: dict[str, str | int | None] = {"indicator": named(first, known)}
    for word in rest:
        name, value = meant(word)
        if name in told:
            raise Refusal(f"“{words}”里“{word}”和前面的词说的是同一件事，只留一个。")
        told[name] = value
    return Wish(words, **told)  # type: ignore[arg-type]


def meant(word: str) -> tuple[str, str | int]:
    """What a word after the indicator settles; what is none of the known words names a place."""
    if word in PERIODS or NAMED_PERIOD.fullmatch(word):
        return "period", word
    if word in PARTS:
        return "part", PARTS[word]
    if word in UNITS:
        return "unit", word
    if found := PLACES.fullmatch(word):
        return "places", int(found[1])
    if found := ITEM.fullmatch(word):
        return "item", found[1]
    return "place", word


def named(word: str, known: Mapping[str, Definition]) -> str:
    """The name of an indicator from its name, its title or what else it is called."""
    if word in known:
        return word
    titles = {title: one.name for one in known.values() for title in (one.title, *one.aliases)}
    if word in titles:
        return titles[word]
    raise Refusal(f"没有叫“{word}”的指标，{nearest(word, [*titles, *FACTS])}")


def nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.4)
    return f"相近的有“{'”“'.join(near)}”。" if near else "请核对写法。"


def period_of(word: str, period: Period) -> Period:
    """The period a word means, seen from the form's own."""
    year = period.last.year
    meanings: dict[str, Callable[[], Period]] = {
        "本期": lambda: period,
        "上期": period.previous,
        "上年同期": period.year_ago,
        "累计": lambda: since_january(period),
        "上年累计": lambda: since_january(period.year_ago()),
        "上年末": lambda: Period.parse(str(year - 1)),
    }
    found = meanings.get(word)
    return found() if found else Period.parse(word)


def since_january(period: Period) -> Period:
    """From the first of January to the period's last day."""
    if (period.first.month, period.first.day) == (1, 1):
        return period
    return Period.parse(f"{date(period.last.year, 1, 1)}..{period.last}")
