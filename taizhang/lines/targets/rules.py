"""What must hold of targets: each has one leader and a way to tell whether it is reached; none sets a refused aim."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from taizhang.core.finding import Refusal
from taizhang.core.refused import refuse_target
from taizhang.indicators.aims import Comparison
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.lawful import NamesLike
from taizhang.ledgers.rules import Rule
from taizhang.lines.targets.models import Board, Judgement, Target

OWN = "目标管理的通常做法：一事一责，量化的用数说话"
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
    "信访量不能定目标值",
    Target,
    Q(indicator__in=NamesLike(not_to_be_aimed_at)),
    "“{indicator}”不能定目标值：信访有多少件不是工作的好坏。"
    "可以改为及时受理率、按期办结率、一次性化解率或群众满意率。",
    basis=NOT_RANKED,
)
measured_or_judged = Rule(
    "没有挂钩指标的要写定性标准",
    Target,
    Q(indicator="", standard=""),
    "“{theme}”既没有挂钩指标，也没有定性标准；请选一个指标，或写明做到什么样算达到。",
    basis=OWN,
)
indicator_with_value = Rule(
    "挂钩指标要有目标值和比较方式",
    Target,
    ~Q(indicator="") & (Q(target__isnull=True) | Q(comparison="")),
    "“{theme}”挂了指标“{indicator}”，却没有填目标值或怎样算达到；请补上。",
    basis=OWN,
)
value_with_indicator = Rule(
    "有目标值就要有挂钩指标",
    Target,
    Q(indicator="", target__isnull=False),
    "“{theme}”填了目标值 {target}，却没有选挂钩指标，这个数无从比较；请选指标，或把它写进定性标准。",
    basis=OWN,
)
one_leader = Rule(
    "一个目标一名责任领导",
    Target,
    Q(leader__regex=SEVERAL),
    "“{theme}”的责任领导填了“{leader}”，好像不止一人；由谁负总责？其他人请写在责任单位里。",
    basis=OWN,
    ask=True,
)
turn_once = Rule(
    "同一目标板序号不重复",
    Target,
    Exists(
        Target.objects.filter(
            board=OuterRef("board"), turn=OuterRef("turn"), withdrawn_on=None
        ).exclude(pk=OuterRef("pk"))
    )
    & Q(withdrawn_on__isnull=True),
    "这块目标板已有序号 {turn} 的目标，请换一个序号。",
    basis=OWN,
)
withdrawn_after_set = Rule(
    "目标撤销不早于确定",
    Target,
    Q(withdrawn_on__lt=F("set_on")),
    "撤销日期 {withdrawn_on} 早于确定日期 {set_on}，请核对。",
    basis=OWN,
)
withdrawn_for_a_reason = Rule(
    "目标撤销要写原因",
    Target,
    Q(withdrawn_on__isnull=False, withdrawn_because=""),
    "目标 {withdrawn_on} 撤销，没有写原因；目标撤了还要能说清，请补上。",
    basis=OWN,
)
baseline_below_target = Rule(
    "目标值与基数方向一致",
    Target,
    Q(comparison=Comparison.AT_LEAST, baseline__gt=F("target"))
    | Q(comparison=Comparison.AT_MOST, baseline__lt=F("target")),
    "“{theme}”的基数 {baseline} 已经比目标值 {target} 好了，目标值是不是填反了？",
    basis=OWN,
    ask=True,
)
board_ends_after_set = Rule(
    "目标板停用不早于确定",
    Board,
    Q(ended_on__lt=F("set_on")),
    "停用日期 {ended_on} 早于确定日期 {set_on}，请核对。",
    basis=OWN,
)
judged_within_board = Rule(
    "评议期间在目标期间以内",
    Judgement,
    Q(ends_on__lt=F("target__board__begins_on")) | Q(begins_on__gt=F("target__board__ends_on")),
    "评议期间 {period} 不在目标期间以内，请核对是不是选错了目标或期间。",
    basis=OWN,
)
judged_once = Rule(
    "一个目标一期评议一次",
    Judgement,
    Exists(
        Judgement.objects.filter(target=OuterRef("target"), period=OuterRef("period")).exclude(
            pk=OuterRef("pk")
        )
    ),
    "这个目标 {period} 已经评议过，请修改原来那条。",
    basis=OWN,
)
judged_by_another = Rule(
    "评议人不是责任领导本人",
    Judgement,
    Q(judge=F("target__leader")),
    "评议人 {judge} 就是这个目标的责任领导，请由别人评议。",
    basis="做事的人不核实自己做的事",
)
judged_with_evidence = Rule(
    "评议要有依据材料",
    Judgement,
    Q(evidence=""),
    "{judged_on} 的评议没有写依据材料，是凭什么评的？",
    basis=OWN,
    ask=True,
)
