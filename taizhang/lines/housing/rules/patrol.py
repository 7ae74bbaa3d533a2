"""What must hold of patrols and of illegal buildings: stopped by the township, handed to the authority of the day."""

from datetime import date

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.patrol import Patrol, Violation
from taizhang.lines.housing.rules.alike import COLLECTIVE, TOWNSHIPS_DECIDE

LAND_LAW_2004 = (
    "土地管理法（2004年修正）第77条：农村村民非法占用土地建住宅的，由县级以上土地行政主管部门处罚"
)
LAND_LAW_2019 = "土地管理法（2019年修正，2020年1月1日施行）第78条：农村村民非法占用土地建住宅的，由县级以上农业农村主管部门处罚"
PENALTY_LAW = "行政处罚法（2021年修订，7月15日施行）第24条：省级可以决定将处罚权交由乡镇政府行使，决定应当公布"
PLANNING_LAW = (
    "城乡规划法第65条：乡、村庄规划区内违法建设的，由乡、镇人民政府责令停止建设、限期改正"
)
TOWNSHIPS_MAY_PUNISH = date(2021, 7, 15)
Receiver = Violation.Receiver


def needs(title: str, day: str, other: str, message: str) -> Rule:
    """What is dated says what was done; the paper for it is numbered and signed before that."""
    return Rule(title, Violation, Q(**{f"{day}__isnull": False, other: ""}), message)


