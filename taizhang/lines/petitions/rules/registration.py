"""What a registration must say, and what it may not claim by itself."""

from django.db.models import F, Q
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.petitions.models import Petition

REGISTERED = "信访工作条例第二十一条、第二十二条"
VISITING = "信访工作条例第二十条（2022年5月1日以前：信访条例第十八条）"
most = standard("petitions.representatives", on="received_on")
group = standard("petitions.group_visit_people", on="received_on")
IN_A_GROUP = Q(channel=Petition.Channel.VISIT) & Q(GreaterThanOrEqual(F("people"), group))

named_or_anonymous = Rule(
    "写明姓名或注明匿名",
    Petition,
    Q(anonymous=False, petitioner_name=""),
    "没有信访人姓名，也没有注明匿名；请问清姓名，对方不愿意说的把“匿名”选“是”，照样登记。",
    basis=REGISTERED,
)
anonymous_has_no_identity = Rule(
    "匿名的不写身份",
    Petition,
    Q(anonymous=True) & ~(Q(petitioner_name="") & Q(id_number="") & Q(phone="")),
    "登记为匿名，却写了姓名 {petitioner_name}、身份证号或电话；对方要求匿名的请清空，不匿名的改“匿名”为“否”。",
    basis="信访工作条例第三十条；个人信息保护法第六条",
    ask=True,
)
received_then_registered = Rule(
    "收到之后登记",
    Petition,
    Q(registered_on__lt=F("received_on")),
    "登记日期 {registered_on} 早于收到日期 {received_on}，请核对这两个日期。",
    basis=REGISTERED,
)
transferred_from_somewhere = Rule(
    "上级转交的写明来源",
    Petition,
    Q(channel=Petition.Channel.TRANSFERRED) & (Q(source_level="") | Q(source_document="")),
    "是上级转交的，却没有写全来源层级和转送（交办）文号；请对照来文补上。",
    basis=REGISTERED,
    ask=True,
)
few_representatives = Rule(
    "走访代表不超过规定人数",
    Petition,
    Q(GreaterThan(F("representatives"), most)),
    "代表人数 {representatives} 人，超过 {limit} 人；请告诉信访人推选代表的规定。这是走访的程序，不是不登记的理由，"
    "来了多少人，“人数”照实填。",
    basis=VISITING,
    ask=True,
    limit=most,
)
group_has_representatives = Rule(
    "集体访写明代表人数",
    Petition,
    IN_A_GROUP & Q(representatives__isnull=True),
    "来访 {people} 人，按 {limit} 人以上算集体访，却没有填代表人数；请补上。",
    basis=VISITING,
    ask=True,
    limit=group,
)
repeat_by_another = Rule(
    "另一事项不由登记人认定",
    Petition,
    ~Q(other_matter_reason="") & (Q(other_matter_by="") | Q(other_matter_by=F("registered_by"))),
    "写了认定为另一事项的理由，认定人却是空的，或者就是登记人 {registered_by}；初次还是重复由比对得出，"
    "要改判的请由登记人以外的负责人认定并签名。",
)
another_matter = Rule(
    "认定为另一事项的请复核",
    Petition,
    ~Q(other_matter_reason=""),
    "{other_matter_by} 认定这是另一件事（{other_matter_reason}），因此算初次；请核实。",
    ask=True,
)
no_interest = Rule(
    "承办人不能是当事人",
    Petition,
    ~Q(petitioner_name="")
    & (Q(handler=F("petitioner_name")) | Q(registered_by=F("petitioner_name"))),
    "信访人 {petitioner_name} 与登记人 {registered_by} 或承办人 {handler} 同名；有利害关系的要回避，请换人，只是同名的请在承办人后注明单位。",
    basis="信访工作条例第二十八条",
)
repeat_within_handling = Rule(
    "办理期内的重复件并入原件",
    Petition,
    Q(
        is_repeat=True,
        accepted_on__isnull=False,
        repeat_of__accepted_on__isnull=False,
        repeat_of__opinion_on__isnull=True,
        repeat_of__closed_on__isnull=True,
    ),
    "比对出原件还在办理，这一件又受理了；同一事项只办一次，请办“并入原件”并告知信访人。",
    basis="信访工作条例第十九条",
    ask=True,
)
no_longer_accepted = Rule(
    "复核过的同一事项不再受理",
    Petition,
    Q(
        is_repeat=True,
        accepted_on__isnull=False,
        repeat_of__re_review_opinion_on__isnull=False,
    ),
    "比对出原件已有复核意见，这一件又受理了；信访人仍以同一事实和理由提出的，不再受理，请核实有没有新的事实。",
    basis="信访工作条例第三十六条",
    ask=True,
)
