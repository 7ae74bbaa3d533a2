"""What is counted of draws: how many were held, how many are void, who is entitled."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import during, each
from taizhang.lines.housing.models.draws import Draw, Entitlement

draws_held = Indicator(
    "分房抽签会",
    "次",
    counts=[each(Draw, on="drawn_on")],
    definition="已抽签的分房抽签，按抽签日期计；作废的也计，重抽的另计一次，只公布名单没有抽的不计。",
)
draws_voided = Indicator(
    "作废的分房抽签",
    "次",
    counts=[each(Draw, on="voided_on")],
    definition="宣布作废的分房抽签，按作废日期计；抽签前作废的和抽签后作废的都计。",
)
households_entitled = Indicator(
    "具备分房资格",
    "户",
    counts=[
        during(
            Entitlement,
            since="qualified_on",
            until="struck_on",
            where=Q(draw__repeats__isnull=True),
        )
    ],
    show="stock",
    definition="经认定具备集中建房点分房资格的户，按认定日期计入，按取消资格日期减去；已分房的仍计在内，重抽另起的名单不重复计。",
)
