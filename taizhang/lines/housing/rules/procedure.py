"""What must hold of the way an application takes: village, notice, receipt, departments."""

from functools import reduce
from operator import or_

from django.db.models import DateField, ExpressionWrapper, F, IntegerField, Q
from django.db.models.functions import Cast

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.rules.alike import (
    APPROVED,
    COLLECTIVE,
    STATE,
    TOWNSHIPS_DECIDE,
    in_order,
)

DISCUSSED_FIRST = (
    "土地管理法实施条例第34条：宅基地申请经农村集体经济组织讨论通过并在本集体范围内公示后，"
    "报乡镇审核批准；农经发〔2019〕6号"
)
VILLAGE_DATES = ("discussed_on", "noticed_on", "village_reviewed_on")
TOWN_DATES = ("received_on", "accepted_on", "approved_on")
SKIPPED = reduce(or_, (Q(**{f"{name}__isnull": True}) for name in VILLAGE_DATES))
BEGUN = reduce(or_, (Q(**{f"{name}__isnull": False}) for name in VILLAGE_DATES))
SINCE_2020 = reduce(or_, (Q(**{f"{name}__gte": TOWNSHIPS_DECIDE}) for name in TOWN_DATES))

village_first = Rule(
    "集体土地先经村组讨论公示和村级审查",
    Approval,
    COLLECTIVE & SINCE_2020 & SKIPPED,
    "集体土地上的建房，村级审查（{village_reviewed_on}）、村组讨论（{discussed_on}）和公示（{noticed_on}）"
    "三步齐了，乡镇才能收件、受理和批准；请补上空着的日期，不是集体土地的改正土地权属。",
    basis=DISCUSSED_FIRST,
)
# Sheets of 2019 and before seldom have these columns. An office that uses some of them is asked for the rest.
village_dates_complete = Rule(
    "村组程序的日期要填齐",
    Approval,
    COLLECTIVE & BEGUN & SKIPPED,
    "村组讨论（{discussed_on}）、公示（{noticed_on}）和村级审查（{village_reviewed_on}）只填了一部分；"
    "{approved_on} 已批准，请对照申请表补齐。",
    basis="国土资发〔2004〕234号：农村村民建住宅，在本集体经济组织或村民小组张榜公布，期满无异议的上报",
    until=TOWNSHIPS_DECIDE,
    dated_by="approved_on",
    ask=True,
)
state_land_goes_no_village_way = Rule(
    "国有土地不走村组程序",
    Approval,
    STATE & BEGUN,
    "土地权属填的是国有，却有村组讨论（{discussed_on}）、公示或村级审查的日期；请核对土地权属。",
    basis="土地管理法第62条只规定农村村民使用集体土地建住宅",
    ask=True,
)
NOTICE_DAYS = standard("housing.notice_days", on="noticed_on")
notice_long_enough = Rule(
    "公示期不少于规定天数",
    Approval,
    Q(noticed_on__isnull=False, village_reviewed_on__isnull=False)
    & (
        Q(notice_until__isnull=True)
        | Q(
            notice_until__lt=ExpressionWrapper(
                F("noticed_on") + Cast(NOTICE_DAYS, IntegerField()), DateField()
            )
        )
    ),
    "{noticed_on} 张贴，公示截止日期是 {notice_until}；公示一般不少于 {limit} 天，张贴当天不算。请核对本地规定。",
    basis=DISCUSSED_FIRST,
    ask=True,
    limit=NOTICE_DAYS,
)
notice_ends_after_it_begins = in_order(Approval, "noticed_on", "notice_until")
notice_stays_to_its_end = in_order(Approval, "notice_until", "notice_removed_on")
review_after_the_notice = in_order(Approval, "notice_until", "village_reviewed_on", DISCUSSED_FIRST)
notice_taken_down = Rule(
    "公示期满要撤下",
    Approval,
    Q(notice_until__isnull=False, notice_removed_on__isnull=True),
    "公示 {notice_until} 已截止，还没有填公示撤下日期 {notice_removed_on}；公示含有个人信息，期满请撤下。",
    basis="个人信息保护法第19条：个人信息的保存期限应当为实现处理目的所必要的最短时间",
    since=TOWNSHIPS_DECIDE,
    dated_by="village_reviewed_on",
    ask=True,
)
correction_told_whole = Rule(
    "告知补正要写明内容",
    Approval,
    Q(correction_asked_on__isnull=False, correction_items=""),
    "{correction_asked_on} 告知补正，却没有填补正内容 {correction_items}；要一次告知需要补正的全部内容。",
    basis="行政许可法第32条：材料不齐的，应当当场或者五日内一次告知需要补正的全部内容",
)
departments_heard = Rule(
    "批准前要有部门审查意见",
    Approval,
    COLLECTIVE & (Q(natural_resources_on__isnull=True) | Q(agriculture_on__isnull=True)),
    "{approved_on} 已批准，自然资源（{natural_resources_on}）或农业农村（{agriculture_on}）的审查日期还空着；"
    "请补上审查意见。",
    basis="农经发〔2019〕6号：自然资源部门审查规划和用地，农业农村部门审查资格、面积和公示，综合意见报批",
    since=TOWNSHIPS_DECIDE,
    dated_by="approved_on",
)
natural_resources_before_approval = in_order(Approval, "natural_resources_on", "approved_on")
agriculture_before_approval = in_order(Approval, "agriculture_on", "approved_on")
others_before_approval = in_order(Approval, "others_on", "approved_on")
result_published_after_approval = in_order(Approval, "approved_on", "result_noticed_on")
result_stays_to_its_end = in_order(Approval, "result_notice_until", "result_removed_on")
result_published = Rule(
    "审批结果要公布",
    Approval,
    COLLECTIVE & APPROVED & Q(delivered_on__isnull=False, result_noticed_on__isnull=True),
    "{delivered_on} 已发证，还没有填审批结果公布日期 {result_noticed_on}；审批结果要公布。",
    basis="政府信息公开条例第21条：乡镇政府公开宅基地使用情况审核情况；农经发〔2019〕6号",
    since=TOWNSHIPS_DECIDE,
    dated_by="approved_on",
    ask=True,
)
