"""What must hold of co-owners: known once, each with a say before the house goes."""

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.lookups import GreaterThan

from taizhang.ledgers.rules import Rule
from taizhang.lines.hollow_houses.models import CoOwner

WHOLE = 100  # per cent

same_place_as_the_house = Rule(
    "共有人与空心房同在一地",
    CoOwner,
    ~Q(place=F("house__place")),
    "共有人登记在{place}，空心房不在那里；请改成空心房所在的村（社区）。",
)
not_the_owner_again = Rule(
    "共有人不是户主本人",
    CoOwner,
    ~Q(id_number="") & Q(id_number=F("house__id_number")),
    "{name}的身份证号就是户主的；户主不用再登记成共有人。",
)


def named_again() -> Exists:
    """The same person of the same house in another record."""
    others = CoOwner.objects.filter(house=OuterRef("house")).exclude(pk=OuterRef("pk"))
    return Exists(others.filter(name=OuterRef("name"), id_number=OuterRef("id_number")))


named_once = Rule(
    "同一共有人只登记一次",
    CoOwner,
    Q(named_again()),
    "这栋房已经登记过共有人{name}；请只留一条，同名的两个人请填身份证号。",
)


def shares_together() -> Subquery:
    """The shares of all co-owners of the house."""
    together = CoOwner.objects.filter(house=OuterRef("house")).order_by().values("house")
    return Subquery(together.annotate(total=Sum("share")).values("total"))


shares_within_the_whole = Rule(
    "份额合计不超过百分之百",
    CoOwner,
    Q(share__isnull=False) & Q(GreaterThan(shares_together(), WHOLE)),
    "这栋房各共有人的份额加起来超过 100%；{name}的 {share}% 请连同其他人的一起核对。",
)
consent_before_demolition = Rule(
    "共有人在拆除前签字",
    CoOwner,
    Q(house__demolished_on__isnull=False)
    & (Q(consent_on__isnull=True) | Q(consent_on__gt=F("house__demolished_on"))),
    "房屋已经拆除，{name}在拆除之前没有签字同意（签字日期 {consent_on}）；请核实，并尽快与本人说清、补办手续。",
    basis="民法典第301条：处分共有的不动产要经共有人同意",
    ask=True,
)
