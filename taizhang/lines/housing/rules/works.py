"""What must hold of a site's land, money, contracts, facilities and progress."""

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from taizhang.ledgers.models import Attachment
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.sites import Phase, Site
from taizhang.lines.housing.models.works import (
    Contract,
    Deposit,
    Facility,
    Funding,
    Progress,
    SiteLand,
)
from taizhang.lines.housing.rules.alike import stands_with

PLAN = "土地管理法第62条：农村村民建住宅应当符合土地利用总体规划、村庄规划"
HANDBOOK = "湖南省农村住房建设手册（2022）：开工前要取得规划许可和宅基地批准、签订施工合同"


def whole_of(model: type[Record], amount: str, site: str, *where: Q) -> Subquery:
    """The sum over all records of a site; nothing where there is none."""
    rows = model._default_manager.filter(*where, site=OuterRef(site)).order_by().values("site")
    return Subquery(rows.annotate(total=Sum(amount)).values("total"))


BEGUN = Q(started_on__isnull=False)
UNSECURED = Site.objects.annotate(
    begun=whole_of(Phase, "area", "pk", BEGUN), secured=whole_of(SiteLand, "area", "pk")
).filter(begun__gt=F("secured"))
OVERSPENT = Site.objects.annotate(
    contracted=whole_of(Contract, "amount", "pk"),
    funded=Coalesce(whole_of(Funding, "amount", "pk"), Decimal(0)),
).filter(contracted__gt=F("funded"))


def out_of_order() -> Iterator[Q]:
    """For each stage: the same building or phase reached a later stage before it, or an earlier one after it."""
    stages = list(Progress.Stage)
    for at, stage in enumerate(stages):
        for same in ("building", "phase"):
            others = Progress.objects.filter(**{same: OuterRef(same)})
            later = others.filter(stage__in=stages[at + 1 :], reached_on__lt=OuterRef("reached_on"))
            earlier = others.filter(stage__in=stages[:at], reached_on__gt=OuterRef("reached_on"))
            yield Q(stage=stage) & (Exists(later) | Exists(earlier))


def phase_of_the_site(model: type[Record]) -> Rule:
    return Rule(
        "期次属于同一建房点",
        model,
        Q(phase__isnull=False) & ~Q(phase__site=F("site")),
        "“{phase}”不是“{site}”的期次，请改填这个建房点自己的期次。",
    )


phase_planned_in_order = Rule(
    "计划竣工不早于计划开工",
    Phase,
    Q(planned_end_on__lt=F("planned_start_on")),
    "计划竣工日期 {planned_end_on} 早于计划开工日期 {planned_start_on}，请核对这两个日期。",
)
phase_ended_was_begun = Rule(
    "竣工之前要有开工",
    Phase,
    Q(completed_on__isnull=False, started_on__isnull=True),
    "填了竣工日期 {completed_on}，却没有开工日期；请补上，或清空竣工日期。",
)
land_before_the_phase = Rule(
    "各期用地不超过已落实用地",
    Phase,
    Q(started_on__isnull=False, site__in=UNSECURED.values("pk")),
    "加上这一期的 {area} 亩，“{site}”已开工各期用地超过了已落实的用地；请核实用地批准文件有没有登记全。",
    basis="土地管理法第44条：建设占用土地，涉及农用地转为建设用地的，应当办理农用地转用审批手续",
    ask=True,
)

land_stands_with_site = stands_with(SiteLand, "site", "集中建房点")
land_phase_of_the_site = phase_of_the_site(SiteLand)
land_within_the_plan = Rule(
    "落实用地不超过规划用地",
    SiteLand,
    Q(site__planned_area__lt=whole_of(SiteLand, "area", "site")),
    "加上这一笔的 {area} 亩，“{site}”落实的用地超过了规划用地；请核对面积，或先调整规划。",
    basis=PLAN,
)
linked_land_names_its_quota = Rule(
    "增减挂钩用地写明指标批次",
    SiteLand,
    Q(source=Site.LandSource.LINKED, quota_batch=""),
    "用地来源是{source}，没有填指标批次编号；请填增减挂钩项目或用地指标变动的编号。",
    ask=True,
)
new_land_names_its_document = Rule(
    "新增用地写明批准文号",
    SiteLand,
    Q(source=Site.LandSource.NEW, document_no=""),
    "用地来源是{source}，没有填批准文号；请补上农用地转用的批准文号。",
    ask=True,
)

