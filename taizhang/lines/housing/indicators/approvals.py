"""What is counted of applications to build, of what was built on them and of the old houses that went."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each, while_in
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.approvals import Approval

CONCENTRATED = Q(kind=Approval.Kind.CONCENTRATED)
SCATTERED = Q(kind=Approval.Kind.SCATTERED)
COLLECTIVE = Q(land_owner=Approval.LandOwner.COLLECTIVE)
OLD_GONE = Q(old_house=Acceptance.OldHouse.DONE)

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
declined = Indicator(
    "不予受理建房申请",
    "户",
    counts=[each(Approval, on="declined_on", item="kind")],
    definition="本期决定不予受理的建房申请，一件一户，按不予受理日期计；受理以后不予批准的不计。",
)
withdrawals = Indicator(
    "撤回建房申请",
    "户",
    counts=[each(Approval, on="withdrawn_on", item="kind")],
    definition="本期由申请人在决定之前自己撤回的建房申请，一件一户，按撤回日期计。",
)
applications = Indicator(
    "申请建房",
    "户",
    counts=[each(Approval, on="applied_on", item="kind")],
    definition="本期提出的建房申请，一件一户，按申请日期计；后来不予受理、撤回和不予批准的也计。",
)
open_applications = Indicator(
    "在办建房申请",
    "户",
    counts=[while_in(Approval, state="accepted")],
    show="stock",
    definition="截至统计截止日已受理、还没有批准、不予批准或撤回的建房申请，一件一户；村里还没有报上来的不计。",
)
approved_land = Indicator(
    "批准宅基地面积",
    "㎡",
    counts=[each(Approval, on="approved_on", amount="homestead_area", item="land_class")],
    definition="本期批准的宅基地面积（不是建筑面积），按批准日期计；按地类分项，国有土地上批准的也计。",
)
approved_farmland = Indicator(
    "批准占用农用地",
    "㎡",
    counts=[
        each(
            Approval,
            on="approved_on",
            amount="homestead_area",
            where=Q(land_class__in=Approval.FARMLAND),
            item="land_class",
        )
    ],
    definition="本期批准的宅基地中占用耕地、林地、草地和其他农用地的面积，按批准日期计；建设用地和未利用地不计。",
)
certificates_delivered = Indicator(
    "发放宅基地批准书",
    "份",
    counts=[each(Approval, on="delivered_on", where=COLLECTIVE)],
    definition="本期送达申请人的宅基地批准书，一件一份，按发证日期计；已批准未发证的和国有土地的不计。",
)
houses_started = Indicator(
    "开工建房",
    "户",
    counts=[each(Approval, on="started_on", item="kind")],
    definition="本期开工的经批准建房，一件一户，按开工日期计；未批先建的不在此列。",
)
houses_completed = Indicator(
    "竣工建房",
    "户",
    counts=[each(Approval, on="completed_on", item="kind")],
    definition="本期竣工的经批准建房，一件一户，按竣工日期计；竣工不等于验收合格。",
)
houses_accepted = Indicator(
    "验收合格建房",
    "户",
    counts=[each(Acceptance, on="passed_on")],
    definition="本期竣工验收合格的建房，一件一户，按验收合格日期计；不合格、整改中的不计。",
)
titles_registered = Indicator(
    "建房不动产登记",
    "户",
    counts=[each(Approval, on="registered_on")],
    definition="本期办好不动产登记的经批准建房，一件一户，按不动产登记日期计；老房补登的不计。",
)
old_houses_gone = Indicator(
    "建新拆旧退宅",
    "户",
    counts=[each(Acceptance, on="old_house_on", where=OLD_GONE)],
    definition="本期拆除旧房、退还旧宅基地的建新户，一件一户，按旧房旧宅落实日期计；承诺了还没有落实的不计。",
)
