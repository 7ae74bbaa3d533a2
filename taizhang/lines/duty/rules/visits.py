"""Whoever comes is entered, on a day with a log; what becomes a petition carries its number."""

from django.db.models import Exists, OuterRef, Q

from taizhang.ledgers.mentions import found_rule
from taizhang.ledgers.rules import Rule
from taizhang.lines.duty.models import DailyLog, RosterDay, Visit

REGISTERING = "信访工作条例（2022年）第22条、第23条：信访事项都要登记"
SAME_DAY = {"place": OuterRef("place"), "on": OuterRef("on")}
REGISTERED = Q(next_step=Visit.NextStep.REGISTERED)

# Asked once logs are kept past that day; until then the day may still be entered.
visit_on_a_logged_day = Rule(
    "接访那天有坐班日志",
    Visit,
    ~Exists(DailyLog.objects.filter(**SAME_DAY, shift=OuterRef("shift")))
    & Exists(DailyLog.objects.filter(place=OuterRef("place"), on__gt=OuterRef("on"))),
    "{on}（{shift}）有来访，没有坐班日志；请补登日志，或核对日期和班次。",
    ask=True,
)
received_by_who_was_rostered = Rule(
    "接访领导是当天坐班的",
    Visit,
    Exists(RosterDay.objects.filter(**SAME_DAY))
    & ~Exists(
        RosterDay.objects.filter(
            Q(leader=OuterRef("leader")) | Q(substitute=OuterRef("leader")), **SAME_DAY
        )
    ),
    "{on} 坐班的不是{leader}；请核对接访领导，约访、下访的在备注里写明。",
    ask=True,
)
registered_has_its_number = Rule(
    "登记为信访件的要有编号",
    Visit,
    REGISTERED & Q(petition_no=""),
    "{on} 的来访（“{matter}”）要登记为信访件，没有填信访编号；请先登记信访件，再把编号填在这里。",
    basis=REGISTERING,
    at_closing=True,
)
number_says_registered = Rule(
    "有信访编号的下一步是登记",
    Visit,
    ~Q(petition_no="") & ~REGISTERED,
    "填了信访编号 {petition_no}，下一步却是“{next_step}”；请核对是不是登记为信访件。",
    ask=True,
)
petition_is_there = found_rule(
    "信访编号查得到",
    Visit,
    "petition_no",
    "在您能看到的信访件里没有编号 {petition_no}；请核对编号，不归您看的件请交信访办核对。",
)
signed_or_said_why = Rule(
    "来访人签名或注明原因",
    Visit,
    Q(visitor_signed=False, note=""),
    "来访人没有在登记表上签名，备注也没有写原因；请补一句，如“不愿签名”“不识字，已读给本人听”。",
    ask=True,
)
