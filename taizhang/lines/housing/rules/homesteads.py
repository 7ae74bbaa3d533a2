"""One household, one homestead: across the register, and for whoever applies for another."""

from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.households import Homestead, Member
from taizhang.lines.housing.rules.alike import (
    APPROVED,
    NATIONAL_FORMS,
    ONE_HOMESTEAD,
    TOWNSHIPS_DECIDE,
    UNDECIDED,
    in_order,
)

WILLING = "土地管理法实施条例第36条：不得违背农村村民意愿强制其退出宅基地，禁止以退出宅基地作为进城落户的条件"
NO_MORE = "土地管理法第62条：农村村民出卖、出租、赠与住宅后，再申请宅基地的，不予批准"
IN_USE = Q(ended_on__isnull=True)
GIVEN_AWAY = Q(
    ended_how__in=[Homestead.Ending.SOLD, Homestead.Ending.RENTED, Homestead.Ending.GIVEN]
)
# A house rebuilt on its own plot, and a plot that is given back for the new one, are not a second homestead.
SECOND = ~Q(building_type__in=[Approval.BuildingType.REBUILD, Approval.BuildingType.EXTEND]) & ~Q(
    disposal=Approval.Disposal.RETURN
)

homestead_ends_after_it_begins = in_order(Homestead, "obtained_on", "ended_on")
ending_told_whole = Rule(
    "终止要有日期和方式",
    Homestead,
    Q(ended_on__isnull=False, ended_how="") | (IN_USE & ~Q(ended_how="")),
    "终止日期 {ended_on} 和终止方式 {ended_how} 要么都填，要么都空着；请核对。",
)
return_by_consent = Rule(
    "退回宅基地要有同意协议",
    Homestead,
    Q(ended_how=Homestead.Ending.RETURNED, consent_no=""),
    "{ended_on} 退回集体，没有填退出同意协议编号 {consent_no}；每一宗退出都要有本户签字同意的协议。",
    basis=WILLING,
)
of_the_household = Homestead.objects.filter(IN_USE, household=OuterRef("household"))
of_the_holder = Homestead.objects.filter(IN_USE, id_number=OuterRef("id_number"))
others_of_the_household = of_the_household.exclude(pk=OuterRef("pk"))
others_of_the_holder = of_the_holder.exclude(pk=OuterRef("pk"))
one_homestead_in_the_register = Rule(
    "一户只登记一宗在用宅基地",
    Homestead,
    IN_USE & (Exists(others_of_the_household) | Exists(others_of_the_holder)),
    "“{household}”或{holder}还有一宗在用的宅基地 {other}；建新退旧的，旧的退回后填终止日期；继承等情形请核实。",
    basis=ONE_HOMESTEAD,
    ask=True,
    tells={
        "other": Coalesce(
            others_of_the_household.values("number")[:1], others_of_the_holder.values("number")[:1]
        )
    },
)


def held_on(day: str) -> "QuerySet[Homestead]":
    """Homesteads held on the day of an application that were not returned later and do not come from it."""
    held = Homestead.objects.filter(IN_USE | Q(ended_on__gt=OuterRef(day)))
    return (
        held.filter(obtained_on__lt=OuterRef(day))
        .exclude(ended_how=Homestead.Ending.RETURNED)
        .exclude(approval=OuterRef("pk"))
    )


def of_applicant(found: "QuerySet[Homestead]", day: str) -> "list[QuerySet[Homestead]]":
    """Those of the applicant in person, of the household, and of whoever belonged to the household on that day.

    Three questions instead of one with "or": each finds its rows by an index.
    """
    there = Member.objects.filter(
        Q(until__isnull=True) | Q(until__gt=OuterRef(OuterRef(day))),
        household=OuterRef(OuterRef("household")),
        id_number=OuterRef("id_number"),
        since__lte=OuterRef(OuterRef(day)),
    )
    return [
        found.filter(id_number=OuterRef("id_number")),
        found.filter(household=OuterRef("household")),
        found.filter(Exists(there)),
    ]


def any_of(found: "list[QuerySet[Homestead]]") -> Q:
    return reduce(or_, (Q(Exists(one)) for one in found))


def first_of(found: "list[QuerySet[Homestead]]") -> Coalesce:
    """Whose it is and under which number, for a message."""
    told = Concat("holder", Value("（宅基地登记 "), "number", Value("）"), output_field=CharField())
    return Coalesce(*(one.annotate(told=told).values("told")[:1] for one in found))


def no_second(title: str, when: Q, day: str, message: str, *, ask: bool = False) -> Rule:
    """The applicant, the household or anybody in it holds a homestead and keeps it."""
    held = of_applicant(held_on(day), day)
    condition = when & SECOND & any_of(held)
    return Rule(
        title, Approval, condition, message, ONE_HOMESTEAD, ask=ask, tells={"held": first_of(held)}
    )


