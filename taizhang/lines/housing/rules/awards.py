"""What must hold of a household's award: as much as the standard grants, on its condition, to its own account."""

from decimal import Decimal

from django.db.models import DecimalField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Least, Round

from taizhang.core.quantity import round_half_up
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.award_payments import AwardPayment
from taizhang.lines.housing.models.awards import Award, AwardStandard, spelled
from taizhang.lines.housing.rules.award_once import DWELLING, ON_THE_LIST, OWN_HOUSE
from taizhang.lines.housing.rules.award_payments import live

AS_GRANTED = "财政违法行为处罚处分条例第6条：不得违反规定扩大开支范围，提高开支标准"
REAL_NAME = "个人存款账户实名制规定第6条：个人开立存款账户使用实名"
Per, Requires = AwardStandard.Per, AwardStandard.Requires

house_approved = Rule(
    "奖补的房屋已经批准",
    Award,
    OWN_HOUSE & Q(approval__approved_on__isnull=True),
    "“{approval}”还没有批准；没有批准的房屋不发奖补，请核对编号。",
    basis=AS_GRANTED,
)
standard_of_the_project = Rule(
    "奖补标准属于本批项目",
    Award,
    ~Q(standard__project=F("batch__project")),
    "“{standard}”不是“{batch}”那个奖补项目的标准；请核对标准和批次的编号。",
    basis=AS_GRANTED,
)
standard_in_force = Rule(
    "造册时奖补标准在用",
    Award,
    Q(standard__since__gt=F("batch__drawn_up_on"))
    | Q(standard__until__lte=F("batch__drawn_up_on")),
    "“{standard}”在这一批造册时还没有起用或已经停用；请核实按哪个文件发。",
    basis=AS_GRANTED,
    ask=True,
)
BY_STANDARD = Least(
    Round(
        ExpressionWrapper(
            F("quantity") * F("standard__amount"), DecimalField(max_digits=24, decimal_places=4)
        ),
        precision=2,
    ),
    F("standard__ceiling"),
)


class ByStandard:
    """What a household is due: quantity times standard, rounded to the cent, up to the ceiling."""

    def of(self, award: Record) -> Decimal:
        """The amount for one household, in 元."""
        due = round_half_up(award.quantity * award.standard.amount, 2)
        ceiling = award.standard.ceiling
        return due if ceiling is None else min(due, ceiling)


amount_by_standard = Rule(
    "应发金额按标准计算",
    Award,
    Q(payable__lt=BY_STANDARD) | Q(payable__gt=BY_STANDARD),
    "应发金额 {payable} 元，按“{standard}”乘数量 {quantity} 应是 {limit} 元；请核对数量和金额，一分也要对上。",
    basis=AS_GRANTED,
    limit=ByStandard(),
)
within_ceiling = Rule(
    "应发金额不超过每户上限",
    Award,
    Q(payable__gt=F("standard__ceiling")),
    "应发金额 {payable} 元超过“{standard}”的每户上限，按上限只能发 {limit} 元；请核对。",
    basis=AS_GRANTED,
    limit=ByStandard(),
)
one_household = Rule(
    "按户奖补的数量是1",
    Award,
    Q(standard__per=Per.HOUSEHOLD) & ~Q(quantity=1),
    "“{standard}”按户发，奖补数量 {quantity} 应填 1。",
    basis=AS_GRANTED,
)
area_within_house = Rule(
    "奖补面积不超过房屋面积",
    Award,
    Q(standard__per=Per.AREA)
    & (
        Q(quantity__gt=F("allocation__unit__floor_area"))
        | Q(quantity__gt=F("approval__floor_area"))
    ),
    "奖补数量 {quantity} ㎡ 大于这处房屋登记的建筑面积；请核对，按占地面积奖补的请核实文件怎么规定。",
    basis=AS_GRANTED,
    ask=True,
)


def not_by_then(date_field: str) -> Q:
    """Whether something had not happened when the list was drawn up."""
    return Q(**{f"{date_field}__isnull": True}) | Q(
        **{f"{date_field}__gt": F("batch__drawn_up_on")}
    )


ACCEPTED = Exists(
    Acceptance.objects.filter(
        approval=OuterRef("approval"), passed_on__lte=OuterRef("batch__drawn_up_on")
    )
)
REQUIRES_ANYTHING = Q(standard__requires__in=(Requires.COMPLETED, Requires.ACCEPTED))
condition_met = Rule(
    "达到发放条件才造册",
    Award,
    DWELLING & REQUIRES_ANYTHING & not_by_then("allocation__unit__building__completed_on")
    | DWELLING & Q(standard__requires=Requires.MOVED_IN) & not_by_then("allocation__moved_in_on")
    | OWN_HOUSE & Q(standard__requires=Requires.COMPLETED) & not_by_then("approval__completed_on")
    | OWN_HOUSE & Q(standard__requires__in=(Requires.ACCEPTED, Requires.MOVED_IN)) & ~ACCEPTED,
    "户主{householder}的房屋在造册时还没有达到“{standard}”的发放条件（竣工、验收或入住）；请核对日期，没有达到的先核减。",
    basis=AS_GRANTED,
    ask=True,
)
own_account = Rule(
    "收款户名是户主本人",
    Award,
    Q(authorisation="") & ~Q(name_key=spelled("account_name")),
    "户主是{householder}，收款户名却是{account_name}；请核对账户，家人代收的写明代收说明。",
    basis=REAL_NAME,
    ask=True,
)
withdrawn_with_its_reason = Rule(
    "核减要写明原因",
    Award,
    Q(withdrawn_on__isnull=False, withdrawn_because="") | ON_THE_LIST & ~Q(withdrawn_because=""),
    "核减日期 {withdrawn_on} 和核减原因“{withdrawn_because}”要么都填，要么都空着。",
)
withdrawn_without_money = Rule(
    "核减的对象没有在途或到账的款",
    Award,
    Q(withdrawn_on__isnull=False)
    & Exists(AwardPayment.objects.filter(award=OuterRef("pk"), returned_on__isnull=True)),
    "{withdrawn_on} 已核减，却还有付款在途或已到账；请先追回，在那笔“奖补发放”里填上退票日期。",
    basis=AS_GRANTED,
)
award_not_overpaid = Rule(
    "应发金额不小于已发金额",
    Award,
    Q(payable__lt=live("pk")),
    "应发金额 {payable} 元，小于在途和到账的付款之和；请核对付款，多付的先追回。",
    basis=AS_GRANTED,
)
within_the_batch = Rule(
    "奖补对象在批次的范围里",
    Award,
    ~Q(place__code__startswith=F("batch__place__code")),
    "{place}不在“{batch}”的地区里；请核对地点和批次编号。",
)
