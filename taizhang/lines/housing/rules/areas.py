"""What must hold of areas and storeys: the ceilings of the day and of the land class, and one measure within another."""

from django.db.models import F, Q

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.rules.alike import COLLECTIVE, in_square_metres


def ceiling(name: str, *land_classes: str) -> Rule:
    """A homestead within the area that the standard of its land class allows on the day of approval."""
    limit = standard(f"housing.{name}", on="approved_on")
    return Rule(
        "宅基地面积不超过上限",
        Approval,
        COLLECTIVE & Q(land_class__in=land_classes, homestead_area__gt=limit),
        "宅基地面积 {homestead_area} ㎡ 超过了{land_class}每户 {limit} ㎡ 的上限；请核对面积和地类。",
        basis="土地管理法第62条：宅基地面积不得超过省、自治区、直辖市规定的标准",
        limit=limit,
    )


ceiling_cultivated = ceiling("homestead_cultivated", Approval.LandClass.CULTIVATED)
ceiling_barren = ceiling("homestead_barren", Approval.LandClass.BARREN)
ceiling_village_idle = ceiling("homestead_village_idle", Approval.LandClass.VILLAGE_IDLE)
ceiling_other = ceiling(
    "homestead_other",
    Approval.LandClass.FOREST,
    Approval.LandClass.GRASS,
    Approval.LandClass.OTHER_FARM,
    Approval.LandClass.CONSTRUCTION,
    Approval.LandClass.OTHER_UNUSED,
)
footprint_within_homestead = Rule(
    "房基不大于宅基地",
    Approval,
    Q(footprint__gt=F("homestead_area")),
    "房基占地面积 {footprint} ㎡ 大于宅基地面积 {homestead_area} ㎡，请核对两个面积是不是填反了。",
)
few_storeys = Rule(
    "一般不超过规定层数",
    Approval,
    Q(storeys__gt=standard("housing.storeys", on="applied_on")),
    "申请 {storeys} 层，一般不超过 {limit} 层；请核实有没有当地规定或批准。",
    ask=True,
    limit=standard("housing.storeys", on="applied_on"),
)
approval_in_square_metres = in_square_metres(Approval, "applied_on")
