"""What must hold of payments: never more than granted, never before the notice has ended, returned before paid again."""

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.award_payments import AwardPayment
from taizhang.lines.housing.rules.alike import stands_with
from taizhang.lines.housing.rules.award_batches import open_objections
from taizhang.lines.housing.rules.award_once import NOT_TWICE
from taizhang.lines.housing.workflow.awards import PUBLISHED

LIVE = Q(returned_on__isnull=True)
REPAYMENT = Q(repays__isnull=False)
REPAID = AwardPayment.objects.filter(repays=OuterRef("pk"))


def live(award: str) -> Subquery:
    """What is under way to a household or has reached it: all that did not come back."""
    kept = AwardPayment.objects.filter(LIVE, award=OuterRef(award)).order_by().values("award")
    return Subquery(kept.annotate(total=Sum("amount")).values("total"))


payment_stands_with_award = stands_with(AwardPayment, "award", "奖补对象")
not_more_than_granted = Rule(
    "发放合计不超过应发金额",
    AwardPayment,
    LIVE & Q(award__payable__lt=live("award")),
    "加上这一笔 {amount} 元，“{award}”在途和到账的款超过了应发金额；请核对是不是重复发放。",
    basis=NOT_TWICE,
)
instalment_paid_once = Rule(
    "同一笔只发一次",
    AwardPayment,
    LIVE
    & Exists(
        AwardPayment.objects.filter(
            LIVE, award=OuterRef("award"), instalment=OuterRef("instalment")
        ).exclude(pk=OuterRef("pk"))
    ),
    "“{award}”的第 {instalment} 笔已有一次付款没有退回；请核对，上一次退票的先填退票日期。",
    basis=NOT_TWICE,
)
sent_after_approval = Rule(
    "审定以后才能发放",
    AwardPayment,
    Q(award__batch__approved_on__isnull=True) | Q(sent_on__lt=F("award__batch__approved_on")),
    "送银行日期 {sent_on} 时这一批名单还没有审定；请核对日期。",
    basis=PUBLISHED,
)
sent_after_notice = Rule(
    "公示期满才能发放",
    AwardPayment,
    Q(award__batch__notice_until__isnull=True) | Q(sent_on__lte=F("award__batch__notice_until")),
    "送银行日期 {sent_on} 时这一批名单还没有公示或公示期未满；请核对日期。",
    basis=PUBLISHED,
)
OF_THE_LIST = Exists(open_objections("sent_on", batch=OuterRef("award__batch"), award__isnull=True))
OF_THE_HOUSEHOLD = Exists(open_objections("sent_on", award=OuterRef("award")))
sent_without_open_objections = Rule(
    "有异议没处理不能发放",
    AwardPayment,
    Q(OF_THE_LIST) | Q(OF_THE_HOUSEHOLD),
    "送银行日期 {sent_on} 时对“{award}”或整份名单的异议还没有处理；请先核实、答复再发。",
    basis=PUBLISHED,
)
not_to_the_withdrawn = Rule(
    "核减的对象不发放",
    AwardPayment,
    LIVE & Q(sent_on__gte=F("award__withdrawn_on")),
    "“{award}”在送银行日期 {sent_on} 以前已经核减；请核对，误发的追回后填退票日期。",
    basis=NOT_TWICE,
)
to_the_account_on_the_list = Rule(
    "收款账号与奖补对象一致",
    AwardPayment,
    LIVE & Q(paid_on__isnull=True) & ~Q(account=F("award__account")),
    "收款户名{account_name}的账号与“{award}”名单上的不同；请核对银行代发清单和名单，改成同一个账号。",
    ask=True,
)
returned_with_its_reason = Rule(
    "退票要写明原因",
    AwardPayment,
    Q(returned_on__isnull=False, returned_because="") | LIVE & ~Q(returned_because=""),
    "退票日期 {returned_on} 和退票原因“{returned_because}”要么都填，要么都空着。",
)
returned_is_paid_again = Rule(
    "退票以后要补发",
    AwardPayment,
    Q(returned_on__isnull=False, award__withdrawn_on__isnull=True) & ~Exists(REPAID),
    "{returned_on} 退票 {amount} 元（{returned_because}），还没有补发；请核对账户后补发，不再发的核减。",
    ask=True,
)
repays_what_came_back = Rule(
    "退票以后才能补发",
    AwardPayment,
    REPAYMENT & (Q(repays__returned_on__isnull=True) | Q(sent_on__lt=F("repays__returned_on"))),
    "“{repays}”在 {sent_on} 以前没有退票，不能补发；请先给那一笔填上退票日期和原因。",
    basis=NOT_TWICE,
)
repays_the_same_household = Rule(
    "补发的是同一户同一笔",
    AwardPayment,
    REPAYMENT & ~Q(repays__award=F("award"), repays__instalment=F("instalment")),
    "“{repays}”不是“{award}”第 {instalment} 笔的付款；请核对补发哪一笔。",
    basis=NOT_TWICE,
)
repaid_once = Rule(
    "一笔退票只补发一次",
    AwardPayment,
    REPAYMENT
    & Exists(AwardPayment.objects.filter(repays=OuterRef("repays")).exclude(pk=OuterRef("pk"))),
    "“{repays}”已经补发过一次；补发又退票的，请填补发的那一笔。",
    basis=NOT_TWICE,
)
repayment_names_what_it_repays = Rule(
    "补发要写明补的是哪一笔",
    AwardPayment,
    Q(repays__isnull=True)
    & Exists(
        AwardPayment.objects.filter(
            award=OuterRef("award"),
            instalment=OuterRef("instalment"),
            returned_on__lte=OuterRef("sent_on"),
        ).exclude(pk=OuterRef("pk"))
    ),
    "“{award}”的第 {instalment} 笔退过票，这一笔是补发的话，请填“补发哪一笔”。",
    ask=True,
)
repaid_to_another_account = Rule(
    "补发前核对账户",
    AwardPayment,
    REPAYMENT & LIVE & Q(paid_on__isnull=True, repays__account=F("account")),
    "“{repays}”退票以后仍发到同一个账号；请核实退票原因已经消除（如已补办实名、解除冻结）。",
    ask=True,
)
