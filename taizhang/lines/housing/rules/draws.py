"""What must hold of draws, of who is entitled and of what is drawn for; promises are held by the database itself."""

from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, F, IntegerField, OuterRef, Q
from django.db.models.functions import Cast

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.draws import Draw, DrawUnit, Entitlement
from taizhang.lines.housing.rules.alike import ONE_HOMESTEAD, stands_with

DRAWN = Q(drawn_on__isnull=False)
LIST_DAYS = standard("housing.draw_list_notice_days", on="list_published_on")
RESULT_DAYS = standard("housing.draw_result_notice_days", on="result_posted_on")
STANDING = Allocation.objects.filter(withdrawn_on__isnull=True)


def last_day(since: str, days: Any) -> ExpressionWrapper:
    """The last day of a notice: the day it is posted does not count (civil code, article 201)."""
    return ExpressionWrapper(F(since) + Cast(days, IntegerField()), output_field=DateField())


draw_stands_with_site = stands_with(Draw, "site", "集中建房点")
drawn_after_the_notice = Rule(
    "名单公示期满再抽签",
    Draw,
    Q(drawn_on__lte=last_day("list_published_on", LIST_DAYS)),
    "抽签日期 {drawn_on}，离名单公布日期 {list_published_on} 不足 {limit} 天的公示期；请等公示期满再抽签。",
    limit=LIST_DAYS,
)
drawn_on_the_day_of_the_meeting = Rule(
    "按公布的日期抽签",
    Draw,
    Q(meeting_on__isnull=False) & DRAWN & ~Q(drawn_on=F("meeting_on")),
    "抽签日期 {drawn_on} 不是公布的抽签会日期 {meeting_on}；请核实改期有没有通知到户。",
    ask=True,
)
drawn_under_supervision = Rule(
    "抽签要有监督人",
    Draw,
    DRAWN & Q(supervised_by=""),
    "{drawn_on} 抽签，没有填监督人；请写明在场监督的人。",
)
announced_by_somebody = Rule(
    "公开数要写明来历",
    Draw,
    DRAWN & (Q(announced_by="") | Q(announced_how="")),
    "公开数 {announced_number} 由谁报出（{announced_by}）、怎样产生（{announced_how}）要写明。",
)
draw_notice_long_enough = Rule(
    "结果公示不少于规定天数",
    Draw,
    Q(result_notice_until__lt=last_day("result_posted_on", RESULT_DAYS)),
    "公示截止日期 {result_notice_until} 离公示日期 {result_posted_on} 不足 {limit} 天，请改公示截止日期。",
    limit=RESULT_DAYS,
)
taken_down_after_the_notice = Rule(
    "公示期满再撤下",
    Draw,
    Q(result_taken_down_on__lt=last_day("result_posted_on", RESULT_DAYS))
    | Q(result_taken_down_on__lt=F("result_notice_until")),
    "公示撤下日期 {result_taken_down_on} 时公示期还没有满（{result_posted_on} 起 {limit} 天），请核对日期。",
    limit=RESULT_DAYS,
)
repeated_for_a_reason = Rule(
    "重抽要写明原因",
    Draw,
    Q(repeats__isnull=False) & (Q(repeat_reason="") | Q(repeats__voided_on__isnull=True)),
    "这是重抽“{repeats}”；那一次要先作废，并写明重抽原因。",
)
repetition_named = Rule(
    "重抽要写明是哪一次",
    Draw,
    Q(repeats__isnull=True, voided_on__isnull=True)
    & Exists(
        DrawUnit.objects.filter(
            draw=OuterRef("pk"),
            struck_on__isnull=True,
            unit__draw_units__draw__drawn_on__isnull=False,
            unit__draw_units__draw__voided_on__isnull=False,
        )
    ),
    "“{title}”里有抽过又作废的套房；重抽请从作废的那一次办“重抽”，让两次都留在记录里。",
)
void_for_a_reason = Rule(
    "作废要写明原因",
    Draw,
    Q(voided_on__isnull=False, void_reason=""),
    "{voided_on} 作废，没有写明原因；请在“办理抽签”页或用 taizhang draw void 办理。",
)
void_takes_back = Rule(
    "作废的抽签收回套房",
    Draw,
    Q(voided_on__isnull=False) & Exists(STANDING.filter(draw=OuterRef("pk"))),
    "{voided_on} 作废，抽出的套房却没有收回；请在“办理抽签”页或用 taizhang draw void 办理。",
)

# A draw that is still to come: what was drawn stays as it was.
TO_COME = Q(struck_on__isnull=True, draw__drawn_on__isnull=True, draw__voided_on__isnull=True)
OTHERS_TO_COME = DrawUnit.objects.filter(TO_COME, unit=OuterRef("unit")).exclude(
    draw=OuterRef("draw")
)

