"""What is counted of quota: where it stands, and what became of it."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import Leg, each
from taizhang.lines.land.indicators.reclaimed import ACCEPTED
from taizhang.lines.land.models import Account, QuotaMovement
from taizhang.lines.land.models.quota import into, out_of

Kind = QuotaMovement.Kind
UNUSED = (Account.AVAILABLE, Account.PLANNED, Account.RESERVED)


@dataclass(frozen=True)
class OnceOverdue(each):
    """A movement as it counts for quota past its project's end: on its own day, but not before that end."""

    def legs(self) -> list[Leg]:
        end = Coalesce("project__extended_to", "project__ends_on")
        return [self.leg(Greatest(F(self.on), end), 1)]


def moved(*kinds: str, maker: type[each] = each, where: Q | None = None) -> list[each]:
    """Quota movements of these kinds."""
    chosen = Q(kind__in=kinds) & (where or Q())
    return [maker(QuotaMovement, on="moved_on", amount="area", where=chosen, item="kind")]


PLANNED, RECALLED, USED = moved(Kind.PLAN), moved(Kind.RECALL), moved(Kind.USE)

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
    counts=moved(*into(Account.RESERVED)),
    less=moved(*out_of(Account.RESERVED)),
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
    counts=moved(*into(Account.AVAILABLE)),
    less=moved(*out_of(Account.AVAILABLE)),
    show="stock",
    definition="已下达、还没有列入规划的指标：下达、转入和调回，减去规划、到期和转出，统计截止日的余额。",
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
quota_expired = Indicator(
    "到期失效指标",
    "亩",
    counts=moved(Kind.EXPIRE),
    show="stock",
    definition="项目到期后没有使用、收回失效的指标，按登记到期的日期计，累计数；到期而没有收回的不计。",
)
quota_transferred = Indicator(
    "流转转出指标",
    "亩",
    counts=moved(Kind.SELL),
    show="stock",
    definition="节余后转让给外地的指标，按转出日期计，累计数；转入的不从中减去。",
)
quota_received = Indicator(
    "流转转入指标",
    "亩",
    counts=moved(Kind.BUY),
    show="stock",
    definition="从外地受让的节余指标，按转入日期计，累计数；上级下达的不计。",
)
quota_surplus = Indicator(
    "节余指标",
    "亩",
    counts=ACCEPTED,
    less=USED,
    show="stock",
    definition="复垦验收面积减已使用指标，统计截止日的数；只算验收的，不减已流转的，负数是还没有还清的周转指标。",
)
quota_overdue = Indicator(
    "超期未用指标",
    "亩",
    counts=moved(*into(*UNUSED), maker=OnceOverdue),
    less=moved(*out_of(*UNUSED), maker=OnceOverdue),
    show="stock",
    definition="到期项目里可用、已规划、已预留而没有使用的指标，自到期之日起计，重新规划的自新的到期日期起计；"
    "以后使用、收回或转出的从那天起减去。",
)
