"""What must hold of plans: every item has one person, a post and a day within the period; what is done says how."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from taizhang.core.finding import Refusal
from taizhang.core.refused import refuse_target
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.lawful import NamesLike
from taizhang.ledgers.rules import Rule
from taizhang.lines.plans.models import Item, Plan

OWN = "责任、目标分解到人到岗"
NOT_RANKED = "信访工作条例第三十九条；信访排名2013年起取消（docs/refusals.md）"
SEVERAL = r"[、，,；;/]"


def not_to_be_aimed_at() -> Iterator[str]:
    """The indicators that count how many petition, by their titles and units."""
    for name, one in definitions().items():
        try:
            refuse_target(one.title, one.unit)
        except Refusal:
            yield name


no_refused_indicator = Rule(
    "信访量不能作计划的目标",
    Item,
    Q(indicator__in=NamesLike(not_to_be_aimed_at)),
    "“{indicator}”不能定目标值：信访有多少件不是工作的好坏。"
    "可以改为及时受理率、按期办结率、一次性化解率或群众满意率。",
    basis=NOT_RANKED,
)
one_plan_a_period = Rule(
    "一期一份计划",
    Plan,
    Exists(Plan.objects.filter(period=OuterRef("period")).exclude(pk=OuterRef("pk"))),
    "{period} 已有一份工作计划，事项请加在那一份里；真要另立一份的，请说明它管什么。",
    basis=OWN,
    ask=True,
)
drawn_up_before_the_end = Rule(
    "计划在期间结束前制定",
    Plan,
    Q(drawn_up_on__gt=F("ends_on")),
    "制定日期 {drawn_up_on} 在计划期间 {period} 结束以后，事后补的不是计划；请核对日期或期间。",
    basis=OWN,
)
one_owner = Rule(
    "一个事项一名责任人",
    Item,
    Q(owner__regex=SEVERAL),
    "“{content}”的责任人填了“{owner}”，好像不止一人；由谁负责？其他的请写在配合单位里。",
    basis=OWN,
    ask=True,
)
deadline_within_period = Rule(
    "完成期限在计划期间以内",
    Item,
    Q(deadline__lt=F("plan__begins_on")) | Q(deadline__gt=F("plan__ends_on")),
    "“{content}”的完成期限 {deadline} 不在《{plan}》的期间以内，请核对期限，或改列到那一期的计划。",
    basis=OWN,
)
listed_before_deadline = Rule(
    "列入不晚于完成期限",
    Item,
    Q(listed_on__gt=F("deadline")),
    "“{content}”{listed_on} 才列入，期限 {deadline} 已经过了；事后补的不是计划，请核对日期。",
    basis=OWN,
)
turn_once = Rule(
    "同一计划序号不重复",
    Item,
    Exists(
        Item.objects.filter(plan=OuterRef("plan"), turn=OuterRef("turn")).exclude(pk=OuterRef("pk"))
    ),
    "这份计划已有序号 {turn} 的事项，请换一个序号。",
    basis=OWN,
)
indicator_with_value = Rule(
    "计划的指标要有目标值和比较方式",
    Item,
    ~Q(indicator="") & (Q(target__isnull=True) | Q(comparison="")),
    "“{content}”挂了指标“{indicator}”，却没有填目标值或怎样算达到；下期比不了，请补上。",
    basis=OWN,
)
value_with_indicator = Rule(
    "计划的目标值要有挂钩指标",
    Item,
    Q(indicator="", target__isnull=False),
    "“{content}”填了目标值 {target}，却没有选挂钩指标；请选指标，或把这个数写进事项里。",
    basis=OWN,
)
done_with_result = Rule(
    "完成要写完成情况",
    Item,
    Q(done_on__isnull=False, result=""),
    "“{content}”{done_on} 完成，没有写完成情况；做成了什么？请补上。",
    basis=OWN,
)
dropped_with_reason = Rule(
    "取消要写原因",
    Item,
    Q(dropped_on__isnull=False, dropped_because=""),
    "“{content}”{dropped_on} 取消，没有写原因；请补上，下期总结要向人说明。",
    basis=OWN,
)
done_or_dropped = Rule(
    "完成和取消只有一样",
    Item,
    Q(done_on__isnull=False, dropped_on__isnull=False),
    "“{content}”既填了完成日期 {done_on}，又填了取消日期 {dropped_on}；请清空一个。",
    basis=OWN,
)
carried_from_an_item = Rule(
    "上期事项编号要查得到",
    Item,
    ~Q(carried_from="")
    & ~Exists(
        Item.objects.filter(number=OuterRef("carried_from"), plan__ends_on__lt=OuterRef("deadline"))
    ),
    "没有编号为“{carried_from}”的上期事项，请核对编号。",
    basis=OWN,
    ask=True,
)
