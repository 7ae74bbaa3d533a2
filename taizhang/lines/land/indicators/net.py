"""What a report calls net gain of farmland: it depends on which reclaimed area and which use of land is meant.

Each is the difference of two other figures, so the annex of a summary shows it beside its inputs.
"""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.land.indicators.quota import PLANNED, RECALLED, USED, moved
from taizhang.lines.land.indicators.reclaimed import (
    ACCEPTED_CULTIVATED,
    MEASURED_ANEW,
    REPORTED,
    SURVEYED,
)
from taizhang.lines.land.models import QuotaMovement

# Use that does not say how much of it was farmland counts as if all of it had been.
TAKEN_FARMLAND = [
    each(
        QuotaMovement,
        on="moved_on",
        amount="cultivated_area",
        where=Q(kind=QuotaMovement.Kind.USE),
        item="kind",
    ),
    *moved(QuotaMovement.Kind.USE, where=Q(cultivated_area__isnull=True)),
]

farmland_taken = Indicator(
    "建新占用耕地",
    "亩",
    counts=TAKEN_FARMLAND,
    show="stock",
    definition="建新实际用地中占用的耕地，按使用日期计，累计数；没有填占用耕地的，按这笔用地全部是耕地计。",
)
net_farmland_planned = Indicator(
    "净增耕地（按规划用地）",
    "亩",
    counts=REPORTED + RECALLED,
    less=PLANNED,
    show="stock",
    definition="上报复垦面积减规划使用指标（规划减调回）；规划用地并未全部使用，这个数小于按实际用地算的净增。",
)
net_farmland = Indicator(
    "净增耕地（按实际用地）",
    "亩",
    counts=REPORTED,
    less=USED,
    show="stock",
    definition="上报复垦面积减已使用指标；复垦面积未经验收时是上报数。",
)
net_farmland_surveyed_planned = Indicator(
    "净增耕地（按测量面积、规划用地）",
    "亩",
    counts=SURVEYED + RECALLED,
    less=MEASURED_ANEW + PLANNED,
    show="stock",
    definition="复垦测量面积减规划使用指标（规划减调回）；没有测量的地块不计，所以测量没有做完时偏小。",
)
net_farmland_surveyed = Indicator(
    "净增耕地（按测量面积、实际用地）",
    "亩",
    counts=SURVEYED,
    less=MEASURED_ANEW + USED,
    show="stock",
    definition="复垦测量面积减已使用指标；没有测量的地块不计，所以测量没有做完时偏小。",
)
net_farmland_accepted_planned = Indicator(
    "净增耕地（按验收耕地、规划用地）",
    "亩",
    counts=ACCEPTED_CULTIVATED + RECALLED,
    less=PLANNED,
    show="stock",
    definition="验收复垦耕地减规划使用指标（规划减调回）；没有验收的地块和验收为林地、其他的不计。",
)
net_farmland_accepted = Indicator(
    "净增耕地（按验收耕地、实际用地）",
    "亩",
    counts=ACCEPTED_CULTIVATED,
    less=USED,
    show="stock",
    definition="验收复垦耕地减已使用指标；没有验收的地块不计，用地不论原来是不是耕地都减。",
)
net_cultivated = Indicator(
    "净增耕地（按验收耕地、占用耕地）",
    "亩",
    counts=ACCEPTED_CULTIVATED,
    less=TAKEN_FARMLAND,
    show="stock",
    definition="验收复垦耕地减建新占用耕地，是办法所说的净增；没有验收的地块不计，没有填占用耕地的用地全部按耕地减。",
)
