"""What is counted of reclaimed land and of quota. Planned is not used, reported is not accepted: the words stay apart."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.land.models import Account, QuotaMovement, ReclaimedLot

Kind = QuotaMovement.Kind


def moved(*kinds: str) -> list[each]:
    """Quota movements of these kinds."""
    return [each(QuotaMovement, on="moved_on", amount="area", where=Q(kind__in=kinds), item="kind")]


def into(account: Account) -> list[each]:
    return moved(*(kind for kind, (_, target) in QuotaMovement.MOVES.items() if target == account))


def out_of(account: Account) -> list[each]:
    return moved(*(kind for kind, (source, _) in QuotaMovement.MOVES.items() if source == account))


REPORTED = [each(ReclaimedLot, on="reclaimed_on", amount="reported_area", item="land_class")]
PLANNED, RECALLED, USED = moved(Kind.PLAN), moved(Kind.RECALL), moved(Kind.USE)

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
    counts=[each(ReclaimedLot, on="surveyed_on", amount="surveyed_area", item="land_class")],
    show="stock",
    definition="复垦后实地测量的面积，按测量日期计；尚未测量的地块不计。",
)
accepted = Indicator(
    "复垦验收面积",
    "亩",
    counts=[each(ReclaimedLot, on="accepted_on", amount="accepted_area", item="land_class")],
    show="stock",
    definition="经验收确认的复垦面积，按验收日期计；只有验收面积才能形成正式指标。",
)
quota_granted = Indicator(
    "下达用地指标",
    "亩",
    counts=moved(Kind.GRANT),
    show="stock",
    definition="上级下达的增减挂钩周转指标，按下达日期计，累计数。",
)
quota_planned = Indicator(
    "规划使用指标",
    "亩",
    counts=PLANNED,
    less=RECALLED,
    show="stock",
    definition="已列入建房点规划的指标，规划减去调回，按变动日期计，累计数；其中一部分可能还没有预留和使用。",
)
quota_reserved = Indicator(
    "预留指标余额",
    "亩",
    counts=into(Account.RESERVED),
    less=out_of(Account.RESERVED),
    show="stock",
    definition="已为具体用地预留、还没有使用的指标：预留减去使用和释放，统计截止日的余额。",
)
quota_used = Indicator(
    "已使用指标",
    "亩",
    counts=USED,
    show="stock",
    definition="建房点实际用地所使用的指标，按使用日期计，累计数；只规划、只预留的不计。",
)
quota_released = Indicator(
    "释放预留指标",
    "亩",
    counts=moved(Kind.RELEASE),
    definition="本期从预留退回规划的指标，按释放日期计。",
)
quota_available = Indicator(
    "可用指标余额",
    "亩",
    counts=into(Account.AVAILABLE),
    less=out_of(Account.AVAILABLE),
    show="stock",
    definition="已下达、还没有列入规划的指标：下达加调回减规划，统计截止日的余额。",
)
quota_unused = Indicator(
    "已规划未使用指标",
    "亩",
    counts=PLANNED,
    less=[*RECALLED, *USED],
    show="stock",
    definition="已列入规划、还没有使用的指标：规划减去调回和使用，统计截止日的余额。",
)
quota_use_rate = Ratio(
    "规划指标使用率",
    "%",
    of=quota_used,
    to=quota_planned,
    definition="已使用指标 ÷ 规划使用指标，均为截至统计截止日的累计数。",
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
