"""Mediation is nobody's duty: no agreement where one party refuses. A hearing ends with something said."""

from django.db.models import F, Q
from django.db.models.lookups import GreaterThan

from taizhang.ledgers.days import calendar_days_between
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.petitions.models import Hearing, Mediation

WILL = "人民调解法第十七条"
AGREEMENT = "人民调解法第二十八条、第二十九条"
to_confirm = standard("petitions.confirmation_days", on="agreed_on")

nobody_is_forced = Rule(
    "一方拒绝的不调解",
    Mediation,
    Q(refused=True, agreed_on__isnull=False),
    "登记了一方明确拒绝，{agreed_on} 却达成协议；当事人明确拒绝的不得调解，请核对。",
    basis=WILL,
)
refused_is_ended = Rule(
    "拒绝调解的要终止",
    Mediation,
    Q(refused=True, failed_on__isnull=True),
    "一方明确拒绝，却没有终止日期；请终止，并告知可以走的其他途径。",
    basis="人民调解法第二十六条",
    ask=True,
)
agreement_in_full = Rule(
    "书面协议写全",
    Mediation,
    Q(agreed_on__isnull=False)
    & (
        Q(form="")
        | Q(agreement="")
        | (Q(form=Mediation.Form.WRITTEN) & (Q(facts="") | Q(performance="")))
    ),
    "{agreed_on} 达成协议，协议形式和内容要写；书面协议还要写争议的主要事实、履行方式和期限。口头协议写内容就可以。",
    basis=AGREEMENT,
)
agreed_or_failed = Rule(
    "达成协议和终止只有一个",
    Mediation,
    Q(agreed_on__isnull=False, failed_on__isnull=False),
    "达成协议 {agreed_on} 和终止 {failed_on} 只能有一个，请核对。",
    basis="人民调解法第二十六条",
)
mediation_in_order = Rule(
    "调解日期依次",
    Mediation,
    Q(agreed_on__lt=F("begun_on"))
    | Q(failed_on__lt=F("begun_on"))
    | Q(performed_on__lt=F("agreed_on"))
    | Q(confirmation_asked_on__lt=F("agreed_on"))
    | Q(confirmed_on__lt=F("confirmation_asked_on")),
    "开始 {begun_on}、达成协议 {agreed_on}、履行完毕 {performed_on}、申请确认 {confirmation_asked_on}、"
    "确认 {confirmed_on}、终止 {failed_on} 要依次；请核对。",
)
confirmation_in_time = Rule(
    "司法确认三十日内共同申请",
    Mediation,
    Q(confirmation_asked_on__isnull=False, agreed_on__isnull=False)
    & Q(GreaterThan(calendar_days_between("agreed_on", "confirmation_asked_on"), to_confirm)),
    "{agreed_on} 达成协议，{confirmation_asked_on} 才申请司法确认，超过 {limit} 天；请核对。",
    basis="人民调解法第三十三条",
    ask=True,
    limit=to_confirm,
)
hearing_says_something = Rule(
    "听证有陈述和结论",
    Hearing,
    Q(statements="") | Q(conclusion=""),
    "{held_on} 举行了听证，各方陈述或听证结论空着；请对照听证笔录补上。",
    basis="信访工作条例第三十一条、第三十六条",
    ask=True,
)
