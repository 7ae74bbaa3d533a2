"""What must hold from the certificate to the title: papers before work, what was built beside what was approved."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.days import later_by
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.rules.acceptance import MORE_LAND, PASSED
from taizhang.lines.housing.rules.alike import (
    COLLECTIVE,
    NATIONAL_FORMS,
    PROMISED,
    TOWNSHIPS_DECIDE,
    in_order,
)

papers_before_work = Rule(
    "领证放线后开工",
    Approval,
    COLLECTIVE
    & (
        Q(permit_no="")
        | Q(certificate_no="")
        | Q(delivered_on__isnull=True)
        | Q(set_out_on__isnull=True)
    ),
    "{started_on} 已开工，许可证号（{permit_no}）、批准书号（{certificate_no}）、发证日期（{delivered_on}）"
    "和放线日期（{set_out_on}）还没有齐；两证到手、丈量批放之后才能开工。",
    basis=NATIONAL_FORMS + "；乡镇到场丈量批放后开工",
    since=TOWNSHIPS_DECIDE,
    dated_by="started_on",
)
certificate_ends_after_it_begins = in_order(Approval, "certificate_from", "certificate_until")
started_while_valid = Rule(
    "在批准书有效期内开工",
    Approval,
    Q(started_on__gt=F("certificate_until")) | Q(started_on__lt=F("certificate_from")),
    "{started_on} 开工，不在批准书有效期 {certificate_from} 至 {certificate_until} 之内；请核对，过期的要重新申请。",
    basis=NATIONAL_FORMS,
    ask=True,
)
certificate_number_as_usual = Rule(
    "批准书号一般16位",
    Approval,
    ~Q(certificate_no="") & ~Q(certificate_no__regex=r"^\d{16}$"),
    "宅基地批准书号 {certificate_no} 不是 16 位数字；一般是县 6 位、乡镇 3 位、年份 4 位、顺序 3 位，请对照批准书。",
    basis=NATIONAL_FORMS + "（编号规则未核实）",
    ask=True,
)


def given_once(field: str, title: str) -> Rule:
    """A number of a permit or certificate belongs to one application; the other one is named."""
    others = Approval.objects.filter(**{field: OuterRef(field)}).exclude(pk=OuterRef("pk"))
    return Rule(
        f"{title}不重复",
        Approval,
        ~Q(**{field: ""}) & Exists(others),
        f"{title} {{{field}}} 已经用在建房审批 {{other}} 上，请核对号码。",
        tells={"other": others.values("number")[:1]},
    )


permit_number_once = given_once("permit_no", "乡村建设规划许可证号")
certificate_number_once = given_once("certificate_no", "宅基地批准书号")

built_as_promised = Rule(
    "在承诺的月数内建成",
    Approval,
    Q(completed_on__gt=later_by("approved_on", "build_months", "month")),
    "{approved_on} 批准，承诺 {build_months} 个月内建成，{completed_on} 才竣工；请核对日期，确实晚了的写明原因。",
    basis=PROMISED,
    ask=True,
)

passed = Acceptance.objects.filter(PASSED, approval=OuterRef("pk"))
registered_after_acceptance = Rule(
    "验收合格后办理不动产登记",
    Approval,
    COLLECTIVE & ~Exists(passed.filter(passed_on__lte=OuterRef("registered_on"))),
    "{registered_on} 已办不动产登记，竣工验收台账里却没有在此之前的合格记录；请先登记验收，或核对登记日期。",
    basis=NATIONAL_FORMS + "；不动产登记暂行条例第5条",
    since=TOWNSHIPS_DECIDE,
    dated_by="registered_on",
)
accepted_as_it_stands = Rule(
    "竣工日期与验收相符",
    Approval,
    Q(completed_on__isnull=True)
    & Exists(Acceptance.objects.filter(approval=OuterRef("pk"), inspected_on__isnull=False))
    | Exists(
        Acceptance.objects.filter(
            approval=OuterRef("pk"), inspected_on__lt=OuterRef("completed_on")
        )
    ),
    "竣工日期 {completed_on} 空着，或晚于已登记的到场验收日期；请核对竣工日期和竣工验收。",
    basis=NATIONAL_FORMS,
)
approved_as_it_was_accepted = Rule(
    "批准数不小于已验收的实际数",
    Approval,
    Exists(
        passed.filter(
            Q(homestead_area__gt=OuterRef("homestead_area"))
            | Q(footprint__gt=OuterRef("footprint"))
            | Q(storeys__gt=OuterRef("storeys"))
            | Q(height__gt=OuterRef("height"))
        )
    ),
    "宅基地面积 {homestead_area} ㎡、房基占地 {footprint} ㎡、{storeys} 层或高度 {height} 米，"
    "有一项小于已经验收合格的实际数；请核对批准数，或先更正验收。",
    basis=MORE_LAND,
)
