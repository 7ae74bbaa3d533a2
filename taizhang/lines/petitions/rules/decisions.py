"""Whose matter it is, decided once and told in time."""

from django.db.models import F, Q
from django.db.models.lookups import GreaterThan

from taizhang.ledgers.days import working_days_between
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.workflow import INFORMING

DECISIONS = ("forwarded_on", "not_accepted_on", "guided_on", "accepted_on", "merged_on")
objection = standard("petitions.objection_days", on="received_on")


def both() -> Q:
    """Two decisions that exclude each other."""
    found = Q(pk__in=[])
    for turn, one in enumerate(DECISIONS):
        for other in DECISIONS[turn + 1 :]:
            found |= Q(**{f"{one}__isnull": False, f"{other}__isnull": False})
    return found


DECIDED = (
    Q(forwarded_on__isnull=False)
    | Q(not_accepted_on__isnull=False)
    | Q(guided_on__isnull=False)
    | Q(accepted_on__isnull=False)
)

one_decision = Rule(
    "只作一种处理决定",
    Petition,
    both(),
    "转送 {forwarded_on}、受理 {accepted_on}、不予受理 {not_accepted_on}、引导 {guided_on}、并入原件 {merged_on} "
    "只能有一个；请留下真正办的那一个。",
    basis=INFORMING,
)
told_in_time = Rule(
    "按期告知",
    Petition,
    Q(informed_on__gt=F("inform_due_on")),
    "告知日期 {informed_on} 晚于告知期限 {inform_due_on}（收到 {received_on}）；请核对，确是迟了的照实留着。",
    basis=INFORMING,
    ask=True,
)
told_at_all = Rule(
    "作了决定要告知信访人",
    Petition,
    DECIDED & Q(informed_on__isnull=True, anonymous=False),
    "已经作了处理决定，却没有告知日期；请在 {inform_due_on} 前告知信访人，把告知日期和方式填上。",
    basis=INFORMING,
    ask=True,
)
told_after_it_came = Rule(
    "收到之后告知",
    Petition,
    Q(informed_on__lt=F("received_on")),
    "告知日期 {informed_on} 早于收到日期 {received_on}，请核对。",
)
not_accepted_with_reasons = Rule(
    "不予受理写明理由",
    Petition,
    Q(not_accepted_on__isnull=False, not_accepted_reason=""),
    "{not_accepted_on} 不予受理，却没有理由；请写明，并告知信访人。",
    basis=INFORMING,
)
forwarded_somewhere = Rule(
    "转送写明去向",
    Petition,
    Q(forwarded_on__isnull=False, forwarded_to=""),
    "{forwarded_on} 转送，却没有写转送去向；请写明转给哪个机关。",
    basis=INFORMING,
)
guided_somewhere = Rule(
    "引导写明途径",
    Petition,
    Q(guided_on__isnull=False) & (Q(guided_to="") | Q(route="")),
    "{guided_on} 引导到其他途径，却没有写全办理途径 {route} 和引导去向 {guided_to}；请写明去哪个机关、走哪条途径。",
    basis="信访工作条例第三十一条",
)
handed_to_somebody = Rule(
    "交办写明承办单位",
    Petition,
    Q(handed_over_on__isnull=False, handling_unit="", handed_to__isnull=True),
    "{handed_over_on} 交办，却没有承办单位，也没有交办到哪个村；请写明。",
    basis=INFORMING,
)
handed_once_it_is = Rule(
    "交办到村有交办日期",
    Petition,
    Q(handed_to__isnull=False, handed_over_on__isnull=True),
    "交办到了{handed_to}，却没有交办日期；请补上，没有交办的清空，那个村就看不到这一件了。",
    basis="个人信息保护法第六条：只给办这件事需要的人看",
)
settlement_goes_six_ways = Rule(
    "申诉求决分清途径",
    Petition,
    Q(kind=Petition.Kind.APPEAL, route="") & DECIDED,
    "申诉求决类，已经作了决定，却没有选办理途径（诉讼、仲裁、党员申诉、行政程序、查处或履职、信访程序）；请补上。",
    basis="信访工作条例第三十一条",
    ask=True,
)
every_decided_one_has_a_kind = Rule(
    "作决定时分清类别",
    Petition,
    Q(kind="") & DECIDED,
    "已经作了决定，却没有选信访事项类别（建议意见、检举控告、申诉求决）；请补上。",
    basis="信访工作条例第二十九条至第三十一条",
    ask=True,
)
objection_in_time = Rule(
    "异议在五个工作日内提出",
    Petition,
    Q(objected_on__isnull=False)
    & Q(GreaterThan(working_days_between("received_on", "objected_on"), objection)),
    "收到转送 {received_on}，{objected_on} 才提异议，超过 {limit} 个工作日；逾期不能再提异议，请照常办理。",
    basis="信访工作条例第二十三条",
    limit=objection,
)
objection_to_a_transfer = Rule(
    "异议只对上级转交的提",
    Petition,
    Q(objected_on__isnull=False) & ~Q(channel=Petition.Channel.TRANSFERRED),
    "信访形式是{channel}，不是上级转交，没有可以提异议的转送；不归本级办的请办“转送”。",
    basis="信访工作条例第二十三条",
)
objection_with_reasons = Rule(
    "异议写明理由",
    Petition,
    Q(objected_on__isnull=False, objection_reason=""),
    "{objected_on} 提出异议，却没有写理由；请详细说明。",
    basis="信访工作条例第二十三条",
)
papers_returned_after_consent = Rule(
    "异议经同意后退还材料",
    Petition,
    Q(papers_returned_on__isnull=False)
    & (Q(objection_agreed_on__isnull=True) | Q(papers_returned_on__lt=F("objection_agreed_on"))),
    "材料退还日期 {papers_returned_on}，异议却还没有得到同意（{objection_agreed_on}）；没有同意之前材料不能退，照常办理。",
    basis="信访工作条例第二十三条",
)
objection_after_receipt = Rule(
    "异议不早于收到",
    Petition,
    Q(objected_on__lt=F("received_on")) | Q(objection_agreed_on__lt=F("objected_on")),
    "收到 {received_on}、提出异议 {objected_on}、同意 {objection_agreed_on} 要依次，请核对。",
)
