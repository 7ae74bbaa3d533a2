"""What is counted of a site's land, money, contracts and facilities. Promised money is not money that came in."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import during, each
from taizhang.lines.housing.indicators.sites import planned_land
from taizhang.lines.housing.models.works import (
    Contract,
    Deposit,
    Facility,
    Funding,
    Progress,
    SiteLand,
)

secured_land = Indicator(
    "集中建房点落实用地",
    "亩",
    counts=[each(SiteLand, on="secured_on", amount="area", item="source")],
    show="stock",
    definition="集中建房点用地获得批准的面积，按落实日期计；规划了还没有批准用地的不计，不等于已开工用地。",
)
secured_share = Ratio(
    "规划用地落实率",
    "%",
    of=secured_land,
    to=planned_land,
    definition="落实用地 ÷ 规划用地，均为截至统计截止日的累计数。",
)
facilities = Indicator(
    "建成配套设施",
    "项",
    counts=[each(Facility, on="completed_on", item="kind")],
    show="stock",
    definition="集中建房点已建成的配套设施，一条登记计一项，按建成日期计；在建的不计，长度和数量不在此列。",
)
facility_cost = Indicator(
    "配套设施造价",
    "元",
    counts=[each(Facility, on="completed_on", amount="cost", item="kind")],
    show="stock",
    definition="已建成配套设施的造价，按建成日期计；没有填造价的和在建的不计。",
)
funding_received = Indicator(
    "建房点到账资金",
    "元",
    counts=[each(Funding, on="received_on", amount="amount", item="source")],
    show="stock",
    definition="集中建房点已经到账的资金，按到账日期计；已下达没有到账的不计，农户订金另计。",
)
contracts = Indicator(
    "施工合同",
    "份",
    counts=[each(Contract, on="signed_on")],
    show="stock",
    definition="集中建房点已签订的施工合同，按签订日期计；意向和没有签字的不计。",
)
contract_amount = Indicator(
    "施工合同金额",
    "元",
    counts=[each(Contract, on="signed_on", amount="amount")],
    show="stock",
    definition="已签订施工合同的合同金额，按签订日期计；是合同数，不等于已付工程款。",
)
deposits_held = Indicator(
    "建房订金余额",
    "元",
    counts=[during(Deposit, since="paid_on", until="settled_on", amount="amount")],
    show="stock",
    definition="农户已交、还没有退还或抵作房款的订金，按交款日期计入，按退还（抵扣）日期减去。",
)
buildings_topped = Indicator(
    "封顶楼栋",
    "栋",
    counts=[
        each(
            Progress,
            on="reached_on",
            where=Q(stage=Progress.Stage.TOPPED, building__isnull=False),
        )
    ],
    show="stock",
    definition="工程进度登记为封顶的楼栋，按达到日期计；只登记整期进度的不计，竣工的仍计在内。",
)
