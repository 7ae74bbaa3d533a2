"""What must hold of a linkage project's money."""

from django.db.models import OuterRef, Q
from django.db.models.lookups import LessThan

from taizhang.ledgers.rules import Rule
from taizhang.lines.land.models import ProjectMoney
from taizhang.lines.land.models.totals import summed, total

PAID = Q(kind=ProjectMoney.Kind.PAID)
UNTIL_THEN = ProjectMoney.objects.filter(
    project=OuterRef("project"), moved_on__lte=OuterRef("moved_on")
)
IN_HAND = total(UNTIL_THEN, summed("amount", ~PAID) - summed("amount", PAID))
paid_out_of_what_was_raised = Rule(
    "支付不超过筹集",
    ProjectMoney,
    PAID & Q(LessThan(IN_HAND, 0)),
    "到 {moved_on} 连同这一笔 {amount} 万元，“{project}”支付的超过了筹集的；请核实有没有漏记的资金来源。",
    ask=True,
)
payment_says_for_what = Rule(
    "支付要写明用途",
    ProjectMoney,
    PAID & Q(purpose=""),
    "{moved_on} 向{counterparty}支付 {amount} 万元，没有写明用途；请补上。",
    ask=True,
)
payment_published = Rule(
    "资金使用要公示",
    ProjectMoney,
    PAID & Q(published_on__isnull=True),
    "{moved_on} 向{counterparty}支付 {amount} 万元，还没有公示日期；公示后请补上。",
    basis="国发〔2010〕47号：增减挂钩的资金使用情况要公开",
    ask=True,
)
