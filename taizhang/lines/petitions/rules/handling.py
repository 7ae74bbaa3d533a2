"""The sixty days, their extension by a head, and what an opinion must say."""

from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThan

from taizhang.ledgers.rules import Rule
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.workflow import HANDLING

OPINION = "信访工作条例第三十二条"

extension_asked_in_time = Rule(
    "延期在期满前申请",
    Petition,
    Q(extension_asked_on__gt=F("handle_due_on")) | Q(extended_on__gt=F("handle_due_on")),
    "办理期限到 {handle_due_on}，{extension_asked_on} 才申请、{extended_on} 才批准延期；期满以后不能再延，"
    "请尽快出具处理意见，逾期照实留着。",
    basis=HANDLING,
)
extension_in_full = Rule(
    "延期要负责人批准并写明理由",
    Petition,
    Q(extended_on__isnull=False)
    & (
        Q(extension_reason="")
        | Q(extension_approved_by="")
        | Q(extension_asked_on__isnull=True)
        | Q(extended_to__isnull=True)
    ),
    "{extended_on} 批准延期，申请日期、延期理由、批准人、延长到哪天要写全（现在是 {extension_asked_on}、"
    "{extension_reason}、{extension_approved_by}、{extended_to}）。",
    basis=HANDLING,
)
extension_only_approved = Rule(
    "没有批准的不算延期",
    Petition,
    Q(extended_to__isnull=False, extended_on__isnull=True),
    "填了延长到 {extended_to}，却没有批准延期日期；经负责人批准了才能延，请补上或清空。",
    basis=HANDLING,
)
extension_not_by_the_handler = Rule(
    "承办人不能自己批准延期",
    Petition,
    ~Q(extension_approved_by="") & Q(extension_approved_by=F("handler")),
    "延期批准人 {extension_approved_by} 就是承办人；延期由本单位负责人批准，请改正。",
    basis=HANDLING,
)
extension_in_order = Rule(
    "延期先申请后批准",
    Petition,
    Q(extended_on__lt=F("extension_asked_on")) | Q(extension_told_on__lt=F("extended_on")),
    "申请 {extension_asked_on}、批准 {extended_on}、告知 {extension_told_on} 要依次，请核对。",
    basis=HANDLING,
)
extension_not_too_long = Rule(
    "延期不超过三十日",
    Petition,
    Q(extended_to__gt=F("extension_limit_on")),
    "延长到 {extended_to}，最长只能到 {extension_limit_on}；请改正。",
    basis=HANDLING,
)
extension_is_later = Rule(
    "延长到的日子晚于原期限",
    Petition,
    Q(extended_to__lte=F("handle_due_on")),
    "延长到 {extended_to}，不晚于原来的办理期限 {handle_due_on}；请核对。",
    basis=HANDLING,
)
extension_told = Rule(
    "延期告知信访人",
    Petition,
    Q(extended_on__isnull=False, extension_told_on__isnull=True, anonymous=False),
    "{extended_on} 批准延期，却没有告知信访人延期理由的日期；请告知并补上。",
    basis=HANDLING,
    ask=True,
)
opinion_in_full = Rule(
    "处理意见写全四项",
    Petition,
    Q(opinion_on__isnull=False)
    & (Q(request="") | Q(facts="") | Q(opinion="") | Q(legal_basis="") | Q(result="")),
    "{opinion_on} 出具处理意见，诉求、事实和理由、处理意见、依据、处理结果（支持、解释说明、不予支持）要写全；请补上空着的。",
    basis=OPINION,
)
opinion_in_time = Rule(
    "处理意见按期作出",
    Petition,
    Q(opinion_on__gt=F("handle_last_on")),
    "处理意见日期 {opinion_on} 晚于办理期限 {handle_last_on}；请核对日期，确是逾期的照实留着，不要改日期。",
    basis=HANDLING,
    ask=True,
)
opinion_reads = Rule(
    "处理意见不是一句话",
    Petition,
    Q(opinion_on__isnull=False)
    & ~Q(facts="")
    & (Q(LessThan(Length("facts"), 10)) | Q(LessThan(Length("opinion"), 6))),
    "事实和理由“{facts}”或处理意见“{opinion}”太短；信访人看了要明白查到了什么、怎么办，请写清楚。",
    basis=OPINION,
    ask=True,
)
served_in_a_way = Rule(
    "送达写明方式",
    Petition,
    Q(served_on__isnull=False, served_how=""),
    "{served_on} 送达，却没有送达方式；请对照送达回证补上。",
    basis=OPINION,
    ask=True,
)
support_is_carried_out = Rule(
    "支持的要督促落实",
    Petition,
    Q(result=Petition.Result.SUPPORT, closed_on__isnull=False, carried_out_on__isnull=True),
    "处理结果是支持，{closed_on} 办结了却没有落实日期；支持的请求要执行到位，请核实。",
    basis=OPINION,
    ask=True,
)
