"""What must hold before a house goes: posted, agreed on in writing by all who own it, paid by the standard."""

from datetime import date

from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q
from django.db.models.functions import Round
from django.db.models.lookups import Exact, LessThan

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.hollow_houses.models import CoOwner, HollowHouse

FREE_WILL = "土地管理法实施条例第36条：禁止强迫农村村民搬迁退出宅基地"
WITHDRAWAL = "土地管理法实施条例第36条：退出宅基地应当自愿"
IN_FORCE = date(2021, 9, 1)  # the ordinance of 2021; until then an agreement on paper was enough
COMPENSATED = Q(
    compensation_amount__isnull=False,
    compensation_rate__isnull=False,
    compensation_quantity__isnull=False,
)
Measure = HollowHouse.Measure

# The papers


def without_consent(demolished_on: str) -> Q:
    """A co-owner who has not signed by the day the house went."""
    return Q(consent_on__isnull=True) | Q(consent_on__gt=OuterRef(demolished_on))


agreement_in_writing = Rule(
    "协议要有编号",
    HollowHouse,
    Q(agreement_on__isnull=False, agreement_no=""),
    "{agreement_on} 签了协议，却没有协议编号；请对照书面协议补上。",
    basis=WITHDRAWAL,
    ask=True,
)
consent_in_writing = Rule(
    "退出要有同意文书",
    HollowHouse,
    Q(demolished_on__isnull=False, consent_by=""),
    "{demolished_on} 拆除，却没有填同意文书；户主签的是协议、申请书还是同意书，请选明，"
    "并把签了字的原件扫描附上。没有签字的，不能拆。",
    basis=FREE_WILL,
    since=IN_FORCE,
    dated_by="demolished_on",
)
every_owner_consents = Rule(
    "全体共有人同意后才拆",
    HollowHouse,
    Q(demolished_on__isnull=False)
    & Exists(CoOwner.objects.filter(without_consent("demolished_on"), house=OuterRef("pk"))),
    "{demolished_on} 拆除时，还有登记的共有人没有签字同意（{not_consenting}）；"
    "请核对拆除日期，或在《空心房共有人》里补填签字日期。",
    basis="民法典第301条（2020年以前为物权法第97条）：处分共有的不动产要经共有人同意",
)
somewhere_to_live = Rule(
    "拆了另有住处",
    HollowHouse,
    Q(demolished_on__isnull=False, other_house=False)
    & ~Q(reapply__in=(HollowHouse.Reapply.KEPT, HollowHouse.Reapply.UNIT)),
    "户主没有别的住房，{demolished_on} 却拆了这栋，也没有写明保留再申请资格或已分配住房；请核实住到哪里。",
    basis="土地管理法第62条：保障农村村民实现户有所居",
    ask=True,
)
nobody_lives_there = Rule(
    "有人居住的不拆",
    HollowHouse,
    Q(demolished_on__isnull=False, occupied=True),
    "登记为有人居住，{demolished_on} 却拆除了；请核实搬出的时间，或更正“有人居住”。",
    basis=FREE_WILL,
    ask=True,
)

# What is posted


def days(since: str, until: str) -> Func:
    """Days from one date field to another; the day of posting does not count."""
    return Func(
        F(until),
        F(since),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )


def posted_in_order(prefix: str, title: str) -> Rule:
    since, until, down = f"{prefix}_from", f"{prefix}_until", f"{prefix}_taken_down_on"
    return Rule(
        f"{title}的日期依次",
        HollowHouse,
        Q(**{f"{until}__lt": F(since)})
        | Q(**{f"{until}__isnull": False, f"{since}__isnull": True})
        | Q(**{f"{down}__lt": F(until)})
        | Q(**{f"{down}__isnull": False, f"{until}__isnull": True}),
        f"{title}起始 {{{since}}}、截止 {{{until}}}、撤下 {{{down}}} 要依次填写，后一个不早于前一个。",
    )


def posted_long_enough(prefix: str, title: str) -> Rule:
    since, until = f"{prefix}_from", f"{prefix}_until"
    long = standard("hollow_houses.notice_days", on=since)
    return Rule(
        f"{title}满规定天数",
        HollowHouse,
        Q(**{f"{until}__isnull": False, f"{since}__isnull": False})
        & Q(LessThan(days(since, until), long)),
        f"{title}从 {{{since}}} 到 {{{until}}}，不满 {{limit}} 天（张贴当天不算）；请核对日期，没有满期的继续公示。",
        ask=True,
        limit=long,
    )


