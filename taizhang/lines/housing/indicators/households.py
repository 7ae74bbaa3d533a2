"""What is counted of households, their members and homesteads: who is there on a day, and what was given back."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import during, each
from taizhang.lines.housing.models.households import Homestead, Household, Member

RETURNED = Q(ended_how=Homestead.Ending.RETURNED)

households = Indicator(
    "在册农户",
    "户",
    counts=[during(Household, since="since", until="until")],
    show="stock",
    definition="截至统计截止日立户未销户的农户，按立户日期计入、销户日期减去；不等于户籍统计的户数。",
)
household_members = Indicator(
    "在册农户人口",
    "人",
    counts=[during(Member, since="since", until="until")],
    show="stock",
    definition="截至统计截止日在册农户的家庭成员，按入户日期计入、离户日期减去；分户的人两边一减一加。",
)
homesteads = Indicator(
    "在用宅基地",
    "宗",
    counts=[during(Homestead, since="obtained_on", until="ended_on")],
    show="stock",
    definition="截至统计截止日登记在用的宅基地，按取得日期计入、终止日期减去；没有登记进台账的不计。",
)
homesteads_returned = Indicator(
    "退回集体宅基地",
    "宗",
    counts=[each(Homestead, on="ended_on", where=RETURNED)],
    definition="本期农户自愿退回集体的宅基地，按终止日期计；征收、灭失和流转的不计。",
)
homestead_land_returned = Indicator(
    "退回集体宅基地面积",
    "㎡",
    counts=[each(Homestead, on="ended_on", amount="area", where=RETURNED)],
    definition="本期农户自愿退回集体的宅基地面积（不是建筑面积），按终止日期计；征收、灭失和流转的不计。",
)
