"""Duty days: rostered, signed, with and without visitors."""

from django.db.models import Exists, OuterRef, Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.duty.models import DailyLog, RosterDay, Shift

DAYTIME = Q(shift=Shift.DAY)


class Signed(Exists):
    """The log of a rostered day and shift, signed."""

    def __init__(self) -> None:
        same = {"place": OuterRef("place"), "on": OuterRef("on"), "shift": OuterRef("shift")}
        super().__init__(DailyLog.objects.filter(**same, signed_on__isnull=False))

    def __repr__(self) -> str:  # stands in the definition's digest, which must not change by itself
        return "signed log of the day"


def rostered(where: Q) -> list[each]:
    return [each(RosterDay, on="on", where=where)]


def logged(where: Q) -> list[each]:
    return [each(DailyLog, on="on", where=DAYTIME & Q(signed_on__isnull=False) & where)]


days_rostered = Indicator(
    "排定坐班日",
    "天",
    counts=rostered(DAYTIME),
    definition="坐班表排定领导白天坐班的日子，按坐班日期计，一天一计；特护期加派的第二名领导和夜间值班不另计。",
)
days_signed = Indicator(
    "签字登记的坐班日",
    "天",
    counts=rostered(DAYTIME & Q(Signed())),
    definition="排定的坐班日里有签了字的坐班日志的，按坐班日期计；有日志没有签字的、没有排班的不计，当日无来访而签了字的计入。",
)
signed_share = Ratio(
    "坐班签字率",
    "%",
    of=days_signed,
    to=days_rostered,
    definition="签字登记的坐班日 ÷ 排定坐班日，同一期间，均按坐班日期计；不用来给个人排名。",
)
days_with_visitors = Indicator(
    "有来访的坐班日",
    "天",
    counts=logged(Q(came=DailyLog.Came.VISITORS)),
    definition="签了字的白天坐班日志写明有来访的日子，按日期计；夜间来访不计。",
)
zero_entries = Indicator(
    "当日无来访的零登记",
    "天",
    counts=logged(Q(came=DailyLog.Came.NOBODY)),
    definition="签了字的白天坐班日志写明当日无来访的日子，按日期计；没有日志的日子不是零登记，不计。",
)
substitutions = Indicator(
    "替班坐班",
    "班次",
    counts=rostered(~Q(substitute="")),
    definition="由替班领导坐班的班次，按坐班日期计；原定领导自己坐班的不计。",
)
extra_shifts = Indicator(
    "加派坐班",
    "班次",
    counts=[each(RosterDay, on="on", where=~DAYTIME, item="shift")],
    definition="特护期等加派的第二名领导和夜间值班，一人一班一计，按坐班日期计；平日白天坐班不计。",
)
