"""What must hold of a linkage project: its plan, its term, and its accounts when it is accepted and settled."""

from django.db.models import DecimalField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Sum
from django.db.models.lookups import Exact, GreaterThan, LessThan

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.land.models import Account, Project, QuotaMovement, ReclaimedLot
from taizhang.lines.land.models.totals import (
    ACCEPTED_CULTIVATED,
    USED_CULTIVATED,
    accepted,
    balance,
    moved,
)
from taizhang.lines.land.rules.days import HUNAN_2019, LINKAGE, TODAY, end_of, years_after

AREA_LIMIT = standard("land.project_area", on="approved_on")
YEARS = standard("land.project_years", on="approved_on")
EARLY_SHARE = standard("land.early_draw_share", on="approved_on")
EARLY_AREA = standard("land.early_draw_area", on="approved_on")

SETTLED = Q(settled_on__isnull=False)
LEFT = balance("pk", Account.AVAILABLE, Account.PLANNED, Account.RESERVED)
LISTED = balance("pk", Account.PLANNED, Account.RESERVED, Account.USED)
TAKEN = balance("pk", Account.USED, Account.TRANSFERRED)

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
project_term = Rule(
    "项目期限",
    Project,
    Q(ends_on__gt=years_after("approved_on", "land.project_years")),
    "{approved_on} 批准、{ends_on} 到期，超过 {limit} 年的期限；请核对日期，到期没有完成的填重新规划日期。",
    basis=LINKAGE,
    ask=True,
    limit=YEARS,
)
planned_before_approval = Rule(
    "方案编制不晚于批准",
    Project,
    Q(planned_on__gt=F("approved_on")),
    "方案编制日期 {planned_on} 晚于批准日期 {approved_on}，请核对这两个日期。",
)
extended_by_a_new_plan = Rule(
    "延期要重新规划",
    Project,
    Q(replanned_on__isnull=True, extended_to__isnull=False)
    | Q(replanned_on__isnull=False, extended_to__isnull=True),
    "重新规划日期 {replanned_on} 和重新规划后的到期日期 {extended_to} 要么都填，要么都空着。",
    basis=HUNAN_2019,
)
extended_later = Rule(
    "延期晚于原到期",
    Project,
    Q(extended_to__lte=F("ends_on")),
    "重新规划后的到期日期 {extended_to} 不晚于原到期日期 {ends_on}，请核对。",
    basis=HUNAN_2019,
)
approved_by_the_prefecture = Rule(
    "市州批准项目",
    Project,
    ~Q(approver="")
    & ~Q(approver=Project.Approver.PREFECTURE)
    & Q(Exact(standard("land.prefecture_approves", on="approved_on"), 1)),
    "{approved_on} 批准的项目应由市（州）级批准，批准部门填的是{approver}；请对照批准文件核对。",
    basis=HUNAN_2019,
    ask=True,
)

new_within_quota = Rule(
    "建新不超过批准规模",
    Project,
    Q(new_area__gt=F("approved_area")),
    "规划建新面积 {new_area} 亩大于批准规模 {approved_area} 亩；建新用地不能多于批准的指标，请核对。",
    basis=LINKAGE,
)
new_within_old = Rule(
    "建新不大于拆旧",
    Project,
    Q(new_area__gt=F("old_area")),
    "规划建新面积 {new_area} 亩大于拆旧区面积 {old_area} 亩，建设用地会增加；请核对两个面积。",
    basis=LINKAGE,
)
cultivated_within_reclaimed = Rule(
    "规划复垦耕地不大于规划复垦",
    Project,
    Q(planned_cultivated_area__gt=F("planned_reclaimed_area")),
    "规划复垦耕地 {planned_cultivated_area} 亩大于规划复垦 {planned_reclaimed_area} 亩，请核对是不是填反了。",
)
reclaimed_within_old = Rule(
    "规划复垦不大于拆旧",
    Project,
    Q(planned_reclaimed_area__gt=F("old_area")),
    "规划复垦 {planned_reclaimed_area} 亩大于拆旧区面积 {old_area} 亩；拆了多少才能复垦多少，请核对。",
    basis=LINKAGE,
)
cultivated_within_new = Rule(
    "建新占用耕地不大于建新",
    Project,
    Q(new_cultivated_area__gt=F("new_area")),
    "规划建新占用耕地 {new_cultivated_area} 亩大于规划建新面积 {new_area} 亩，请核对是不是填反了。",
)
farmland_kept_by_plan = Rule(
    "规划耕地不减少",
    Project,
    Q(new_cultivated_area__gt=F("planned_cultivated_area")),
    "规划建新占用耕地 {new_cultivated_area} 亩，多于规划复垦耕地 {planned_cultivated_area} 亩；耕地会减少，请核对。",
    basis=LINKAGE,
)
quota_within_plan = Rule(
    "列入规划的指标不超过建新",
    Project,
    Q(new_area__lt=LISTED),
    "已列入规划的指标 {planned_total} 亩，多于规划建新面积 {new_area} 亩；请核对规划，或先调回多列的指标。",
    basis=LINKAGE,
)
accepted_within_old = Rule(
    "验收复垦不大于拆旧",
    Project,
    Q(old_area__lt=accepted("pk")),
    "各地块验收复垦共 {accepted_total} 亩，多于拆旧区面积 {old_area} 亩；请逐块核对验收面积。",
    basis=LINKAGE,
)

