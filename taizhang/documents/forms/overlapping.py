"""What two forms ask for twice (一数多报): the same indicator, place, period and side of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taizhang.documents.forms.mapping import (
    CHECK,
    FILL,
    ORDINAL,
    VILLAGE_NAME,
    VILLAGES,
    FormMapping,
)
from taizhang.documents.forms.wishes import Wish
from taizhang.indicators.definition import Definition
from taizhang.ledgers.excel.addresses import column_letter

EACH_VILLAGE = "各村"
Asked = tuple[FormMapping, str]  # a form, and where in it


@dataclass(frozen=True)
class Overlap:
    """A figure that more than one form asks for, with the cells of each form."""

    figure: str
    askers: tuple[Asked, ...]

    def __str__(self) -> str:
        where = "、".join(f"《{mapping.title}》{place}" for mapping, place in self.askers)
        return f"{self.figure}：{where}"


def overlaps(forms: Iterable[FormMapping], known: Mapping[str, Definition]) -> list[Overlap]:
    """Every figure that at least two forms ask for, those that most forms ask for first."""
    asked: dict[tuple[str, ...], list[Asked]] = {}
    for mapping in forms:
        for wish, place, where in wanted(mapping, known):
            asked.setdefault((*wish.key, place), []).append((mapping, where))
    told = [
        Overlap(worded(key, known), tuple(askers))
        for key, askers in asked.items()
        if len({mapping.name for mapping, _ in askers}) > 1
    ]
    return sorted(told, key=lambda one: (-len(one.askers), one.figure))


def wanted(
    mapping: FormMapping, known: Mapping[str, Definition]
) -> Iterator[tuple[Wish, str, str]]:
    """Each figure a form asks for, for which place, and in which cells."""
    for section in (FILL, CHECK):
        for spot, wish in mapping.wishes(section, known).items():
            if wish.indicator:
                sheet = f"{spot.sheet}!" if spot.sheet != mapping.default_sheet else ""
                yield wish, wish.place, f"{sheet}{spot}"
    for block in mapping.blocks(VILLAGES):
        for column, words in block.columns.items():
            if words not in (ORDINAL, VILLAGE_NAME):
                wish = mapping.wish(words, known, column_letter(column))
                letter = column_letter(column)
                yield wish, EACH_VILLAGE, f"{letter}{block.first}:{letter}{block.last}"


def worded(key: tuple[str, ...], known: Mapping[str, Definition]) -> str:
    """A figure as a clerk says it: 拆除空心房（各村，上年同期）."""
    indicator, period, own, part, item, place = key
    sides = {"closing": "期末数", "opening": "期初数", "inflow": "增加数", "outflow": "减少数"}
    said = [place or own or "全镇", period, sides.get(part, part), item]
    title = known[indicator].title if indicator in known else indicator
    return f"{title}（{'，'.join(one for one in said if one)}）"
