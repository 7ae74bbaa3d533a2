"""What must hold of linkage projects, reclaimed lots and quota; balances are held by the database itself."""

from django.db.models import F, OuterRef, Q, Subquery, Sum

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.land.models import Project, QuotaMovement, ReclaimedLot

LINKAGE = "城乡建设用地增减挂钩试点管理办法（国土资发〔2008〕138号）"
AREA_LIMIT = standard("land.project_area", on="approved_on")

project_ends_after_approval = Rule(
    "到期晚于批准",
    Project,
    Q(ends_on__lte=F("approved_on")),
    "到期日期 {ends_on} 不晚于批准日期 {approved_on}，请核对这两个日期。",
)
project_size = Rule(
    "单个项目规模",
    Project,
    Q(approved_area__gt=AREA_LIMIT),
    "批准规模 {approved_area} 亩，超过单个项目 {limit} 亩的上限；请核对规模和批准日期。",
    ask=True,
    limit=AREA_LIMIT,
)

surveyed_with_its_day = Rule(
    "测量面积与日期一同填",
    ReclaimedLot,
    Q(surveyed_on__isnull=True, surveyed_area__isnull=False)
    | Q(surveyed_on__isnull=False, surveyed_area__isnull=True),
    "测量日期 {surveyed_on} 和测量面积 {surveyed_area} 要么都填，要么都空着。",
)
accepted_with_its_day = Rule(
    "验收面积与日期一同填",
    ReclaimedLot,
    Q(accepted_on__isnull=True, accepted_area__isnull=False)
    | Q(accepted_on__isnull=False, accepted_area__isnull=True),
    "验收日期 {accepted_on} 和验收面积 {accepted_area} 要么都填，要么都空着。",
)
accepted_within_surveyed = Rule(
    "验收面积不大于测量面积",
    ReclaimedLot,
    Q(accepted_area__gt=F("surveyed_area")),
    "验收面积 {accepted_area} 亩大于测量面积 {surveyed_area} 亩，请对照测量报告和验收文件核对。",
    basis=LINKAGE,
)
surveyed_within_reported = Rule(
    "测量面积不大于上报面积",
    ReclaimedLot,
    Q(surveyed_area__gt=F("reported_area")),
    "测量面积 {surveyed_area} 亩大于上报面积 {reported_area} 亩，请核实是不是并入了别的地块。",
    ask=True,
)

GRANTED = (
    QuotaMovement.objects.filter(project=OuterRef("project"), kind=QuotaMovement.Kind.GRANT)
    .order_by()
    .values("project")
    .annotate(total=Sum("area"))
    .values("total")
)
granted_within_approval = Rule(
    "下达不超过批准规模",
    QuotaMovement,
    Q(kind=QuotaMovement.Kind.GRANT, project__approved_area__lt=Subquery(GRANTED)),
    "加上这一笔 {area} 亩，“{project}”下达的指标之和超过了批准规模；请核对下达文件。",
    basis=LINKAGE,
)
moved_after_approval = Rule(
    "指标变动不早于项目批准",
    QuotaMovement,
    Q(moved_on__lt=F("project__approved_on")),
    "变动日期 {moved_on} 早于“{project}”的批准日期，请核对。",
    basis=LINKAGE,
)
moved_for_a_site = Rule(
    "指标用在哪里要写明",
    QuotaMovement,
    Q(site_number="") & ~Q(kind=QuotaMovement.Kind.GRANT),
    "{moved_on} {kind} {area} 亩，没有写明用在哪个建房点；请补上建房点编号。",
    ask=True,
)
