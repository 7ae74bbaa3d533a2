"""What must hold of a movement of quota, beyond the balances, which the database holds by itself."""

from django.db.models import F, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.db.models.lookups import GreaterThan, In, LessThan

from taizhang.ledgers.rules import Rule
from taizhang.lines.land.models import Account, Project, QuotaMovement
from taizhang.lines.land.models.quota import into, out_of
from taizhang.lines.land.models.totals import AREA, NOTHING, accepted, balance, moved, summed
from taizhang.lines.land.rules.days import HUNAN_2019, LINKAGE, TODAY, end_of
from taizhang.lines.land.rules.projects import quota_within_plan

Kind = QuotaMovement.Kind
BETWEEN_OWNERS = Q(kind__in=[Kind.SELL, Kind.BUY])
OF_NO_SITE = [Kind.GRANT, Kind.EXPIRE, Kind.SELL, Kind.BUY]


# Asked once of all projects or sites: asked of every movement it would add up the same movements again and again.
GRANTED_TOO_MUCH = Project.objects.filter(approved_area__lt=moved("pk", [Kind.GRANT]))
SITE = Concat(  # a building site of a project
    Cast("project", TextField()), Value(" "), "site_number", output_field=TextField()
)
SITES = (
    QuotaMovement.objects.order_by()
    .values(site=SITE)
    .annotate(
        reserved=summed("area", Q(kind__in=into(Account.RESERVED)))
        - summed("area", Q(kind__in=out_of(Account.RESERVED)))
    )
)
OVERDRAWN = Q(In(SITE, SITES.filter(reserved__lt=0).values("site")))
WITH_RESERVES = Q(In(SITE, SITES.filter(reserved__gt=0).values("site")))

granted_within_approval = Rule(
    "下达不超过批准规模",
    QuotaMovement,
    Q(kind=Kind.GRANT, project__in=GRANTED_TOO_MUCH),
    "加上这一笔 {area} 亩，“{project}”下达的指标之和超过了批准规模；请核对下达文件。",
    basis=LINKAGE,
)
planned_within_new_area = Rule(
    "规划不超过规划建新面积",
    QuotaMovement,
    Q(kind=Kind.PLAN, project__in=Project.objects.filter(quota_within_plan.broken())),
    "加上这一笔 {area} 亩，“{project}”列入规划的指标超过了规划建新面积；请核对面积，或先调回别处的。",
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
    Q(site_number="") & ~Q(kind__in=OF_NO_SITE),
    "{moved_on} {kind} {area} 亩，没有写明用在哪个建房点；请补上建房点编号。",
    ask=True,
)
used_where_reserved = Rule(
    "使用不超过本建房点的预留",
    QuotaMovement,
    Q(kind=Kind.USE) & ~Q(site_number="") & OVERDRAWN,
    "建房点 {site_number} 使用的指标超过了为它预留的；请核对建房点编号，或先为它预留。",
    ask=True,
)
cultivated_within_used = Rule(
    "占用耕地不大于用地",
    QuotaMovement,
    Q(cultivated_area__gt=F("area")) | Q(cultivated_area__isnull=False) & ~Q(kind=Kind.USE),
    "其中占用耕地 {cultivated_area} 亩，面积 {area} 亩（{kind}）；占用耕地只在“使用”时填，不能大于面积。",
)

reserved_for_a_time = Rule(
    "有效期只用于预留",
    QuotaMovement,
    Q(reserved_until__isnull=False) & (~Q(kind=Kind.RESERVE) | Q(reserved_until__lt=F("moved_on"))),
    "预留有效期至 {reserved_until}：只有“预留”才填，且不早于变动日期 {moved_on}；请核对。",
)
reserved_and_forgotten = Rule(
    "预留过期未使用",
    QuotaMovement,
    Q(kind=Kind.RESERVE) & Q(LessThan(F("reserved_until"), TODAY)) & WITH_RESERVES,
    "为建房点 {site_number} 预留的 {area} 亩，有效期到 {reserved_until}，还有没使用的；请登记“使用”，或“释放”给别处用。",
    ask=True,
)
used_in_time = Rule(
    "项目到期后不再使用指标",
    QuotaMovement,
    Q(kind__in=[Kind.PLAN, Kind.RESERVE, Kind.USE])
    & Q(GreaterThan(F("moved_on"), end_of("project"))),
    "变动日期 {moved_on} 已过“{project}”的到期日期，却还在{kind} {area} 亩；请核实项目有没有重新规划。",
    basis=LINKAGE,
    ask=True,
)
expired_at_the_end = Rule(
    "未到期的指标不失效",
    QuotaMovement,
    Q(kind=Kind.EXPIRE) & Q(LessThan(F("moved_on"), end_of("project"))),
    "{moved_on} 登记指标到期 {area} 亩，“{project}”那天还没有到期；不用的请“调回”，请核对日期。",
    basis=LINKAGE,
)

sold_within_surplus = Rule(
    "流转不超过节余",
    QuotaMovement,
    Q(kind=Kind.SELL)
    & Q(
        GreaterThan(
            balance("project", Account.TRANSFERRED, Account.USED, until="moved_on"),
            accepted("project", until="moved_on")
            + Coalesce("project__early_draw_area", NOTHING, output_field=AREA),
        )
    ),
    "到 {moved_on} 连同这一笔 {area} 亩，“{project}”已使用和已流转的指标超过了验收复垦面积（加可预支的节余）；"
    "只有节余的指标才能流转，请核对验收面积和日期。",
    basis=HUNAN_2019,
)
sold_by_a_project_for_sale = Rule(
    "县内使用的项目不流转",
    QuotaMovement,
    Q(kind=Kind.SELL, project__surplus_use=Project.SurplusUse.INSIDE),
    "“{project}”的节余指标用途是县内使用，却转出了 {area} 亩；请核对批准文件。",
    basis=HUNAN_2019,
    ask=True,
)
transfer_has_its_papers = Rule(
    "流转要有对方和文号",
    QuotaMovement,
    BETWEEN_OWNERS & (Q(counterparty="") | Q(document_no="")),
    "{kind} {area} 亩，流转对方 {counterparty}、依据文号 {document_no} 要填全。",
    basis=HUNAN_2019,
)
counterparty_of_a_transfer = Rule(
    "流转对方只用于流转",
    QuotaMovement,
    ~Q(counterparty="") & ~BETWEEN_OWNERS,
    "变动是“{kind}”，却填了流转对方 {counterparty}；请核对变动的种类，或清空流转对方。",
)
