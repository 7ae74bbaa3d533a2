"""Nobody is paid twice for one house: not by another number, another spelling, another name of the household."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.awards import Award, AwardStandard
from taizhang.lines.housing.models.households import Member
from taizhang.lines.housing.rules.alike import ONE_HOMESTEAD

NOT_TWICE = "财政违法行为处罚处分条例第6条：不得以虚报、冒领等手段骗取财政资金"
ON_THE_LIST = Q(withdrawn_on__isnull=True)
DWELLING, OWN_HOUSE = Q(allocation__isnull=False), Q(approval__isnull=False)
BUILDING = "allocation__unit__building"


def listed(*conditions: Q, **same: object) -> "QuerySet[Award]":
    """Other households, not struck off their lists."""
    return Award.objects.filter(*conditions, withdrawn_on__isnull=True, **same).exclude(
        pk=OuterRef("pk")
    )


def another(*conditions: Q, **same: object) -> Q:
    """Another household on a list of the same project."""
    return ON_THE_LIST & Exists(
        listed(*conditions, batch__project=OuterRef("batch__project"), **same)
    )


def in_another_project(**same: object) -> Q:
    """The same thing on a list of another project."""
    return ON_THE_LIST & Exists(listed(~Q(batch__project=OuterRef("batch__project")), **same))


def another_of_the_household() -> Q:
    """Another list entry of the same project for somebody who lives in one household with the awarded one."""
    project = OuterRef(OuterRef(OuterRef("batch__project")))
    awarded = Award.objects.filter(
        withdrawn_on__isnull=True, id_number=OuterRef("id_number"), batch__project=project
    )
    living = Member.objects.filter(until__isnull=True)
    others = living.filter(Exists(awarded), household=OuterRef("household"))
    others = others.exclude(id_number=OuterRef("id_number"))
    return ON_THE_LIST & Exists(living.filter(Exists(others), id_number=OuterRef("id_number")))


for_one_house = Rule(
    "奖补对应一处房屋",
    Award,
    DWELLING & OWN_HOUSE | ~DWELLING & ~OWN_HOUSE,
    "“分房入住”{allocation} 和“建房审批”{approval} 要填一个，也只填一个；请写明奖补的是哪一处房屋。",
)
house_granted_once = Rule(
    "同一处房屋不重复奖补",
    Award,
    DWELLING & another(allocation__unit=OuterRef("allocation__unit"))
    | OWN_HOUSE & another(approval=OuterRef("approval")),
    "户主{householder}的这处房屋在同一奖补项目里已有另一条；请核对，重复的填上核减日期和原因。",
    basis=NOT_TWICE,
)
person_granted_once = Rule(
    "同一身份证号不重复奖补",
    Award,
    another(id_number=OuterRef("id_number")),
    "户主{householder}的身份证号在同一奖补项目里已有另一条（姓名写法可能不同）；请核对，重复的核减。",
    basis=NOT_TWICE,
)
same_name_and_account = Rule(
    "同名同账号不重复奖补",
    Award,
    another(
        ~Q(id_number=OuterRef("id_number")),
        account=OuterRef("account"),
        name_key=OuterRef("name_key"),
    ),
    "户主{householder}在同一奖补项目里已有同名、同账号的另一条，只是身份证号不同；请对照证件，改正一条、核减一条。",
    basis=NOT_TWICE,
)
same_name = Rule(
    "同名的要核实",
    Award,
    another(
        ~Q(id_number=OuterRef("id_number")),
        ~Q(account=OuterRef("account")),
        name_key=OuterRef("name_key"),
        place=OuterRef("place"),
    ),
    "{place}在同一奖补项目里还有一个叫{householder}的（不计空格、全角和间隔号）；请核实是两个人，还是一户登了两次。",
    ask=True,
)
same_account = Rule(
    "一个账号收几户的要核实",
    Award,
    another(~Q(name_key=OuterRef("name_key")), account=OuterRef("account")),
    "户主{householder}的收款账号在同一奖补项目里还收另一户的钱；请核实是不是一户登了两次，或填错了账号。",
    ask=True,
)
same_household = Rule(
    "一户几人领的要核实",
    Award,
    another_of_the_household(),
    "户主{householder}的家庭成员在同一奖补项目里另有一条；请核实是不是一户领了两次。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
house_in_other_projects = Rule(
    "一处房屋领几项的要核实",
    Award,
    DWELLING & in_another_project(allocation__unit=OuterRef("allocation__unit"))
    | OWN_HOUSE & in_another_project(approval=OuterRef("approval")),
    "户主{householder}的这处房屋还领另一个项目的奖补；请对照两个文件，核实能不能同时享受。",
    ask=True,
)
house_of_the_householder = Rule(
    "奖补对象是房屋的户主",
    Award,
    DWELLING & ~Q(allocation__id_number=F("id_number"))
    | OWN_HOUSE & ~Q(approval__id_number=F("id_number")),
    "户主{householder}与分房或审批登记的户主不是同一个身份证号；请核实是不是换了户主，或填错了编号。",
    ask=True,
)
SHARES_OF_A_BUILDING = (
    Award.objects.filter(
        **{BUILDING: OuterRef(BUILDING)},
        batch__project=OuterRef("batch__project"),
        standard__per=AwardStandard.Per.BUILDING,
        withdrawn_on__isnull=True,
    )
    .order_by()
    .values(BUILDING)
    .annotate(shares=Sum("quantity"))
)
building_granted_once = Rule(
    "同一栋奖补合计不超过1栋",
    Award,
    ON_THE_LIST
    & Q(standard__per=AwardStandard.Per.BUILDING)
    & Exists(SHARES_OF_A_BUILDING.filter(shares__gt=1)),
    "加上这一条的 {quantity} 栋，这一栋楼在同一奖补项目里超过了 1 栋；同住一栋的几户请按份额填数量。",
    basis=NOT_TWICE,
)
