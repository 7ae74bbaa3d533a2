"""What a village cannot see: whether a person is registered in another village of the town.

Row-level security shows a village its own rows, so its questions about one household and one homestead end at its
border. The database answers these for it with yes or no, and tells neither where nor under which number.
"""

from typing import Any

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.households import Homestead, Member
from taizhang.lines.housing.rules.alike import ONE_HOMESTEAD, UNDECIDED
from taizhang.lines.housing.rules.homesteads import IN_USE
from taizhang.lines.housing.rules.households import HOUSEHOLD_BOOK

ASK_THE_TOWN = "村里看不到别村的登记，请与乡镇核对"


class SeesPartOfTown(Func):
    """Whether the acting post sees a part of its town only; asked once a query, so the town pays nothing."""

    template = "(SELECT housing_sees_part_of_town())"
    output_field = BooleanField()


def elsewhere(function: str, *fields: str) -> Q:
    """A yes or no of the database about a person, for a post that sees a part of the town."""
    asked: Any = Func(*map(F, fields), function=function, output_field=BooleanField())
    return Q(SeesPartOfTown()) & Q(asked)


HOLDS = elsewhere("housing_holds_elsewhere", "id_number")
of_the_household = Member.objects.filter(HOLDS, household=OuterRef("household"), until__isnull=True)

homestead_elsewhere = Rule(
    "别村另有在用的宅基地",
    Homestead,
    IN_USE & HOLDS,
    f"{{holder}}（{{id_number}}）在本镇别的村还登记有宅基地，或者出卖、出租、赠与过住房；{ASK_THE_TOWN}。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
applicant_holds_elsewhere = Rule(
    "申请人在别村有宅基地",
    Approval,
    UNDECIDED & (HOLDS | (Q(SeesPartOfTown()) & Exists(of_the_household))),
    f"申请人{{householder}}或本户的人在本镇别的村登记有宅基地，或者出卖、出租、赠与过住房；{ASK_THE_TOWN}，"
    "不符合条件的不能批准。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
member_elsewhere = Rule(
    "别村另有这个人的户籍登记",
    Member,
    elsewhere("housing_belongs_elsewhere", "id_number", "since", "until"),
    f"{{name}}（{{id_number}}）在这段时间还登记在本镇别的村的一户里；{ASK_THE_TOWN}，分户、婚嫁的先在原来那行填离户日期。",
    basis=HOUSEHOLD_BOOK,
    ask=True,
)
