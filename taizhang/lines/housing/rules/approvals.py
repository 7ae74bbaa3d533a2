"""What must hold of approvals to build."""

from datetime import date

from django.db.models import Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.rules.alike import (
    APPROVED,
    COLLECTIVE,
    NATIONAL_FORMS,
    STATE,
    TOWNSHIPS_DECIDE,
    in_order,
    sex_agrees,
)

LAND_LAW_2004 = "土地管理法（2004年修正）第62条：农村村民住宅用地，经乡镇审核，由县级政府批准"
LAND_LAW_2019 = (
    "土地管理法（2019年修正，2020年1月1日施行）第62条：农村村民住宅用地，由乡镇政府审核批准"
)
LICENCE = "行政许可法第42条：二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日"

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
    APPROVED & STATE,
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
    APPROVED & Q(conversion_no="", land_class__in=Approval.FARMLAND),
    "占用{land_class}，却没有填农用地转用批准文号；请补上，或核对地类。",
    basis="土地管理法第44条、第62条：涉及占用农用地的，依法办理农用地转用审批手续",
)
state_land_has_no_homestead_certificate = Rule(
    "国有土地不发宅基地批准书",
    Approval,
    STATE & ~Q(certificate_no=""),
    "土地权属填的是国有，却有宅基地批准书号 {certificate_no}；批准书只用于集体土地，请核对权属。",
    basis="土地管理法第62条只规定农村村民使用集体土地建住宅",
    ask=True,
)
conversion_before_approval = in_order(
    Approval,
    "converted_on",
    "approved_on",
    "土地管理法第62条：涉及占用农用地的，先办理农用地转用审批手续",
)
eight_prohibitions_checked = Rule(
    "占耕地的逐条核对八不准",
    Approval,
    Q(land_class=Approval.LandClass.CULTIVATED, farmland_checked_on__isnull=True),
    "{approved_on} 批准占用耕地建房，没有填“八不准”核对日期 {farmland_checked_on}；请逐条核对后填上。",
    basis="自然资源部、农业农村部关于农村乱占耕地建房“八不准”的通知（2020年7月29日）",
    since=date(2020, 7, 29),
    dated_by="approved_on",
    ask=True,
)
extension_approved_by_a_head = Rule(
    "延期要写明谁批准",
    Approval,
    Q(extended_on__isnull=False, extended_by=""),
    "{extended_on} 延长了办理期限，却没有填延期批准人 {extended_by}；只有本机关负责人能批准延期。",
    basis=LICENCE,
)
extension_after_acceptance = in_order(Approval, "accepted_on", "extended_on", LICENCE)
extension_before_approval = in_order(Approval, "extended_on", "approved_on", LICENCE)
extension_before_refusal = in_order(Approval, "extended_on", "refused_on", LICENCE)
refusal_has_reasons = Rule(
    "不予批准要写明理由",
    Approval,
    Q(refusal_reason=""),
    "{refused_on} 不予批准，却没有填不予批准理由 {refusal_reason}；理由要写进决定书。",
    basis="行政许可法第38条：不予许可应当书面说明理由，并告知复议和诉讼的权利",
    # Registers of earlier years have their reasons in the note: there was no column for them.
    since=TOWNSHIPS_DECIDE,
    dated_by="refused_on",
)
declined_has_reasons = Rule(
    "不予受理要写明理由",
    Approval,
    Q(declined_on__isnull=False, declined_reason=""),
    "{declined_on} 不予受理，却没有填不予受理理由 {declined_reason}；理由要写进通知书。",
    basis="行政许可法第32条：不予受理应当出具书面凭证，不归本机关办的告知向哪个机关申请",
)
declined_goes_no_further = Rule(
    "不予受理的不再往下办",
    Approval,
    Q(declined_on__isnull=False)
    & (Q(accepted_on__isnull=False) | APPROVED | Q(refused_on__isnull=False)),
    "{declined_on} 已不予受理，又填了受理日期 {accepted_on}、批准日期 {approved_on} 或不予批准日期 {refused_on}；"
    "请核对，重新申请的另登一件。",
)
withdrawn_is_not_decided = Rule(
    "撤回的申请不再作决定",
    Approval,
    Q(withdrawn_on__isnull=False) & (APPROVED | Q(refused_on__isnull=False)),
    "申请人 {withdrawn_on} 已撤回申请，又填了批准日期 {approved_on} 或不予批准日期 {refused_on}；请核对。",
)
sex_of_the_applicant = sex_agrees(Approval)
committed = Rule(
    "申请要附承诺书",
    Approval,
    COLLECTIVE & Q(committed_on__isnull=True),
    "{approved_on} 批准的申请没有填承诺书签署日期 {committed_on}；请找到承诺书后补上。",
    basis=NATIONAL_FORMS,
    since=TOWNSHIPS_DECIDE,
    dated_by="approved_on",
    ask=True,
)
neighbours_asked = Rule(
    "先征求相邻权利人意见",
    Approval,
    APPROVED & Q(neighbours_consulted=False),
    "“已征求相邻权利人意见”填的是 {neighbours_consulted}，却已批准；请核实邻户有没有异议。",
    basis=NATIONAL_FORMS,
    ask=True,
)
reason_fits_the_building = Rule(
    "申请理由与建房类型相符",
    Approval,
    Q(reason=Approval.Reason.ON_SITE, building_type=Approval.BuildingType.RELOCATE)
    | (
        Q(reason=Approval.Reason.PLAN)
        & Q(building_type__in=[Approval.BuildingType.REBUILD, Approval.BuildingType.EXTEND])
    ),
    "申请理由是{reason}，建房类型却是{building_type}；请核对是不是选错了一项。",
    basis=NATIONAL_FORMS,
    ask=True,
)
