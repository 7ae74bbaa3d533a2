"""What must hold when a finished house is inspected: measured, within what was approved, the old house gone."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.days import later_by
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.rules.alike import (
    NATIONAL_FORMS,
    PROMISED,
    TOWNSHIPS_DECIDE,
    stands_with,
)

MORE_LAND = "土地管理法第78条：超过批准的数量占用土地，多占的土地以非法占用土地论处"
PERMIT = (
    "城乡规划法第65条：在乡、村庄规划区内未按照乡村建设规划许可证的规定进行建设的，责令停止建设"
)
PASSED = Q(passed_on__isnull=False)

acceptance_stands_with_approval = stands_with(Acceptance, "approval", "建房审批")
inspected_after_completion = Rule(
    "竣工后到场验收",
    Acceptance,
    Q(inspected_on__isnull=False)
    & (Q(approval__completed_on__isnull=True) | Q(inspected_on__lt=F("approval__completed_on"))),
    "到场验收日期 {inspected_on}，“{approval}”的竣工日期却空着或更晚；请先填好竣工日期。",
    basis=NATIONAL_FORMS,
)
measured_before_passing = Rule(
    "验收合格要有实测数",
    Acceptance,
    PASSED
    & (
        Q(homestead_area__isnull=True)
        | Q(footprint__isnull=True)
        | Q(storeys__isnull=True)
        | Q(old_house="")
    ),
    "验收合格（{passed_on}）要填实际宅基地面积（{homestead_area}）、实际房基占地面积（{footprint}）、"
    "实际层数（{storeys}）和旧房旧宅落实情况（{old_house}）；请按验收意见表补上。",
    basis=NATIONAL_FORMS,
)
failure_told = Rule(
    "验收不合格要写明整改要求",
    Acceptance,
    Q(failed_on__isnull=False, failure=""),
    "{failed_on} 验收不合格，请在“不合格情况和整改要求”{failure}里写明哪里不符、怎么改。",
    basis=NATIONAL_FORMS,
)
passed_or_failed = Rule(
    "一次验收只有一个结论",
    Acceptance,
    PASSED & Q(failed_on__isnull=False),
    "同时填了合格 {passed_on} 和不合格 {failed_on}；整改后再验的，另登一条验收。",
)


def as_approved(field: str, unit: str, basis: str) -> Rule:
    """What was built is no more than was approved, or it cannot pass."""
    title = str(Acceptance._meta.get_field(field).verbose_name)
    return Rule(
        f"{title}不超过批准",
        Acceptance,
        PASSED & Q(**{f"{field}__gt": F(f"approval__{field}")}),
        f"{title} {{{field}}} {unit}超过批准的 {{granted}} {unit}，不能验收合格；请先整改，或核对实测数。",
        basis=basis,
        tells={"granted": F(f"approval__{field}")},
    )


homestead_as_approved = as_approved("homestead_area", "㎡", MORE_LAND)
footprint_as_approved = as_approved("footprint", "㎡", MORE_LAND)
storeys_as_approved = as_approved("storeys", "层", PERMIT)
height_as_approved = as_approved("height", "米", PERMIT)

old_house_dated = Rule(
    "旧房旧宅落实要有日期",
    Acceptance,
    Q(old_house=Acceptance.OldHouse.DONE, old_house_on__isnull=True)
    | (Q(old_house_on__isnull=False) & ~Q(old_house=Acceptance.OldHouse.DONE)),
    "旧房拆除和宅基地退还填的是{old_house}，落实日期是 {old_house_on}；已落实的填日期，没有落实的清空日期。",
)
old_house_still_stands = Rule(
    "旧房旧宅还没有落实",
    Acceptance,
    PASSED & Q(old_house=Acceptance.OldHouse.NOT_YET),
    "“{approval}”已验收合格，旧房拆除和宅基地退还是{old_house}；请催办，落实后填日期。",
    basis=PROMISED,
    ask=True,
)
old_house_gone_as_promised = Rule(
    "在承诺的天数内拆旧",
    Acceptance,
    Q(old_house_on__gt=later_by("approval__completed_on", "approval__removal_days")),
    "“{approval}”承诺竣工后 {promised} 天内拆除旧房，{old_house_on} 才落实；请核对日期，确实晚了的写明原因。",
    basis=PROMISED,
    ask=True,
    tells={"promised": F("approval__removal_days")},
)
promise_not_forgotten = Rule(
    "承诺退还的旧宅要跟到底",
    Acceptance,
    PASSED
    & Q(old_house=Acceptance.OldHouse.NOT_APPLICABLE, approval__disposal=Approval.Disposal.RETURN),
    "“{approval}”承诺把现有宅基地退给村集体，验收却填{old_house}；请核对。",
    basis=NATIONAL_FORMS,
    ask=True,
)
registration_keeps_its_acceptance = Rule(
    "已登记的验收不能改成不合格",
    Acceptance,
    Q(approval__land_owner=Approval.LandOwner.COLLECTIVE)
    & Q(approval__registered_on__gte=TOWNSHIPS_DECIDE)
    & ~Exists(
        Acceptance.objects.filter(
            PASSED,
            approval=OuterRef("approval"),
            passed_on__lte=OuterRef("approval__registered_on"),
        )
    ),
    "“{approval}”已办不动产登记，至少要留一条在登记之前合格的验收；请核对合格日期 {passed_on}。",
    basis=NATIONAL_FORMS,
)
