"""Meetings held, who came, and how far those of above were passed on. Relays count at the place of the meeting passed on."""

from django.db.models import Exists, OuterRef, Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import each
from taizhang.lines.directives.models import Meeting, Unit

Level, Kind = Meeting.Level, Meeting.Kind
HERE = ~Q(level__in=Meeting.UPPER)
BY_TOWN = Q(level=Level.TOWN)
COUNTED = Q(expected__isnull=False, present__isnull=False)
OF_VILLAGERS = Q(kind__in=(Kind.REPRESENTATIVES, Kind.ASSEMBLY, Kind.GROUP))


class PassedOnBefore(Exists):
    """An earlier meeting of the same unit that passes on the same meeting."""

    def __init__(self) -> None:
        same = Meeting.objects.filter(relayed_from=OuterRef("relayed_from"), unit=OuterRef("unit"))
        before = Q(held_on__lt=OuterRef("held_on")) | Q(
            held_on=OuterRef("held_on"), pk__lt=OuterRef("pk")
        )
        super().__init__(same.filter(before))

    def __repr__(self) -> str:  # stands in the definition's digest, which must not change by itself
        return "passed on before by the same unit"


FIRST_RELAY = Q(relayed_from__must_relay=True, unit__kind__in=Unit.PASS_ON) & ~Q(PassedOnBefore())

upper_meetings = Indicator(
    "上级会议",
    "次",
    counts=[each(Meeting, on="held_on", where=Q(level__in=Meeting.UPPER), item="level")],
    definition="登记在册的上级会议，按召开日期计；含在本镇召开的上级现场会，本镇自己召开的会议不计。",
)
cadre_meetings = Indicator(
    "机关干部会议",
    "次",
    counts=[each(Meeting, on="held_on", where=BY_TOWN & Q(kind=Kind.CADRES))],
    definition="镇召开的机关干部（含站所长、支部书记）会议，按召开日期计；三级干部会不计在内。",
)
three_level_meetings = Indicator(
    "全镇三级干部大会",
    "次",
    counts=[each(Meeting, on="held_on", where=BY_TOWN & Q(kind=Kind.THREE_LEVELS))],
    definition="镇召开的镇、村、组三级干部大会，按召开日期计；上级的三级干部会不计。",
)
meetings_held = Indicator(
    "召开会议",
    "次",
    counts=[each(Meeting, on="held_on", where=BY_TOWN, item="kind")],
    definition="镇一级召开的会议，按召开日期计，按会议类别分；上级会议、站所和村（组）自己的会议不计。",
)
villagers_meetings = Indicator(
    "村民（代表、小组）会议",
    "次",
    counts=[each(Meeting, on="held_on", where=OF_VILLAGERS, item="kind")],
    definition="村民会议、村民代表会议、村民小组会议，按召开日期计；支委会、“两委”会不计，不用于村与村比较。",
)
expected = Indicator(
    "会议应到人数",
    "人次",
    counts=[each(Meeting, on="held_on", amount="expected", where=BY_TOWN & COUNTED)],
    definition="镇一级召开、应到和实到人数都已登记的会议的应到人数，按召开日期计；没有登记人数的会议不计。",
)
present = Indicator(
    "会议实到人数",
    "人次",
    counts=[each(Meeting, on="held_on", amount="present", where=BY_TOWN & COUNTED)],
    definition="镇一级召开、应到和实到人数都已登记的会议的实到人数，按召开日期计；没有登记人数的会议不计。",
)
attendance = Ratio(
    "会议到会率",
    "%",
    of=present,
    to=expected,
    definition="会议实到人数除以应到人数，只算镇一级召开、两个人数都登记了的会议，按召开日期计。",
)
relays_asked = Indicator(
    "应传达单位",
    "个",
    counts=[each(Meeting, on="held_on", amount="units_asked", where=Q(must_relay=True))],
    show="stock",
    definition="每次要求传达的会议，召开那天在册的村、社区和站所各计一次，按原会议召开日期计，累计数；一个单位要传达几次会议的计几个。",
)
relays = Indicator(
    "已传达单位",
    "个",
    counts=[each(Meeting, on="held_on", where=FIRST_RELAY, place="relayed_from__place")],
    show="stock",
    definition="各单位开会传达要求传达的会议，一个单位传达一次会议只计一次，按传达会议日期计，累计数；没有会议记录的不计。",
)
relays_open = Indicator(
    "尚未传达单位",
    "个",
    counts=[each(Meeting, on="held_on", amount="units_asked", where=Q(must_relay=True))],
    less=[each(Meeting, on="held_on", where=FIRST_RELAY, place="relayed_from__place")],
    show="stock",
    definition="应传达单位减已传达单位，按各自的会议日期计；没有会议记录的按没有传达计。",
)
relay_coverage = Ratio(
    "传达覆盖率",
    "%",
    of=relays,
    to=relays_asked,
    definition="已传达单位除以应传达单位，都是截至统计截止日的累计数；只有全镇的数，不分村。",
)
reports_back = Indicator(
    "上报学习贯彻情况的单位",
    "个",
    counts=[each(Meeting, on="reported_on", where=FIRST_RELAY, place="relayed_from__place")],
    definition="各单位传达会议后向党政办上报学习贯彻情况，按上报日期计；开了会没有上报的不计。",
)