draw_unit_stands_with_draw = stands_with(DrawUnit, "draw", "分房抽签")
unit_of_the_site = Rule(
    "套房属于抽签的建房点",
    DrawUnit,
    ~Q(unit__building__site=F("draw__site")),
    "“{unit}”不在“{draw}”的建房点里，请核对套房编号。",
)
free_to_be_drawn = Rule(
    "已分出的套房不再抽",
    DrawUnit,
    TO_COME & Exists(STANDING.filter(unit=OuterRef("unit"))),
    "“{unit}”已经分给一户，不能再抽；请撤出，或先登记收回日期。",
)
drawn_for_once_at_a_time = Rule(
    "一套房同时只进一次抽签",
    DrawUnit,
    TO_COME & Exists(OTHERS_TO_COME),
    "“{unit}”已在另一次还没有抽的分房抽签里，请从其中一次撤出。",
)
struck_out_for_a_reason = Rule(
    "撤出套房写明原因",
    DrawUnit,
    Q(struck_on__isnull=False, note=""),
    "“{unit}”已撤出抽签（{struck_on}），请在备注里写明原因。",
)

entitlement_stands_with_site = stands_with(Entitlement, "site", "集中建房点")
entitled_at_the_site_of_the_draw = Rule(
    "资格与抽签同一建房点",
    Entitlement,
    Q(draw__isnull=False) & ~Q(draw__site=F("site")),
    "“{draw}”不是“{site}”的抽签，请核对。",
)
public_number = Rule(
    "资格编号不用身份证号",
    Entitlement,
    Q(number__regex=r"\d{15}"),
    "编号 {number} 像是身份证号或银行账号；编号会公布在名单上，请另编，如 GP-ZG-001。",
)
struck_for_a_reason = Rule(
    "取消资格写明原因",
    Entitlement,
    Q(struck_on__isnull=False, struck_reason="") | Q(struck_on__lt=F("qualified_on")),
    "取消资格（{struck_on}）要写明原因，日期不早于认定日期 {qualified_on}。",
)
entitled_once = Rule(
    "一户只有一份资格",
    Entitlement,
    Q(struck_on__isnull=True, draw__voided_on__isnull=True)
    & Exists(
        Entitlement.objects.filter(
            id_number=OuterRef("id_number"), struck_on__isnull=True, draw__voided_on__isnull=True
        ).exclude(pk=OuterRef("pk"))
    ),
    "户主{householder}（同一身份证号）另有一份分房资格，请核实是不是重复登记。",
    basis=ONE_HOMESTEAD,
    ask=True,
)
not_housed_yet = Rule(
    "已分房的户不再抽签",
    Entitlement,
    TO_COME & Q(draw__isnull=False) & Exists(STANDING.filter(id_number=OuterRef("id_number"))),
    "户主{householder}（同一身份证号）已分有一套房，请核实有没有资格再抽。",
    basis=ONE_HOMESTEAD,
    ask=True,
)

# The method by points: nobody draws, the household with more points chooses first.
BY_POINTS = Q(draw__isnull=True, struck_on__isnull=True, choice_order__isnull=False)
OTHERS_BY_POINTS = Entitlement.objects.filter(BY_POINTS, site=OuterRef("site")).exclude(
    pk=OuterRef("pk")
)

choice_needs_points = Rule(
    "选房顺序要有积分",
    Entitlement,
    BY_POINTS & Q(points__isnull=True),
    "排在第 {choice_order} 位选房，却没有填积分；请补上积分，或清空选房顺序。",
)
order_follows_points = Rule(
    "积分高的先选房",
    Entitlement,
    BY_POINTS
    & Exists(
        OTHERS_BY_POINTS.filter(choice_order__gt=OuterRef("choice_order")).filter(
            points__gt=OuterRef("points")
        )
    ),
    "户主{householder}积分 {points}，排在第 {choice_order} 位，却有积分更高的户排在后面；请按积分排序。",
)
one_place_in_the_order = Rule(
    "选房顺序不重复",
    Entitlement,
    BY_POINTS & Exists(OTHERS_BY_POINTS.filter(choice_order=OuterRef("choice_order"))),
    "第 {choice_order} 位已有别的户，请核对选房顺序。",
)
ties_explained = Rule(
    "同分写明先后理由",
    Entitlement,
    BY_POINTS & Q(tie_note="") & Exists(OTHERS_BY_POINTS.filter(points=OuterRef("points"))),
    "户主{householder}与别的户积分相同（{points} 分），请写明同分先后理由。",
    ask=True,
)