stop_has_its_order = needs(
    "停工要有通知书文号",
    "stopped_on",
    "stop_order_no",
    "{stopped_on} 责令停工，没有填通知书文号；请照通知书补上，口头劝停的清空日期。",
)
hand_over_has_its_receiver = needs(
    "移交要写明移交给谁",
    "handed_over_on",
    "handed_to",
    "{handed_over_on} 已移交，没有填移交给谁；请照移交函补上。",
)
closed_with_a_result = needs(
    "办结要有处理结果",
    "closed_on",
    "result",
    "{closed_on} 已办结，没有填处理结果；请先填处理结果，再填办结日期。",
)
land_department_until_2019 = Rule(
    "2019年底以前移交国土部门",
    Violation,
    COLLECTIVE & Q(handed_to=Receiver.AGRICULTURE),
    "{handed_over_on} 移交给农业农村部门，那时由县级国土资源部门处罚；请对照移交函核对日期和部门。",
    basis=LAND_LAW_2004,
    until=TOWNSHIPS_DECIDE,
    dated_by="handed_over_on",
)
agriculture_since_2020 = Rule(
    "2020年起移交农业农村部门",
    Violation,
    COLLECTIVE & Q(handed_to=Receiver.LAND),
    "{handed_over_on} 移交给国土资源部门，2020年起由县级农业农村部门处罚；请对照移交函核对日期和部门。",
    basis=LAND_LAW_2019,
    since=TOWNSHIPS_DECIDE,
    dated_by="handed_over_on",
)
township_not_before_2021 = Rule(
    "乡镇承接处罚权不早于2021年7月15日",
    Violation,
    Q(handed_to=Receiver.TOWN),
    "{handed_over_on} 填了由乡镇自己处罚，那时处罚权还不能交给乡镇；请改成当时有处罚权的部门。",
    basis=PENALTY_LAW,
    until=TOWNSHIPS_MAY_PUNISH,
    dated_by="handed_over_on",
)
township_by_published_decision = Rule(
    "乡镇处罚要有下放文件",
    Violation,
    Q(handed_to=Receiver.TOWN, delegation_document=""),
    "填了由乡镇自己处罚，没有填处罚权下放文件；请填省级政府公布的决定，没有的要移交县级部门。",
    basis=PENALTY_LAW,
)
state_land_has_its_own_receiver = Rule(
    "国有土地违建另有处罚机关",
    Violation,
    Q(land_owner=Approval.LandOwner.STATE, handed_over_on__isnull=False),
    "这块地是国有（原农场）土地，不按农村宅基地处罚；请核实移交给{handed_to}的依据。",
    basis="土地管理法第78条只规定农村村民非法占用土地建住宅",
    ask=True,
)
prosecuted_after_hand_over = Rule(
    "移送立案要有移交",
    Violation,
    Q(result=Violation.Result.PROSECUTED, handed_over_on__isnull=True),
    "处理结果是移送立案，没有填移交日期和移交给谁；请补上。",
)
basic_farmland_is_not_regularised = Rule(
    "占基本农田不得补办",
    Violation,
    Q(result=Violation.Result.REGULARISED)
    & (Q(land_class=Approval.LandClass.BASIC_FARMLAND) | Q(kind=Violation.Kind.BASIC_FARMLAND)),
    "占用永久基本农田的违法建房，处理结果填了补办手续；永久基本农田上不能批准建房，请核对地类和结果。",
    basis="土地管理法第62条：农村村民建住宅不得占用永久基本农田",
)
regularised_by_an_approval = Rule(
    "补办的要有审批",
    Violation,
    Q(result=Violation.Result.REGULARISED)
    & (Q(approval__isnull=True) | Q(approval__approved_on__isnull=True)),
    "处理结果是补办手续，没有对应的已批准的建房审批；请填审批编号，或核对结果。",
)
removal_has_its_area = Rule(
    "拆除要有拆除面积",
    Violation,
    Q(result=Violation.Result.REMOVED, removed_area__isnull=True),
    "处理结果是拆除，没有填拆除建筑面积；请照现场核实的数补上。",
)
kind_fits_the_land = Rule(
    "违法类型与地类一致",
    Violation,
    Q(kind=Violation.Kind.BASIC_FARMLAND) & ~Q(land_class=Approval.LandClass.BASIC_FARMLAND)
    | Q(kind=Violation.Kind.CULTIVATED) & ~Q(land_class=Approval.LandClass.CULTIVATED),
    "违法类型是{kind}，地类却是{land_class}；请对照现状图核对。",
)
beyond_an_approval = Rule(
    "超批的要有审批",
    Violation,
    Q(
        kind__in=[
            Violation.Kind.TOO_LARGE,
            Violation.Kind.ELSEWHERE,
            Violation.Kind.TOO_HIGH,
        ],
        approval__isnull=True,
    ),
    "违法类型是{kind}，说明批过；请填原来那件建房审批的编号。",
    ask=True,
)
unapproved_has_no_approval = Rule(
    "未批先建的当时没有审批",
    Violation,
    Q(kind=Violation.Kind.UNAPPROVED, approval__approved_on__lte=F("found_on")),
    "违法类型是未批先建，填的那件审批在发现日期 {found_on} 以前已经批准；请核对类型和审批编号。",
)
patrol_that_found_it = Rule(
    "发现日期与巡查日期一致",
    Violation,
    Q(patrol__isnull=False) & ~Q(patrol__on=F("found_on")),
    "发现日期 {found_on} 不是“{patrol}”的日期；请核对是哪次巡查发现的。",
    ask=True,
)
FOUND_THEN = (
    Violation.objects.filter(patrol=OuterRef("pk"))
    .order_by()
    .values("patrol")
    .annotate(n=Count("pk"))
)
findings_are_registered = Rule(
    "发现的逐处登记",
    Patrol,
    ~Q(
        Exact(
            Coalesce(Subquery(FOUND_THEN.values("n"), output_field=IntegerField()), 0),
            F("findings"),
        )
    ),
    "这次巡查填了发现 {findings} 处，“违法建房”里由它发现的处数对不上；请逐处登记，或改正处数。",
    ask=True,
)
applicant_without_open_violation = Rule(
    "申请人没有未办结的违建",
    Approval,
    Exists(
        Violation.objects.filter(
            id_number=OuterRef("id_number"),
            closed_on__isnull=True,
            found_on__lte=OuterRef("applied_on"),
        ).exclude(approval=OuterRef("pk"))
    ),
    "申请人{householder}另有一处没有办结的违法建房；请先核实处理情况。",
    basis=LAND_LAW_2019,
    ask=True,
)
