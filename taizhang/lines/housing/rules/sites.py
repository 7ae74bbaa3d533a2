"""What must hold of building sites, their phases, buildings and dwellings."""

from django.db.models import F, OuterRef, Q, Subquery, Sum

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.sites import Building, Phase, Site, Unit
from taizhang.lines.housing.rules.alike import in_square_metres, stands_with

phase_stands_with_site = stands_with(Phase, "site", "集中建房点")
building_stands_with_site = stands_with(Building, "site", "集中建房点")
unit_stands_with_building = stands_with(Unit, "building", "楼栋")


def phase_land(site: str) -> Subquery:
    """The land of all phases of a site."""
    phases = Phase.objects.filter(site=OuterRef(site)).order_by().values("site")
    return Subquery(phases.annotate(total=Sum("area")).values("total"))


phases_fit_the_site = Rule(
    "各期用地不超过规划用地",
    Phase,
    Q(site__planned_area__lt=phase_land("site")),
    "加上这一期的 {area} 亩，“{site}”各期用地之和超过了规划用地；请核对各期面积，或先调整规划。",
    basis="土地管理法第62条：农村村民建住宅应当符合土地利用总体规划、村庄规划",
)
site_holds_its_phases = Rule(
    "规划用地不小于各期之和",
    Site,
    Q(planned_area__lt=phase_land("pk")),
    "规划用地 {planned_area} 亩，小于已登记各期用地之和；请核对规划面积和各期面积。",
    basis="土地管理法第62条：农村村民建住宅应当符合土地利用总体规划、村庄规划",
)
phase_ends_after_it_begins = Rule(
    "竣工不早于开工",
    Phase,
    Q(completed_on__lt=F("started_on")),
    "竣工日期 {completed_on} 早于开工日期 {started_on}，请核对这两个日期。",
)
building_in_a_phase_of_its_site = Rule(
    "期次属于同一建房点",
    Building,
    ~Q(phase__site=F("site")),
    "“{phase}”不是“{site}”的期次，请改填这个建房点自己的期次。",
)
building_ends_after_its_phase_begins = Rule(
    "楼栋竣工不早于本期开工",
    Building,
    Q(completed_on__lt=F("phase__started_on")),
    "竣工日期 {completed_on} 早于“{phase}”的开工日期，请核对。",
)
unit_in_square_metres = in_square_metres(Unit, "building__phase__started_on")
