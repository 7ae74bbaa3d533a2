"""What is counted of award money: granted, sent, paid, come back, still owed. The bank's day counts, not the meeting's."""

from django.db.models import F, Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.housing.models.award_payments import AwardPayment
from taizhang.lines.housing.models.awards import Award

GRANTED = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=F("batch__approved_on"))
STRUCK_OFF = Q(withdrawn_on__gt=F("batch__approved_on"))
WAS_PAID = Q(paid_on__isnull=False)
FIRST = Q(instalment=1)
BATCH, BATCH_OF_PAYMENT = "batch__number", "award__batch__number"


def granted(amount: str | int) -> each:
    """A household whose list was approved with it on."""
    return each(Award, on="batch__approved_on", amount=amount, where=GRANTED, item=BATCH)


def struck_off(amount: str | int) -> each:
    """A household taken off the list after that."""
    return each(Award, on="withdrawn_on", amount=amount, where=STRUCK_OFF, item=BATCH)


def paid(amount: str | int, where: Q = WAS_PAID) -> each:
    """Money that has reached an account."""
    return each(AwardPayment, on="paid_on", amount=amount, where=where, item=BATCH_OF_PAYMENT)


def paid_back(amount: str | int, where: Q = WAS_PAID) -> each:
    """Money that had reached an account and came back."""
    return each(AwardPayment, on="returned_on", amount=amount, where=where, item=BATCH_OF_PAYMENT)


award_money_due = Indicator(
    "奖补资金应发",
    "元",
    counts=[granted("payable")],
    less=[struck_off("payable")],
    show="stock",
    definition="已审定名单上的应发金额，按审定日期计；审定后核减的，从核减日期起减去；未审定的不计。",
)
award_households_due = Indicator(
    "奖补资金应发户数",
    "户",
    counts=[granted(1)],
    less=[struck_off(1)],
    show="stock",
    definition="已审定名单上的户，按审定日期计，审定后核减的减去；一条名单一户，领两个项目的计两次。",
)
award_money_sent = Indicator(
    "奖补资金送银行",
    "元",
    counts=[each(AwardPayment, on="sent_on", amount="amount", item=BATCH_OF_PAYMENT)],
    definition="送银行代发的金额，按送银行日期计；退票后补发的再计一次，不等于已到账。",
)
award_money_paid = Indicator(
    "奖补资金已发",
    "元",
    counts=[paid("amount")],
    less=[paid_back("amount")],
    show="stock",
    definition="已到农户账户的金额，按银行回单的到账日期计；到账后又退回的，从退票日期起减去；送银行还没有回单的不计。",
)
award_households_paid = Indicator(
    "奖补资金已发户数",
    "户",
    counts=[paid(1, WAS_PAID & FIRST)],
    less=[paid_back(1, WAS_PAID & FIRST)],
    show="stock",
    definition="第一笔款已到账的户，按到账日期计，到账后又退回的减去；分几笔发的只计一次，领两个项目的计两次。",
)
award_money_returned = Indicator(
    "奖补资金退票",
    "元",
    counts=[each(AwardPayment, on="returned_on", amount="amount", item=BATCH_OF_PAYMENT)],
    definition="本期被银行退回的金额，按退票日期计；补发又退票的再计一次，补发成功的不冲减。",
)
award_payments_returned = Indicator(
    "奖补资金退票笔数",
    "笔",
    counts=[each(AwardPayment, on="returned_on", item=BATCH_OF_PAYMENT)],
    definition="本期被银行退回的付款，一笔计一次，按退票日期计；是笔数，不是户数。",
)
award_money_repaid = Indicator(
    "奖补资金补发",
    "元",
    counts=[paid("amount", WAS_PAID & Q(repays__isnull=False))],
    definition="退票后补发并已到账的金额，按到账日期计；已包含在奖补资金已发里，不要再相加。",
)
award_money_outstanding = Indicator(
    "奖补资金未发",
    "元",
    counts=[granted("payable"), paid_back("amount")],
    less=[struck_off("payable"), paid("amount")],
    show="stock",
    definition="应发减已发：审定应发而到统计截止日还没有到账的金额，在途和退票未补的都算未发。",
)
award_households_outstanding = Indicator(
    "奖补资金未发户数",
    "户",
    counts=[granted(1), paid_back(1, WAS_PAID & FIRST)],
    less=[struck_off(1), paid(1, WAS_PAID & FIRST)],
    show="stock",
    definition="应发户数减已发户数：到统计截止日一笔款都没有到账的户；分几笔发、只到了第一笔的不算未发。",
)
award_money_a_household = Ratio(
    "户均奖补资金",
    "元/户",
    of=award_money_paid,
    to=award_households_paid,
    definition="奖补资金已发 ÷ 奖补资金已发户数，均为截至统计截止日的累计数；分几笔发的项目发完才可比。",
)
