"""What is counted of applications to build."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.housing.models.approvals import Approval

CONCENTRATED = Q(kind=Approval.Kind.CONCENTRATED)
SCATTERED = Q(kind=Approval.Kind.SCATTERED)

applications_accepted = Indicator(
    "受理建房申请",
    "户",
    counts=[each(Approval, on="accepted_on", item="kind")],
    definition="本期受理的建房申请，一件一户，按受理日期计；只申请未受理的不计。",
)
approvals = Indicator(
    "批准建房",
    "户",
    counts=[each(Approval, on="approved_on", item="kind")],
    definition="本期批准的建房申请，一件一户，按批准日期计；集中和分散都计，不予批准的不计。",
)
concentrated_approvals = Indicator(
    "批准集中建房",
    "户",
    counts=[each(Approval, on="approved_on", where=CONCENTRATED)],
    definition="本期批准在集中建房点建房的申请，一件一户，按批准日期计。",
)
scattered_approvals = Indicator(
    "批准分散建房",
    "户",
    counts=[each(Approval, on="approved_on", where=SCATTERED)],
    definition="本期批准在集中建房点以外建房的申请，一件一户，按批准日期计；原址翻建也计。",
)
refusals = Indicator(
    "不予批准建房",
    "户",
    counts=[each(Approval, on="refused_on", item="kind")],
    definition="本期决定不予批准的建房申请，一件一户，按决定日期计。",
)
