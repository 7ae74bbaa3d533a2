"""What is counted of the money of linkage projects."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.land.models import ProjectMoney

Kind = ProjectMoney.Kind


def money(kind: str) -> list[each]:
    return [each(ProjectMoney, on="moved_on", amount="amount", where=Q(kind=kind))]


money_raised = Indicator(
    "增减挂钩筹集资金",
    "万元",
    counts=money(Kind.RAISED),
    show="stock",
    definition="为增减挂钩项目筹集到位的资金，按到账日期计，累计数；只签协议、没有到账的不计。",
)
money_paid = Indicator(
    "增减挂钩支付资金",
    "万元",
    counts=money(Kind.PAID),
    show="stock",
    definition="增减挂钩项目已经支付的资金，按支付日期计，累计数；应付未付的不计。",
)
