"""Quorums of village meetings, and what must go before them (organic law of village committees of 2010)."""

from datetime import date

from django.db.models import DateField, Exists, F, Func, OuterRef, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import (
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
)

from taizhang.ledgers.days import calendar_days_between
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.directives.models import Assembly, Meeting
from taizhang.lines.directives.rules.meetings import TODAY

LAW = "村民委员会组织法"
IN_FORCE = {"since": date(2010, 10, 28), "dated_by": "held_on"}
KIND, LEVEL = Meeting.Kind, Meeting.Level
ASSEMBLY = Q(kind=KIND.ASSEMBLY)
REPRESENTATIVES = Q(kind=KIND.REPRESENTATIVES)
GROUP = Q(kind=KIND.GROUP)
VOTING = ASSEMBLY | REPRESENTATIVES | GROUP
PASSED = Q(passed=True)
NOTICE_DAYS = standard("directives.assembly_notice_days", on="held_on")

# Of what is empty nothing is compared: a count that is not there is another rule's.
HEADS_COUNTED = Q(expected__isnull=False, present__isnull=False)
HOUSEHOLDS_COUNTED = Q(households__isnull=False, households_present__isnull=False)
MORE_THAN_HALF_CAME = HEADS_COUNTED & Q(GreaterThan(F("present") * 2, F("expected")))
TWO_THIRDS_CAME = HEADS_COUNTED & Q(GreaterThanOrEqual(F("present") * 3, F("expected") * 2))
TWO_THIRDS_OF_HOUSEHOLDS = HOUSEHOLDS_COUNTED & Q(
    GreaterThanOrEqual(F("households_present") * 3, F("households") * 2)
)
COUNTED = HEADS_COUNTED | HOUSEHOLDS_COUNTED
CAME = Coalesce("present", "households_present")

assembly_quorum = Rule(
    "村民会议到会人数",
    Meeting,
    ASSEMBLY & PASSED & COUNTED & ~MORE_THAN_HALF_CAME & ~TWO_THIRDS_OF_HOUSEHOLDS,
    "村民会议实到 {present} 人（应到 {expected} 人）、到会户代表 {households_present} 户（共 {households} 户），"
    "没有过半数村民、也不足三分之二的户，决定不能记作通过。",
    basis=f"{LAW}第22条：本村十八周岁以上村民过半数或三分之二以上的户的代表参加",
    **IN_FORCE,
)
representatives_quorum = Rule(
    "村民代表会议到会人数",
    Meeting,
    REPRESENTATIVES & PASSED & COUNTED & ~TWO_THIRDS_CAME,
    "村民代表会议实到 {present} 人，应到 {expected} 人，不足三分之二，决定不能记作通过。",
    basis=f"{LAW}第26条：三分之二以上的组成人员参加方可召开",
    **IN_FORCE,
)
group_quorum = Rule(
    "村民小组会议到会人数",
    Meeting,
    GROUP & PASSED & COUNTED & ~TWO_THIRDS_CAME & ~TWO_THIRDS_OF_HOUSEHOLDS,
    "村民小组会议实到 {present} 人（应到 {expected} 人）、到会户代表 {households_present} 户（共 {households} 户），"
    "都不足三分之二，决定不能记作通过。",
    basis=f"{LAW}第28条：十八周岁以上村民三分之二以上或三分之二以上的户的代表参加",
    **IN_FORCE,
)
half_agreed = Rule(
    "表决要过半数同意",
    Meeting,
    VOTING & PASSED & Q(LessThanOrEqual(F("agreed") * 2, CAME)),
    "同意 {agreed} 人，没有超过到会人数（{present}）的一半，决定不能记作通过。",
    basis=f"{LAW}第22、26、28条：到会人员过半数通过",
    **IN_FORCE,
)
agreed_within_present = Rule(
    "同意不多于到会",
    Meeting,
    Q(agreed__gt=CAME),
    "同意 {agreed} 人，多于到会的人数（{present}）；请核对表决票。",
)
voting_counted = Rule(
    "通过要有到会和表决人数",
    Meeting,
    VOTING & PASSED & (~COUNTED | Q(agreed__isnull=True)),
    "记了表决通过，应到、实到（或户数、到会户代表）和同意人数没有填全；请照会议记录补上。",
    basis=f"{LAW}第22、26、28条",
    **IN_FORCE,
)
assembly_noticed = Rule(
    "村民会议提前通知",
    Meeting,
    ASSEMBLY
    & (
        Q(noticed_on__isnull=True)
        | Q(LessThan(calendar_days_between("noticed_on", "held_on"), NOTICE_DAYS))
    ),
    "村民会议 {held_on} 召开、通知日期是 {noticed_on}，召集村民会议要提前 {limit} 天通知；请核对通知日期。",
    basis=f"{LAW}第21条：召集村民会议，应当提前十天通知村民",
    ask=True,
    limit=NOTICE_DAYS,
    **IN_FORCE,
)
matters_of_the_assembly = Rule(
    "应由村民会议决定的事项",
    Meeting,
    Q(level=LEVEL.VILLAGE) & PASSED & ~Q(matter="") & ~(ASSEMBLY | REPRESENTATIVES),
    "{matter}要经村民会议（或它授权的村民代表会议）讨论决定，{kind}不能记作通过；请开会后另行登记。",
    basis=f"{LAW}第24条：涉及村民利益的事项经村民会议讨论决定方可办理",
    **IN_FORCE,
)
authorised_by_the_assembly = Rule(
    "村民代表会议要有授权",
    Meeting,
    Q(level=LEVEL.VILLAGE) & PASSED & ~Q(matter="") & REPRESENTATIVES & Q(authorised=False),
    "村民代表会议决定了{matter}，没有注明村民会议已授权；请核对授权，有授权的勾上“村民会议已授权”。",
    basis=f"{LAW}第24条：村民会议可以授权村民代表会议讨论决定",
    ask=True,
    **IN_FORCE,
)

