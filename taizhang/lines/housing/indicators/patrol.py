"""What is counted of patrols and illegal buildings, in places and in ㎡: land under them is not their floor area."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import during, each
from taizhang.lines.housing.models.patrol import Patrol, Violation

patrols = Indicator(
    "控建巡查",
    "次",
    counts=[each(Patrol, on="on")],
    definition="本期的控建巡查，按巡查日期计；没有发现违法建房的也计。",
)
violations_found = Indicator(
    "发现违法建房",
    "处",
    counts=[each(Violation, on="found_on", item="kind")],
    definition="本期发现的违法建房，按发现日期计；群众举报和巡查发现的都计，后来补办手续的不减。",
)
violation_land = Indicator(
    "违法建房占地",
    "㎡",
    counts=[each(Violation, on="found_on", amount="area", item="kind")],
    definition="本期发现的违法建房占用的土地面积，按发现日期计；不是建筑面积。",
)
violations_stopped = Indicator(
    "责令停工的违法建房",
    "处",
    counts=[each(Violation, on="stopped_on", item="kind")],
    definition="本期发出责令停工通知书的违法建房，按责令停工日期计；口头劝停没有通知书的不计。",
)
violations_handed_over = Indicator(
    "移交的违法建房",
    "处",
    counts=[each(Violation, on="handed_over_on", item="handed_to")],
    definition="本期移交有处罚权的机关的违法建房，按移交日期计；由乡镇承接处罚权的也计。",
)
violations_removed = Indicator(
    "拆除违法建房",
    "处",
    counts=[each(Violation, on="closed_on", where=Q(result=Violation.Result.REMOVED), item="kind")],
    definition="本期办结、处理结果为拆除的违法建房，按办结日期计；整改、补办和移送立案的不计。",
)
removed_floor_area = Indicator(
    "拆除违法建筑面积",
    "㎡",
    counts=[each(Violation, on="closed_on", amount="removed_area", item="kind")],
    definition="本期办结的违法建房实际拆除的建筑面积，按办结日期计；只拆一部分的计拆了的部分，不是占地面积。",
)
violations_open = Indicator(
    "在办违法建房",
    "处",
    counts=[during(Violation, since="found_on", until="closed_on", item="kind")],
    show="stock",
    definition="截至统计截止日已发现、没有办结的违法建房，发现日期计入，办结日期减去。",
)
