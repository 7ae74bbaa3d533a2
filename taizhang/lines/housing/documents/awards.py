"""What is printed of award money: the posted list, the list that is signed, the result, the disclosure, the bank's file."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from django.db.models import QuerySet

from taizhang.core.finding import Refusal
from taizhang.documents.list_files import ListFile
from taizhang.documents.papers import Paper
from taizhang.ledgers.rules import broken_rules
from taizhang.lines.housing.models.award_payments import AwardPayment
from taizhang.lines.housing.models.awards import Award, AwardBatch, AwardObjection, AwardStandard

SHOWN = 5  # households named in a refusal


def households(batch: AwardBatch) -> "QuerySet[Award]":
    """Who is on the list and has not been struck off, village by village."""
    return batch.awards.filter(withdrawn_on__isnull=True).order_by("place", "number")


def standards(batch: AwardBatch) -> "QuerySet[AwardStandard]":
    """What the list pays by."""
    return AwardStandard.objects.filter(awards__batch=batch).distinct().order_by("number")


def objections(batch: AwardBatch) -> "QuerySet[AwardObjection]":
    """What was objected during the notice, in the order it came."""
    return batch.objections.order_by("raised_on", "number")


def received(batch: AwardBatch) -> "QuerySet[AwardPayment]":
    """What has reached the households."""
    paid = AwardPayment.objects.filter(award__batch=batch, paid_on__isnull=False)
    return paid.filter(returned_on__isnull=True).order_by("place", "number")


award_notice = Paper(
    "奖补资金公示名单",
    AwardBatch,
    when="checked_on",
    public=True,
    lists={"名单": households, "依据": standards},
)
award_details = Paper(
    "奖补资金发放明细表",
    AwardBatch,
    when="taken_down_on",
    lists={"名单": households, "依据": standards},
)
award_notice_result = Paper(
    "奖补资金公示结果说明",
    AwardBatch,
    when="taken_down_on",
    lists={"名单": households, "异议": objections},
)
award_disclosure = Paper(
    "奖补资金发放结果公开",
    AwardBatch,
    when="sent_on",
    public=True,
    lists={"到账": received, "依据": standards},
)
award_repayment_notice = Paper("奖补资金退票补发通知", AwardPayment, when="returned_on")


def payments_to_send(batch: AwardBatch, day: date) -> list[AwardPayment]:
    """Drafts of the payments still to be sent: what came back, and what has not been sent. Not saved.

    Refused while a rule bars a household of the list: once money has left, it is late to find it twice on the list.
    """
    refuse_while_barred(batch)
    waiting = AwardObjection.objects.filter(batch=batch, handled_on__isnull=True)
    if waiting.filter(award__isnull=True).exists():
        raise Refusal(f"对{batch}整份名单的异议还没有处理，请先核实、答复，再送银行。")
    due = households(batch).exclude(pk__in=waiting.values("award")).select_related("place")
    numbers = Numbers()
    return [
        draft
        for award in due.prefetch_related("payments")
        for draft in drafts(award, numbers, f"{batch.number}-{day:%Y%m%d}", day)
    ]


class Numbers:
    """Numbers for new payments: the household's own with -1, -2, …, and never one that a payment has already."""

    def __init__(self) -> None:
        self.taken = set(AwardPayment.objects.values_list("number", flat=True))

    def next(self, award: Award) -> str:
        """A free number, which is then taken."""
        n = next(n for n in count(1) if f"{award.number}-{n}" not in self.taken)
        self.taken.add(f"{award.number}-{n}")
        return f"{award.number}-{n}"


def refuse_while_barred(batch: AwardBatch) -> None:
    """Ask the rules of the whole list again: who entered a household may not have seen the other village's."""
    wrong = [
        f"{award.number}：{finding.message}"
        for award, finding in broken_rules(households(batch))
        if finding.severity == "error"
    ]
    if wrong:
        more = f"……共 {len(wrong)} 处。" if len(wrong) > SHOWN else ""
        raise Refusal(f"{batch}有不合规定的奖补对象，不能送银行：{'；'.join(wrong[:SHOWN])}{more}")


def drafts(award: Award, numbers: Numbers, bank_file: str, day: date) -> Iterator[AwardPayment]:
    """What is still to be sent to one household: each returned payment again, then the rest as its next instalment."""
    made = list(award.payments.all())
    left = award.payable - sum(one.amount for one in made if one.returned_on is None)
    repaid = {one.repays_id for one in made}
    wanted = [(one, one.instalment, one.amount) for one in made if one.returned_on]
    wanted = [one for one in wanted if one[0].pk not in repaid]
    wanted.append((None, max((one.instalment for one in made), default=0) + 1, left))
    for repays, instalment, wish in wanted:
        amount = min(wish, left)
        left -= amount
        if amount > 0:
            yield AwardPayment(
                number=numbers.next(award),
                place=award.place,
                award=award,
                instalment=instalment,
                repays=repays,
                account_name=award.account_name,
                account=award.account,
                bank=award.bank,
                amount=amount,
                bank_file=bank_file,
                sent_on=day,
            )


award_bank_file = ListFile(
    "奖补资金银行代发清单",
    AwardBatch,
    AwardPayment,
    payments_to_send,
    total="金额",
    when="approved_on",
)