survey_posted_in_order = posted_in_order("notice", "摸底公示")
survey_posted_long_enough = posted_long_enough("notice", "摸底公示")
compensation_posted_in_order = posted_in_order("compensation_notice", "补偿公示")
compensation_posted_long_enough = posted_long_enough("compensation_notice", "补偿公示")
posted_before_demolition = Rule(
    "公示期满再拆",
    HollowHouse,
    Q(demolished_on__lt=F("notice_until")) | Q(demolished_on__lt=F("compensation_notice_until")),
    "{demolished_on} 拆除时，公示还没有期满（摸底公示到 {notice_until}，补偿公示到 {compensation_notice_until}）；"
    "请核对日期。",
    ask=True,
)

# What is paid

amount_by_the_standard = Rule(
    "补偿金额等于单价乘数量",
    HollowHouse,
    COMPENSATED
    & ~Q(
        Exact(
            Round(F("compensation_rate") * F("compensation_quantity"), precision=2),
            F("compensation_amount"),
        )
    ),
    "补偿金额 {compensation_amount} 元，单价 {compensation_rate} 元乘数量 {compensation_quantity} 却是 "
    "{compensation_product} 元；请改正其中一个。",
)
amount_from_a_document = Rule(
    "补偿要有标准文件",
    HollowHouse,
    Q(compensation_amount__gt=0)
    & (Q(compensation_document="") | Q(compensation_for="") | Q(compensation_rate__isnull=True)),
    "补偿金额 {compensation_amount} 元，却没有写全按哪个文件、怎么计量、单价多少；请补上。",
    ask=True,
)
quantity_is_the_area = Rule(
    "补偿数量与登记的面积一致",
    HollowHouse,
    Q(Q(compensation_for=Measure.FLOOR) & ~Q(compensation_quantity=F("floor_area")))
    | Q(Q(compensation_for=Measure.BASE) & ~Q(compensation_quantity=F("base_area")))
    | Q(Q(compensation_for=Measure.PLOT) & ~Q(compensation_quantity=F("plot_area")))
    | Q(Q(compensation_for=Measure.HOUSE) & ~Q(compensation_quantity=1)),
    "补偿按“{compensation_for}”计，数量填的是 {compensation_quantity}，与登记的不一样"
    "（建筑面积 {floor_area}、房基 {base_area}、宅基地 {plot_area} ㎡，按栋是 1）；请核实。",
    ask=True,
)
paid_with_its_day = Rule(
    "已付补偿与日期一同填",
    HollowHouse,
    Q(paid_on__isnull=True, paid_amount__isnull=False)
    | Q(paid_on__isnull=False, paid_amount__isnull=True),
    "补偿付清日期 {paid_on} 和已付补偿 {paid_amount} 要么都填，要么都空着。",
)
paid_with_its_voucher = Rule(
    "付款要有凭证号",
    HollowHouse,
    Q(paid_on__isnull=False, voucher_no=""),
    "{paid_on} 付了 {paid_amount} 元，却没有付款凭证号；请对照银行回单补上。",
    ask=True,
)
paid_no_more_than_due = Rule(
    "付的不多于应付",
    HollowHouse,
    Q(paid_amount__gt=F("compensation_amount")),
    "已付补偿 {paid_amount} 元，多于补偿金额 {compensation_amount} 元；请核对，多付的要收回。",
)
paid_in_full = Rule(
    "付清的等于应付",
    HollowHouse,
    Q(paid_amount__lt=F("compensation_amount")),
    "填了付清日期 {paid_on}，已付补偿 {paid_amount} 元却少于补偿金额 {compensation_amount} 元；"
    "没有付清的先不填付清日期。",
    ask=True,
)
paid_before_demolition = Rule(
    "补偿付清后再拆",
    HollowHouse,
    Q(demolished_on__lt=F("paid_on")),
    "{demolished_on} 拆除，{paid_on} 才付清补偿；请核对日期，确是先拆后付的，看协议是不是这样约定的。",
    ask=True,
)
