"""The two sides of the shares: what was due on a day, and what of it was done by then."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.models.petitions import IS_ACCUSATION

COUNTED = ~IS_ACCUSATION
IN_TIME = (
    Q(opinion_on__lte=F("handle_last_on"))
    | Q(mediated_on__lte=F("handle_last_on"))
    | Q(withdrawn_on__lte=F("handle_last_on"))
)
Satisfaction = Petition.Satisfaction


class CameAgain(Exists):
    """The same petitioner came again about the same matter."""

    def __init__(self) -> None:
        super().__init__(Petition.objects.filter(repeat_of=OuterRef("pk")))

    def __repr__(self) -> str:  # stands in the definition's digest, which must not change by itself
        return "came again"


def on(day: str, where: Q) -> list[each]:
    return [each(Petition, on=day, where=COUNTED & where, place="problem_place")]


to_inform = Indicator(
    "应告知信访事项",
    "件",
    counts=on("inform_due_on", Q(anonymous=False)),
    definition="告知期限在本期届满的信访事项，按期限届满日计；匿名的、检举控告不计。",
)
informed_in_time = Indicator(
    "按期告知信访事项",
    "件",
    counts=on("inform_due_on", Q(anonymous=False, informed_on__lte=F("inform_due_on"))),
    definition="告知期限在本期届满、期限内已告知的，按期限届满日计；迟告知的、没有告知的不计。",
)
to_answer = Indicator(
    "应办结信访事项",
    "件",
    counts=on("handle_last_on", Q(accepted_on__isnull=False)),
    definition="办理期限（含批准的延期）在本期届满的受理事项，按期限届满日计；没有受理的、检举控告不计。",
)
answered_in_time = Indicator(
    "按期答复信访事项",
    "件",
    counts=on("handle_last_on", Q(accepted_on__isnull=False) & IN_TIME),
    definition="办理期限在本期届满、期限内已出具处理意见、调解或撤回的，按期限届满日计；逾期没有答复的留在应办结里，不会少算。",
)
first_closed = Indicator(
    "初次信访办结",
    "件",
    counts=on("closed_on", Q(is_repeat=False, accepted_on__isnull=False)),
    definition="受理的初次信访中办结的，按办结日期计；重复件、转送引导的不计。",
)
settled_once = Indicator(
    "初次信访一次化解",
    "件",
    counts=on(
        "closed_on",
        Q(is_repeat=False, accepted_on__isnull=False, review_asked_on__isnull=True)
        & ~Q(CameAgain()),
    ),
    definition="办结的初次信访中没有申请复查、没有就同一事项再来的，按办结日期计；以后再来的会在下次封存时调整。",
)
rated = Indicator(
    "信访人评价",
    "件",
    counts=on("rated_on", ~Q(satisfaction="")),
    definition="信访人自己作了评价的，按评价日期计；没有评价的不计，也不算满意。",
)
satisfied = Indicator(
    "信访人满意",
    "件",
    counts=on("rated_on", Q(satisfaction__in=(Satisfaction.SATISFIED, Satisfaction.FAIRLY))),
    definition="信访人评价为满意或基本满意的，按评价日期计；没有评价的不计。",
)