given_away = Homestead.objects.filter(GIVEN_AWAY)
# Few ever were: whom they concern at all is asked once for all applications, and only of these when and how.
CONCERNED = (
    Q(id_number__in=given_away.values("id_number"))
    | Q(household__in=given_away.values("household"))
    | Q(
        household__in=Member.objects.filter(id_number__in=given_away.values("id_number")).values(
            "household"
        )
    )
)


def no_more(title: str, when: Q, day: str, message: str, *, ask: bool = False) -> Rule:
    """Whoever sold, rented out or gave away the house gets no other homestead."""
    gone = of_applicant(given_away.filter(ended_on__lte=OuterRef(day)), day)
    condition = when & CONCERNED & any_of(gone)
    return Rule(
        title, Approval, condition, message, NO_MORE, ask=ask, tells={"gone": first_of(gone)}
    )


# An application that will have to be refused is registered all the same: until it is decided, this is a question.
# So it is of what counties approved until 2019: their registers have no column for the disposal of the old homestead.
BARRED = Q(approved_on__gte=TOWNSHIPS_DECIDE)
ASKED = UNDECIDED | Q(approved_on__lt=TOWNSHIPS_DECIDE)
second_homestead_approved = no_second(
    "已有宅基地的不再批准",
    BARRED,
    "approved_on",
    "{approved_on} 批准时，本户{held}已有宅基地在用，也没有填现有宅基地处置（{disposal}）为退给村集体；"
    "一户只能有一处，不能批准。",
)
second_homestead_applied_for = no_second(
    "申请人已有宅基地",
    ASKED,
    "applied_on",
    "申请时本户{held}已有宅基地在用，现有宅基地处置填的是{disposal}；不退还旧宅的，不得批准新宅。",
    ask=True,
)
given_away_and_approved = no_more(
    "出卖出租赠与住房后不再批准",
    BARRED,
    "approved_on",
    "{approved_on} 批准之前，本户{gone}的住房已出卖、出租或赠与；再申请宅基地的不予批准，请核对。",
)
given_away_and_applied_for = no_more(
    "申请人出卖出租赠与过住房",
    ASKED,
    "applied_on",
    "{applied_on} 申请之前，本户{gone}的住房已出卖、出租或赠与；再申请宅基地的不予批准，请核实。",
    ask=True,
)
others_approved = Approval.objects.filter(
    id_number=OuterRef("id_number"), approved_on__isnull=False
).exclude(pk=OuterRef("pk"))
one_homestead = Rule(
    "一户一宅",
    Approval,
    APPROVED & Exists(others_approved),
    "户主{householder}另有一件已批准的建房审批 {other}；请核实原宅基地是否已经退回。",
    basis=ONE_HOMESTEAD,
    ask=True,
    tells={"other": others_approved.values("number")[:1]},
)
new_beside_the_old = Rule(
    "异址新建不保留原宅基地",
    Approval,
    Q(
        building_type=Approval.BuildingType.RELOCATE,
        disposal=Approval.Disposal.KEEP,
        existing_area__isnull=False,
    )
    & ~Q(reason=Approval.Reason.SPLIT),
    "{building_type}又保留现有宅基地 {existing_area} ㎡，会有两处宅基地；请核对现有宅基地处置（{disposal}）和申请理由。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
kept_area_within_existing = Rule(
    "保留面积不大于现有面积",
    Approval,
    Q(kept_area__gt=F("existing_area")),
    "保留面积 {kept_area} ㎡ 大于现有宅基地面积 {existing_area} ㎡，请核对这两个面积。",
)
kept_area_stated = Rule(
    "保留宅基地要填面积",
    Approval,
    Q(disposal=Approval.Disposal.KEEP, kept_area__isnull=True),
    "现有宅基地处置填的是{disposal}，没有填保留面积 {kept_area}；请按申请表补上。",
    basis=NATIONAL_FORMS,
    ask=True,
)
left_to_return = of_applicant(
    Homestead.objects.filter(IN_USE).exclude(approval=OuterRef("pk")), "applied_on"
)[:2]
old_homestead_returned = Rule(
    "建新退旧要落实",
    Approval,
    Q(disposal=Approval.Disposal.RETURN, completed_on__isnull=False) & any_of(left_to_return),
    "{completed_on} 新房已竣工，承诺退给村集体的旧宅{left}还在用；退回后在宅基地登记里填终止日期、方式和协议编号。",
    basis=NATIONAL_FORMS + "；承诺书：新房建成后拆除旧房、退还旧宅基地",
    ask=True,
    tells={"left": first_of(left_to_return)},
)
in_the_household = Member.objects.filter(
    household=OuterRef("household"), id_number=OuterRef("id_number")
)
applicant_of_the_household = Rule(
    "申请人是本户的人",
    Approval,
    Q(household__isnull=False)
    & ~Q(id_number=F("household__id_number"))
    & ~Exists(in_the_household),
    "申请人{householder}（{id_number}）既不是“{household}”的户主，也不在它的家庭成员里；请核对农户编号和身份证号。",
    basis="农经发〔2019〕6号：农村村民以户为单位申请宅基地",
    ask=True,
)