facility_stands_with_site = stands_with(Facility, "site", "集中建房点")
funding_stands_with_site = stands_with(Funding, "site", "集中建房点")
award_names_its_document = Rule(
    "财政奖补写明文号",
    Funding,
    Q(source=Funding.Source.AWARD, document_no=""),
    "{source} {amount} 元没有填文号；请补上下达资金的文号。",
    ask=True,
)

contract_stands_with_site = stands_with(Contract, "site", "集中建房点")
contract_phase_of_the_site = phase_of_the_site(Contract)
contracts_within_the_money = Rule(
    "合同金额不超过资金",
    Contract,
    Q(site__in=OVERSPENT.values("pk")),
    "加上这份合同的 {amount} 元，“{site}”的合同金额之和超过了已登记的资金；请核实资金来源有没有登记全。",
    ask=True,
)
contract_before_the_phase = Rule(
    "先签合同后开工",
    Contract,
    Q(signed_on__gt=F("phase__started_on")),
    "签订日期 {signed_on} 晚于“{phase}”的开工日期，请核对这两个日期。",
    basis=HANDBOOK,
    ask=True,
)

deposit_stands_with_site = stands_with(Deposit, "site", "集中建房点")
deposit_paid_first = Rule(
    "先交订金后退还",
    Deposit,
    Q(settled_on__lt=F("paid_on")),
    "退还（抵扣）日期 {settled_on} 早于交款日期 {paid_on}，请核对这两个日期。",
)
deposit_once = Rule(
    "一户不重复交订金",
    Deposit,
    Q(settled_on__isnull=True)
    & Exists(
        Deposit.objects.filter(
            site=OuterRef("site"), id_number=OuterRef("id_number"), settled_on__isnull=True
        ).exclude(pk=OuterRef("pk"))
    ),
    "户主{householder}（同一身份证号）在“{site}”另有一笔没有退还的订金，请核实是不是重复登记。",
    ask=True,
)

progress_stands_with_site = stands_with(Progress, "site", "集中建房点")
progress_phase_of_the_site = phase_of_the_site(Progress)
progress_building_of_the_site = Rule(
    "楼栋属于同一建房点",
    Progress,
    Q(building__isnull=False) & ~Q(building__site=F("site")),
    "“{building}”不在“{site}”里，请改填这个建房点自己的楼栋。",
)
progress_of_one_thing = Rule(
    "进度只说一期或一栋",
    Progress,
    Q(phase__isnull=True, building__isnull=True) | Q(phase__isnull=False, building__isnull=False),
    "期次（{phase}）和楼栋（{building}）填一个：整期的进度填期次，单栋的进度填楼栋。",
)
progress_in_order = Rule(
    "形象进度先后",
    Progress,
    reduce(or_, out_of_order()),
    "{reached_on} 达到{stage}，与同一楼栋（期次）别的进度日期先后颠倒；请核对日期和形象进度。",
)
progress_agrees_with_completion = Rule(
    "竣工进度与竣工日期一致",
    Progress,
    Q(stage=Progress.Stage.COMPLETED)
    & (
        Q(building__completed_on__isnull=True) & Q(building__isnull=False)
        | Q(building__isnull=False) & ~Q(building__completed_on=F("reached_on"))
        | Q(phase__completed_on__isnull=True) & Q(phase__isnull=False)
        | Q(phase__isnull=False) & ~Q(phase__completed_on=F("reached_on"))
    ),
    "{reached_on} 竣工，与楼栋（期次）台账里的竣工日期不同；请核对，两处写成同一天。",
    ask=True,
)
progress_with_photos = Rule(
    "进度附照片",
    Progress,
    ~Exists(
        Attachment.objects.filter(
            ledger=Progress.ledger_name(), record=OuterRef("pk"), kind=Attachment.Kind.PHOTO
        )
    ),
    "{reached_on} 达到{stage}，还没有附现场照片；请在附件里上传。",
    ask=True,
)
