"""What is counted of reclaimed land: an area at every stage, none of which stands in for another."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.land.models import ReclaimedLot
from taizhang.lines.land.models.totals import CULTIVATED, MIXED

REMEASURED = Q(resurveyed_area__isnull=False)


def measured(day: str, area: str, where: Q | None = None) -> each:
    """An area of a lot on its day."""
    return each(ReclaimedLot, on=day, amount=area, item="land_class", where=where or Q())


def accepted_as(land_class: str, area: str) -> list[each]:
    """What was accepted as one land class: lots of that class, and that part of mixed ones."""
    whole = Q(land_class=land_class) & ~MIXED
    return [measured("accepted_on", "accepted_area", whole), measured("accepted_on", area)]


LandClass = ReclaimedLot.LandClass
REPORTED = [measured("reclaimed_on", "reported_area")]
# Measured again is another event: the new area comes in and the old one goes out on the new day.
SURVEYED = [
    measured("surveyed_on", "surveyed_area"),
    measured("resurveyed_on", "resurveyed_area"),
]
MEASURED_ANEW = [measured("resurveyed_on", "surveyed_area", REMEASURED)]
ACCEPTED = [measured("accepted_on", "accepted_area")]
ACCEPTED_CULTIVATED = [
    measured("accepted_on", "accepted_area", CULTIVATED & ~MIXED),
    measured("accepted_on", "accepted_paddy"),
    measured("accepted_on", "accepted_irrigated"),
    measured("accepted_on", "accepted_dry"),
]

levelled = Indicator(
    "平整土地",
    "亩",
    counts=[measured("levelled_on", "levelled_area")],
    show="stock",
    definition="拆旧后平整好的土地，按平整日期计；平整不等于复垦完成，没有登记平整的不计。",
)
reclaimed = Indicator(
    "增减挂钩复垦土地",
    "亩",
    counts=REPORTED,
    show="stock",
    definition="复垦完成并上报的土地，按复垦完成日期计、按上报面积计；不论是否已测量、验收。",
)
surveyed = Indicator(
    "复垦测量面积",
    "亩",
    counts=SURVEYED,
    less=MEASURED_ANEW,
    show="stock",
    definition="复垦后实地测量的面积，按测量日期计；复测的从复测日期起按复测面积计；尚未测量的地块不计。",
)
first_checked = Indicator(
    "复垦初验面积",
    "亩",
    counts=[measured("first_checked_on", "first_checked_area")],
    show="stock",
    definition="县级初验认定的复垦面积，按初验日期计；初验不是最终验收，不能形成正式指标。",
)
accepted = Indicator(
    "复垦验收面积",
    "亩",
    counts=ACCEPTED,
    show="stock",
    definition="经验收确认的复垦面积，按验收日期计；只有验收面积才能形成正式指标。",
)
accepted_cultivated = Indicator(
    "验收复垦耕地",
    "亩",
    counts=ACCEPTED_CULTIVATED,
    show="stock",
    definition="验收为水田、水浇地、旱地的面积，按验收日期计；混合地块按分开验收的面积计，林地和其他不计。",
)
accepted_paddy = Indicator(
    "验收复垦水田",
    "亩",
    counts=accepted_as(LandClass.PADDY, "accepted_paddy"),
    show="stock",
    definition="验收为水田的面积，按验收日期计；混合地块只计其中的水田，水浇地不计。",
)
