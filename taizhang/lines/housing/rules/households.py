"""What must hold of households and who belongs to them on any day."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.households import Household, Member
from taizhang.lines.housing.rules.alike import in_order, sex_agrees, stands_with

HOUSEHOLD_BOOK = "户口登记条例第5条：户口登记以户为单位，每户有一个户主"
ONE_SPOUSE = "民法典第1041条：实行一夫一妻的婚姻制度"

HEADS = Q(relation=Member.Relation.HEAD)
SPOUSES = Q(relation=Member.Relation.SPOUSE)


def at_the_same_time(**same: str) -> "QuerySet[Member]":
    """Other rows of members whose days overlap with the row at hand; the day of leaving no longer counts."""
    others = Member.objects.filter(
        **{name: OuterRef(column) for name, column in same.items()},
        since__lt=Coalesce(OuterRef("until"), date.max),
    )
    return others.filter(Q(until__isnull=True) | Q(until__gt=OuterRef("since"))).exclude(
        pk=OuterRef("pk")
    )


elsewhere = at_the_same_time(id_number="id_number")
member_of_one_household = Rule(
    "一人同时只在一户",
    Member,
    Exists(elsewhere),
    "{name}（{id_number}）在这段时间还登记在{other_household}（家庭成员 {other}）；"
    "分户、婚嫁的，先在原来那行填离户日期。",
    basis="户口登记条例第6条：一个公民只能在一个地方登记为常住人口",
    tells={
        "other": elsewhere.values("number")[:1],
        "other_household": elsewhere.values("household__number")[:1],
    },
)
other_heads = at_the_same_time(household="household").filter(HEADS)
one_householder = Rule(
    "一户同时只有一个户主",
    Member,
    HEADS & Exists(other_heads),
    "“{household}”在这段时间另有户主{other}；换户主的，先在原户主那行填离户日期和原因。",
    basis=HOUSEHOLD_BOOK,
    tells={"other": other_heads.values("name")[:1]},
)
other_spouses = at_the_same_time(household="household").filter(SPOUSES)
one_spouse = Rule(
    "户主同时只有一个配偶",
    Member,
    SPOUSES & Exists(other_spouses),
    "“{household}”在这段时间另有配偶{other}；去世、离婚的，先在那行填离户日期和原因。",
    basis=ONE_SPOUSE,
    tells={"other": other_spouses.values("name")[:1]},
)
member_stands_with_household = stands_with(Member, "household", "农户")
member_leaves_after_joining = in_order(Member, "since", "until")
member_within_the_household = Rule(
    "在户的日子不超出本户",
    Member,
    Q(since__lt=F("household__since"))
    | (
        Q(household__until__isnull=False)
        & (Q(until__isnull=True) | Q(until__gt=F("household__until")))
    ),
    "入户日期 {since}、离户日期 {until}，超出了“{household}”立户到销户的日子；请核对成员和农户的日期。",
    ask=True,
)
leaving_has_its_reason = Rule(
    "离户要写原因",
    Member,
    Q(until__isnull=False, left_because=""),
    "{name}{until} 离户，没有填离户原因 {left_because}；请补上。",
    ask=True,
)
sex_of_the_member = sex_agrees(Member)

household_ends_after_it_begins = in_order(Household, "since", "until")
same_head = Household.objects.filter(id_number=OuterRef("id_number"), until__isnull=True).exclude(
    pk=OuterRef("pk")
)
head_of_one_household = Rule(
    "一人只做一户的户主",
    Household,
    Q(until__isnull=True) & Exists(same_head),
    "户主{householder}（{id_number}）同时是农户 {other} 的户主；请核对身份证号，或给已并入的那户填销户日期。",
    basis=HOUSEHOLD_BOOK,
    tells={"other": same_head.values("number")[:1]},
)
in_the_household = Member.objects.filter(household=OuterRef("pk"), until__isnull=True)
household_has_a_head = Rule(
    "每户要有现任户主",
    Household,
    Q(until__isnull=True)
    & Exists(in_the_household)
    & ~Exists(in_the_household.filter(HEADS, id_number=OuterRef("id_number"))),
    "户主是{householder}，家庭成员里现在的户主是{head}；户主去世或变更的，先登记新户主那一行，再改本户的户主。",
    basis=HOUSEHOLD_BOOK,
    ask=True,
    tells={"head": in_the_household.filter(HEADS).values("name")[:1]},
)
