"""What must hold of the standards of award money, of its batches and of objections to them."""

from datetime import date

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan

from taizhang.ledgers.days import calendar_days_between, working_days_between
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.award_payments import AwardPayment, AwardStatement
from taizhang.lines.housing.models.awards import AwardBatch, AwardObjection, AwardStandard
from taizhang.lines.housing.workflow.awards import PUBLISHED

TO_THE_CENT = "会计法第17条：定期将账簿记录与款项、凭证相互核对，保证相符"
NEVER = Value(date.max, DateField())
APPROVED = Q(approved_on__isnull=False)
NOTICE_DAYS = standard("housing.award_notice_days", on="notice_from")

standard_ends_after_it_begins = Rule(
    "奖补标准停用晚于起用",
    AwardStandard,
    Q(until__lte=F("since")),
    "停用日期 {until} 不晚于起用日期 {since}，请核对这两个日期。",
)
one_standard_at_a_time = Rule(
    "同一档次同时只有一个标准",
    AwardStandard,
    Exists(
        AwardStandard.objects.filter(project=OuterRef("project"), tier=OuterRef("tier"))
        .filter(Q(until__isnull=True) | Q(until__gt=OuterRef("since")))
        .filter(since__lt=Coalesce(OuterRef("until"), NEVER))
        .exclude(pk=OuterRef("pk"))
    ),
    "“{project}”的同一档次在 {since} 已有别的标准在用；请给旧标准填上停用日期，或写明档次。",
)

notice_complete = Rule(
    "公示要写明截止日期和地点",
    AwardBatch,
    Q(notice_from__isnull=False) & (Q(notice_until__isnull=True) | Q(posted_at="")),
    "{notice_from} 起公示，公示截止日期 {notice_until}、公示地点“{posted_at}”没有填全；请先补上。",
    basis=PUBLISHED,
)
award_notice_long_enough = Rule(
    "公示不少于规定天数",
    AwardBatch,
    Q(notice_from__isnull=False, notice_until__isnull=False)
    & Q(
        LessThan(
            Case(
                When(
                    notice_counted_in=AwardBatch.Days.WORKING,
                    then=working_days_between("notice_from", "notice_until"),
                ),
                default=calendar_days_between("notice_from", "notice_until"),
            ),
            NOTICE_DAYS,
        )
    ),
    "公示从 {notice_from} 到 {notice_until}，张贴当天不算，不满 {limit} 天（按{notice_counted_in}）；"
    "请核对日期，或在“标准”里按当地文件改公示天数。",
    basis=PUBLISHED,
    limit=NOTICE_DAYS,
)
notice_photographed = Rule(
    "公示要有张贴照片",
    AwardBatch,
    Q(notice_from__isnull=False)
    & ~Exists(
        Attachment.objects.filter(
            ledger=AwardBatch.ledger_name(),
            record=OuterRef("pk"),
            kind=Attachment.Kind.PHOTO,
        )
    ),
    "{notice_from} 张贴的名单没有现场照片；请把带日期的照片附在这一批上。",
    ask=True,
)
taken_down_after_notice = Rule(
    "公示期满才撤下",
    AwardBatch,
    Q(taken_down_on__lt=F("notice_until")),
    "公示撤下日期 {taken_down_on} 早于公示截止日期 {notice_until}；请核对，提前撤下的要重新公示。",
    basis=PUBLISHED,
)
approved_after_notice = Rule(
    "公示期满才审定",
    AwardBatch,
    Q(approved_on__lte=F("notice_until")),
    "审定日期 {approved_on} 还在公示期里（公示到 {notice_until}）；请核对日期。",
    basis=PUBLISHED,
)
signed_by_somebody = Rule(
    "审核、审定要写明是谁",
    AwardBatch,
    Q(checked_on__isnull=False, checked_by="") | APPROVED & Q(approved_by=""),
    "填了审核日期 {checked_on} 或审定日期 {approved_on}，却没有写明审核部门或审定人；请补上。",
)
approved_with_totals = Rule(
    "审定要有户数和金额",
    AwardBatch,
    APPROVED & (Q(households__isnull=True) | Q(amount__isnull=True)),
    "{approved_on} 已审定，请按签字的名单填上审定户数 {households} 和审定金额 {amount}。",
)


def open_objections(day: str, **to: OuterRef) -> "QuerySet[AwardObjection]":
    """Objections raised up to a day and not answered by then."""
    raised = AwardObjection.objects.filter(raised_on__lte=OuterRef(day), **to)
    return raised.filter(Q(handled_on__isnull=True) | Q(handled_on__gt=OuterRef(day)))


objections_answered_first = Rule(
    "有异议先处理再审定",
    AwardBatch,
    Q(Exists(open_objections("approved_on", batch=OuterRef("pk")))),
    "审定日期 {approved_on} 时这一批还有没处理的异议；请先核实、答复，在“奖补异议”里填上处理日期。",
    basis=PUBLISHED,
)


sent_with_its_payments = Rule(
    "送银行日期与发放一致",
    AwardBatch,
    Exists(
        AwardPayment.objects.filter(award__batch=OuterRef("pk")).filter(
            Q(award__batch__sent_on__isnull=True) | Q(sent_on__lt=F("award__batch__sent_on"))
        )
    ),
    "“奖补发放”里这一批已有付款，送银行日期 {sent_on} 却空着或比付款还晚；请核对。",
    ask=True,
)
reconciled_with_a_statement = Rule(
    "对账要有对账单",
    AwardBatch,
    Q(reconciled_on__isnull=False) & ~Exists(AwardStatement.objects.filter(batch=OuterRef("pk"))),
    "填了对账日期 {reconciled_on}，“奖补对账单”里却没有这一批；请登记财政所或银行的对账单。",
    basis=TO_THE_CENT,
    at_closing=True,
)
reconciled_without_open_payments = Rule(
    "对账时不留没有结果的付款",
    AwardBatch,
    Q(reconciled_on__isnull=False)
    & Exists(
        AwardPayment.objects.filter(
            award__batch=OuterRef("pk"), paid_on__isnull=True, returned_on__isnull=True
        )
    ),
    "{reconciled_on} 已对账，这一批还有既没有到账也没有退票的付款；请向银行查清结果。",
    ask=True,
)

objection_of_its_batch = Rule(
    "异议对象在这一批里",
    AwardObjection,
    Q(award__isnull=False) & ~Q(award__batch=F("batch")),
    "“{award}”不在“{batch}”的名单里；请改填这一批的奖补对象，或空着。",
)
objection_handled_whole = Rule(
    "异议处理要填全",
    AwardObjection,
    Q(handled_on__isnull=False) & (Q(result="") | Q(handling=""))
    | Q(handled_on__isnull=True) & ~Q(result=""),
    "处理日期 {handled_on}、处理结果“{result}”、核实情况和答复要么都填，要么都空着。",
)
objection_handled_after_raised = Rule(
    "异议处理不早于提出",
    AwardObjection,
    Q(handled_on__lt=F("raised_on")),
    "处理日期 {handled_on} 早于提出日期 {raised_on}，请核对这两个日期。",
)
upheld_objection_acted_on = Rule(
    "异议成立的要更正或核减",
    AwardObjection,
    Q(result=AwardObjection.Result.UPHELD, award__isnull=False, award__withdrawn_on__isnull=True),
    "对“{award}”的异议成立，这一户还在名单上；请核实是更正了内容，还是应当核减。",
    ask=True,
)