OF_ASSEMBLIES = {"since": date(2010, 10, 28), "dated_by": "since"}
NOW = Q(since__lte=TODAY) & (Q(until__isnull=True) | Q(until__gt=TODAY))
A_QUARTER_AGO = Func(
    template="(taizhang_today() - interval '3 months')::date", output_field=DateField()
)

mostly_representatives = Rule(
    "村民代表不少于五分之四",
    Assembly,
    Q(LessThan(F("representatives") * 5, F("members") * 4)),
    "组成人员 {members} 人，其中村民代表 {representatives} 人，不足五分之四；请核对名单。",
    basis=f"{LAW}第25条：村民代表应当占村民代表会议组成人员的五分之四以上",
    **OF_ASSEMBLIES,
)
women_among_them = Rule(
    "妇女不少于三分之一",
    Assembly,
    Q(LessThan(F("women") * 3, F("members"))),
    "组成人员 {members} 人，其中妇女 {women} 人，不足三分之一；请核对名单。",
    basis=f"{LAW}第25条：妇女村民代表应当占村民代表会议组成人员的三分之一以上",
    **OF_ASSEMBLIES,
)
households_to_a_representative = Rule(
    "五至十五户推选一名代表",
    Assembly,
    Q(GreaterThan(F("representatives") * 5, F("households")))
    | Q(LessThan(F("representatives") * 15, F("households"))),
    "全村 {households} 户，村民代表 {representatives} 人，不在每五户至十五户推选一人的范围；请核对，按组推选的写明。",
    basis=f"{LAW}第25条：村民代表由村民按每五户至十五户推选一人，或者由各村民小组推选若干人",
    ask=True,
    **OF_ASSEMBLIES,
)
representatives_within_members = Rule(
    "代表和妇女不多于组成人员",
    Assembly,
    Q(representatives__gt=F("members")) | Q(women__gt=F("members")),
    "村民代表 {representatives} 人、妇女 {women} 人，不能多于组成人员 {members} 人；请核对。",
)
once_a_quarter = Rule(
    "村民代表会议每季度一次",
    Assembly,
    NOW
    & Q(since__lte=A_QUARTER_AGO)
    & ~Exists(
        Meeting.objects.filter(
            place=OuterRef("place"), kind=KIND.REPRESENTATIVES, held_on__gt=A_QUARTER_AGO
        )
    ),
    "{place}近三个月没有村民代表会议的记录；请核实是没有开，还是开了没有登记。",
    basis=f"{LAW}第26条：村民代表会议每季度召开一次",
    ask=True,
    **OF_ASSEMBLIES,
)
