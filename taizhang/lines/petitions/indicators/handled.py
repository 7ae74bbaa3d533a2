"""What was decided, what is under way, how it ended."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import during, each
from taizhang.lines.petitions.models import FollowUp, Hearing, Mediation, Petition
from taizhang.lines.petitions.models.cases import OF_A_CASE
from taizhang.lines.petitions.models.petitions import IS_ACCUSATION

COUNTED = ~IS_ACCUSATION
NOT_THESE = "检举控告不计"


def on(day: str, where: Q = COUNTED, item: str = "") -> list[each]:
    return [each(Petition, on=day, where=where, item=item, place="problem_place")]


accepted = Indicator(
    "受理信访事项",
    "件",
    counts=on("accepted_on", item="route"),
    definition=f"决定受理的信访事项，按受理日期计；{NOT_THESE}。",
)
forwarded = Indicator(
    "转送信访事项",
    "件",
    counts=on("forwarded_on"),
    definition=f"不归本级办、转送有权处理机关的，按转送日期计；{NOT_THESE}。",
)
handed_over = Indicator(
    "交办信访事项",
    "件",
    counts=on("handed_over_on"),
    definition=f"交给承办单位或村办理的，按交办日期计；{NOT_THESE}。",
)
not_accepted = Indicator(
    "不予受理信访事项",
    "件",
    counts=on("not_accepted_on"),
    definition=f"依法不予受理并写明理由的，按决定日期计；{NOT_THESE}。",
)
guided = Indicator(
    "引导到其他途径",
    "件",
    counts=on("guided_on", item="route"),
    definition=f"引导到诉讼、仲裁、行政程序等途径的，按引导日期计；{NOT_THESE}。",
)
merged = Indicator(
    "并入原件",
    "件",
    counts=on("merged_on"),
    definition=f"比对为重复、并入原件办理的，按并入日期计；{NOT_THESE}。",
)
under_way = Indicator(
    "在办信访事项",
    "件",
    counts=[
        during(
            Petition,
            since="accepted_on",
            until="closed_on",
            where=COUNTED,
            item="route",
            place="problem_place",
        )
    ],
    show="stock",
    definition=f"截至期末受理了还没有办结的，受理日加一、办结日减一；{NOT_THESE}。",
)
extended = Indicator(
    "延长办理期限",
    "件",
    counts=on("extended_on"),
    definition=f"经负责人批准延长办理期限的，按批准日期计；{NOT_THESE}。",
)
opinions = Indicator(
    "出具处理意见",
    "件",
    counts=on("opinion_on", item="result"),
    definition=f"出具处理意见书的，按意见日期、处理结果分；没有送达的也计，{NOT_THESE}。",
)
served = Indicator(
    "送达处理意见",
    "件",
    counts=on("served_on", item="result"),
    definition=f"处理意见书已送达信访人的，按送达日期计；{NOT_THESE}。",
)
carried_out = Indicator(
    "支持请求落实到位",
    "件",
    counts=on("carried_out_on", COUNTED & Q(result=Petition.Result.SUPPORT)),
    definition=f"处理结果为支持、意见已落实的，按落实日期计；{NOT_THESE}。",
)
closed = Indicator(
    "办结信访事项",
    "件",
    counts=on("closed_on", item="result"),
    definition=f"有答复而办结的，按办结日期计；转送、引导、并案的也计，{NOT_THESE}。",
)
withdrawn = Indicator(
    "信访人撤回",
    "件",
    counts=on("withdrawn_on"),
    definition=f"信访人自愿撤回的，按撤回日期计；{NOT_THESE}。",
)
reviewed = Indicator(
    "复查意见",
    "件",
    counts=on("review_opinion_on", item="review_result"),
    definition=f"复查机关出具复查意见的，按意见日期计；{NOT_THESE}。",
)
re_reviewed = Indicator(
    "复核意见",
    "件",
    counts=on("re_review_opinion_on", item="re_review_result"),
    definition=f"复核机关出具复核意见的，按意见日期计；{NOT_THESE}。",
)
adopted = Indicator(
    "采纳意见建议",
    "件",
    counts=on("adopted_on"),
    definition=f"意见建议被采纳的，按采纳日期计；{NOT_THESE}。",
)
mediations = Indicator(
    "信访事项调解成功",
    "件",
    counts=[
        each(
            Mediation,
            on="agreed_on",
            where=OF_A_CASE,
            item="kind",
            place="petition__problem_place",
        )
    ],
    definition=f"达成调解协议的，书面、口头都计，按协议日期计；{NOT_THESE}。",
)
hearings = Indicator(
    "信访听证",
    "次",
    counts=[
        each(Hearing, on="held_on", where=OF_A_CASE, item="stage", place="petition__problem_place")
    ],
    definition=f"举行的听证，按听证日期计；{NOT_THESE}。",
)
follow_ups = Indicator(
    "信访事项跟进",
    "次",
    counts=[
        each(
            FollowUp,
            on="followed_on",
            where=OF_A_CASE,
            item="kind",
            place="petition__problem_place",
        )
    ],
    definition=f"为办事项做的工作，一条记录一次，按跟进日期计；只说明办理情况，不用来给人打分，{NOT_THESE}。",
)