early_draw_for_poor_counties = Rule(
    "预支节余限贫困县",
    Project,
    Q(early_draw_area__isnull=False, poor_county=False),
    "填了预支节余指标 {early_draw_area} 亩，却不是贫困县项目；只有贫困县可以预支，请核对。",
    basis=HUNAN_2019,
)
early_draw_share = Rule(
    "预支节余的比例",
    Project,
    Q(
        GreaterThan(
            F("early_draw_area") * 100,
            ExpressionWrapper(
                (F("planned_reclaimed_area") - F("new_area")) * EARLY_SHARE, DecimalField()
            ),
        )
    ),
    "预支节余指标 {early_draw_area} 亩，超过规划节余（规划复垦 {planned_reclaimed_area} 亩减规划建新"
    " {new_area} 亩）的 {limit}%；请核对。",
    basis=HUNAN_2019,
    ask=True,
    limit=EARLY_SHARE,
)
DRAWN_THAT_YEAR = (
    Project.objects.filter(approved_on__year=OuterRef("approved_on__year"))
    .order_by()
    .values("approved_on__year")
    .annotate(total=Sum("early_draw_area"))
    .values("total")
)
early_draw_of_a_year = Rule(
    "一年预支节余的总量",
    Project,
    Q(early_draw_area__isnull=False) & Q(LessThan(EARLY_AREA, Subquery(DRAWN_THAT_YEAR))),
    "加上这个项目的 {early_draw_area} 亩，同一年批准的项目预支节余超过了一年 {limit} 亩；请核对。",
    basis=HUNAN_2019,
    ask=True,
    limit=EARLY_AREA,
)

papers_numbered = Rule(
    "验收备案要有文号",
    Project,
    Q(first_checked_on__isnull=False, first_check_no="")
    | Q(accepted_on__isnull=False, acceptance_no="")
    | Q(filed_on__isnull=False, filing_no=""),
    "办了初验（{first_checked_on}）、验收（{accepted_on}）或备案（{filed_on}），对应的文号还空着；请照文件补上。",
    ask=True,
)
confirmed_with_its_letter = Rule(
    "确认书要填全",
    Project,
    Q(confirmed_on__isnull=False) & (Q(confirmation_no="") | Q(confirmed_area__isnull=True))
    | Q(confirmed_on__isnull=True) & (~Q(confirmation_no="") | Q(confirmed_area__isnull=False)),
    "确认书的日期 {confirmed_on}、编号 {confirmation_no} 和面积 {confirmed_area} 要一同填全，或都空着。",
)
confirmed_within_accepted = Rule(
    "确认书面积不大于验收",
    Project,
    Q(confirmed_area__gt=accepted("pk")),
    "确认书面积 {confirmed_area} 亩，多于各地块验收复垦之和 {accepted_total} 亩；请核对确认书和地块的验收面积。",
    basis=LINKAGE,
)
all_lots_accepted = Rule(
    "项目验收时地块都已验收",
    Project,
    Q(accepted_on__isnull=False)
    & Exists(ReclaimedLot.objects.filter(project=OuterRef("pk"), accepted_on__isnull=True)),
    "项目在 {accepted_on} 通过最终验收，还有地块没有验收日期；请补上，或核实是不是没有验收。",
    ask=True,
)
given_back_in_time = Rule(
    "到期指标要归还",
    Project,
    ~SETTLED & Q(LessThan(end_of(), TODAY)) & Q(GreaterThan(LEFT, 0)),
    "项目已经到期（{ends_on}，延期至 {extended_to}），还有 {left_total} 亩指标没有使用；"
    "请收回后登记“到期”，或办理重新规划。",
    basis=LINKAGE,
    ask=True,
)
settled_with_nothing_left = Rule(
    "结清前没有待用指标",
    Project,
    SETTLED & Q(GreaterThan(LEFT, 0)),
    "填了结清日期 {settled_on}，还有 {left_total} 亩指标没有使用；请先释放、调回，再登记“到期”或“转出”。",
    basis=LINKAGE,
)
settled_within_accepted = Rule(
    "结清时用地不大于复垦",
    Project,
    SETTLED & Q(GreaterThan(TAKEN, accepted("pk"))),
    "结清时已使用 {used_total} 亩、已流转 {sold_total} 亩，多于验收复垦 {accepted_total} 亩；指标没有还清，请核对。",
    basis=LINKAGE,
)
settled_with_farmland_kept = Rule(
    "结清时耕地不减少",
    Project,
    SETTLED
    & Q(
        LessThan(
            accepted("pk", ACCEPTED_CULTIVATED),
            moved("pk", [QuotaMovement.Kind.USE], amount=USED_CULTIVATED),
        )
    ),
    "结清时验收的耕地少于建新占用的耕地；请核对各地块的验收地类和每笔使用的“其中占用耕地”。",
    basis=LINKAGE,
)
