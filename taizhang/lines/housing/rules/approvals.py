"""What must hold of approvals to build."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.rules.alike import ONE_HOMESTEAD, in_square_metres

LAND_LAW_2004 = "土地管理法（2004年修正）第62条：农村村民住宅用地，经乡镇审核，由县级政府批准"
LAND_LAW_2019 = (
    "土地管理法（2019年修正，2020年1月1日施行）第62条：农村村民住宅用地，由乡镇政府审核批准"
)
TOWNSHIPS_DECIDE = date(2020, 1, 1)
COLLECTIVE = Q(land_owner=Approval.LandOwner.COLLECTIVE)
APPROVED = Q(approved_on__isnull=False)

approved_or_refused = Rule(
    "批准与不予批准只有一个",
    Approval,
    APPROVED & Q(refused_on__isnull=False),
    "同时填了批准日期 {approved_on} 和不予批准日期 {refused_on}，请清空不对的一个。",
)
authority_named = Rule(
    "批准要有审批机关",
    Approval,
    APPROVED & Q(authority=""),
    "{approved_on} 已批准，却没有填审批机关；请按批准文件填写县级或乡镇。",
)
county_decides_until_2019 = Rule(
    "2019年底以前由县级批准",
    Approval,
    COLLECTIVE & Q(authority=Approval.Authority.TOWN),
    "{approved_on} 集体土地上的建房应由县级批准，审批机关却填了乡镇；请对照批准文件核对日期和机关。",
    basis=LAND_LAW_2004,
    until=TOWNSHIPS_DECIDE,
    dated_by="approved_on",
)
township_decides_since_2020 = Rule(
    "2020年起由乡镇批准",
    Approval,
    COLLECTIVE & Q(authority=Approval.Authority.COUNTY),
    "{approved_on} 集体土地上的建房应由乡镇批准，审批机关却填了县级；请对照批准文件核对日期和机关。",
    basis=LAND_LAW_2019,
    since=TOWNSHIPS_DECIDE,
    dated_by="approved_on",
)
state_land_has_its_own_authority = Rule(
    "国有土地另有审批机关",
    Approval,
    APPROVED & Q(land_owner=Approval.LandOwner.STATE),
    "这块地是国有（原农场）土地，不按集体土地的宅基地规定审批；请核实审批机关和依据的文件。",
    basis="土地管理法第62条只规定农村村民使用集体土地建住宅",
    ask=True,
)
basic_farmland_kept = Rule(
    "不占永久基本农田",
    Approval,
    APPROVED & Q(land_class=Approval.LandClass.BASIC_FARMLAND),
    "批准的宅基地占用永久基本农田；请核对地类，确实占用的不得批准。",
    basis="土地管理法第62条：农村村民建住宅不得占用永久基本农田",
)
farmland_converted_first = Rule(
    "占农用地先办转用",
    Approval,
    APPROVED
    & Q(conversion_no="")
    & Q(
        land_class__in=[
            Approval.LandClass.CULTIVATED,
            Approval.LandClass.FOREST,
            Approval.LandClass.GRASS,
            Approval.LandClass.OTHER_FARM,
        ]
    ),
    "占用{land_class}，却没有填农用地转用批准文号；请补上，或核对地类。",
    basis="土地管理法第44条、第62条：涉及占用农用地的，依法办理农用地转用审批手续",
)


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
one_homestead = Rule(
    "一户一宅",
    Approval,
    APPROVED
    & Exists(
        Approval.objects.filter(id_number=OuterRef("id_number"), approved_on__isnull=False).exclude(
            pk=OuterRef("pk")
        )
    ),
    "户主{householder}另有一件已批准的建房审批；请核实原宅基地是否已经退回。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
approval_in_square_metres = in_square_metres(Approval, "applied_on")
